//! Points are claimed for the execution of a budget of nothing.

use crate::case::Case;
use crate::facts::execution::budget_of;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// Points are claimed for the execution of a budget of nothing.
pub static RULE: Rule = Rule {
    code: "S016",
    name: "points-without-budget",
    title: text("没有预算却有预算执行得分", "points for executing no budget"),
    severity: Severity::Warning,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Funding,
    basis: &[Basis::Practice(text(
        "公开表格中出现过资金为0而仍计分的情形，在用系统予以提示",
        "published forms claim points on a budget of nothing; systems in use warn",
    ))],
    why: text(
        "预算数为0时执行率无从计算，得分没有依据。",
        "With a budget of nothing there is no rate, and no ground for points.",
    ),
    remedy: text(
        "核对总额行是否漏填；确无预算的，预算执行不计分。",
        "Check whether the total was left out; without a budget execution scores nothing.",
    ),
    finds: &["\
种类: 自评
预算: 0.00万元 | 调整=0.00 | 执行=0.00 | 分值=10 | 得分=10 <<
"],
    passes: &[
        "\
种类: 自评
预算: 0.00万元 | 调整=0.00 | 执行=0.00 | 分值=10 | 得分=0
",
        "\
种类: 自评
预算: 0.00万元 | 调整=20.00 | 执行=20.00 | 分值=10 | 得分=10
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let line = &case.document.funding.total;
    let (column, budget) = budget_of(line);
    let is_nothing = budget
        .get()
        .is_some_and(|budget| budget.number.value.is_zero());
    let claimed = line.score.get().filter(|score| score.value > Decimal::ZERO);
    if let Some(score) = claimed.filter(|_| is_nothing) {
        findings
            .report(
                case.number_spot("funding.total.score", &line.score),
                format!("资金总额为0，预算执行却得{}分", score.printed),
                format!("the budget is 0, and execution scores {}", score.printed),
            )
            .with(
                case.amount_spot("funding.total", column, budget),
                "预算数",
                "budget",
            );
    }
}
