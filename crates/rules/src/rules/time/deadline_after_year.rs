//! A deadline of an annual target lies after the budget year.

use crate::case::Case;
use crate::facts::dates::{dates, is_annual, last_day, outlasts};
use crate::facts::period::Period;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// A deadline of an annual target lies after the budget year.
pub static RULE: Rule = Rule {
    code: "T002",
    name: "deadline-after-year",
    title: text("时限晚于预算年度", "a deadline after the budget year"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Attainability,
    basis: &[Basis::Practice(text(
        "年度绩效目标只管一个预算年度；在用系统和公开检查工具核对年度",
        "an annual target covers one budget year; published checkers compare the years",
    ))],
    why: text(
        "年度目标要在预算年度内考核，时限落在下一年度的，当年无法评价。",
        "An annual target is judged at the end of its year; what is due later cannot be.",
    ),
    remedy: text(
        "写明本年度内应达到的节点；跨年完成的内容放在中期（实施期）目标中。",
        "State what is reached within the year; put what is finished later into the medium-term goals.",
    ),
    finds: &[
        "\
年度: 2025
时效 | 主体工程完工时间 | 2026年6月底前 <<
",
        "\
年度: 2025
时效 | 验收完成时间 | 次年3月底前 <<
",
    ],
    passes: &[
        "\
年度: 2025
时效 | 主体工程完工时间 | 2025年12月31日前
",
        "\
年度: 2025
项目期: 2025-2027
中期 时效 | 全部工程完工时间 | 2027年6月底前
",
        "\
年度: 2025
时效 | 项目开展时间 | 2025年6月-2026年5月
",
        "\
年度: 2025
项目期: 2025.01-2025.12
时效 | 完工时间 | 2026年6月底前
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(year) = case.year.filter(|_| is_annual(row) && !outlasts(row)) else {
        return;
    };
    // A period with an end is held against the deadline by another rule; one that runs on from
    // this year into the next is stated as such.
    if matches!(case.period, Some(Period::Span(..))) {
        return;
    }
    let late = dates(row).into_iter().find(|date| {
        let starts_in_time = date.to.is_some() && date.from.year_in(year) <= year;
        !starts_in_time && last_day(date, year).is_some_and(|(last, ..)| last > year)
    });
    if late.is_some() {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”的时限“{}”晚于预算年度{year}年，年内无法考核",
                row.name, row.printed
            ),
            format!(
                "“{}” is due “{}”, after the budget year {year} has ended",
                row.name, row.printed
            ),
        );
    }
}
