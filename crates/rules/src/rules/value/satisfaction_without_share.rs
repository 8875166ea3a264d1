//! Satisfaction is stated otherwise than as a share or a score.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Dimension, Severity, TargetValue};

/// Satisfaction is stated otherwise than as a share or a score.
pub static RULE: Rule = Rule {
    code: "V028",
    name: "satisfaction-without-share",
    title: text("满意度的值不是比率", "satisfaction that is no share"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "绩效目标审核人员的通常要求",
        "what reviewers of targets ask for",
    ))],
    why: text(
        "满意度要靠调查得出百分比或得分，“满意”“较高”没有标准。",
        "Satisfaction is a share or a score from a survey; “satisfied” sets no standard.",
    ),
    remedy: text(
        "填写百分比，如“≥90%”。",
        "State a percentage, such as `≥90%`.",
    ),
    finds: &[
        "满意度 | 群众满意度 | 较高 <<",
        "满意度 | 群众满意度 | ≥30人 <<",
    ],
    passes: &[
        "满意度 | 群众满意度 | ≥90%",
        "满意度 | 群众满意度 | ≥4.5分",
        "满意度 | 群众满意度 | 95",
        "满意度 | 群众投诉件数 | ≤2件",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let names_it = measure::ends_with_any(row.bare_name, &["满意度", "满意率", "满意程度"]);
    let is_other = match row.value() {
        TargetValue::Grade(_) | TargetValue::Date(_) | TargetValue::Frequency(_) => true,
        TargetValue::Quantity(quantity) => !matches!(
            quantity.dimension(),
            Dimension::Share | Dimension::Score | Dimension::None
        ),
        _ => false,
    };
    if names_it && is_other {
        findings.report(
            row.spot(Part::Value),
            format!(
                "“{}”的值“{}”不是百分比或得分，无法与调查结果对照",
                row.name, row.printed
            ),
            format!(
                "“{}” of “{}” is neither a percentage nor a score that a survey could meet",
                row.printed, row.name
            ),
        );
    }
}
