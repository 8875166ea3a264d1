//! How much was found, by rule and by document.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Counts, Report};

/// Counts of the findings that are shown.
#[derive(Debug, Serialize)]
pub(crate) struct Statistics<'a> {
    pub(crate) by_rule: Vec<RuleCounts<'a>>,
    pub(crate) by_document: Vec<DocumentCounts<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct RuleCounts<'a> {
    pub(crate) code: &'a str,
    pub(crate) title: &'a str,
    #[serde(flatten)]
    pub(crate) counts: Counts,
    /// Documents in which it was found.
    pub(crate) documents: usize,
}

#[derive(Debug, Serialize)]
pub(crate) struct DocumentCounts<'a> {
    pub(crate) source: &'a str,
    /// Counted from 0.
    pub(crate) document: usize,
    pub(crate) name: &'a str,
    pub(crate) unit: &'a str,
    pub(crate) profile: &'static str,
    #[serde(flatten)]
    pub(crate) counts: Counts,
}

impl<'a> Statistics<'a> {
    /// The rule found most often first, then by code; documents in their order, those in which
    /// nothing was found included.
    pub(crate) fn of(reports: &[&'a Report]) -> Statistics<'a> {
        let mut rules: BTreeMap<&str, RuleCounts<'a>> = BTreeMap::new();
        let mut by_document = Vec::new();
        for report in reports {
            let first = by_document.len();
            let rows = report.documents.iter().enumerate();
            by_document.extend(rows.map(|(number, document)| DocumentCounts {
                source: report.source.as_str(),
                document: number,
                name: document.name.as_str(),
                unit: document.unit.as_str(),
                profile: document.profile,
                counts: Counts::default(),
            }));
            for (number, _, findings) in report.by_document() {
                let mut codes = Vec::new();
                for finding in findings {
                    by_document[first + number].counts.add(finding.severity);
                    let rule = rules.entry(&finding.code).or_insert_with(|| RuleCounts {
                        code: &finding.code,
                        title: &finding.title,
                        counts: Counts::default(),
                        documents: 0,
                    });
                    rule.counts.add(finding.severity);
                    codes.push(finding.code.as_str());
                }
                codes.sort_unstable();
                codes.dedup();
                for code in codes {
                    rules.entry(code).and_modify(|rule| rule.documents += 1);
                }
            }
        }
        let mut by_rule: Vec<_> = rules.into_values().collect();
        by_rule.sort_by_key(|rule| std::cmp::Reverse(rule.counts.total()));
        Statistics {
            by_rule,
            by_document,
        }
    }
}
