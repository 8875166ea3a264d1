//! The project period is longer than five years.

use crate::case::Case;
use crate::facts::period::Period;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// The project period is longer than five years.
pub static RULE: Rule = Rule {
    code: "T015",
    name: "period-very-long",
    title: text("项目期超过五年", "a project period of more than five years"),
    severity: Severity::Info,
    applies: Applies::PROJECTS,
    criterion: Criterion::Conditions,
    basis: &[Basis::Practice(text(
        "中期财政规划以三年滚动，项目到期后须重新评估",
        "medium-term plans roll over three years, and projects are assessed anew when they end",
    ))],
    why: text(
        "项目期过长，预算安排和绩效目标缺少到期评估的节点。",
        "A very long period leaves no moment at which the project is judged anew.",
    ),
    remedy: text(
        "按政策或规划的有效期写明项目期，到期评估后再续。",
        "State the term of the policy or plan, and renew after an assessment.",
    ),
    finds: &["项目期: 10年 <<", "项目期: 2016-2030年 <<"],
    passes: &[
        "项目期: 5年",
        "项目期: 2021-2025年",
        "项目期: 长期",
        "项目期: 1年",
    ],
    check: Check::Document(check),
};

/// Longest usual period, in months.
const FIVE_YEARS: u32 = 60;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let months = case.period.and_then(Period::months);
    if months.is_some_and(|months| months > FIVE_YEARS) {
        let printed = case.document.project.period.text();
        findings.report(
            case.period_spot(),
            format!("项目期“{printed}”超过五年，请说明依据和到期评估安排"),
            format!(
                "the project period “{printed}” is longer than five years; on what does it rest?"
            ),
        );
    }
}
