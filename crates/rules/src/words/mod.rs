//! What a text speaks of: classes of words, from `official/words/classes.toml`; and what it is made
//! of: signs. All are looked for in one walk over the text.

mod class;
mod sign;
mod trie;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use self::sign::Run;
use self::trie::Trie;
use crate::facts::misprints;

pub use self::class::Word;
pub use self::sign::{Sign, is_han, is_particle};

/// The classes of words that occur in a text, and its signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words(u128);

impl Words {
    /// The classes that occur in a text.
    pub fn of(text: &str) -> Words {
        LEXICON.classes(text)
    }

    /// Whether a word of the class occurs.
    pub fn has(self, word: Word) -> bool {
        self.0 & bit(word) != 0
    }

    /// Whether a word of one of the classes occurs.
    pub fn has_any(self, words: &[Word]) -> bool {
        words.iter().any(|word| self.has(*word))
    }

    /// Whether the text may have a sign; of a very long one that is not known.
    pub fn has_sign(self, sign: Sign) -> bool {
        self.0 & sign.bit() != 0
    }

    /// What occurs here or there.
    pub fn or(self, other: Words) -> Words {
        Words(self.0 | other.0)
    }
}

fn bit(word: Word) -> u128 {
    1 << (word as u32)
}

// Classes are counted from the lower end, signs from the upper.
const _: () = assert!(Word::ALL.len() + Sign::ALL.len() <= u128::BITS as usize);

/// A class as the data file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassData {
    #[expect(dead_code, reason = "said for people, in the reference pages")]
    about: String,
    words: Vec<String>,
    /// Words that contain one of `words` and mean something else.
    #[serde(default)]
    not: Vec<String>,
}

struct Lexicon {
    words: Trie,
    /// What each of the words says.
    patterns: Vec<Pattern>,
}

/// The classes that a word belongs to and those it excludes.
#[derive(Clone, Copy, Default)]
struct Pattern {
    is: u128,
    is_not: u128,
}

impl Pattern {
    fn or(self, other: Pattern) -> Pattern {
        Pattern {
            is: self.is | other.is,
            is_not: self.is_not | other.is_not,
        }
    }
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    load(include_str!("../../../../official/words/classes.toml"))
        .unwrap_or_else(|problem| panic!("official/words/classes.toml: {problem}"))
});

fn load(data: &str) -> Result<Lexicon, String> {
    let mut data: toml::Table = toml::from_str(data).map_err(|e| e.to_string())?;
    data.remove("checked");
    let mut classes: BTreeMap<String, ClassData> = data
        .try_into()
        .map_err(|e: toml::de::Error| e.to_string())?;
    let mut patterns: BTreeMap<String, Pattern> = BTreeMap::new();
    for word in Word::ALL {
        let class = classes
            .remove(word.key())
            .ok_or(format!("no class {}", word.key()))?;
        for text in class.words {
            patterns.entry(text).or_default().is |= bit(*word);
        }
        for text in class.not {
            patterns.entry(text).or_default().is_not |= bit(*word);
        }
    }
    for text in misprints::wrong_words() {
        patterns.entry(text.to_owned()).or_default().is |= Sign::Misprint.bit();
    }
    for sign in Sign::ALL {
        for text in sign.shown_by() {
            patterns.entry(text).or_default().is |= sign.bit();
        }
    }
    let unknown: Vec<_> = classes.into_keys().collect();
    if !unknown.is_empty() {
        return Err(format!(
            "run `cargo xtask codegen` for {}",
            unknown.join(", ")
        ));
    }
    Ok(Lexicon {
        words: Trie::new(patterns.keys().map(String::as_str))?,
        patterns: patterns.into_values().collect(),
    })
}

/// Most bytes of a text in which words are looked for.
const MAX_BYTES: usize = 1 << 16;

impl Lexicon {
    fn classes(&self, text: &str) -> Words {
        let mut signs = match text.len() > MAX_BYTES {
            true => Sign::bits(),
            false => 0,
        };
        let text = &text[..text.floor_char_boundary(MAX_BYTES)];
        let mut all = Pattern::default();
        let mut run = Run::default();
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            signs |= run.add(c);
            let or = |_, word: usize| all = all.or(self.patterns[word]);
            self.words.beginning(c, chars.clone(), or);
        }
        if all.is & all.is_not == 0 {
            return Words(all.is | signs);
        }
        // Some word may stand only inside another that means something else.
        let hits = self.hits(text);
        let excluding = hits.iter().filter(|(_, pattern)| pattern.is_not != 0);
        let excluding: Vec<_> = excluding.collect();
        let kept = hits.iter().map(|(at, pattern)| {
            let around = excluding
                .iter()
                .filter(|(outer, _)| outer.start <= at.start && at.end <= outer.end);
            pattern.is & !around.fold(0, |not, (_, outer)| not | outer.is_not)
        });
        Words(kept.fold(signs, |all, is| all | is))
    }

    /// Every word in a text, also those within others: where it stands, and what it says.
    fn hits(&self, text: &str) -> Vec<(Range<usize>, Pattern)> {
        let mut hits = Vec::new();
        for (start, c) in text.char_indices() {
            let rest = text[start + c.len_utf8()..].chars();
            self.words.beginning(c, rest, |left, word| {
                hits.push((start..text.len() - left, self.patterns[word]));
            });
        }
        hits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_a_text_tell_what_may_be_in_it() {
        let has = |text, sign| Words::of(text).has_sign(sign);
        assert!(has("阶段费用费用", Sign::DoubledWord));
        assert!(has("更好的的", Sign::DoubledWord));
        assert!(!has("人人参与，天天打扫", Sign::DoubledWord));
        assert!(has("20XX年", Sign::DoubledSign));
        assert!(has("电话13900000000", Sign::LongNumber));
        assert!(!has("2024年12月1234", Sign::LongNumber));
        assert!(has("培训３次", Sign::Digit) && has("培训３次", Sign::Wide));
        assert!(!has("培训三次", Sign::Digit));
        let long = "训".repeat(MAX_BYTES);
        assert!(Sign::ALL.iter().all(|sign| has(&long, *sign)));
    }

    #[test]
    fn a_word_inside_another_that_means_something_else_is_not_found() {
        assert!(Words::of("培训合格率").has(Word::Rate));
        assert!(!Words::of("工作效率").has(Word::Rate));
        assert!(Words::of("工作效率提升率").has(Word::Rate));
        assert!(Words::of("系统故障率").has(Word::Adverse));
        assert!(!Words::of("故障修复及时率").has(Word::Adverse));
    }
}
