//! The catalogue as a table for Excel and WPS: a row a rule, then a row for each question that is
//! left to a person.

use std::io::{self, Write};

use super::applies;
use crate::catalogue::{Catalogue, criterion_name, family_name};
use crate::message::Lang;
use crate::output::csv::Table;
use crate::report::severity_name;

const COLUMNS: [(&str, &str); 10] = [
    ("编号", "code"),
    ("名称", "name"),
    ("类别", "family"),
    ("级别", "severity"),
    ("问题", "title"),
    ("审核要点", "criterion"),
    ("适用", "applies_to"),
    ("原因", "why"),
    ("建议", "remedy"),
    ("依据", "basis"),
];

pub(crate) fn list(catalogue: &Catalogue, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::with_heads(COLUMNS, lang)?;
    for rule in &catalogue.rules {
        let basis = rule.basis.iter().map(|basis| basis.line(lang));
        table.row([
            rule.code,
            rule.name,
            family_name(rule.in_family, lang),
            severity_name(rule.severity, lang),
            rule.title,
            &criterion_name(rule.on_criterion, lang),
            &applies(rule, lang),
            rule.why,
            rule.remedy,
            &basis.collect::<Vec<_>>().join("\n"),
        ])?;
    }
    for item in &catalogue.by_hand {
        table.row([
            "",
            "",
            "",
            lang.pick("人工", "by hand"),
            item.title,
            &criterion_name(item.on_criterion, lang),
            "",
            "",
            item.look,
            &item.basis.line(lang),
        ])?;
    }
    table.write(to)
}
