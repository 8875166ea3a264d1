//! A share of the plan is more than 100 %.

use crate::case::Case;
use crate::facts::plan;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// A share of the plan is more than 100 %.
pub static RULE: Rule = Rule {
    code: "P005",
    name: "share-over-100",
    title: text("累计支出超过100%", "a share of more than 100 %"),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Funding,
    basis: &[Basis::Arithmetic],
    why: text(
        "累计支出不能超过预算的100%。",
        "No more than the whole budget can be spent.",
    ),
    remedy: text(
        "核对该栏比例，注意不要填成金额。",
        "Check the share; it is not an amount of money.",
    ),
    finds: &["计划: 3月底 20 | 6月底 40 | 12月底 110 <<"],
    passes: &["计划: 3月底 20 | 6月底 40 | 12月底 100"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let over = plan::stated(&case.plan).find(|(_, share)| *share > Decimal::ONE_HUNDRED);
    if let Some((point, share)) = over {
        findings.report(
            point.spot(),
            format!("{}累计支出{share}%，超过100%", point.by),
            format!("{share} % by {} is more than the whole budget", point.by),
        );
    }
}
