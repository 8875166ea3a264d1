//! The rate of execution is not what the amounts give.

use crate::case::Case;
use crate::facts::achievement::shown;
use crate::facts::execution::{Executed, number, percent};
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::{Decimal, Number, Severity};

/// The rate of execution is not what the amounts give.
pub static RULE: Rule = Rule {
    code: "S012",
    name: "execution-rate-wrong",
    title: text("执行率计算有误", "wrong rate of execution"),
    severity: Severity::Error,
    applies: Applies::EXECUTION,
    criterion: Criterion::Outside,
    basis: &[Basis::Arithmetic],
    why: text(
        "执行率决定预算执行得分，也是监控和公开的重点。",
        "The rate decides points and is what monitoring and the public look at.",
    ),
    remedy: text(
        "按“执行数÷全年（调整后）预算数”重算；以年初预算为基数的，改用全年预算数。",
        "Compute what was spent over the adjusted budget of the year, not over the initial one.",
    ),
    finds: &[
        "\
种类: 自评
预算: 60.00万元 | 调整=66.00 | 执行=64.35 | 执行率=99.50 <<
",
        "\
种类: 自评
预算: 60.00万元 | 调整=66.00 | 执行=57.00 | 执行率=95.00 <<
",
    ],
    passes: &[
        "\
种类: 自评
预算: 60.00万元 | 调整=66.00 | 执行=64.35 | 执行率=97.5
",
        "\
种类: 自评
预算: 60.00万元 | 调整=66.00 | 执行=64.35 | 执行率=98
",
        "\
种类: 自评
预算: 60.00万元 | 调整=66.00 | 执行=64.35 | 执行率=0.975
",
        "\
种类: 监控
预算: 180.00万元 | 执行=98.00 | 执行率=54.44
",
        "\
种类: 自评
预算: 0.00万元 | 执行=0.00 | 执行率=0
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let unit = &case.document.funding.unit;
    for (path, line) in case.funding_lines() {
        let (Some(printed), Some(executed)) = (line.rate.get(), Executed::of_line(line, unit))
        else {
            continue;
        };
        let Some(rate) = executed.rate().filter(|rate| !states(printed, *rate)) else {
            continue;
        };
        // Over the initial budget the sum may be right, on a base that is not.
        let initial =
            number(&line.budget, unit).and_then(|initial| percent(executed.spent, initial));
        let on_initial = initial.is_some_and(|rate| states(printed, rate));
        let (zh, en) = match on_initial {
            true => (
                "（填写的是对年初预算的比率）",
                " (stated over the initial budget)",
            ),
            false => ("", ""),
        };
        let (spent, rate) = (Executed::shown(&line.executed), shown(rate));
        let of = Executed::shown(executed.budget);
        findings
            .report(
                case.number_spot(format!("{path}.rate"), &line.rate),
                format!(
                    "执行率应为{spent} ÷ {of} = {rate}%，填写{}%{zh}",
                    printed.printed
                ),
                format!(
                    "{spent} ÷ {of} = {rate} %, the form says {} %{en}",
                    printed.printed
                ),
            )
            .with(
                case.amount_spot(path, "executed", &line.executed),
                "执行数",
                "spent",
            )
            .with(
                case.amount_spot(path, executed.column, executed.budget),
                "预算数",
                "budget",
            );
    }
}

/// Whether a printed rate, in percent or as a fraction, is this one, rounded or cut off.
fn states(printed: &Number, rate: Decimal) -> bool {
    let step = Decimal::new(1, printed.value.scale().min(2));
    let is_fraction = printed.value <= Decimal::ONE && rate > Decimal::TWO;
    let (percent, step) = match is_fraction {
        true => (
            printed.value * Decimal::ONE_HUNDRED,
            step * Decimal::ONE_HUNDRED,
        ),
        false => (printed.value, step),
    };
    percent.saturating_sub(rate).abs() <= step
}
