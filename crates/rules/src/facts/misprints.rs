//! Misprints whose right form is certain, from `official/words/misprints.toml`.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use serde::Deserialize;

/// A misprint in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misprint {
    /// Where, in bytes.
    pub at: Range<usize>,
    /// What it should be.
    pub right: &'static str,
    /// Whether there is no doubt what it should be.
    pub is_certain: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    wrong: String,
    right: String,
    #[expect(dead_code, reason = "said for people, in the data")]
    note: String,
    #[serde(default)]
    doubtful: bool,
    #[serde(default)]
    near: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
}

struct Misprints {
    automaton: AhoCorasick,
    entries: Vec<Entry>,
}

static MISPRINTS: LazyLock<Misprints> = LazyLock::new(|| {
    load(include_str!("../../../../official/words/misprints.toml"))
        .unwrap_or_else(|problem| panic!("official/words/misprints.toml: {problem}"))
});

fn load(data: &str) -> Result<Misprints, String> {
    #[derive(Deserialize)]
    struct Data {
        misprint: Vec<Entry>,
    }
    let data: Data = toml::from_str(data).map_err(|e| e.to_string())?;
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(AhoCorasickKind::DFA))
        .build(data.misprint.iter().map(|entry| &entry.wrong))
        .map_err(|e| e.to_string())?;
    Ok(Misprints {
        automaton,
        entries: data.misprint,
    })
}

/// What misprints look like.
pub(crate) fn wrong_words() -> impl Iterator<Item = &'static str> {
    MISPRINTS.entries.iter().map(|entry| entry.wrong.as_str())
}

/// The misprints of a text, in its order.
pub fn misprints(text: &str) -> Vec<Misprint> {
    let all = &*MISPRINTS;
    let hits = all.automaton.find_iter(text).map(|hit| {
        let entry = &all.entries[hit.pattern().as_usize()];
        (hit.range(), entry)
    });
    hits.filter(|(at, entry)| is_wrong(text, at, entry))
        .map(|(at, entry)| Misprint {
            at,
            right: &entry.right,
            is_certain: !entry.doubtful,
        })
        .collect()
}

fn is_wrong(text: &str, at: &Range<usize>, entry: &Entry) -> bool {
    let is_near = entry.near.is_empty() || entry.near.iter().any(|word| text.contains(word));
    let is_right = entry.unless.iter().any(|longer| {
        let mut places = text.match_indices(longer.as_str());
        places.any(|(start, _)| start <= at.start && at.end <= start + longer.len())
    });
    is_near && !is_right
}

/// A text with its misprints set right.
pub fn corrected(text: &str, misprints: &[Misprint]) -> String {
    let mut right = String::with_capacity(text.len());
    let mut from = 0;
    for misprint in misprints {
        right.push_str(&text[from..misprint.at.start]);
        right.push_str(misprint.right);
        from = misprint.at.end;
    }
    right.push_str(&text[from..]);
    right
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_forms_and_longer_words_are_no_misprints() {
        for entry in &MISPRINTS.entries {
            assert!(misprints(&entry.right).is_empty(), "{}", entry.right);
            for longer in &entry.unless {
                let text = format!("{longer}{}", entry.near.join(""));
                assert!(misprints(&text).is_empty(), "{longer}");
            }
        }
    }

    #[test]
    fn a_text_is_set_right() {
        let text = "每人参加40分时培训，更好的推动工作";
        let found = misprints(text);
        assert_eq!(
            corrected(text, &found),
            "每人参加40学时培训，更好地推动工作"
        );
    }
}
