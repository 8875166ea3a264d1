//! A range is so wide that it says little.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level1;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Decimal, Dimension, Severity};

/// A range is so wide that it says little.
pub static RULE: Rule = Rule {
    code: "V050",
    name: "range-says-little",
    title: text("区间过宽", "a range too wide to say much"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Adequacy,
    basis: &[Basis::Practice(text(
        "绩效目标审核人员的通常要求",
        "what reviewers of targets ask for",
    ))],
    why: text(
        "区间过宽，高低相差数倍都算完成。",
        "With a range this wide, several times more or less counts as done.",
    ),
    remedy: text(
        "缩小区间，或改为“≥”加确定值。",
        "Narrow it, or state a floor.",
    ),
    finds: &[
        "数量 | 走访慰问人数 | 50-300人 <<",
        "质量 | 合格率 | 40%-100% <<",
    ],
    passes: &[
        "数量 | 走访慰问人数 | 50-100人",
        "成本 | 帮扶标准 | 1000-5000元/人",
        "质量 | 室内温度 | 18-26℃",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity().filter(|_| row.level1 != Some(Level1::Cost)) else {
        return;
    };
    let Some((low, high)) = measure::range(quantity) else {
        return;
    };
    let is_wide = match quantity.dimension() {
        Dimension::Persons | Dimension::PersonTimes | Dimension::Count => {
            high > low * Decimal::from(3)
        }
        Dimension::Share => measure::is_in(quantity, "%") && high - low >= Decimal::from(50),
        _ => false,
    };
    if is_wide {
        findings.report(
            row.spot(Part::Value),
            format!("指标“{}”的值“{}”区间过宽", row.name, row.printed),
            format!("the range “{}” of “{}” is very wide", row.printed, row.name),
        );
    }
}
