//! The shares of the plan are single ones that add up to 100.

use crate::case::Case;
use crate::facts::plan;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// The shares of the plan are single ones that add up to 100.
pub static RULE: Rule = Rule {
    code: "P003",
    name: "plan-not-cumulative",
    title: text(
        "支出计划填成了当期数",
        "single shares instead of cumulative ones",
    ),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Completeness,
    basis: &[
        Basis::Practice(text(
            "申报表要求支出计划填累计百分比",
            "the form asks for cumulative shares",
        )),
        Basis::Arithmetic,
    ],
    why: text(
        "各栏之和恰为100%，而最后一栏不到100%，是把当期比例填进了累计栏。",
        "The shares add up to 100 % while the last is less: they are those of the single spans.",
    ),
    remedy: text(
        "改为累计比例，如25%、50%、75%、100%。",
        "Fill in cumulative shares, such as 25 %, 50 %, 75 %, 100 %.",
    ),
    finds: &["计划: 3月底 25 | 6月底 25 | 10月底 30 | 12月底 20 <<"],
    passes: &[
        "计划: 3月底 25 | 6月底 50 | 10月底 75 | 12月底 100",
        "计划: 12月底 100",
        "计划: 6月底 30 | 12月底 90",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(last) = case
        .plan
        .last()
        .filter(|_| plan::is_not_cumulative(&case.plan))
    else {
        return;
    };
    let shares: Vec<String> = plan::stated(&case.plan)
        .map(|(_, share)| share.normalize().to_string())
        .collect();
    let sum = shares.join("+");
    let mut reported = findings.report(
        last.spot(),
        format!("各栏{sum}=100%，疑把当期支出填进了累计栏"),
        format!("{sum}=100 %: these look like single shares in place of cumulative ones"),
    );
    for (point, _) in plan::stated(&case.plan).take(shares.len() - 1) {
        reported = reported.with(point.spot(), "加数", "term of the sum");
    }
}
