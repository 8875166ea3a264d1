//! A form about a project does not name it.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// A form about a project does not name it.
pub static RULE: Rule = Rule {
    code: "F001",
    name: "missing-project-name",
    title: text("没有项目名称", "no project name"),
    severity: Severity::Error,
    applies: Applies::PROJECTS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "在用系统和公开的审核规则都要求填写项目名称",
        "systems in use and published checkers demand the project's name",
    ))],
    why: text(
        "没有名称，就对不上项目库和预算。",
        "Without a name the form cannot be matched with the project pool and the budget.",
    ),
    remedy: text(
        "按项目库和预算批复填写项目全称。",
        "State the full name as in the project pool and the budget.",
    ),
    finds: &["\
项目: <<
数量 | 培训人数 | ≥50人
"],
    passes: &[
        "\
项目: 农技培训
数量 | 培训人数 | ≥50人
",
        "数量 | 培训人数 | ≥50人",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    if case.document.project.name.is_blank() {
        findings.report(
            case.name_spot(),
            "表中有“项目名称”栏，但没有填写",
            "the box for the project's name is blank",
        );
    }
}
