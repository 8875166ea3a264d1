//! Festivals by which work is dated, from `official/calendar/festivals.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::words::{Word, Words};

/// A festival and the months in which it can fall.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Festival {
    /// Its names; the first is the one it is shown by.
    pub names: Vec<String>,
    /// First month.
    pub first: u8,
    /// Last month.
    pub last: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Calendar {
    #[expect(dead_code, reason = "said for people")]
    checked: toml::value::Datetime,
    #[expect(dead_code, reason = "said for people")]
    source: String,
    festival: Vec<Festival>,
}

static CALENDAR: LazyLock<Vec<Festival>> = LazyLock::new(|| {
    let text = include_str!("../../../../official/calendar/festivals.toml");
    let read = toml::from_str::<Calendar>(text);
    read.unwrap_or_else(|problem| panic!("official/calendar/festivals.toml: {problem}"))
        .festival
});

impl Festival {
    /// The name it is shown by.
    pub fn name(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }
}

/// The festivals a text names, of which the classes of words are known.
pub fn named(text: &str, words: Words) -> impl Iterator<Item = &'static Festival> {
    let calendar: &'static [Festival] = match words.has(Word::Festival) {
        true => &CALENDAR,
        false => &[],
    };
    let is_named = |festival: &&Festival| festival.names.iter().any(|name| text.contains(name));
    calendar
        .iter()
        .filter(is_named)
        .collect::<Vec<_>>()
        .into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn festivals_are_found_by_any_of_their_names() {
        let text = "春节、重阳节走访";
        let found = named(text, Words::of(text)).map(Festival::name);
        assert_eq!(found.collect::<Vec<_>>(), ["春节", "重阳"]);
        let text = "十一届三次全会";
        assert_eq!(named(text, Words::of(text)).count(), 0);
    }
}
