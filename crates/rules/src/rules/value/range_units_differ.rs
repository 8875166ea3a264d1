//! The ends of a range have different units.

use crate::case::Case;
use crate::facts::phrase;
use crate::findings::Findings;
use crate::row::Row;
use crate::rule::*;
use plumbline_model::{Reason, Severity};

/// The ends of a range have different units.
pub static RULE: Rule = Rule {
    code: "V004",
    name: "range-units-differ",
    title: text(
        "区间两端单位不一致",
        "the ends of a range have different units",
    ),
    severity: Severity::Warning,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Clarity,
    basis: &[Basis::Arithmetic],
    why: text(
        "两端单位不同，无法确定区间。",
        "A range between different units is none.",
    ),
    remedy: text("两端使用同一单位。", "Use one unit for both ends."),
    finds: &["数量 | 培训规模 | 30人-50场 <<"],
    passes: &["数量 | 培训规模 | 30人-50人"],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let zh = "区间两端的单位不一致";
    let en = "the two ends of the range have different units";
    phrase::report_unclear(row, findings, Reason::MixedUnits, zh, en);
}
