//! What was reached of the annual goals is not filled in.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::{Severity, Spot};

/// What was reached of the annual goals is not filled in.
pub static RULE: Rule = Rule {
    code: "S025",
    name: "no-results",
    title: text("年度目标完成情况为空", "no account of what was reached"),
    severity: Severity::Error,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Completeness,
    basis: &[
        Basis::Act {
            act: "evaluation-2020",
            says: text(
                "自评内容包括绩效总体目标完成情况",
                "a self-evaluation covers what was reached of the overall goals",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "在用系统对完成情况为空的自评表不予提交",
            "systems in use refuse a blank account",
        )),
    ],
    why: text(
        "总体目标完成得怎样，是自评的第一项内容。",
        "What was reached of the goals is the first thing a self-evaluation tells.",
    ),
    remedy: text(
        "对照预期目标逐条写明实际完成情况。",
        "State what was reached, goal by goal.",
    ),
    finds: &["\
种类: 自评
目标: 培训50人，合格率达到95%。 <<
完成情况:
"],
    passes: &[
        "\
种类: 自评
目标: 培训50人，合格率达到95%。
完成情况: 培训53人，合格率97%。
",
        "\
种类: 自评
目标: 培训50人，合格率达到95%。
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let is_blank = case.document.results.as_ref().is_some_and(Vec::is_empty);
    if is_blank {
        let goal = case.document.goals.first();
        let place = goal.map_or(case.document.extent.from, |goal| goal.place);
        findings.report(
            Spot::new("results", place, ""),
            "没有填写年度总体目标的实际完成情况",
            "what was reached of the annual goals is not stated",
        );
    }
}
