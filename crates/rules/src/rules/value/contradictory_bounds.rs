//! The signs or words of a value exclude each other.

use crate::case::Case;
use crate::facts::phrase;
use crate::findings::Findings;
use crate::row::Row;
use crate::rule::*;
use plumbline_model::{Reason, Severity};

/// The signs or words of a value exclude each other.
pub static RULE: Rule = Rule {
    code: "V002",
    name: "contradictory-bounds",
    title: text(
        "指标值自相矛盾",
        "the signs or words of a value exclude each other",
    ),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Clarity,
    basis: &[Basis::Arithmetic],
    why: text(
        "方向相反的符号和用语并存，无法判断完成与否。",
        "With a sign and a word of opposite direction nobody can say whether the target was reached.",
    ),
    remedy: text(
        "只保留一种表述，如“≥50人”。",
        "Keep one statement, such as `≥50人`.",
    ),
    finds: &["数量 | 培训人数 | ≤50人以上 <<"],
    passes: &["数量 | 培训人数 | ≥50人以上", "数量 | 培训人数 | 50人以上"],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let zh = "比较符号与“以上”“以下”等用语互相矛盾，请核对方向";
    let en = "its sign and its words exclude each other; please check the direction";
    phrase::report_unclear(row, findings, Reason::Contradictory, zh, en);
}
