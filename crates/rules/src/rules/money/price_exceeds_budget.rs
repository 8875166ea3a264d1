//! The price of one exceeds the budget.

use crate::arithmetic::Scope;
use crate::case::Case;
use crate::case::shown_yuan;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::Severity;

/// The price of one exceeds the budget.
pub static RULE: Rule = Rule {
    code: "M027",
    name: "price-exceeds-budget",
    title: text("一个单价就大于预算", "the price of one exceeds the budget"),
    severity: Severity::Error,
    applies: Applies::PROJECTS,
    criterion: Criterion::Funding,
    basis: &[Basis::Arithmetic],
    why: text(
        "单价大于全部预算，连一个也办不成。",
        "Where one costs more than the whole budget, not even one can be had.",
    ),
    remedy: text(
        "核对单价的小数点和单位。",
        "Check the point and the unit of the price.",
    ),
    finds: &["预算: 10万元\n\
         数量 | 设备数量 | 5台\n\
         成本 | 设备单价 | ≤20万元/台 <<"],
    passes: &["预算: 10万元\n\
         数量 | 设备数量 | 5台\n\
         成本 | 设备单价 | ≤2万元/台"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(budget) = case.budget else {
        return;
    };
    for line in &case.bill().lines {
        let is_each = matches!(line.price.scope, Scope::Each(_) | Scope::EachOfSomething);
        if is_each && !line.factors.is_empty() && line.price.yuan.printed_low > budget {
            let (price, money) = (line.price.shown(case), shown_yuan(budget));
            findings
                .report(
                    case.rows[line.price.row].spot(Part::Value),
                    format!("单价{price}大于全部预算{money}"),
                    format!("the price {price} exceeds the whole budget of {money}"),
                )
                .with(case.budget_spot(), "预算", "the budget");
        }
    }
}
