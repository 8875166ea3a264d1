//! Which rules are asked: by code (`M012`), by the beginning of a code (`M`, `M01`), by family
//! (`money`, `资金勾稽`), by name, or all.

use crate::rule::{Family, Rule};
use crate::rules;

/// Something that no rule and no family is called.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no rule and no family `{code}`")]
pub struct UnknownCode {
    /// As it was asked for.
    pub code: String,
    /// What is most like it, the likeliest first.
    pub similar: Vec<&'static str>,
}

/// How many similar codes and names are offered.
const SIMILAR_MAX: usize = 3;

/// A selection of rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    select: Vec<String>,
    ignore: Vec<String>,
}

impl Selection {
    /// Everything.
    pub fn all() -> Selection {
        Selection::default()
    }

    /// The rules of `select` (all, where it is empty) without those of `ignore`.
    pub fn new(select: &[String], ignore: &[String]) -> Result<Selection, UnknownCode> {
        for entry in select.iter().chain(ignore) {
            named(entry)?;
        }
        Ok(Selection {
            select: select.to_vec(),
            ignore: ignore.to_vec(),
        })
    }

    /// Whether a rule is asked.
    pub fn has(&self, rule: &Rule) -> bool {
        let named = |codes: &[String]| codes.iter().any(|code| names(code, rule));
        (self.select.is_empty() || named(&self.select)) && !named(&self.ignore)
    }
}

/// The rules that an entry means; none where it is a family that has no rules yet.
pub fn named(entry: &str) -> Result<Vec<&'static Rule>, UnknownCode> {
    let rules = rules::ALL.iter().copied();
    let meant: Vec<_> = rules.filter(|rule| names(entry, rule)).collect();
    match meant.is_empty() && family(entry).is_none() {
        true => Err(UnknownCode {
            code: entry.trim().to_owned(),
            similar: similar(entry.trim()),
        }),
        false => Ok(meant),
    }
}

/// The family that an entry means, by letter, folder or name.
pub fn family(entry: &str) -> Option<Family> {
    let entry = entry.trim();
    let is_meant = |family: &Family| {
        let spelled = [
            family.code(),
            family.folder(),
            family.name().zh,
            family.name().en,
        ];
        spelled.iter().any(|word| word.eq_ignore_ascii_case(entry))
    };
    Family::ALL.iter().copied().find(is_meant)
}

/// Whether an entry of a selection means a rule.
pub fn names(entry: &str, rule: &Rule) -> bool {
    let entry = entry.trim();
    let is_code = !entry.is_empty() && rule.code.starts_with(&entry.to_ascii_uppercase());
    is_code || entry == rule.name || family(entry) == Some(rule.family())
}

/// The codes and names most like an entry that nobody knows.
fn similar(entry: &str) -> Vec<&'static str> {
    let entry = entry.to_ascii_lowercase();
    let likeness = |word: &str| {
        let steps = steps_between(&entry, &word.to_ascii_lowercase());
        // With more than half of its letters wrong it is another word.
        (steps * 2 <= word.chars().count()).then_some(steps)
    };
    let words = rules::ALL.iter().flat_map(|rule| [rule.code, rule.name]);
    let mut close: Vec<_> = words
        .filter_map(|word| Some((likeness(word)?, word)))
        .collect();
    close.sort_unstable();
    let close = close.into_iter().map(|(_, word)| word);
    close.take(SIMILAR_MAX).collect()
}

/// How many letters must be put in, left out or changed to get from one word to another.
fn steps_between(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in to.iter().enumerate() {
            let changed = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_named_by_code_beginning_family_and_name() {
        for entry in [
            "V001",
            "v001",
            "V",
            "value",
            "指标值",
            "blank-value",
            " V00 ",
        ] {
            let rules = named(entry).expect(entry);
            assert!(rules.iter().any(|rule| rule.code == "V001"), "{entry}");
        }
    }

    #[test]
    fn what_nobody_is_called_is_refused_with_what_is_most_like_it() {
        let unknown = named("blank-valeu").expect_err("a slip");
        assert_eq!(unknown.similar.first(), Some(&"blank-value"));
        assert!(named("").is_err());
        let nothing = named("zzzzzzzz").expect_err("nothing like it");
        assert!(nothing.similar.is_empty());
    }
}
