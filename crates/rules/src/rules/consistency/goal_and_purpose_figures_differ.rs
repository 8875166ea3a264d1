//! Goal and purpose name different figures.

use crate::case::Case;
use crate::facts::figures::{self, Stand};
use crate::facts::likeness::Index;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Goal and purpose name different figures.
pub static RULE: Rule = Rule {
    code: "C003",
    name: "goal-and-purpose-figures-differ",
    title: text(
        "目标与资金用途中的数字不一致",
        "goal and purpose name different figures",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECTS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Arithmetic],
    why: text(
        "同一件事写了两个数，读者无从判断以哪个为准。",
        "Two figures for one thing leave the reader without a way to tell which holds.",
    ),
    remedy: text(
        "核实后统一。",
        "Find out which is right and write it in both places.",
    ),
    finds: &["用途: 用于120个行政村的路灯维修。\n\
目标: 完成90个行政村的路灯维修。 <<\n\
数量 | 路灯维修完成率 | 100%\n\
"],
    passes: &[
        "用途: 用于120个行政村的路灯维修。\n\
目标: 完成120个行政村的路灯维修，新装路灯30盏。\n\
",
        "用途: 用于120个行政村的路灯维修。\n\
目标: 新建15个停车场。\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(purpose) = &case.purpose else {
        return;
    };
    let used = purpose.named();
    if used.is_empty() {
        return;
    }
    let index = Index::new(used.iter().map(|named| &named.about));
    for goal in &case.goals {
        for named in goal.named() {
            let alike = index.alike(&named.about);
            let same: Vec<_> = alike
                .iter()
                .filter(|(_, common)| *common >= LIKE)
                .filter_map(|(number, _)| used.get(*number))
                .filter_map(|other| {
                    let stand = figures::stand(&named.mention.quantity, &other.mention.quantity)?;
                    Some((other, stand))
                })
                .collect();
            let [(other, Stand::Below | Stand::Above)] = same.as_slice() else {
                continue;
            };
            findings
                .report(
                    goal.spot(),
                    format!("目标写“{}”，资金用途写“{}”", named.clause, other.clause),
                    format!(
                        "the goal says “{}”, the purpose “{}”",
                        named.clause, other.clause
                    ),
                )
                .with(purpose.spot(), "资金用途", "purpose");
        }
    }
}

/// Pairs of characters two clauses share when they speak of the same thing.
const LIKE: usize = 3;
