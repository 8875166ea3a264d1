//! A rate of failure is listed as an outcome, or a rate of cure as quality.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// A rate of failure is listed as an outcome, or a rate of cure as quality.
pub static RULE: Rule = Rule {
    code: "L012",
    name: "quality-and-outcome-mixed-up",
    title: text("质量与效益混淆", "quality and outcome mixed up"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "审核要点：设备故障率属质量，治愈率属效益",
        "points of review: failures of equipment are quality, cures are outcome",
    ))],
    why: text(
        "质量说产出合不合格，效益说服务对象得到什么。",
        "Quality is about the output, outcome about those served.",
    ),
    remedy: text("移到相应的二级指标。", "Move it to its level 2."),
    finds: &["社会 | 设备故障率 | ≤2% <<", "质量 | 患者治愈率 | ≥80% <<"],
    passes: &[
        "质量 | 设备故障率 | ≤2%",
        "社会 | 患者治愈率 | ≥80%",
        "可持续 | 设备完好率 | ≥95%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let name = row.bare_name;
    let is_outcome = row.level2.is_some_and(|level| level.is_outcome());
    let wrong = match row.level2 {
        Some(Level2::Quality) => measure::ends_with_any(name, &["治愈率", "好转率", "脱贫率"]),
        _ => is_outcome && measure::ends_with_any(name, &["故障率", "验收合格率", "验收通过率"]),
    };
    if wrong && row.has_value() {
        findings.report(
            row.spot(Part::Name),
            format!(
                "“{}”列在{}下，质量与效益疑有混淆",
                row.name,
                row.indicator.level2.text()
            ),
            format!("“{}”: quality and outcome seem mixed up", row.name),
        );
    }
}
