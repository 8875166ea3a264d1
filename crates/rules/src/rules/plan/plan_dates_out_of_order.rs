//! The dates of the plan repeat or go backwards.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// The dates of the plan repeat or go backwards.
pub static RULE: Rule = Rule {
    code: "P006",
    name: "plan-dates-out-of-order",
    title: text("支出计划时点重复或倒序", "dates of the plan out of order"),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Arithmetic],
    why: text(
        "时点倒序或重复，累计比例就对不上时间。",
        "With dates out of order the cumulative shares belong to no time.",
    ),
    remedy: text(
        "按时间先后排列，每个时点只填一次。",
        "Put the dates in order, each once.",
    ),
    finds: &[
        "计划: 6月底 40 | 3月底 60 | 12月底 100 <<",
        "计划: 6月底 40 | 6月底 60 | 12月底 100 <<",
    ],
    passes: &[
        "计划: 3月底 40 | 6月底 60 | 12月底 100",
        "计划: 一季度 40 | 二季度 60 | 四季度 100",
        "计划: 合计 100",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let pairs = case.plan.iter().zip(case.plan.iter().skip(1));
    let wrong =
        pairs.filter_map(|(before, after)| Some((before, before.month?, after, after.month?)));
    let mut wrong = wrong.filter(|(_, earlier, _, later)| later <= earlier);
    if let Some((before, earlier, after, later)) = wrong.next() {
        let (zh, en) = match earlier == later {
            true => ("重复", "repeats"),
            false => ("早于前一栏", "is before the one ahead of it"),
        };
        findings
            .report(
                after.spot(),
                format!("支出计划时点“{}”{zh}（前一栏为“{}”）", after.by, before.by),
                format!("the date “{}” {en} (“{}”)", after.by, before.by),
            )
            .with(before.spot(), "前一栏", "the date before");
    }
}
