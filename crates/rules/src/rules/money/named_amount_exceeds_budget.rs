//! An amount in goals or purpose exceeds the budget.

use crate::case::Case;
use crate::case::shown_yuan;
use crate::facts::named_money::named_money;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Decimal;
use plumbline_model::Severity;

/// An amount in goals or purpose exceeds the budget.
pub static RULE: Rule = Rule {
    code: "M018",
    name: "named-amount-exceeds-budget",
    title: text(
        "目标或用途中的金额大于预算",
        "an amount in goals or purpose exceeds the budget",
    ),
    severity: Severity::Error,
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
        "文字说要花的钱比预算多，两处必有一处不对。",
        "The text speaks of more money than the budget has: one of the two is wrong.",
    ),
    remedy: text(
        "使文字中的金额与预算一致，或说明差额的来源。",
        "Make text and budget agree, or say where the difference comes from.",
    ),
    finds: &[
        "预算: 10万元\n\
         目标: 活动经费15万元，用于开展活动。 <<",
        "预算: 50万元\n\
         目标: 租赁费30万元，建设费30万元。 <<",
    ],
    passes: &[
        "预算: 10万元\n\
         目标: 活动经费10万元，用于开展活动。",
        "预算: 10万元\n\
         目标: 带动产值50万元。",
        "预算: 8万元\n\
         目标: 补贴1840元/人/月，保额不高于50万元。",
        "预算: 2.4万元\n\
         目标: 安排经费2.4万元，发放补贴24000元。",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(budget) = case.budget else {
        return;
    };
    let named = named_money(case);
    let sum: Decimal = named.iter().map(|money| money.yuan).sum();
    // The whole and its parts are often both named.
    let has_whole = named.iter().any(|money| money.yuan == budget);
    let Some(first) = named.iter().max_by_key(|money| money.yuan) else {
        return;
    };
    let is_over = first.yuan > budget || (!has_whole && sum > budget);
    if !is_over {
        return;
    }
    let budget = shown_yuan(budget);
    let terms: Vec<&str> = named.iter().map(|money| money.written).collect();
    let terms = match terms.as_slice() {
        [one] => (*one).to_owned(),
        several => format!("{}＝{}", several.join("＋"), shown_yuan(sum)),
    };
    findings
        .report(
            named[0].spot.clone(),
            format!("文字中的金额{terms}，大于预算{budget}"),
            format!("the text names {terms}, more than the budget of {budget}"),
        )
        .with(case.budget_spot(), "预算", "the budget");
}
