//! A document of a volume is for another year than all others.

use crate::findings::Findings;
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::{Severity, Spot};
use std::collections::BTreeMap;

/// A document of a volume is for another year than all others.
pub static RULE: Rule = Rule {
    code: "T007",
    name: "year-unlike-volume",
    title: text(
        "个别表格的年度与全册不同",
        "one form of another year than the volume",
    ),
    severity: Severity::Warning,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "公开检查工具核对标题、表格与预算年度是否一致",
        "published checkers compare the years of title, table and budget",
    ))],
    why: text(
        "同一册中个别表格的年度不同，多为旧表未改年份。",
        "A single form of another year in a volume is mostly an old one.",
    ),
    remedy: text(
        "核对该表年度，按预算年度改正。",
        "Check the year of that form and correct it.",
    ),
    finds: &["\
年度: 2025
项目: 甲
---
年度: 2025
项目: 乙
---
年度: 2025
项目: 丙
---
年度: 2025
项目: 丁
---
年度: 2024 <<
项目: 戊
"],
    passes: &[
        "\
年度: 2025
项目: 甲
---
年度: 2024
项目: 乙
",
        "\
年度: 2025
---
年度: 2025
---
年度: 2025
---
年度: 2025
---
年度: 2025
",
    ],
    check: Check::Volume(check),
};

/// Fewest documents from which a common year is concluded.
const MANY: usize = 5;

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    for year in volume.iter().filter_map(|case| case.year) {
        *counts.entry(year).or_default() += 1;
    }
    let dated: usize = counts.values().sum();
    let Some((usual, count)) = counts.into_iter().max_by_key(|(_, count)| *count) else {
        return;
    };
    if dated < MANY || count * 5 < dated * 4 {
        return;
    }
    for case in volume.iter() {
        let field = &case.document.fiscal_year;
        let (Some(year), Some(place)) = (case.year, field.place()) else {
            continue;
        };
        if year != usual {
            findings.report_in(
                case.number,
                Spot::new("fiscal_year", place, year.to_string()),
                format!("本表年度为{year}年，而全册{dated}张表中有{count}张是{usual}年"),
                format!(
                    "this form is for {year}, while {count} of the {dated} forms are for {usual}"
                ),
            );
        }
    }
}
