//! An amount in goals or purpose differs from the budget.

use crate::case::Case;
use crate::case::shown_yuan;
use crate::facts::named_money::named_money;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Decimal;
use plumbline_model::Severity;

/// An amount in goals or purpose differs from the budget.
pub static RULE: Rule = Rule {
    code: "M019",
    name: "named-amount-differs-from-budget",
    title: text(
        "目标或用途中的金额与预算不等",
        "an amount in goals or purpose differs from the budget",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Funding,
    basis: &[
        Basis::Arithmetic,
        Basis::Practice(text(
            "公开的核对工具比较叙述与表格中的年度金额",
            "published checkers compare the year's amount in the narrative with that of the form",
        )),
    ],
    why: text(
        "文字中的金额与预算不符，又没有说明，看不出钱用在哪里。",
        "Where the text names less than the budget without a reason, the use of the rest is unknown.",
    ),
    remedy: text(
        "使两处一致，或说明其余资金的用途。",
        "Make both agree, or say what the rest is for.",
    ),
    finds: &["预算: 13万元\n\
         目标: 维护费9万元，用于日常维护。 <<"],
    passes: &[
        "预算: 13万元\n\
         目标: 维护费9万元，测评费4万元。",
        "预算: 13万元\n\
         目标: 完成13次维护。",
        "预算: 13万元\n\
         目标: 带动增收9万元。",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(budget) = case.budget else {
        return;
    };
    let named = named_money(case);
    let sum: Decimal = named.iter().map(|money| money.yuan).sum();
    let (Some(first), true) = (named.first(), sum < budget) else {
        return;
    };
    if budget - sum <= case.profile.thresholds.money_tolerance() {
        return;
    }
    let terms: Vec<&str> = named.iter().map(|money| money.written).collect();
    let (terms, money, rest) = (
        terms.join("＋"),
        shown_yuan(budget),
        shown_yuan(budget - sum),
    );
    findings
        .report(
            first.spot.clone(),
            format!("文字中的金额{terms}，预算是{money}，相差{rest}"),
            format!("the text names {terms}, the budget is {money}: {rest} are not accounted for"),
        )
        .with(case.budget_spot(), "预算", "the budget");
}
