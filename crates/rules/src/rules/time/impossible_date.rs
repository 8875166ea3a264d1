//! A value is a date that does not exist.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Reason, Severity, TargetValue};

/// A value is a date that does not exist.
pub static RULE: Rule = Rule {
    code: "T027",
    name: "impossible-date",
    title: text("日期不存在", "a date that does not exist"),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Clarity,
    basis: &[Basis::Arithmetic],
    why: text(
        "日历上没有这一天，时限无法执行。",
        "There is no such day, so nothing can be due by it.",
    ),
    remedy: text("改正日期。", "Correct the date."),
    finds: &[
        "时效 | 验收时间 | 2025年2月30日前 <<",
        "时效 | 验收时间 | 2025年13月底前 <<",
    ],
    passes: &[
        "时效 | 验收时间 | 2025年2月28日前",
        "时效 | 验收时间 | 2024年2月29日前",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let is_impossible = matches!(row.value(), TargetValue::Unclear(unclear) if unclear.reason == Reason::ImpossibleDate);
    if is_impossible {
        findings.report(
            row.spot(Part::Value),
            format!("指标“{}”的时间“{}”在日历上不存在", row.name, row.printed),
            format!(
                "“{}” is due “{}”, a date that does not exist",
                row.name, row.printed
            ),
        );
    }
}
