//! Annual money exceeds that of the whole period.

use crate::case::Case;
use crate::case::{shown_yuan, yuan};
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Annual money exceeds that of the whole period.
pub static RULE: Rule = Rule {
    code: "M005",
    name: "annual-money-exceeds-period",
    title: text(
        "年度资金大于中期资金",
        "annual money exceeds that of the whole period",
    ),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Arithmetic],
    why: text(
        "年度资金是实施期资金的一部分。",
        "The money of a year is part of that of the whole period.",
    ),
    remedy: text(
        "核对年度和中期（实施期）资金。",
        "Check the annual figure and that of the period.",
    ),
    finds: &["预算: 100万元 <<\n\
         中期预算: 90万元"],
    passes: &[
        "预算: 100万元\n\
         中期预算: 300万元",
        "预算: 100万元\n\
         中期预算: 0",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(period) = case.document.medium_term_funding.as_deref() else {
        return;
    };
    let unit = period.unit.get().or(case.document.funding.unit.get());
    let (Some(all), Some(year)) = (yuan(&period.total.budget, unit), case.budget) else {
        return;
    };
    if year > all && !all.is_zero() {
        let (year, all) = (shown_yuan(year), shown_yuan(all));
        findings
            .report(
                case.budget_spot(),
                format!("年度资金{year}大于中期（实施期）资金{all}"),
                format!("the money of the year, {year}, exceeds that of the period, {all}"),
            )
            .with(
                case.amount_spot("medium_term_funding.total", "budget", &period.total.budget),
                "中期资金",
                "the money of the period",
            );
    }
}
