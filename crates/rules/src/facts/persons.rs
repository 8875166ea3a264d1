//! Names of persons in running text, told by `official/words/persons.toml`. A name is found only
//! where the words around it speak of one person; a place or a body is none.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use serde::Deserialize;

use crate::words::is_han;

#[derive(Debug, Deserialize)]
struct Persons {
    surnames: String,
    surnames_with_care: String,
    payments: Vec<String>,
    before_payments: Vec<String>,
    counts: Vec<String>,
    before_counts: Vec<String>,
    comrades: Vec<String>,
    not_names: Vec<String>,
    public: Vec<String>,
    place_ends: String,
}

static PERSONS: LazyLock<Persons> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../../official/words/persons.toml"))
        .unwrap_or_else(|problem| panic!("official/words/persons.toml: {problem}"))
});

/// The words before which a name may stand, all in one pass: few texts have any.
static SIGNALS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let words = [&PERSONS.payments, &PERSONS.counts, &PERSONS.comrades];
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .prefilter(false)
        .build(words.into_iter().flatten())
        .unwrap_or_else(|problem| panic!("official/words/persons.toml: {problem}"))
});

/// The names of persons in a text, in its order.
pub fn names(text: &str) -> Vec<Range<usize>> {
    let persons = &*PERSONS;
    let signals = SIGNALS.find_overlapping_iter(text);
    let names = signals.filter_map(|word| {
        let (before, surnames) = persons.asked_by(word.pattern().as_usize());
        persons.name_before(text, word.start(), before, surnames)
    });
    let mut found: Vec<_> = names.collect();
    found.sort_by_key(|range| (range.start, range.end));
    found.dedup_by_key(|range| range.start);
    found
}

impl Persons {
    /// What must stand before a name that this one of the signals follows, and which surnames it may
    /// have: a payment allows few.
    fn asked_by(&self, signal: usize) -> (Option<&[String]>, [&str; 2]) {
        let all = [self.surnames.as_str(), &self.surnames_with_care];
        let (payments, counts) = (self.payments.len(), self.counts.len());
        match signal {
            n if n < payments => (Some(&self.before_payments), [&self.surnames, ""]),
            n if n < payments + counts => (Some(&self.before_counts), all),
            _ => (None, all),
        }
    }

    /// The name that ends at `end`, if what stands before it allows a name.
    fn name_before(
        &self,
        text: &str,
        end: usize,
        before: Option<&[String]>,
        surnames: [&str; 2],
    ) -> Option<Range<usize>> {
        let mut starts = text[..end].char_indices().rev();
        let _last = starts.next()?;
        let (second, _) = starts.next()?;
        let third = starts.next().map(|(at, _)| at);
        [third, Some(second)]
            .into_iter()
            .flatten()
            .map(|start| start..end)
            .find(|range| {
                self.is_name(&text[range.clone()], surnames) && allows(&text[..range.start], before)
            })
    }

    fn is_name(&self, name: &str, surnames: [&str; 2]) -> bool {
        let first = name.chars().next();
        let is_surname = first.is_some_and(|c| surnames.iter().any(|list| list.contains(c)));
        let begins_word = |word: &String| name.starts_with(word.as_str());
        let is_word = || {
            self.not_names.iter().any(begins_word)
                || self.public.iter().any(|public| public == name)
        };
        let last = name.chars().next_back();
        let is_place = last.is_some_and(|c| self.place_ends.contains(c)) || name.contains('家');
        is_surname && !is_place && name.chars().all(is_han) && !is_word()
    }
}

/// Whether a name may stand after this text. Before 同志 anything may stand.
fn allows(text_before: &str, before: Option<&[String]>) -> bool {
    let Some(before) = before else {
        return true;
    };
    text_before.is_empty()
        || before
            .iter()
            .any(|word| text_before.ends_with(word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_told_from_places_and_things() {
        let cases = [
            ("活动中心经费（含张云工资）", Some("张云")),
            ("老党员李云溪1人", Some("李云溪")),
            ("慰问李云溪同志", Some("李云溪")),
            ("给王云溪困难补助", Some("王云溪")),
            ("含高温津贴和任职补贴", None),
            ("发放高山补贴、林区津贴", None),
            ("离休干部林云溪1人", Some("林云溪")),
            ("（含李庄补助）", None),
            ("为30余名同志发放", None),
            ("在岗护林员、巡护员1人", None),
            ("学习习近平同志著作", None),
            ("离退休老同志慰问", None),
            ("含临时人员工资", None),
        ];
        for (text, name) in cases {
            let found = names(text);
            let found = found.first().map(|range| &text[range.clone()]);
            assert_eq!(found, name, "{text}");
        }
    }
}
