//! Qualitative values: short phrases without a number, from `official/units/grades.toml`.

use super::fold::{Folded, fold, typeset};
use super::words::Words;
use serde::Deserialize;
use std::sync::LazyLock;

/// A qualitative value (`明显提升`, `合格`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// The phrase, folded, with Chinese punctuation.
    pub phrase: Box<str>,
    /// What the known words in it say.
    pub sense: GradeSense,
    /// Whether it consists of known words alone (`明显提升`), and not of a statement that contains
    /// some (`培训质量明显提升`).
    pub is_plain: bool,
}

/// What the known words of a qualitative phrase say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct GradeSense {
    /// How much.
    pub degree: Option<Degree>,
    /// Which way.
    pub direction: Option<Direction>,
    /// Meant to go on and on (持续, 逐年, 长期).
    pub ongoing: bool,
    /// What the phrase speaks of; a phrase that says nothing but 长期 speaks of duration.
    pub about: Option<GradeAbout>,
}

/// How much, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Degree {
    /// 略有
    Slight,
    /// 有所, 一定
    Some,
    /// 较为, 进一步
    Fair,
    /// 有效, 切实
    Effective,
    /// 明显, 显著, 大幅
    Marked,
    /// 全部, 全面, 充分
    Complete,
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// 提升, 改善
    Up,
    /// 下降, 减少
    Down,
    /// 保持, 稳定
    Hold,
}

/// What a qualitative phrase speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GradeAbout {
    /// A change (提升).
    Change,
    /// A quality (优, 合格).
    Quality,
    /// Being in time (及时).
    Timeliness,
    /// Following a rule (符合要求).
    Compliance,
    /// Working (正常运转).
    Operation,
    /// Being done (全部完成, 达成).
    Completion,
    /// Being there and sound (健全).
    Soundness,
    /// Something that must not be (无事故).
    Absence,
    /// Going on (长期).
    Duration,
    /// An answer (是, 否).
    Answer,
}

macro_rules! codes {
    ($type:ty { $($variant:ident = $code:literal),* $(,)? }) => {
        impl $type {
            /// Stable code, as in JSON.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }
        }
    };
}

codes!(Degree {
    Slight = "slight",
    Some = "some",
    Fair = "fair",
    Effective = "effective",
    Marked = "marked",
    Complete = "complete",
});
codes!(Direction { Up = "up", Down = "down", Hold = "hold" });
codes!(GradeAbout {
    Change = "change",
    Quality = "quality",
    Timeliness = "timeliness",
    Compliance = "compliance",
    Operation = "operation",
    Completion = "completion",
    Soundness = "soundness",
    Absence = "absence",
    Duration = "duration",
    Answer = "answer",
});

impl GradeSense {
    /// Adds what a further word says; what was said before stays.
    fn and(self, later: GradeSense) -> GradeSense {
        GradeSense {
            degree: self.degree.or(later.degree),
            direction: self.direction.or(later.direction),
            ongoing: self.ongoing || later.ongoing,
            about: self.about.or(later.about),
        }
    }
}

/// Longest qualitative phrase, in characters.
const MAX_PHRASE_CHARS: usize = 40;

/// Reads a folded text as a qualitative phrase; `None` where it contains a digit, is too long or
/// contains no known word.
pub(super) fn grade(folded: &str) -> Option<Grade> {
    let words = find_words(folded)?;
    if !(words.says_something || words.is_plain) {
        return None;
    }
    Some(Grade {
        phrase: typeset(folded),
        sense: words.sense,
        is_plain: words.is_plain,
    })
}

/// Whether a folded text contains a known qualitative word.
pub(super) fn says_something(folded: &str) -> bool {
    find_words(folded).is_some_and(|words| words.says_something)
}

/// What the vocabulary finds in a phrase.
struct Found {
    sense: GradeSense,
    /// A word of two characters or more says something. A single character may be part of any word
    /// (中, 好, 高) and says something only where the whole phrase is made of known words.
    says_something: bool,
    is_plain: bool,
}

fn find_words(folded: &str) -> Option<Found> {
    let mut found = Found {
        sense: GradeSense::default(),
        says_something: false,
        is_plain: true,
    };
    let mut plain_sense = GradeSense::default();
    let mut has_word = false;
    let mut rest = folded;
    let mut n_chars = 0;
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_digit() || n_chars >= MAX_PHRASE_CHARS {
            return None;
        }
        let n_bytes = match VOCABULARY.words.at(rest) {
            Some((n_bytes, Meaning::Sense(sense))) => {
                has_word = true;
                plain_sense = plain_sense.and(sense);
                if n_bytes > c.len_utf8() {
                    found.says_something = true;
                    found.sense = found.sense.and(sense);
                }
                n_bytes
            }
            Some((n_bytes, Meaning::Filler)) => n_bytes,
            None => {
                found.is_plain = false;
                c.len_utf8()
            }
        };
        n_chars += rest[..n_bytes].chars().count();
        rest = &rest[n_bytes..];
    }
    found.is_plain &= has_word;
    if found.is_plain {
        found.sense = plain_sense;
    }
    let sense = &mut found.sense;
    if sense.ongoing && sense.about.is_none() && sense.degree.is_none() && sense.direction.is_none()
    {
        sense.about = Some(GradeAbout::Duration);
    }
    (n_chars <= MAX_PHRASE_CHARS).then_some(found)
}

/// Whether a folded text means that the indicator does not apply.
pub(super) fn is_not_applicable(folded: &str) -> bool {
    VOCABULARY.not_applicable.get(folded).is_some()
}

/// Whether a folded text only holds the place of a value still to be filled in.
pub(super) fn is_placeholder(folded: &str) -> bool {
    VOCABULARY.placeholders.get(folded).is_some()
}

/// Whether a folded text begins with something that can happen at a date.
pub(super) fn starts_with_event(folded: &str) -> bool {
    VOCABULARY.events.at(folded).is_some()
}

/// The festival or season at the beginning of a folded text, with its length in bytes.
pub(super) fn festival(folded: &str) -> Option<(usize, &'static str)> {
    VOCABULARY.festivals.at(folded)
}

#[derive(Clone, Copy, Debug)]
enum Meaning {
    Sense(GradeSense),
    Filler,
}

struct Vocabulary {
    words: Words<Meaning>,
    not_applicable: Words<()>,
    placeholders: Words<()>,
    events: Words<()>,
    festivals: Words<&'static str>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    load(include_str!("../../../../official/units/grades.toml"))
        .unwrap_or_else(|problem| panic!("official/units/grades.toml: {problem}"))
});

/// The data file as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    not_applicable: Vec<String>,
    placeholders: Vec<String>,
    events: Vec<String>,
    festivals: Vec<String>,
    word: Vec<Group>,
}

/// Words that share their meaning.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    words: Vec<String>,
    degree: Option<Degree>,
    direction: Option<Direction>,
    #[serde(default)]
    ongoing: bool,
    sense: Option<GradeAbout>,
    #[serde(default)]
    filler: bool,
}

impl Group {
    fn meaning(&self) -> Meaning {
        if self.filler {
            return Meaning::Filler;
        }
        Meaning::Sense(GradeSense {
            degree: self.degree,
            direction: self.direction,
            ongoing: self.ongoing,
            about: self.sense,
        })
    }
}

fn load(text: &str) -> Result<Vocabulary, String> {
    let file: File = toml::from_str(text).map_err(|e| e.to_string())?;
    let plain = |words: Vec<String>| Words::new(words.iter().map(|word| (folded(word), ())));
    let words = file.word.iter().flat_map(|group| {
        let meaning = group.meaning();
        group.words.iter().map(move |word| (folded(word), meaning))
    });
    let festivals = file.festivals.into_iter().map(|word| {
        // The vocabulary lives as long as the program.
        let name: &'static str = Box::leak(word.clone().into_boxed_str());
        (word, name)
    });
    Ok(Vocabulary {
        words: Words::new(words),
        not_applicable: plain(file.not_applicable),
        placeholders: plain(file.placeholders),
        events: plain(file.events),
        festivals: Words::new(festivals),
    })
}

/// A word of the data file in its one spelling; separators, which folding drops at the ends, stay.
fn folded(word: &str) -> String {
    match fold(word) {
        Folded::Text(text) if !text.is_empty() => text,
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_with_a_property_wins() {
        let grade = grade("持续明显提升").expect("known");
        assert!(grade.is_plain && grade.sense.ongoing);
        assert_eq!(grade.sense.degree, Some(Degree::Marked));
        assert_eq!(grade.sense.direction, Some(Direction::Up));
        assert_eq!(grade.sense.about, Some(GradeAbout::Change));
    }

    #[test]
    fn a_single_character_says_nothing_inside_another_word() {
        assert!(grade("优").is_some_and(|g| g.is_plain));
        assert_eq!(grade("中国"), None);
        assert_eq!(grade("桌椅"), None);
    }
}
