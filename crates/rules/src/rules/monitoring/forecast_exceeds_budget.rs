//! More is expected to be spent than the budget allows.

use crate::case::Case;
use crate::facts::execution::{Executed, budget_of, number};
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// More is expected to be spent than the budget allows.
pub static RULE: Rule = Rule {
    code: "N008",
    name: "forecast-exceeds-budget",
    title: text(
        "全年预计执行数超过预算数",
        "forecast spending exceeds the budget",
    ),
    severity: Severity::Warning,
    applies: Applies::MONITORING,
    criterion: Criterion::Funding,
    basis: &[Basis::Act {
        act: "budget-law",
        says: text(
            "支出必须以经批准的预算为依据",
            "expenditure rests on the approved budget",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "预计支出超过预算，要先办理预算调整。",
        "Spending beyond the budget needs a change of the budget first.",
    ),
    remedy: text(
        "核对预计数；确需追加的，按程序报批。",
        "Check the forecast; ask for more by the procedure if it is needed.",
    ),
    finds: &["\
种类: 监控
预算: 180.00万元 | 执行=98.00 | 预计=190.00 <<
"],
    passes: &[
        "\
种类: 监控
预算: 180.00万元 | 执行=98.00 | 预计=180.00
",
        "\
种类: 监控
预算: 180.00万元 | 调整=200.00 | 执行=98.00 | 预计=190.00
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let unit = &case.document.funding.unit;
    let tolerance = case.profile.thresholds.money_tolerance();
    // One finding: parts follow the total.
    let excess = case.funding_lines().into_iter().find_map(|(path, line)| {
        let budget = number(budget_of(line).1, unit)?;
        (number(&line.forecast, unit)? > budget.saturating_add(tolerance)).then_some((path, line))
    });
    if let Some((path, line)) = excess {
        let (column, budget) = budget_of(line);
        let (forecast, of) = (Executed::shown(&line.forecast), Executed::shown(budget));
        findings
            .report(
                case.amount_spot(path, "forecast", &line.forecast),
                format!("全年预计执行数{forecast}超过预算数{of}"),
                format!("{forecast} is expected to be spent of a budget of {of}"),
            )
            .with(case.amount_spot(path, column, budget), "预算数", "budget");
    }
}
