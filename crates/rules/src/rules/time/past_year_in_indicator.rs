//! The name of an indicator carries an earlier year.

use crate::case::Case;
use crate::facts::dates::is_annual;
use crate::facts::period::Period;
use crate::facts::years;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::{Sign, Word};
use plumbline_model::Severity;

/// The name of an indicator carries an earlier year.
pub static RULE: Rule = Rule {
    code: "T008",
    name: "past-year-in-indicator",
    title: text("指标名称写的是以前年度", "an indicator of an earlier year"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "年度绩效目标只管一个预算年度；在用系统和公开检查工具核对年度",
        "an annual target covers one budget year; published checkers compare the years",
    ))],
    why: text(
        "指标名称中的年份早于预算年度，多为旧表未改，考核时口径不清。",
        "A year gone by in the name of an indicator was mostly left over from an older form.",
    ),
    remedy: text(
        "改为本年度；确需以前年度数据作基数的，写明“较××年”。",
        "Use the budget year, or say 较 where the earlier year is a baseline.",
    ),
    finds: &["\
年度: 2025
数量 | 2024年培训人数 | ≥50人 <<
"],
    passes: &[
        "\
年度: 2025
数量 | 2025年培训人数 | ≥50人
",
        "\
年度: 2025
数量 | 2023级资助人数 | ≥50人
",
        "\
年度: 2025
经济 | 较2024年增收 | ≥5%
",
        "\
年度: 2025
项目: 2024年度培训经费
数量 | 2024年培训人数 | ≥50人
",
        "\
年度: 2025
数量 | 2024年结转工程数量 | 3个
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(year) = case
        .year
        .filter(|_| row.words.has_sign(Sign::Digit) && is_annual(row))
    else {
        return;
    };
    let mentions = years::of_matter(row.name, year);
    let Some(past) = mentions.iter().find(|mention| mention.until < year) else {
        return;
    };
    let in_period = case
        .period
        .is_some_and(|period| period.may_include(past.year) && period != Period::Open);
    let mut in_name = years::in_text(case.project_name()).into_iter();
    let is_explained =
        row.all_words().has(Word::PastYear) || in_name.any(|named| named.covers(past.year));
    if in_period || is_explained || mentions.iter().any(|mention| mention.covers(year)) {
        return;
    }
    let shown = past.shown();
    findings.report(
        row.spot(Part::Name),
        format!("指标“{}”写的是{shown}，表格是{year}年度", row.name),
        format!(
            "the indicator “{}” names {}, the form is for {year}",
            row.name, past.year
        ),
    );
}
