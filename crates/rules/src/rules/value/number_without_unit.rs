//! A number has no unit.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Decimal, Dimension, Magnitude, Multiplier, Quantity, Severity};

/// A number has no unit.
pub static RULE: Rule = Rule {
    code: "V009",
    name: "number-without-unit",
    title: text("数值没有计量单位", "a number without a unit"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "在用系统要求比较符号后有数值和计量单位",
        "systems in use demand a number and a unit after a comparison sign",
    ))],
    why: text(
        "没有单位的数值可以作不同理解，汇总和考核都无法进行。",
        "A bare number can be read in several ways and cannot be added up.",
    ),
    remedy: text("补写计量单位。", "Add the unit."),
    finds: &["数量 | 培训次数 | ≥15 <<"],
    passes: &[
        "数量 | 培训次数 | ≥15次",
        "质量 | 空气质量指数 | ≤80",
        "数量 | 培训人数（人） | 30",
        "质量 | 设备完好率 | 1",
        "成本 | 活动费用 | ≤1万",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity() else {
        return;
    };
    let is_bare = quantity.dimension() == Dimension::None && quantity.unit.per.is_empty();
    if !is_bare
        || quantity.of.is_some()
        || quantity.change.is_some()
        || is_share_or_money(row, quantity)
    {
        return;
    }
    let unit_is_named = row.bare_name != row.name || row.name.contains(['%', '％']);
    let needs_none = [
        "指数",
        "系数",
        "比",
        "值",
        "排名",
        "名次",
        "位次",
        "分数",
        "得分",
        "评分",
        "等级",
        "容积率",
    ];
    if !unit_is_named
        && !measure::ends_with_any(row.name, &needs_none)
        && !measure::is_zero(quantity)
    {
        findings.report(
            row.spot(Part::Value),
            format!("指标“{}”的值“{}”没有计量单位", row.name, row.printed),
            format!("the value “{}” of “{}” has no unit", row.printed, row.name),
        );
    }
}

/// What other rules ask about: 1 for a whole share, 1万 for an amount of money.
fn is_share_or_money(row: &Row<'_>, quantity: &Quantity) -> bool {
    let is_money =
        row.level2.is_some_and(|level| level.is_money_cost()) || row.words.has(Word::Cost);
    let multiplied =
        matches!(quantity.magnitude, Magnitude::One(f) if f.multiplier != Multiplier::One);
    let (_, high) = quantity.bounds();
    let up_to_one = high.is_some_and(|high| high <= Decimal::ONE);
    let is_share =
        measure::names_share(row) || measure::ends_with_any(row.name, &["及时性", "满意度"]);
    (is_money && multiplied) || (is_share && up_to_one)
}
