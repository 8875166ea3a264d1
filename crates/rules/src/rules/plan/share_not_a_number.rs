//! A share of the plan is not a number.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::{Field, Severity};

/// A share of the plan is not a number.
pub static RULE: Rule = Rule {
    code: "P007",
    name: "share-not-a-number",
    title: text("支出比例不是数字", "a share that is no number"),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "申报表要求支出计划填累计百分比",
        "the form asks for cumulative shares",
    ))],
    why: text(
        "支出计划须填百分数，文字无法核对进度。",
        "The plan is a series of percentages; words cannot be held against spending.",
    ),
    remedy: text("填写累计百分数。", "State the cumulative percentage."),
    finds: &["计划: 6月底 按进度 | 12月底 100 <<"],
    passes: &["计划: 6月底 50 | 12月底 100", "计划: 6月底 | 12月底 100"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for (point, printed) in case.plan.iter().zip(&case.document.disbursement_plan) {
        if let Field::Unclear(text, _) = &printed.cumulative_percent {
            findings.report(
                point.spot(),
                format!("支出计划{}填的是“{text}”，不是百分数", point.by),
                format!("“{text}” ({}) is no percentage", point.by),
            );
        }
    }
}
