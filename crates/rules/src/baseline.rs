//! Baselines: findings that were there when a bureau began, so that it hears of new ones only.
//!
//! A finding is known again by what it is about, not by its line: rows may move.

use std::collections::BTreeMap;

use plumbline_model::{Document, Finding};
use serde::{Deserialize, Serialize};

use crate::waiver::indicator_name;

/// By what a finding is known again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fingerprint {
    /// Code of the rule.
    pub code: String,
    /// Budget year of the document, if it states one.
    pub year: Option<u16>,
    /// Name of the project, `""` where there is none.
    pub project: String,
    /// Name of the indicator, or the path of the field.
    pub about: String,
    /// What is written there.
    pub quote: String,
}

impl Fingerprint {
    /// The fingerprint of a finding in the documents of its source.
    pub fn of(finding: &Finding, documents: &[Document]) -> Fingerprint {
        let document = documents.get(finding.document);
        let indicator = document.and_then(|d| indicator_name(d, &finding.spot.path));
        // The number of a goal or a row may change; which field it is does not.
        let field = || {
            finding
                .spot
                .path
                .chars()
                .filter(|c| !c.is_ascii_digit())
                .collect()
        };
        Fingerprint {
            code: finding.code.clone(),
            year: document.and_then(|d| d.fiscal_year.get().copied()),
            project: document.map_or(String::new(), |d| d.project.name.text().to_owned()),
            about: indicator.map_or_else(field, str::to_owned),
            quote: finding.spot.quote.clone(),
        }
    }
}

/// Findings known before, each as often as it was there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeMap<Fingerprint, u32>,
}

/// A line of a baseline file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    #[serde(flatten)]
    fingerprint: Fingerprint,
    times: u32,
}

impl Baseline {
    /// Adds a finding.
    pub fn add(&mut self, fingerprint: Fingerprint) {
        *self.known.entry(fingerprint).or_default() += 1;
    }

    /// How many findings it knows.
    pub fn len(&self) -> usize {
        self.known.values().map(|times| *times as usize).sum()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Whether a finding was there before; each is known only as often as it was there.
    pub fn takes(&mut self, fingerprint: &Fingerprint) -> bool {
        match self.known.get_mut(fingerprint) {
            Some(times) if *times > 0 => {
                *times -= 1;
                true
            }
            _ => false,
        }
    }

    /// As JSON lines, in a fixed order, to be kept under version control.
    pub fn to_lines(&self) -> String {
        let line = |(fingerprint, times): (&Fingerprint, &u32)| {
            let line = Line {
                fingerprint: fingerprint.clone(),
                times: *times,
            };
            serde_json::to_string(&line).unwrap_or_default() + "\n"
        };
        self.known.iter().map(line).collect()
    }

    /// Reads what [`Baseline::to_lines`] wrote. `Err` is the number of the bad line, from 1, and what
    /// is wrong with it.
    pub fn from_lines(text: &str) -> Result<Baseline, (u32, String)> {
        let mut baseline = Baseline::default();
        for (number, line) in (1..)
            .zip(text.lines())
            .filter(|(_, line)| !line.trim().is_empty())
        {
            let line: Line = serde_json::from_str(line).map_err(|e| (number, e.to_string()))?;
            *baseline.known.entry(line.fingerprint).or_default() += line.times;
        }
        Ok(baseline)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::documents;
    use crate::{Checker, ProfileChoice, Selection};

    fn fingerprints(example: &str) -> Vec<Fingerprint> {
        let (documents, _) = documents(example);
        let only = Selection::new(&["V001".to_owned()], &[]).expect("known");
        let checked = Checker::new(&only, ProfileChoice::Shown).check(&documents);
        checked
            .findings
            .iter()
            .map(|f| Fingerprint::of(f, &documents))
            .collect()
    }

    #[test]
    fn findings_are_known_again_where_rows_have_moved_and_new_ones_are_new() {
        let mut baseline = Baseline::default();
        fingerprints("项目: 养护\n数量 | 里程 |")
            .into_iter()
            .for_each(|f| baseline.add(f));
        let mut again = Baseline::from_lines(&baseline.to_lines()).expect("its own lines");
        assert_eq!(again, baseline);
        let now = fingerprints("项目: 养护\n质量 | 合格率 |\n数量 | 里程 |\n数量 | 里程 |");
        let new: Vec<_> = now
            .iter()
            .filter(|f| !again.takes(f))
            .map(|f| f.about.as_str())
            .collect();
        assert_eq!(new, ["合格率", "里程"]);
        assert_eq!(
            Baseline::from_lines("\n{").map_err(|(line, _)| line),
            Err(2)
        );
    }
}
