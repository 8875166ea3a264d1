//! A price per person or day is stated in a unit of time.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Dimension, Severity};

/// A price per person or day is stated in a unit of time.
pub static RULE: Rule = Rule {
    code: "V012",
    name: "time-unit-in-unit-price",
    title: text("单价以时间为单位", "a price stated in a unit of time"),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Arithmetic],
    why: text(
        "成本标准应当是金额；以“月”“天”作单位多为“元”字误录，公开后标准无法执行。",
        "A standard of cost is money; 月 or 天 there is mostly a misprint of 元.",
    ),
    remedy: text(
        "核对单位，如“≤240元/人/天”。",
        "Check the unit, as in `≤240元/人/天`.",
    ),
    finds: &["成本 | 甲类培训 | ≤180月/人/天 <<"],
    passes: &[
        "成本 | 甲类培训 | ≤180元/人/天",
        "社会 | 日均开放时长标准 | ≥8小时/天",
        "成本 | 租用期 | 12个月",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity() else {
        return;
    };
    // Prose prints no level 2.
    let is_cost = match row.level2 {
        Some(level) => level.is_money_cost(),
        None => row.words.has(Word::Cost),
    };
    let is_per_something = !quantity.unit.per.is_empty();
    if let Some(unit) = measure::unit(quantity)
        && unit.dimension() == Dimension::Time
        && is_cost
        && is_per_something
    {
        let unit = unit.symbol();
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”的值“{}”：“{unit}”不能作成本的单位，疑为“元”之误",
                row.name, row.printed
            ),
            format!(
                "the value “{}” of “{}”: {unit} cannot be a unit of cost; perhaps 元 is meant",
                row.printed, row.name
            ),
        );
    }
}
