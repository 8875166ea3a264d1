//! More was spent than the budget of the year allows.

use crate::case::Case;
use crate::facts::execution::Executed;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// More was spent than the budget of the year allows.
pub static RULE: Rule = Rule {
    code: "S015",
    name: "executed-exceeds-budget",
    title: text("执行数超过预算数", "spent more than the budget"),
    severity: Severity::Warning,
    applies: Applies::EXECUTION,
    criterion: Criterion::Funding,
    basis: &[
        Basis::Act {
            act: "budget-law",
            says: text(
                "支出必须以经批准的预算为依据，未列入预算的不得支出",
                "expenditure rests on the approved budget; what is not in it is not spent",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "审计部门的公开核查规则对执行率异常偏高的提请说明",
            "a public audit rule set asks about unusually high execution",
        )),
    ],
    why: text(
        "执行数大于预算数，或是预算调整没有填全，或是超预算支出。",
        "Either a change of the budget is not stated in full, or money was spent beyond it.",
    ),
    remedy: text(
        "核对全年预算数是否含追加和结转；确属超支的，说明资金来源。",
        "Check that the budget includes additions and carry-over; state the source of any excess.",
    ),
    finds: &[
        "\
种类: 自评
预算: 60.00万元 | 调整=66.00 | 执行=68.50 <<
",
        "\
种类: 自评
预算: 60.00万元 | 调整=66.00 | 执行=66.00
财政: 60.00万元 | 调整=60.00 | 执行=62.00 <<
",
    ],
    passes: &[
        "\
种类: 自评
预算: 60.00万元 | 调整=66.00 | 执行=66.00
",
        "\
种类: 监控
预算: 60.00万元 | 执行=33.00
",
        "\
种类: 自评
预算: 0.00万元 | 调整=0.00 | 执行=0.00
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let unit = &case.document.funding.unit;
    let tolerance = case.profile.thresholds.money_tolerance();
    let mut lines = case.funding_lines().into_iter();
    // One finding: parts follow the total.
    let excess = lines.find_map(|(path, line)| {
        let executed = Executed::of_line(line, unit)?;
        (executed.spent > executed.of.saturating_add(tolerance)).then_some((path, line, executed))
    });
    let Some((path, line, executed)) = excess else {
        return;
    };
    let (spent, of) = (
        Executed::shown(&line.executed),
        Executed::shown(executed.budget),
    );
    findings
        .report(
            case.amount_spot(path, "executed", &line.executed),
            format!("执行数{spent}超过预算数{of}"),
            format!("{spent} was spent of a budget of {of}"),
        )
        .with(
            case.amount_spot(path, executed.column, executed.budget),
            "预算数",
            "budget",
        );
}
