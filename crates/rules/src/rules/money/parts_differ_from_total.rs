//! Total differs from the sum of its parts.

use crate::case::Case;
use crate::case::{shown_yuan, yuan};
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Decimal;
use plumbline_model::Severity;

/// Total differs from the sum of its parts.
pub static RULE: Rule = Rule {
    code: "M001",
    name: "parts-differ-from-total",
    title: text(
        "资金总额不等于各项之和",
        "total differs from the sum of its parts",
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
        "总额与财政拨款、上年结转、其他资金之和不等，必有一处填错。",
        "If total and parts disagree, one of them is wrong.",
    ),
    remedy: text(
        "核对资金总额和各项资金，使其相等。",
        "Make the total and its parts agree.",
    ),
    finds: &["预算: 60.00万元 <<\n\
         财政: 50.00\n\
         其他: 5.00"],
    passes: &[
        "预算: 60.00万元\n\
         财政: 50.00\n\
         结转: 4.00\n\
         其他: 6.00",
        "预算: 60.00万元\n\
         财政: 60.00",
        "预算: 60.00万元\n\
         其他: 0",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let unit = case.document.funding.unit.get();
    let [total, parts @ ..] = case.funding_lines();
    let Some(sum_wanted) = yuan(&total.1.budget, unit) else {
        return;
    };
    let stated: Vec<_> = parts
        .iter()
        .filter_map(|(path, line)| Some((*path, *line, yuan(&line.budget, unit)?)))
        .collect();
    let sum: Decimal = stated.iter().map(|(_, _, yuan)| yuan).sum();
    // A form that states only one part, or nothing but zeros, says nothing of the others.
    let is_whole = stated.len() > 1 && !sum.is_zero();
    if !is_whole || (sum - sum_wanted).abs() <= case.profile.thresholds.money_tolerance() {
        return;
    }
    let terms: Vec<String> = stated
        .iter()
        .map(|(_, _, yuan)| shown_yuan(*yuan))
        .collect();
    let terms = format!("{}＝{}", terms.join("＋"), shown_yuan(sum));
    let wanted = shown_yuan(sum_wanted);
    let mut reported = findings.report(
        case.budget_spot(),
        format!("资金总额是{wanted}，各项之和是{terms}"),
        format!("the total is {wanted}, the parts come to {terms}"),
    );
    for (path, line, _) in stated {
        let spot = case.amount_spot(path, "budget", &line.budget);
        reported = reported.with(spot, "分项", "a part");
    }
}
