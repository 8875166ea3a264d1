//! What a text speaks of: classes of words, from `official/words/classes.toml`. All classes are
//! looked for in one pass over the text.

mod class;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use aho_corasick::automaton::Automaton;
use aho_corasick::dfa::DFA;
use aho_corasick::{Anchored, Input, MatchKind, StartKind};
use serde::Deserialize;

use crate::facts::misprints;

pub use class::Word;

/// The classes of words that occur in a text.
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

    /// Whether a digit occurs.
    pub fn has_digit(self) -> bool {
        self.0 & DIGIT != 0
    }

    /// Whether a word occurs that may be a misprint.
    pub fn may_be_misprinted(self) -> bool {
        self.0 & MISPRINT != 0
    }

    /// The classes that occur here or there.
    pub fn or(self, other: Words) -> Words {
        Words(self.0 | other.0)
    }
}

fn bit(word: Word) -> u128 {
    1 << (word as u32)
}

/// Misprints and digits are looked for in the same pass.
const MISPRINT: u128 = 1 << 127;
const DIGIT: u128 = 1 << 126;

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
    automaton: DFA,
    /// For each pattern, the classes it belongs to and those it excludes.
    patterns: Vec<Pattern>,
}

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
        patterns.entry(text.to_owned()).or_default().is |= MISPRINT;
    }
    for digit in "0123456789０１２３４５６７８９".chars() {
        patterns.entry(digit.to_string()).or_default().is |= DIGIT;
    }
    let unknown: Vec<_> = classes.into_keys().collect();
    if !unknown.is_empty() {
        return Err(format!(
            "run `cargo xtask codegen` for {}",
            unknown.join(", ")
        ));
    }
    let automaton = DFA::builder()
        .match_kind(MatchKind::Standard)
        .start_kind(StartKind::Unanchored)
        .build(patterns.keys())
        .map_err(|e| e.to_string())?;
    Ok(Lexicon {
        automaton,
        patterns: patterns.into_values().collect(),
    })
}

/// Most characters of a text in which words are looked for.
const MAX_BYTES: usize = 1 << 16;

impl Lexicon {
    fn classes(&self, text: &str) -> Words {
        let is_long = text.len() > MAX_BYTES;
        let unseen = if is_long { MISPRINT | DIGIT } else { 0 };
        let text = &text.as_bytes()[..text.len().min(MAX_BYTES)];
        let all = self.all(text);
        if all.is & all.is_not == 0 {
            return Words(all.is | unseen);
        }
        let hits = self.automaton.try_find_overlapping_iter(Input::new(text));
        let hits = hits.into_iter().flatten();
        let hits = hits.map(|hit| (hit.range(), self.patterns[hit.pattern().as_usize()]));
        let hits: Vec<_> = hits.collect();
        // Some word may stand only inside another that means something else.
        let excluding = hits.iter().filter(|(_, pattern)| pattern.is_not != 0);
        let excluding: Vec<_> = excluding.collect();
        let kept = hits.iter().map(|(at, pattern)| {
            let around = excluding
                .iter()
                .filter(|(outer, _)| outer.start <= at.start && at.end <= outer.end);
            pattern.is & !around.fold(0, |not, (_, outer)| not | outer.is_not)
        });
        Words(kept.fold(unseen, |all, is| all | is))
    }

    /// All that patterns in a text say together, wherever they stand. Most texts need no more, so this
    /// asks the automaton for nothing else.
    fn all(&self, text: &[u8]) -> Pattern {
        let mut all = Pattern::default();
        let Ok(mut state) = self.automaton.start_state(Anchored::No) else {
            return all;
        };
        for byte in text {
            state = self.automaton.next_state(Anchored::No, state, *byte);
            // Most states are not special, and no other is a match.
            if self.automaton.is_special(state) && self.automaton.is_match(state) {
                for number in 0..self.automaton.match_len(state) {
                    let pattern = self.automaton.match_pattern(state, number);
                    all = all.or(self.patterns[pattern.as_usize()]);
                }
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_found_of_either_width() {
        assert!(Words::of("培训3次").has_digit());
        assert!(Words::of("培训３次").has_digit());
        assert!(!Words::of("培训三次").has_digit());
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
