//! A value is below nothing.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Decimal, Dimension, Severity};

/// A value is below nothing.
pub static RULE: Rule = Rule {
    code: "V039",
    name: "negative-number",
    title: text("指标值为负数", "a value below nothing"),
    severity: Severity::Warning,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Arithmetic,
        Basis::Practice(text(
            "在用检查把负数列为疑点",
            "checks in use question negative numbers",
        )),
    ],
    why: text(
        "数量、比率和金额不会是负数；多为短横被当作负号。",
        "Counts, shares and amounts are not negative; mostly a dash became a minus.",
    ),
    remedy: text(
        "核对数值；下降用“下降5%”表示。",
        "Check it; state a fall as `下降5%`.",
    ),
    finds: &["数量 | 培训人数 | -50人 <<"],
    passes: &[
        "数量 | 培训人数 | 50人",
        "生态 | 碳排放变化率 | -5%",
        "质量 | 冷库温度 | -18℃",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity() else {
        return;
    };
    let (low, high) = quantity.bounds();
    let is_negative = low.or(high).is_some_and(|bound| bound < Decimal::ZERO);
    let may_be = row.words.has_any(&[Word::Growth, Word::Deviation])
        || quantity.dimension() == Dimension::Physical;
    if is_negative && !may_be {
        findings.report(
            row.spot(Part::Value),
            format!("指标“{}”的值“{}”是负数", row.name, row.printed),
            format!("the value “{}” of “{}” is negative", row.printed, row.name),
        );
    }
}
