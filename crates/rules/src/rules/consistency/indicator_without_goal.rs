//! A quantity indicator has no root in goal or purpose.

use crate::case::Case;
use crate::facts::figures;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{List, Part, Row};
use crate::rule::*;
use plumbline_model::Severity;
use plumbline_model::{Dimension, Quantity};

/// A quantity indicator has no root in goal or purpose.
pub static RULE: Rule = Rule {
    code: "C008",
    name: "indicator-without-goal",
    title: text(
        "数量指标在目标和用途中没有依据",
        "a quantity indicator has no root in goal or purpose",
    ),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Relevance,
    basis: &[
        Basis::Act {
            act: "targets-2015",
            says: text(
                "绩效目标要细化为绩效指标，指标与目标直接相关、相互对应",
                "goals are to be broken down into indicators that bear on them and answer to them",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "区域审核规则：指标应能从目标中推出",
            "regional reviews ask that an indicator follow from the goal",
        )),
    ],
    why: text(
        "与目标无关的指标，不能说明项目做得好不好。",
        "An indicator that has nothing to do with the goal does not show how the project went.",
    ),
    remedy: text(
        "在目标中写明这项工作，或换用与目标对应的指标。",
        "Name the work in the goal, or take an indicator that answers to it.",
    ),
    finds: &["项目: 敬老院建设\n\
用途: 用于房屋修缮。\n\
目标: 房屋修缮顺利完工，改善居住条件。\n\
数量 | 文艺演出场数 | 12场 <<\n\
"],
    passes: &[
        "项目: 敬老院建设\n\
用途: 用于房屋修缮。\n\
目标: 房屋修缮顺利完工，改善居住条件。\n\
数量 | 房屋修缮面积 | 640平方米\n\
数量 | 具体数量 | 2项\n\
质量 | 文艺演出合格率 | 100%\n\
",
        "目标: \n\
数量 | 文艺演出场数 | 12场\n\
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let is_output = row.list == List::Annual && row.level2 == Some(Level2::Quantity);
    if !is_output || row.name.is_empty() || case.goals.is_empty() {
        return;
    }
    let Some(quantity) = row.quantity().filter(|q| q.dimension() != Dimension::Money) else {
        return;
    };
    let Some(own) = case.row_subjects().get(row.index) else {
        return;
    };
    let has_root = own.touch(case.subject_of_texts()) || own.touch(case.subject_of_name());
    if own.len() < 2 || has_root || case.subject_of_texts().len() < 2 {
        return;
    }
    let mut mentions = case.goals.iter().flat_map(|goal| &goal.mentions);
    if !mentions.any(|mention| is_related(&mention.quantity, quantity)) {
        findings.report(
            row.spot(Part::Name),
            format!("数量指标“{}”所说的事，项目名称、用途和目标都没有提到", row.name),
            format!(
                "neither name, purpose nor goal of the project speaks of the quantity indicator “{}”",
                row.name
            ),
        );
    }
}

/// Whether a figure in the goal may be the one of the indicator.
fn is_related(named: &Quantity, set: &Quantity) -> bool {
    figures::same_measure(named, set) || named.value().is_some() && named.value() == set.value()
}
