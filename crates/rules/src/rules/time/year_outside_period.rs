//! The budget year lies outside the project period.

use crate::case::Case;
use crate::facts::period::Period;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Decimal, Severity};

/// The budget year lies outside the project period.
pub static RULE: Rule = Rule {
    code: "T017",
    name: "year-outside-period",
    title: text(
        "预算年度不在项目期内",
        "a budget year outside the project period",
    ),
    severity: Severity::Error,
    applies: Applies::PROJECTS,
    criterion: Criterion::Conditions,
    basis: &[
        Basis::Practice(text(
            "在用系统核对项目起止时间，指标时限不得晚于项目结束",
            "systems in use compare project start, end and deadlines",
        )),
        Basis::Arithmetic,
    ],
    why: text(
        "项目期内不含预算年度，却安排了该年预算，两者矛盾。",
        "Money of a year in which the project does not run contradicts its period.",
    ),
    remedy: text(
        "核对项目期；属结转、尾款的，在用途中写明。",
        "Correct the period; where money is carried over or a final payment, say so in the purpose.",
    ),
    finds: &[
        "\
年度: 2025
项目期: 2022-2023 <<
",
        "\
年度: 2025
项目期: 2026年 <<
",
    ],
    passes: &[
        "\
年度: 2025
项目期: 2023-2025
",
        "\
年度: 2025
项目期: 1年
",
        "\
年度: 2025
项目期: 2022-2023
用途: 支付工程尾款。
",
        "项目期: 2022-2023",
        "\
年度: 2025
项目期: 2026-2024
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let (Some(period @ Period::Span(from, to)), Some(year)) = (case.period, case.year) else {
        return;
    };
    if from > to || period.may_include(year) || case.all_words().has(Word::PastYear) {
        return;
    }
    let printed = case.document.project.period.text();
    let carried_over = case.document.funding.carryover.budget.get();
    let has_carryover = carried_over.is_some_and(|amount| amount.number.value > Decimal::ZERO);
    let reported = findings.report(
        case.period_spot(),
        format!("项目期“{printed}”不包含预算年度{year}年"),
        format!("the project period “{printed}” does not contain the budget year {year}"),
    );
    if has_carryover {
        reported.weighing(Severity::Warning);
    }
}
