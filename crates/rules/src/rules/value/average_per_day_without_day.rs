//! The name says per person and day, the unit does not.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Dimension, Severity};

/// The name says per person and day, the unit does not.
pub static RULE: Rule = Rule {
    code: "V016",
    name: "average-per-day-without-day",
    title: text(
        "名称为日均，单位没有“天”",
        "a daily average whose unit names no day",
    ),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "绩效目标审核人员的通常要求",
        "what reviewers of targets ask for",
    ))],
    why: text(
        "按日计的标准漏写“天”，同一标准可以算出相差数倍的金额。",
        "A daily standard without its day gives amounts several times too small or large.",
    ),
    remedy: text(
        "按名称补齐单位，如“元/人/天”。",
        "Complete the unit, as in `元/人/天`.",
    ),
    finds: &["成本 | 人日均培训费 | ≤200元/人/次 <<"],
    passes: &[
        "成本 | 人日均培训费 | ≤200元/人/天",
        "成本 | 人均培训费 | ≤200元/人",
        "成本 | 日均费用 | ≤200元",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity() else {
        return;
    };
    let is_daily = || measure::contains_any(row.name, &["日均", "每日", "每天", "人日"]);
    let names_day = measure::is_per_any(quantity, &["天", "人天", "工作日"]);
    let is_priced = quantity.dimension() == Dimension::Money && !quantity.unit.per.is_empty();
    if is_priced && !names_day && is_daily() {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”按日计，值“{}”的单位却没有“天”",
                row.name, row.printed
            ),
            format!(
                "“{}” is per day, the unit of its value “{}” is not",
                row.name, row.printed
            ),
        );
    }
}
