//! An amount that is no number.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Field;
use plumbline_model::Severity;

/// An amount that is no number.
pub static RULE: Rule = Rule {
    code: "M024",
    name: "amount-is-no-number",
    title: text("金额栏里不是数字", "an amount that is no number"),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "在用系统的金额栏只收数字",
        "amounts in systems in use are numbers only",
    ))],
    why: text(
        "金额不是数字，就无法核对和汇总。",
        "An amount that is no number can be neither checked nor added.",
    ),
    remedy: text(
        "填写数字，说明写在备注里。",
        "State a number; explanations belong into the remarks.",
    ),
    finds: &["预算: 约六万元 <<"],
    passes: &["预算: 6万元"],
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
            if let Field::Unclear(text, _) = amount {
                findings.report(
                    case.amount_spot(path, column, amount),
                    format!("金额栏填的是“{text}”，不是数字"),
                    format!("“{text}” is no number"),
                );
            }
        }
    }
}
