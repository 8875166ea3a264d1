//! Cumulative shares of the plan fall.

use crate::case::Case;
use crate::facts::plan;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Cumulative shares of the plan fall.
pub static RULE: Rule = Rule {
    code: "P001",
    name: "shares-fall",
    title: text("累计支出比例下降", "cumulative shares that fall"),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Funding,
    basis: &[
        Basis::Practice(text(
            "申报表要求支出计划填累计百分比",
            "the form asks for cumulative shares",
        )),
        Basis::Arithmetic,
    ],
    why: text(
        "累计比例只能上升；下降说明把当期数填成了累计数，或数字有误。",
        "A cumulative share can only rise; a fall means that single shares were filled in, or a mistyped figure.",
    ),
    remedy: text(
        "按累计数填写，逐栏递增到100%。",
        "Fill in cumulative shares that rise to 100 %.",
    ),
    finds: &["计划: 3月底 50 | 6月底 40 | 10月底 80 | 12月底 100 <<"],
    passes: &[
        "计划: 3月底 25 | 6月底 50 | 10月底 75 | 12月底 100",
        "计划: 6月底 50 | 12月底 50",
        "计划: 3月底 25 | 6月底 30 | 9月底 20 | 12月底 25",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    // Single shares in place of cumulative ones are one defect of their own.
    if plan::is_not_cumulative(&case.plan) {
        return;
    }
    for (before, after) in plan::neighbours(&case.plan) {
        if after.1 < before.1 {
            findings
                .report(
                    after.0.spot(),
                    format!(
                        "累计支出由{}的{}%降到{}的{}%",
                        before.0.by, before.1, after.0.by, after.1
                    ),
                    format!(
                        "the cumulative share falls from {} % ({}) to {} % ({})",
                        before.1, before.0.by, after.1, after.0.by
                    ),
                )
                .with(before.0.spot(), "前一栏", "the date before");
        }
    }
}
