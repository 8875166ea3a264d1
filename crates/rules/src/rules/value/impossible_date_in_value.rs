//! A value states a date that does not exist.

use crate::case::Case;
use crate::facts::phrase;
use crate::findings::Findings;
use crate::row::Row;
use crate::rule::*;
use plumbline_model::{Reason, Severity};

/// A value states a date that does not exist.
pub static RULE: Rule = Rule {
    code: "V005",
    name: "impossible-date-in-value",
    title: text(
        "指标值中的日期不存在",
        "a value states a date that does not exist",
    ),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Clarity,
    basis: &[Basis::Arithmetic],
    why: text(
        "日期不存在，完成时限就无从判断。",
        "A deadline that does not exist cannot be met.",
    ),
    remedy: text("核对月份和日期。", "Check month and day."),
    finds: &["时效 | 验收时间 | 2025年2月30日前 <<"],
    passes: &["时效 | 验收时间 | 2025年2月28日前"],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let zh = "日历上没有这一日期";
    let en = "the calendar has no such date";
    phrase::report_unclear(row, findings, Reason::ImpossibleDate, zh, en);
}
