//! The period of the project ends before it begins.

use crate::case::Case;
use crate::facts::period::Period;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// The period of the project ends before it begins.
pub static RULE: Rule = Rule {
    code: "T013",
    name: "period-ends-before-start",
    title: text("项目期止早于起", "a period that ends before it begins"),
    severity: Severity::Error,
    applies: Applies::PROJECTS,
    criterion: Criterion::Completeness,
    basis: &[
        Basis::Practice(text(
            "在用系统核对项目起止时间，指标时限不得晚于项目结束",
            "systems in use compare project start, end and deadlines",
        )),
        Basis::Arithmetic,
    ],
    why: text(
        "起止时间颠倒，项目期无法成立。",
        "With end before beginning there is no period.",
    ),
    remedy: text("核对并改正项目期的起止时间。", "Correct beginning or end."),
    finds: &["项目期: 2025.07-2025.01 <<", "项目期: 2026-2024 <<"],
    passes: &[
        "项目期: 2024.07-2025.01",
        "项目期: 1年",
        "项目期: 2025年1月-12月",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    if let Some(Period::Span(from, to)) = case.period
        && to < from
    {
        let printed = case.document.project.period.text();
        findings.report(
            case.period_spot(),
            format!("项目期“{printed}”的结束时间早于开始时间"),
            format!("the project period “{printed}” ends before it begins"),
        );
    }
}
