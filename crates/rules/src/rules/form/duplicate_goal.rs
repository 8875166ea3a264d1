//! Two goals of one form say the same.

use std::collections::BTreeMap;

use crate::case::Case;
use crate::facts::naming::Letters;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Two goals of one form say the same.
pub static RULE: Rule = Rule {
    code: "F017",
    name: "duplicate-goal",
    title: text("绩效目标重复", "a goal stated twice"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "评审专家要求各条目标分别说明不同的内容",
        "reviewers ask that each goal says something of its own",
    ))],
    why: text(
        "重复的目标只占一条，真正的目标可能漏写了。",
        "A goal stated twice may stand in the place of one that was left out.",
    ),
    remedy: text(
        "删去重复的目标，或补上漏写的内容。",
        "Delete one, or put in what was left out.",
    ),
    finds: &["\
目标: 培训农户50人次。
目标: 培训农户50人次 <<
"],
    passes: &["\
目标: 培训农户50人次
目标: 评选示范户10户
"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let mut seen = BTreeMap::new();
    for goal in &case.goals {
        let Some(first) = seen.insert(Letters(goal.text), goal) else {
            continue;
        };
        findings
            .report(
                goal.spot(),
                format!("目标“{}”与前面的目标重复", goal.text),
                format!("the goal “{}” repeats an earlier one", goal.text),
            )
            .with(first.spot(), "前面的目标", "the earlier goal");
    }
}
