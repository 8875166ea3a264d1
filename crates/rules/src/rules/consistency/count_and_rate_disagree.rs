//! A count and its rate of completion disagree.

use crate::case::Case;
use crate::facts::figures;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{List, Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;
use plumbline_model::{Decimal, Dimension, Measure, Quantity};

/// A count and its rate of completion disagree.
pub static RULE: Rule = Rule {
    code: "C014",
    name: "count-and-rate-disagree",
    title: text(
        "数量指标与完成率不协调",
        "a count and its rate of completion disagree",
    ),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Arithmetic],
    why: text(
        "次数要求做满，完成率又允许少做，两条指标按哪条算完成说不清。",
        "The count asks for all, the rate allows for less: it is unclear which holds.",
    ),
    remedy: text(
        "完成率改为100%，或换用反映质量的指标。",
        "Set the rate at 100 percent, or take an indicator of quality instead.",
    ),
    finds: &["数量 | 技术讲座次数 | ≥5次\n\
质量 | 技术讲座开展率 | ≥90% <<\n\
"],
    passes: &[
        "数量 | 技术讲座次数 | ≥5次\n\
质量 | 技术讲座开展率 | 100%\n\
",
        "数量 | 技术讲座次数 | ≥50次\n\
质量 | 技术讲座开展率 | ≥90%\n\
",
        "数量 | 技术讲座次数 | ≥5次\n\
质量 | 机井维护完成率 | ≥90%\n\
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let is_rate =
        row.list == List::Annual && row.words.has(Word::Completion) && row.words.has(Word::Rate);
    let Some(rate) = row
        .quantity()
        .filter(|q| is_rate && q.dimension() == Dimension::Share)
    else {
        return;
    };
    let Some(share) = figures::number(rate).filter(|share| *share < Decimal::ONE) else {
        return;
    };
    let Some(own) = case.row_subjects().get(row.index) else {
        return;
    };
    for (number, _) in case.subject_index().alike(own) {
        let Some(count) = case
            .rows
            .get(number)
            .filter(|other| other.level2 == Some(Level2::Quantity))
        else {
            continue;
        };
        let Some(quantity) = count
            .quantity()
            .filter(|q| q.dimension() == Dimension::Count)
        else {
            continue;
        };
        let Some(wanted) = figures::number(quantity).filter(|n| *n <= Decimal::TEN) else {
            continue;
        };
        let least = wanted * share;
        if !least.is_integer() {
            findings
                .report(
                    row.spot(Part::Value),
                    format!(
                        "“{}”为“{}”，“{}”为“{}”，即{}{}也算完成，两条不协调",
                        count.name,
                        count.printed,
                        row.name,
                        row.printed,
                        least.normalize(),
                        unit_of(quantity)
                    ),
                    format!(
                        "“{}” is “{}”, “{}” is “{}”, so that {} would do: the two disagree",
                        count.name,
                        count.printed,
                        row.name,
                        row.printed,
                        least.normalize()
                    ),
                )
                .with(count.spot(Part::Value), "数量指标", "quantity indicator");
            return;
        }
    }
}

fn unit_of(quantity: &Quantity) -> &str {
    match &quantity.unit.measure {
        Measure::Known(unit) | Measure::Assumed(unit) => unit.symbol(),
        Measure::Unknown(word) => word,
        Measure::None => "",
    }
}
