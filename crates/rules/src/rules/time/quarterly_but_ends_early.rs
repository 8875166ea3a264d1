//! Work spread over the quarters is due before the last one.

use crate::case::Case;
use crate::facts::dates::{dates, deadline, last_day, recurs};
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Severity, TargetValue};

/// Work spread over the quarters is due before the last one.
pub static RULE: Rule = Rule {
    code: "T021",
    name: "quarterly-but-ends-early",
    title: text(
        "按季度安排而时限早于四季度末",
        "quarterly work due before the last quarter",
    ),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Arithmetic],
    why: text(
        "既按季度安排，又要求在第四季度结束前较早完成，两种说法略有矛盾。",
        "Work in every quarter cannot all be done when the fourth has hardly begun.",
    ),
    remedy: text(
        "写明各季度的节点，或把完成时间改到年末。",
        "State the date of each quarter, or a date at the end of the year.",
    ),
    finds: &["\
年度: 2025
时效 | 渠道清淤安排 | 分季度实施，9月底前完成 <<
"],
    passes: &[
        "\
年度: 2025
时效 | 渠道清淤安排 | 分季度实施，12月底前完成
",
        "\
年度: 2025
时效 | 拨付时间 | 每季度末前
",
        "\
年度: 2025
时效 | 完成时间 | 第三季度
",
        "\
年度: 2025
时效 | 完成时间 | 10月底前
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    // Most values name no season at all.
    let by_quarter = ["按照季度", "按季", "每季度", "分季度"];
    let is_by_quarter =
        row.printed.chars().any(|c| c == '季') && measure::contains_any(row.printed, &by_quarter);
    if !is_by_quarter || recurs(row.value()) && dates(row).is_empty() {
        return;
    }
    let year = case.year.unwrap_or_default();
    let due = deadline(row, year).or_else(|| due_in_text(row.printed, year));
    let Some((_, month @ 1..=11, _)) = due else {
        return;
    };
    findings.report(
        row.spot(Part::Value),
        format!(
            "“{}”的值“{}”按季度安排，又要求{month}月完成，第四季度的安排不清楚",
            row.name, row.printed
        ),
        format!(
            "“{}” (“{}”) goes by the quarter and is due in month {month}",
            row.name, row.printed
        ),
    );
}

/// The deadline of the last clause of a text that was not understood as a whole.
fn due_in_text(text: &str, year: u16) -> Option<plumbline_model::CalendarDay> {
    let clause = text.rsplit([',', '，', '；', ';']).next()?;
    match TargetValue::compile(clause) {
        TargetValue::Date(date) => last_day(&date, year),
        _ => None,
    }
}
