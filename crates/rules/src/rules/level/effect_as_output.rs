//! An effect is listed as output.

use crate::case::Case;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// An effect is listed as output.
pub static RULE: Rule = Rule {
    code: "L011",
    name: "effect-as-output",
    title: text("效益列为产出", "an effect listed as output"),
    severity: Severity::Info,
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
        "增收、获得感是结果，不由项目直接产出。",
        "Higher incomes and the like are results, not what the project itself produces.",
    ),
    remedy: text("移到效益指标。", "Move it to outcome."),
    finds: &["数量 | 农户收入增长 | ≥5% <<"],
    passes: &["经济 | 农户收入增长率 | ≥5%", "数量 | 培训农户 | ≥50户"],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let is_output = matches!(
        row.level2,
        Some(Level2::Quantity | Level2::Quality | Level2::Timeliness)
    );
    if is_output && row.words.has(Word::EffectOnly) && row.has_value() {
        findings.report(
            row.spot(Part::Name),
            format!(
                "“{}”是效益，列在{}下",
                row.name,
                row.indicator.level2.text()
            ),
            format!("“{}” is an effect and stands under output", row.name),
        );
    }
}
