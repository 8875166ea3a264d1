//! Indicators are stated, and no goal.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Indicators are stated, and no goal.
pub static RULE: Rule = Rule {
    code: "F004",
    name: "missing-goal",
    title: text("没有填写绩效目标", "no goal"),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Completeness,
    basis: &[
        Basis::Act {
            act: "targets-2015",
            says: text(
                "绩效目标是绩效指标的前提，应当填写",
                "indicators refine a goal, which must be stated",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "在用系统不接受空的绩效目标",
            "systems in use refuse a blank goal",
        )),
    ],
    why: text(
        "指标是目标的细化，没有目标，指标就没有依据。",
        "Indicators refine the goal; without one they hang in the air.",
    ),
    remedy: text(
        "写明做什么、做多少、达到什么效果。",
        "Say what is done, how much of it, and to what effect.",
    ),
    finds: &["\
项目: 农技培训 <<
数量 | 培训人数 | ≥50人
"],
    passes: &[
        "\
项目: 农技培训
目标: 培训农户50人
数量 | 培训人数 | ≥50人
",
        "\
项目: 农技培训
中期目标: 三年培训农户150人
数量 | 培训人数 | ≥50人
",
        "\
种类: 自评
项目: 农技培训
数量 | 培训人数 | ≥50人
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let document = case.document;
    let has_some = |goals: &Option<Vec<_>>| goals.as_ref().is_some_and(|goals| !goals.is_empty());
    let has_goal = !case.goals.is_empty()
        || has_some(&document.medium_term_goals)
        || has_some(&document.local_goals)
        || !document.sub_goals.is_empty();
    if !has_goal && case.is_table {
        findings.report(
            case.name_spot(),
            format!("填写了{}条指标，但没有填写绩效目标", case.rows.len()),
            format!("{} indicators are stated and no goal", case.rows.len()),
        );
    }
}
