//! Cost items differ from the total.

use crate::case::Case;
use crate::case::{shown_yuan, yuan};
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Decimal;
use plumbline_model::Severity;

/// Cost items differ from the total.
pub static RULE: Rule = Rule {
    code: "M020",
    name: "cost-items-differ-from-total",
    title: text(
        "成本构成之和不等于资金总额",
        "cost items differ from the total",
    ),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Completeness,
    basis: &[
        Basis::Arithmetic,
        Basis::Practice(text(
            "公开的绩效审核工具对总额与分项之和逐一核对",
            "published checkers compare every total with its parts",
        )),
    ],
    why: text(
        "成本构成应当说明全部资金。",
        "The composition of costs should account for all the money.",
    ),
    remedy: text("核对各项成本和资金总额。", "Check the items and the total."),
    finds: &["预算: 10万元\n\
         成本项: 印刷费 | 6万元 <<\n\
         成本项: 差旅费 | 3万元"],
    passes: &[
        "预算: 10万元\n\
         成本项: 印刷费 | 6万元\n\
         成本项: 差旅费 | 4万元",
        "预算: 10万元\n\
         成本项: 合计 | 10万元\n\
         成本项: 印刷费 | 10万元",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let unit = case.document.funding.unit.get();
    let Some(budget) = case.budget else {
        return;
    };
    let items = case
        .document
        .cost_items
        .iter()
        .filter(|item| !is_sum(item.name.text()));
    let amounts: Vec<Decimal> = items.filter_map(|item| yuan(&item.amount, unit)).collect();
    let sum: Decimal = amounts.iter().sum();
    let is_equal = (sum - budget).abs() <= case.profile.thresholds.money_tolerance();
    let (Some(first), false) = (
        case.document.cost_items.first(),
        amounts.is_empty() || is_equal,
    ) else {
        return;
    };
    let terms: Vec<String> = amounts.iter().map(|yuan| shown_yuan(*yuan)).collect();
    let (terms, sum, budget) = (terms.join("＋"), shown_yuan(sum), shown_yuan(budget));
    findings
        .report(
            case.amount_spot("cost_items[0].amount", "budget", &first.amount),
            format!("成本构成{terms}＝{sum}，资金总额是{budget}"),
            format!("the items come to {terms} = {sum}, the total is {budget}"),
        )
        .with(case.budget_spot(), "资金总额", "the total");
}

fn is_sum(name: &str) -> bool {
    matches!(name, "合计" | "总计" | "小计" | "总额")
}
