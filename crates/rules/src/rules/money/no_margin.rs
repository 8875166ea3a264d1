//! Least quantity times highest cost is exactly the budget.

use crate::arithmetic::{Verdict, report};
use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Least quantity times highest cost is exactly the budget.
pub static RULE: Rule = Rule {
    code: "M014",
    name: "no-margin",
    title: text(
        "数量下限×成本上限恰等于预算",
        "least quantity times highest cost is exactly the budget",
    ),
    severity: Severity::Info,
    applies: Applies::PROJECTS,
    criterion: Criterion::Funding,
    basis: &[Basis::Arithmetic],
    why: text(
        "数量是“不少于”、单价是“不超过”，乘积又恰等于预算，多做一个就超预算。",
        "With `at least` for the quantity and `at most` for the price, one more than the least exceeds the budget.",
    ),
    remedy: text(
        "数量或单价改为定值，或留出余量。",
        "Fix the quantity or the price, or leave a margin.",
    ),
    finds: &["预算: 32.00万元\n\
         数量 | 考核人数 | ≥1000人\n\
         成本 | 考核成本 | ≤320元/人 <<"],
    passes: &["预算: 32.00万元\n\
         数量 | 考核人数 | 1000人\n\
         成本 | 考核成本 | ≤320元/人"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    if case.verdict() == Verdict::NoMargin {
        report(
            case,
            findings,
            "数量是下限、单价是上限，没有余量",
            "the quantity is a floor and the price a ceiling, there is no margin",
        );
    }
}
