//! The plan ends below 100 %.

use crate::case::Case;
use crate::facts::plan;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// The plan ends below 100 %.
pub static RULE: Rule = Rule {
    code: "P004",
    name: "plan-ends-below-100",
    title: text("支出计划没有到100%", "a plan that ends below 100 %"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Funding,
    basis: &[Basis::Practice(text(
        "申报表要求支出计划填累计百分比",
        "the form asks for cumulative shares",
    ))],
    why: text(
        "年度预算应在年内支出，计划到年底仍不足100%，其余资金没有安排。",
        "The money of the year is for the year; what is missing from 100 % has no plan.",
    ),
    remedy: text(
        "最后一栏填到100%；预计结转的，核减预算或说明。",
        "Let the last date say 100 %, or explain what is carried over.",
    ),
    finds: &[
        "计划: 3月底 20 | 6月底 40 | 10月底 60 | 12月底 90 <<",
        "计划: 12月底 10 <<",
    ],
    passes: &[
        "计划: 6月底 50 | 12月底 100",
        "计划: 6月底 50 | 12月底 99.99",
        "计划: 6月底 50 | 12月底 ",
        "计划: 3月底 25 | 6月底 25 | 10月底 30 | 12月底 20",
        "计划: 3月底 50 | 6月底 130",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    if plan::is_not_cumulative(&case.plan) {
        return;
    }
    let highest = plan::stated(&case.plan).map(|(_, share)| share).max();
    let Some((last, share)) = case
        .plan
        .last()
        .and_then(|point| Some((point, point.share?)))
    else {
        return;
    };
    // Shares printed with rounding may miss it by a little.
    if highest.is_some_and(|highest| highest < Decimal::from(99)) {
        findings.report(
            last.spot(),
            format!("支出计划到{}累计{share}%，没有到100%", last.by),
            format!("the plan ends at {share} % ({}), not at 100 %", last.by),
        );
    }
}
