//! A name of a frequency has a date or a share for its value.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Dimension, Severity, TargetValue};

/// A name of a frequency has a date or a share for its value.
pub static RULE: Rule = Rule {
    code: "V027",
    name: "frequency-name-with-date",
    title: text(
        "名称为频次，值不是频次",
        "a frequency whose value is a date or a share",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "绩效目标审核人员的通常要求",
        "what reviewers of targets ask for",
    ))],
    why: text(
        "频次说的是多久一次，日期或比率没有回答。",
        "A frequency says how often; a date or a share does not.",
    ),
    remedy: text(
        "填“每月1次”“≥4次/年”等。",
        "State `每月1次`, `≥4次/年` and the like.",
    ),
    finds: &[
        "时效 | 设备巡检频次 | 2025年10月底前 <<",
        "时效 | 设备巡检频次 | 100% <<",
    ],
    passes: &[
        "时效 | 设备巡检频次 | 每季度1次",
        "时效 | 设备巡检频率 | 每月",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let names_frequency = measure::ends_with_any(row.bare_name, &["频次", "频率", "频度"]);
    let is_other = match row.value() {
        TargetValue::Date(_) => true,
        TargetValue::Quantity(quantity) => quantity.dimension() == Dimension::Share,
        _ => false,
    };
    if names_frequency && is_other {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”问的是多久一次，值“{}”没有回答",
                row.name, row.printed
            ),
            format!(
                "“{}” asks how often, which “{}” does not say",
                row.name, row.printed
            ),
        );
    }
}
