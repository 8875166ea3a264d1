//! Own-level money exceeds that of all levels.

use crate::case::Case;
use crate::case::{shown_yuan, yuan};
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Own-level money exceeds that of all levels.
pub static RULE: Rule = Rule {
    code: "M004",
    name: "local-exceeds-all-levels",
    title: text(
        "本级资金大于全部资金",
        "own-level money exceeds that of all levels",
    ),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Arithmetic],
    why: text(
        "“本级”是“含市县”的一部分，不可能更大。",
        "The figure of this level is part of that of all levels and cannot be larger.",
    ),
    remedy: text(
        "核对本级和含市县两栏金额是否填反。",
        "Check whether the two columns were exchanged.",
    ),
    finds: &["预算: 100万元\n\
         本级预算: 120万元 <<"],
    passes: &["预算: 100万元\n\
         本级预算: 100万元"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(local) = case.document.local_funding.as_deref() else {
        return;
    };
    let own = yuan(
        &local.total.budget,
        local.unit.get().or(case.document.funding.unit.get()),
    );
    let (Some(own), Some(all)) = (own, case.budget) else {
        return;
    };
    if own > all {
        let (own, all) = (shown_yuan(own), shown_yuan(all));
        findings
            .report(
                case.amount_spot("local_funding.total", "budget", &local.total.budget),
                format!("本级资金{own}大于全部资金{all}"),
                format!("the money of this level, {own}, exceeds that of all levels, {all}"),
            )
            .with(case.budget_spot(), "全部资金", "the money of all levels");
    }
}
