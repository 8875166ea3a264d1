//! An outcome repeats the count of an output.

use crate::case::Case;
use crate::facts::figures;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;
use plumbline_model::{Decimal, Dimension, Quantity};
use std::collections::BTreeMap;

/// An outcome repeats the count of an output.
pub static RULE: Rule = Rule {
    code: "C011",
    name: "outcome-repeats-output",
    title: text(
        "效益指标与数量指标是同一计量",
        "an outcome repeats the count of an output",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECTS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "由任务推出产出，由产出推出效果，再定指标和指标值",
                "indicators and values follow from the tasks: tasks, outputs, effects",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "审核实践：同一事项不重复计量，产出不当作效果",
            "reviewers ask that a thing be counted once and an output be no effect",
        )),
    ],
    why: text(
        "发了多少人的钱，不等于改善了多少人的生活；同一个数计两次，效果就没有被考核。",
        "Paying a number of people is not improving their lives; counted twice, the effect is never judged.",
    ),
    remedy: text(
        "效益指标改为反映结果的指标，如增收额、复查合格率。",
        "Let the outcome state a result, such as income gained or a rate of those still well at a later check.",
    ),
    finds: &[
        "数量 | 资助学生人数 | 45人\n\
社会 | 学习改善人数 | 45人 <<\n\
",
        "数量 | 开办夜校期数 | ≥12期\n\
可持续 | 夜校举办期数 | ≥12期 <<\n\
",
    ],
    passes: &[
        "数量 | 资助学生人数 | 45人\n\
社会 | 就业人数 | ≥25人\n\
",
        "数量 | 修建水池 | 2个\n\
社会 | 新增民宿 | 2个\n\
",
        "数量 | 班级数 | ≥18个\n\
质量 | 课程完成班级数 | ≥18个\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let is_output = |row: &&Row<'_>| row.level2 == Some(Level2::Quantity);
    let mut outputs: BTreeMap<Decimal, Vec<&Row<'_>>> = BTreeMap::new();
    for row in case.annual_rows().filter(is_output) {
        if let Some(number) = row
            .quantity()
            .filter(|q| counts(q))
            .and_then(figures::number)
        {
            let same = outputs.entry(number).or_default();
            if same.len() < MOST_ALIKE {
                same.push(row);
            }
        }
    }
    for row in case.annual_rows() {
        let is_outcome = row.level2.is_some_and(Level2::is_outcome);
        let Some(quantity) = row.quantity().filter(|q| is_outcome && counts(q)) else {
            continue;
        };
        let same = figures::number(quantity).and_then(|number| outputs.get(&number));
        let output = same
            .into_iter()
            .flatten()
            .find(|output| repeats(case, output, row));
        if let Some(output) = output {
            findings
                .report(
                    row.spot(Part::Value),
                    format!(
                        "效益指标“{}”与数量指标“{}”都是“{}”，是同一计量",
                        row.name, output.name, row.printed
                    ),
                    format!(
                        "the outcome “{}” and the quantity “{}” are both “{}”: the same count twice",
                        row.name, output.name, row.printed
                    ),
                )
                .with(output.spot(Part::Value), "数量指标", "quantity indicator");
        }
    }
}

/// Outputs of one number that an outcome is held against.
const MOST_ALIKE: usize = 8;
/// From this number on it is no chance that two rows have the same.
const NO_CHANCE: i64 = 10;

fn counts(quantity: &Quantity) -> bool {
    matches!(
        quantity.dimension(),
        Dimension::Count | Dimension::Persons | Dimension::PersonTimes
    )
}

fn repeats(case: &Case<'_>, output: &Row<'_>, outcome: &Row<'_>) -> bool {
    let (Some(a), Some(b)) = (output.quantity(), outcome.quantity()) else {
        return false;
    };
    let rows = case.row_subjects();
    let speak_of_same = match (rows.get(output.index), rows.get(outcome.index)) {
        (Some(a), Some(b)) => a.touch(b),
        _ => false,
    };
    let is_person = a.dimension() == Dimension::Persons;
    let is_large = figures::number(a).is_some_and(|number| number >= Decimal::from(NO_CHANCE));
    figures::same_measure(a, b) && is_large && (is_person || speak_of_same)
}
