//! Findings as rows of a table, for CSV and workbooks.

use std::collections::BTreeSet;

use super::place_for_people;
use crate::message::Lang;
use crate::report::{FindingReport, Report, severity_name};

const N: usize = 19;

/// The columns, in Chinese and in English, and how wide a workbook shows them.
pub(crate) const COLUMNS: [(&str, &str, f64); N] = [
    ("文件", "source", 22.0),
    ("文档序号", "document", 9.0),
    ("项目", "project", 26.0),
    ("单位", "unit", 20.0),
    ("规则集", "profile", 12.0),
    ("级别", "severity", 8.0),
    ("编号", "code", 8.0),
    ("问题", "title", 24.0),
    ("说明", "message", 46.0),
    ("建议", "remedy", 40.0),
    ("位置", "place", 12.0),
    ("原文", "quote", 26.0),
    ("另见", "related", 36.0),
    ("原因", "why", 36.0),
    ("依据", "basis", 40.0),
    ("可改为", "fix", 16.0),
    ("审核要点", "criterion", 9.0),
    ("字段", "path", 20.0),
    ("规则名称", "rule", 20.0),
];

/// The column of the severity, which workbooks colour.
pub(crate) const SEVERITY_COLUMN: usize = 5;

/// A row of one finding.
pub(crate) fn row(report: &Report, finding: &FindingReport, lang: Lang) -> [String; N] {
    let document = report.documents.get(finding.document);
    let related = finding.related.iter().map(|related| {
        let place = place_for_people(related.place, &related.path, lang);
        format!("{place} {} {}", related.note, related.quote)
            .trim()
            .to_owned()
    });
    let basis = finding.basis.iter().map(|basis| basis.line(lang));
    let fix = finding.fix.as_ref().map(|fix| fix.after.clone());
    [
        report.source.clone(),
        (finding.document + 1).to_string(),
        finding.project.clone(),
        document.map_or(String::new(), |document| document.unit.clone()),
        document.map_or("", |document| document.profile).to_owned(),
        severity_name(finding.severity, lang).to_owned(),
        finding.code.clone(),
        finding.title.to_string(),
        finding.message.clone(),
        finding.remedy.to_string(),
        place_for_people(finding.place, &finding.path, lang),
        finding.quote.clone(),
        related.collect::<Vec<_>>().join("\n"),
        finding.why.to_string(),
        basis.collect::<Vec<_>>().join("\n"),
        fix.unwrap_or_default(),
        finding.criterion.to_owned(),
        finding.path.clone(),
        finding.name.to_string(),
    ]
}

/// A row for each document in which nothing was found, so that it can be seen that it was checked.
pub(crate) fn clean_rows(report: &Report, lang: Lang) -> impl Iterator<Item = [String; N]> {
    let found: BTreeSet<usize> = report.findings.iter().map(|f| f.document).collect();
    let documents = report.documents.iter().enumerate();
    let clean = documents.filter(move |(number, _)| !found.contains(number));
    clean.map(move |(number, document)| {
        let mut row: [String; N] = Default::default();
        row[0].clone_from(&report.source);
        row[1] = (number + 1).to_string();
        row[2].clone_from(&document.name);
        row[3].clone_from(&document.unit);
        row[4] = document.profile.to_owned();
        row[7] = lang.pick("没有发现问题", "nothing found").to_owned();
        row
    })
}
