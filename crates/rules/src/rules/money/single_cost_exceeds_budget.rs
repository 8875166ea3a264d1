//! A single cost exceeds the budget.

use crate::case::Case;
use crate::case::shown_yuan;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::Severity;

/// A single cost exceeds the budget.
pub static RULE: Rule = Rule {
    code: "M015",
    name: "single-cost-exceeds-budget",
    title: text("单项成本大于预算", "a single cost exceeds the budget"),
    severity: Severity::Error,
    applies: Applies::PROJECTS,
    criterion: Criterion::Funding,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "成本指标不得超过预算支出标准",
                "a cost indicator may not exceed the spending standard",
            ),
            mark: Mark::Known,
        },
        Basis::Arithmetic,
    ],
    why: text(
        "成本比预算还大，要么不设约束，要么资金有缺口。",
        "A cost above the budget restrains nothing, or money is missing.",
    ),
    remedy: text(
        "把成本指标降到预算以内，或说明其余资金来源。",
        "Lower the cost to the budget, or say what pays for the rest.",
    ),
    finds: &["预算: 10.00万元\n\
         成本 | 项目总成本 | ≤15万元 <<"],
    passes: &[
        "预算: 10.00万元\n\
         成本 | 项目总成本 | ≤10万元",
        "预算: 10.00万元\n\
         经济 | 带动增收 | ≥15万元",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(budget) = case.budget else {
        return;
    };
    let bill = case.bill();
    let plain = bill
        .lines
        .iter()
        .filter(|line| line.factors.is_empty())
        .map(|line| &line.price);
    for price in bill.totals.iter().chain(plain) {
        // A table of prizes is a sum, and has the rule on sums.
        if price.terms.is_none()
            && price.yuan.printed_low > budget + case.profile.thresholds.money_tolerance()
        {
            let (cost, budget) = (shown_yuan(price.yuan.printed_low), shown_yuan(budget));
            findings
                .report(
                    case.rows[price.row].spot(Part::Value),
                    format!(
                        "成本指标“{}”是{cost}，大于预算{budget}",
                        case.rows[price.row].name
                    ),
                    format!(
                        "the cost “{}” is {cost}, more than the budget of {budget}",
                        case.rows[price.row].name
                    ),
                )
                .with(case.budget_spot(), "预算", "the budget");
        }
    }
}
