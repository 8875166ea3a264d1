//! Standards of expenditure for unit costs, from `official/standards/unit_costs.toml`.

use std::sync::LazyLock;

use plumbline_model::{Bilingual, Decimal};
use serde::Deserialize;

use crate::words::{Word, Words};

/// What one person costs a day, by a standard.
#[derive(Debug)]
pub struct Standard {
    /// What it is called.
    pub what: Bilingual,
    /// Below this something is left out, or the unit is another; in yuan.
    pub low: Decimal,
    /// The highest class of the standard, in yuan.
    pub high: Decimal,
    words: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[expect(dead_code, reason = "said for people")]
    checked: toml::value::Datetime,
    standard: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    words: String,
    what: What,
    #[expect(dead_code, reason = "said for people")]
    source: String,
    low: u32,
    high: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct What {
    zh: String,
    en: String,
}

static STANDARDS: LazyLock<Vec<Standard>> = LazyLock::new(|| {
    let text = include_str!("../../../../official/standards/unit_costs.toml");
    load(text).unwrap_or_else(|problem| panic!("official/standards/unit_costs.toml: {problem}"))
});

fn load(text: &str) -> Result<Vec<Standard>, String> {
    let file: File = toml::from_str(text).map_err(|e| e.to_string())?;
    let standard = |entry: Entry| {
        let known = Word::ALL.iter().find(|word| word.key() == entry.words);
        let words = *known.ok_or(format!("no class of words `{}`", entry.words))?;
        Ok(Standard {
            what: Bilingual::new(entry.what.zh, entry.what.en),
            low: Decimal::from(entry.low),
            high: Decimal::from(entry.high),
            words,
        })
    };
    file.standard.into_iter().map(standard).collect()
}

/// The standard for what a text of these words speaks of; none where it speaks of several.
pub fn of(words: Words) -> Option<&'static Standard> {
    let mut fitting = STANDARDS
        .iter()
        .filter(|standard| words.has(standard.words));
    let first = fitting.next();
    first.filter(|_| fitting.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standards_are_found_by_what_a_text_speaks_of() {
        assert!(of(Words::of("干部培训标准")).is_some_and(|s| s.low < s.high));
        assert!(of(Words::of("养护标准")).is_none());
        assert!(of(Words::of("会议和培训标准")).is_none());
    }
}
