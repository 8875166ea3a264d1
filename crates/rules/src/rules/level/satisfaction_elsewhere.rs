//! Satisfaction stands under another level.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// Satisfaction stands under another level.
pub static RULE: Rule = Rule {
    code: "L004",
    name: "satisfaction-elsewhere",
    title: text("满意度填在其他指标下", "satisfaction under another level"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "数量、质量、时效反映产出，成本指标反映投入，效益和满意度反映结果",
                "quantity, quality and timeliness speak of output, cost of what is spent, outcome and satisfaction of what comes of it",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "审计和评审常指出产出、效益、成本混填",
            "auditors and reviewers often find output, outcome and cost mixed up",
        )),
    ],
    why: text(
        "满意度有专门的一级指标和分值，放在效益下会重复计分或漏项。",
        "Satisfaction has a level and weight of its own; elsewhere it is counted twice or missed.",
    ),
    remedy: text("移到满意度指标。", "Move it to satisfaction."),
    finds: &["社会 | 群众满意度 | ≥95% <<"],
    passes: &[
        "满意度 | 群众满意度 | ≥95%",
        "社会 | 投诉办结率 | ≥95%",
        "效益/满意度 | 群众满意度 | ≥95%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let names_it = measure::ends_with_any(row.bare_name, &["满意度", "满意率", "满意程度"]);
    let is_elsewhere = row
        .level2
        .is_some_and(|level| level != Level2::Satisfaction);
    if names_it && is_elsewhere && row.has_value() {
        findings.report(
            row.spot(Part::Name),
            format!(
                "“{}”列在{}下，应列入满意度指标",
                row.name,
                row.indicator.level2.text()
            ),
            format!("“{}” belongs to satisfaction", row.name),
        );
    }
}
