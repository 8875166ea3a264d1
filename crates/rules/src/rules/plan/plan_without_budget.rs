//! A plan spends a budget that is blank or zero.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// A plan spends a budget that is blank or zero.
pub static RULE: Rule = Rule {
    code: "P014",
    name: "plan-without-budget",
    title: text("有支出计划而没有预算数", "a plan without a budget"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Funding,
    basis: &[Basis::Arithmetic],
    why: text(
        "支出计划是预算数的比例，预算数为空或为零，计划没有意义。",
        "The plan is a share of the budget; without one it means nothing.",
    ),
    remedy: text(
        "填写预算数，或删去支出计划。",
        "State the budget, or leave out the plan.",
    ),
    finds: &[
        "\
预算: 0.00万元
计划: 6月底 50 | 12月底 100 <<
",
        "\
预算: 
计划: 6月底 50 | 12月底 100 <<
",
    ],
    passes: &[
        "\
预算: 5.00万元
计划: 6月底 50 | 12月底 100
",
        "计划: 6月底 50 | 12月底 100",
        "预算: 0.00万元",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let budget = &case.document.funding.total.budget;
    let is_zero = budget
        .get()
        .is_some_and(|amount| amount.number.value.is_zero());
    let Some(first) = case.plan.first().filter(|_| is_zero || budget.is_blank()) else {
        return;
    };
    let (zh, en) = match is_zero {
        true => ("为零", "zero"),
        false => ("没有填写", "blank"),
    };
    findings
        .report(
            first.spot(),
            format!("填了支出计划，预算数却{zh}"),
            format!("there is a plan, but the budget is {en}"),
        )
        .with(case.budget_spot(), "预算数", "budget");
}
