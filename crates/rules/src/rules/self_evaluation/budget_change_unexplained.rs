//! The budget was changed within the year and nothing explains it.

use crate::case::Case;
use crate::facts::execution::{Executed, is_unexplained, number};
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// The budget was changed within the year and nothing explains it.
pub static RULE: Rule = Rule {
    code: "S018",
    name: "budget-change-unexplained",
    title: text(
        "预算调整未说明原因",
        "change of the budget without an explanation",
    ),
    severity: Severity::Warning,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Funding,
    basis: &[Basis::Practice(text(
        "有的地区自评表要求逐项说明年中预算调整的原因",
        "the form of one region demands an explanation of every change within the year",
    ))],
    why: text(
        "年中追加或调减会改变目标的条件，审核时要知道原因。",
        "Money added or cut within the year changes the conditions of the targets.",
    ),
    remedy: text(
        "在原因栏或完成情况中说明调整的原因、金额和批准情况。",
        "State cause, amount and approval of the change.",
    ),
    finds: &[
        "\
种类: 自评
预算: 60.00万元 | 调整=45.00 | 执行=45.00 <<
完成情况: 完成培训2期。
",
        "\
种类: 自评
预算: 60.00万元 | 调整=45.00 | 执行=45.00 | 原因= <<
",
    ],
    passes: &[
        "\
种类: 自评
预算: 60.00万元 | 调整=66.00 | 执行=66.00
完成情况: 年中追加6.00万元，完成培训2期。
",
        "\
种类: 自评
预算: 60.00万元 | 调整=60.00 | 执行=45.00
完成情况: 完成培训2期。
",
        "\
种类: 自评
预算: 60.00万元 | 调整=45.00 | 执行=45.00
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let (funding, line) = (&case.document.funding, &case.document.funding.total);
    let initial = number(&line.budget, &funding.unit);
    let adjusted = number(&line.adjusted, &funding.unit);
    let (Some(initial), Some(adjusted)) = (initial, adjusted) else {
        return;
    };
    let is_changed =
        initial.saturating_sub(adjusted).abs() > case.profile.thresholds.money_tolerance();
    if is_changed && is_unexplained(line, case) {
        let (before, after) = (
            Executed::shown(&line.budget),
            Executed::shown(&line.adjusted),
        );
        findings
            .report(
                case.amount_spot("funding.total", "adjusted", &line.adjusted),
                format!("预算由年初{before}调整为{after}，没有说明原因"),
                format!("the budget was changed from {before} to {after} without an explanation"),
            )
            .with(
                case.amount_spot("funding.total", "budget", &line.budget),
                "年初预算数",
                "initial budget",
            );
    }
}
