//! A part exceeds the total.

use crate::case::Case;
use crate::case::{shown_yuan, yuan};
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// A part exceeds the total.
pub static RULE: Rule = Rule {
    code: "M002",
    name: "part-exceeds-total",
    title: text("分项资金大于总额", "a part exceeds the total"),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Arithmetic],
    why: text(
        "其中的一项不可能大于总额。",
        "A part cannot be more than the whole.",
    ),
    remedy: text("核对这一项和资金总额。", "Check this part and the total."),
    finds: &["预算: 60.00万元\n\
         财政: 66.00 <<"],
    passes: &[
        "预算: 60.00万元\n\
         财政: 60.00",
        "预算: 60.00万元\n\
         财政: 50.00\n\
         其他: 20.00",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let unit = case.document.funding.unit.get();
    let [total, parts @ ..] = case.funding_lines();
    let Some(whole) = yuan(&total.1.budget, unit) else {
        return;
    };
    for (path, line) in parts {
        let Some(part) = yuan(&line.budget, unit) else {
            continue;
        };
        if part > whole + case.profile.thresholds.money_tolerance() {
            let (part, whole) = (shown_yuan(part), shown_yuan(whole));
            findings
                .report(
                    case.amount_spot(path, "budget", &line.budget),
                    format!("这一项是{part}，大于资金总额{whole}"),
                    format!("this part is {part}, more than the total of {whole}"),
                )
                .with(case.budget_spot(), "资金总额", "the total");
        }
    }
}
