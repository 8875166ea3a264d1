//! An output is to be zero.

use crate::case::Case;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// An output is to be zero.
pub static RULE: Rule = Rule {
    code: "R020",
    name: "zero-quantity",
    title: text("产出数量为零", "an output of zero"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Adequacy,
    basis: &[Basis::Arithmetic],
    why: text(
        "产出数量为零等于什么也不做；“≥0”任何情况都能完成。",
        "An output of zero is nothing; “≥0” is reached whatever is done.",
    ),
    remedy: text(
        "填写计划完成的数量；不涉及的，写“不适用”。",
        "State how much is planned, or 不适用.",
    ),
    finds: &["数量 | 培训人数 | 0人 <<", "数量 | 检查次数 | ≥0次 <<"],
    passes: &[
        "数量 | 培训人数 | 50人",
        "质量 | 事故起数 | 0起",
        "数量 | 责任事故数量 | 0起",
        "数量 | 新增债务 | 0万元",
        "数量 | 村集体经济空壳村数量 | 0个",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let does = row.words.has_any(&[
        Word::Activity,
        Word::CountName,
        Word::PersonCount,
        Word::PersonTimes,
    ]);
    let is_unwanted = || {
        row.all_words().has_any(&[Word::Adverse, Word::GraveHarm])
            || row.name.contains(['空', '无', '零'])
    };
    if row.level2 != Some(Level2::Quantity) || !does || is_unwanted() {
        return;
    }
    let Some(quantity) = row.quantity().filter(|quantity| quantity.change.is_none()) else {
        return;
    };
    let (low, high) = quantity.bounds();
    if low.or(high).is_some_and(|number| number.is_zero()) {
        findings.report(
            row.spot(Part::Value),
            format!("数量指标“{}”为“{}”", row.name, row.printed),
            format!("the output “{}” is “{}”", row.name, row.printed),
        );
    }
}
