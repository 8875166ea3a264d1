//! A title quoted in the project name occurs nowhere else.

use crate::case::Case;
use crate::facts::likeness::Pairs;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// A title quoted in the project name occurs nowhere else.
pub static RULE: Rule = Rule {
    code: "C010",
    name: "name-title-missing",
    title: text(
        "项目名称中的专有名称在别处没有出现",
        "a title quoted in the project name occurs nowhere else",
    ),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "审核实践：从名称到指标说的应是同一对象",
        "reviewers ask that name, purpose, goals and indicators speak of the same",
    ))],
    why: text(
        "名称说的是一个计划，用途、目标和指标说的是另一批对象，受益范围就说不清。",
        "If the name speaks of one scheme and all the rest of others, it is unclear whom the money is for.",
    ),
    remedy: text(
        "在用途或目标中写明两者的关系，或统一称谓。",
        "Say in purpose or goals how the two are related, or use one term.",
    ),
    finds: &["项目: “云溪英才”人员租房补贴 <<\n\
用途: 为乡村教师发放租房补贴。\n\
目标: 按时为乡村教师发放租房补贴。\n\
数量 | 乡村教师人数 | 5人\n\
"],
    passes: &[
        "项目: “云溪英才”人员租房补贴\n\
用途: 为云溪英才发放租房补贴。\n\
",
        "项目: “巧手”企业服务资金\n\
目标: 服务“巧手”企业。\n\
",
        "项目: “云溪英才”人员租房补贴\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let name = case.project_name();
    let Some((_, rest)) = name.split_once('“') else {
        return;
    };
    let Some((title, _)) = rest.split_once('”') else {
        return;
    };
    if case.subject_of_texts().len() < 2 {
        return;
    }
    let own = Pairs::of(title);
    let is_elsewhere = own.touch(case.subject_of_texts()) || own.touch(case.subject_of_rows());
    if own.len() >= 2 && !is_elsewhere {
        findings.report(
            case.name_spot(),
            format!("项目名称中的“{title}”在用途、目标和指标中都没有出现"),
            format!("“{title}” in the name of the project occurs in neither purpose, goals nor indicators"),
        );
    }
}
