//! The project period states neither a length nor beginning and end.

use crate::case::Case;
use crate::facts::period::Period;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::{Word, Words};
use plumbline_model::Severity;

/// The project period states neither a length nor beginning and end.
pub static RULE: Rule = Rule {
    code: "T014",
    name: "period-unclear",
    title: text("项目期不明确", "an unclear project period"),
    severity: Severity::Warning,
    applies: Applies::PROJECTS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "在用系统核对项目起止时间，指标时限不得晚于项目结束",
        "systems in use compare project start, end and deadlines",
    ))],
    why: text(
        "项目期不明确，就无法判断目标属于年度还是中期，也无法核对时限。",
        "Without a period nobody can tell annual from medium-term goals or check a deadline.",
    ),
    remedy: text(
        "写明年限（如“1年”）或起止时间（如“2025年1月-12月”）。",
        "State a length (`1年`) or beginning and end (`2025年1月-12月`).",
    ),
    finds: &["项目期: 按计划实施 <<", "项目期: 2025年7月 <<"],
    passes: &[
        "项目期: 1年",
        "项目期: 长期",
        "项目期: 2023-2025年",
        "项目期: ",
        "项目: 公路养护",
        "项目期: 一次性",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let printed = case.document.project.period.text();
    let is_one_time = Words::of(printed).has(Word::OneTime);
    if case.period == Some(Period::Unclear) && !is_one_time {
        findings.report(
            case.period_spot(),
            format!("项目期“{printed}”没有写明年限或起止时间"),
            format!("the project period “{printed}” states neither a length nor beginning and end"),
        );
    }
}
