//! The box for the project's period is blank.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;
use plumbline_model::Spot;

/// The box for the project's period is blank.
pub static RULE: Rule = Rule {
    code: "F029",
    name: "missing-period",
    title: text("没有填写项目期", "no project period"),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "公开的审核规则提醒填写完整的起止时间",
        "published checkers remind of the first and last day of a project",
    ))],
    why: text(
        "没有项目期，就分不清年度目标和总目标。",
        "Without a period the year's goal cannot be told from the whole project's.",
    ),
    remedy: text(
        "填写起止年月或期限。",
        "State the first and last month, or the length.",
    ),
    finds: &["\
项目: 农技培训
项目期: <<
"],
    passes: &[
        "\
项目: 农技培训
项目期: 1年
",
        "项目: 农技培训",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let period = &case.document.project.period;
    if period.is_blank() {
        findings.report(
            Spot::of_text("project.period", period),
            "“项目期”没有填写",
            "the project's period is not stated",
        );
    }
}
