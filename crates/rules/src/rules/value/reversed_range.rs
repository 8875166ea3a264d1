//! A range or period ends before it begins.

use crate::case::Case;
use crate::facts::phrase;
use crate::findings::Findings;
use crate::row::Row;
use crate::rule::*;
use plumbline_model::{Reason, Severity};

/// A range or period ends before it begins.
pub static RULE: Rule = Rule {
    code: "V003",
    name: "reversed-range",
    title: text(
        "区间或期间首尾颠倒",
        "a range or period ends before it begins",
    ),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Clarity,
    basis: &[Basis::Arithmetic],
    why: text(
        "首尾颠倒的区间没有任何数值能够满足。",
        "No value lies within a range whose ends are swapped.",
    ),
    remedy: text("核对两端的数值或日期。", "Check both ends."),
    finds: &["数量 | 培训人数 | 50-30人 <<"],
    passes: &["数量 | 培训人数 | 30-50人", "时效 | 培训时间 | 3月-5月"],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let zh = "终点小于（早于）起点，疑为首尾颠倒或误录";
    let en = "it ends below (before) its beginning; perhaps the two are swapped";
    phrase::report_unclear(row, findings, Reason::Reversed, zh, en);
}
