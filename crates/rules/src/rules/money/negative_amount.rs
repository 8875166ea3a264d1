//! A negative amount.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// A negative amount.
pub static RULE: Rule = Rule {
    code: "M023",
    name: "negative-amount",
    title: text("金额为负数", "a negative amount"),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "在用系统不接收负的预算数",
        "systems in use refuse negative amounts",
    ))],
    why: text(
        "预算和执行数不会是负数。",
        "Budgets and outlays are not negative.",
    ),
    remedy: text("核对金额的符号。", "Check the sign."),
    finds: &["金额单位: 万元\n\
         其他: -3.00 <<"],
    passes: &["金额单位: 万元\n\
         其他: 3.00"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for (path, line) in case.funding_lines() {
        let columns = [
            ("budget", &line.budget),
            ("adjusted", &line.adjusted),
            ("executed", &line.executed),
            ("forecast", &line.forecast),
        ];
        for (column, amount) in columns {
            if amount.get().is_some_and(|amount| {
                amount.number.value.is_sign_negative() && !amount.number.value.is_zero()
            }) {
                findings.report(
                    case.amount_spot(path, column, amount),
                    "金额是负数",
                    "the amount is negative",
                );
            }
        }
    }
}
