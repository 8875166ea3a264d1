//! The annual goals repeat the medium-term goals.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// The annual goals repeat the medium-term goals.
pub static RULE: Rule = Rule {
    code: "C017",
    name: "goals-copied-from-medium-term",
    title: text(
        "年度目标照抄中期目标",
        "the annual goals repeat the medium-term goals",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "审核实践：年度目标应是中期目标在当年的分解，不能照抄",
        "reviewers return forms whose annual goals copy the medium-term goals",
    ))],
    why: text(
        "年度目标与中期目标一字不差，就看不出当年要做到哪一步。",
        "If both say the same, it cannot be seen how far this year is to get.",
    ),
    remedy: text(
        "年度目标写明当年的任务和数量。",
        "Let the annual goals state the tasks and quantities of the year.",
    ),
    finds: &["中期目标: 三年完成全县农村公路养护，路况优良率稳步提升。\n\
目标: 三年完成全县农村公路养护，路况优良率稳步提升。 <<\n\
"],
    passes: &[
        "中期目标: 三年养护公路360公里。\n\
目标: 今年养护公路120公里。\n\
",
        "目标: 今年养护公路120公里。\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(medium) = &case.document.medium_term_goals else {
        return;
    };
    let medium = medium.iter().map(|goal| goal.value.as_str());
    let annual = case.goals.iter().map(|goal| goal.text);
    let Some(first) = case.goals.first() else {
        return;
    };
    if annual.eq(medium) {
        findings.report(
            first.spot(),
            "年度目标与中期目标完全相同".to_owned(),
            "the annual goals are word for word the medium-term goals".to_owned(),
        );
    }
}
