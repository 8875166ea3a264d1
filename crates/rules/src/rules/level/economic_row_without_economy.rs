//! A row of economic outcome speaks of nothing economic.

use crate::case::Case;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Dimension, Severity};

/// A row of economic outcome speaks of nothing economic.
pub static RULE: Rule = Rule {
    code: "L014",
    name: "economic-row-without-economy",
    title: text(
        "经济效益指标内容与经济无关",
        "an economic outcome without economy",
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
        "经济效益应是收入、成本、产值等变化；没有的可以不设。",
        "An economic outcome changes incomes, costs or output; without one the row may stay empty.",
    ),
    remedy: text(
        "移到社会效益，或写“不适用”。",
        "Move it to social outcome, or write 不适用.",
    ),
    finds: &["经济 | 提高老年人生活质量 | 明显 <<"],
    passes: &[
        "经济 | 带动务工 | ≥150人次",
        "经济 | 提高老年人生活质量 | 不适用",
        "经济 | 亩均增产率 | ≥5%",
        "社会 | 提高老年人生活质量 | 明显",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if row.level2 != Some(Level2::EconomicOutcome) || !row.has_value() {
        return;
    }
    let is_economic = row
        .all_words()
        .has_any(&[Word::Economic, Word::Cost, Word::Gained])
        || row.quantities().any(|q| q.dimension() == Dimension::Money);
    if !is_economic {
        findings.report(
            row.spot(Part::Name),
            format!("“{}”列在经济效益下，看不出经济内容", row.name),
            format!(
                "“{}” stands under economic outcome and names nothing economic",
                row.name
            ),
        );
    }
}
