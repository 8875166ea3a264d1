//! The plan stands still between two dates.

use crate::case::Case;
use crate::facts::plan;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// The plan stands still between two dates.
pub static RULE: Rule = Rule {
    code: "P002",
    name: "plan-flat",
    title: text("支出计划停滞", "a plan that stands still"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Funding,
    basis: &[Basis::Practice(text(
        "财政部门按月、按季考核支出进度，不主张年底突击花钱",
        "finance bureaus watch spending through the year and discourage spending at its end",
    ))],
    why: text(
        "两个时点累计比例相同，表示其间没有支出；也可能是把累计数填成了当期数。",
        "Equal shares at two dates mean that nothing is spent between them, or that single shares were filled in.",
    ),
    remedy: text(
        "核对各时点的累计比例；确无支出的，说明原因。",
        "Check the cumulative shares; where nothing is spent, say why.",
    ),
    finds: &["计划: 6月底 35 | 9月底 35 | 12月底 100 <<"],
    passes: &[
        "计划: 6月底 35 | 9月底 60 | 12月底 100",
        "计划: 6月底 100 | 10月底 100 | 12月底 100",
        "计划: 3月底 0 | 6月底 0 | 12月底 100",
        "计划: 3月底 25 | 6月底 25 | 9月底 25 | 12月底 25",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    if plan::is_not_cumulative(&case.plan) {
        return;
    }
    let still = plan::neighbours(&case.plan).find(|(before, after)| {
        after.1 == before.1 && after.1 > Decimal::ZERO && after.1 < Decimal::ONE_HUNDRED
    });
    if let Some((before, after)) = still {
        findings
            .report(
                after.0.spot(),
                format!(
                    "累计支出{}、{}都是{}%，其间没有进度，其余集中在以后支出",
                    before.0.by, after.0.by, after.1
                ),
                format!(
                    "the cumulative share is {} % both by {} and by {}: nothing is spent between",
                    after.1, before.0.by, after.0.by
                ),
            )
            .with(before.0.spot(), "前一栏", "the date before");
    }
}
