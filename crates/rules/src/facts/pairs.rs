//! Documents of one source that speak of the same project and year.

use std::collections::HashMap;

use plumbline_model::DocumentKind;

use crate::case::Case;
use crate::row::Row;

/// A report on a project (monitoring or self-evaluation) and the target it reports on.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'c, 'a> {
    /// The report.
    pub report: &'c Case<'a>,
    /// The target.
    pub target: &'c Case<'a>,
}

/// All reports whose target is in the same source: same year, same code or, without one, same name.
pub fn reports_with_targets<'c, 'a>(cases: &'c [Case<'a>]) -> Vec<Pair<'c, 'a>> {
    let reports = [DocumentKind::SelfEvaluation, DocumentKind::MonitoringReport];
    let of_kind = |wanted: &[DocumentKind], case: &Case<'_>| wanted.contains(&case.document.kind);
    if !cases.iter().any(|case| of_kind(&reports, case)) {
        return Vec::new();
    }
    let targets = cases
        .iter()
        .filter(|case| of_kind(&[DocumentKind::ProjectTarget], case));
    let mut by_key: HashMap<(&str, u16), Option<&Case<'a>>> = HashMap::new();
    for target in targets {
        for key in keys(target) {
            // Two targets of one name: which is meant is not known.
            let entry = by_key.entry(key).or_insert(Some(target));
            if entry.is_some_and(|other| other.number != target.number) {
                *entry = None;
            }
        }
    }
    let reports = cases.iter().filter(|case| of_kind(&reports, case));
    reports
        .filter_map(|report| {
            let found = keys(report).find_map(|key| *by_key.get(&key)?);
            found.map(|target| Pair { report, target })
        })
        .collect()
}

fn keys<'a>(case: &Case<'a>) -> impl Iterator<Item = (&'a str, u16)> {
    let year = case.year;
    [case.document.project.code.text(), case.project_name()]
        .into_iter()
        .filter(|key| !key.is_empty())
        .filter_map(move |key| Some((key, year?)))
}

/// The annual indicators of a document by their names; names that occur twice are left out.
pub fn by_name<'c, 'a>(case: &'c Case<'a>) -> HashMap<String, &'c Row<'a>> {
    let mut rows: HashMap<String, Option<&Row<'a>>> = HashMap::new();
    for row in case.annual_rows().filter(|row| !row.name.is_empty()) {
        let entry = rows.entry(name_of(row));
        entry.and_modify(|row| *row = None).or_insert(Some(row));
    }
    rows.into_iter()
        .filter_map(|(name, row)| Some((name, row?)))
        .collect()
}

/// The name of an indicator without its blanks.
pub fn name_of(row: &Row<'_>) -> String {
    row.name.split_whitespace().collect()
}
