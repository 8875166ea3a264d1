//! A row of ecological outcome speaks of nothing ecological.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// A row of ecological outcome speaks of nothing ecological.
pub static RULE: Rule = Rule {
    code: "L015",
    name: "ecological-row-without-ecology",
    title: text(
        "生态效益指标内容与生态无关",
        "an ecological outcome without ecology",
    ),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Act {
        act: "indicators-2021",
        says: text(
            "数量、质量、时效反映产出，成本指标反映投入，效益和满意度反映结果",
            "quantity, quality and timeliness speak of output, cost of what is spent, outcome and satisfaction of what comes of it",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "生态效益应是环境、资源的变化；没有的可以不设，不必凑数。",
        "An ecological outcome changes the environment; without one the row may stay empty.",
    ),
    remedy: text(
        "移到社会效益，或写“不适用”。",
        "Move it to social outcome, or write 不适用.",
    ),
    finds: &[
        "生态 | 让困难群众感受到关怀 | 明显 <<",
        "生态 | 党员生态关注度 | 明显提升 <<",
    ],
    passes: &[
        "生态 | 村庄垃圾清运率 | ≥95%",
        "生态 | 让困难群众感受到关怀 | 不适用",
        "生态 | 配方施肥技术覆盖率 | ≥90%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let is_opinion = || measure::contains_any(row.name, &["关注度", "幸福指数"]);
    let is_ecological = || row.all_words().has(Word::Ecological) && !is_opinion();
    if row.level2 == Some(Level2::EcologicalOutcome) && row.has_value() && !is_ecological() {
        findings.report(
            row.spot(Part::Name),
            format!("“{}”列在生态效益下，看不出生态内容", row.name),
            format!(
                "“{}” stands under ecological outcome and names nothing ecological",
                row.name
            ),
        );
    }
}
