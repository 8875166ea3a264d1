//! The score of budget execution is not rate times weight.

use crate::case::Case;
use crate::facts::achievement::shown;
use crate::facts::execution::Executed;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// The score of budget execution is not rate times weight.
pub static RULE: Rule = Rule {
    code: "S013",
    name: "execution-score-wrong",
    title: text("预算执行得分计算有误", "wrong score of budget execution"),
    severity: Severity::Error,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[
        Basis::Act {
            act: "evaluation-2020",
            says: text(
                "预算执行率按全年执行数与全年预算数的比例计分，分值一般为10分",
                "budget execution scores by the ratio of what was spent and the budget of the year, as a rule of 10 points",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "公开的核查工具按执行率×分值复算，最高不超过分值，容差0.1分",
            "a public checker recomputes rate times weight, capped at the weight, with a tolerance of 0.1",
        )),
    ],
    why: text(
        "预算执行得分有固定算法，算错总分也错。",
        "The score of execution has a fixed formula; a wrong one spoils the total.",
    ),
    remedy: text(
        "按“执行数÷全年预算数×分值”重算，超过的按满分计。",
        "Compute what was spent ÷ budget × weight, at most the weight.",
    ),
    finds: &["\
种类: 自评
预算: 60.00万元 | 调整=66.00 | 执行=52.80 | 分值=10 | 执行率=80.00 | 得分=10.00 <<
"],
    passes: &[
        "\
种类: 自评
预算: 60.00万元 | 调整=66.00 | 执行=64.35 | 分值=10 | 执行率=97.50 | 得分=9.75
",
        "\
种类: 自评
预算: 60.00万元 | 执行=66.00 | 分值=10 | 得分=10
",
        "\
种类: 自评
预算: 0.00万元 | 执行=0.00 | 分值=10 | 得分=10
",
        "\
种类: 自评
预算: 50.00万元 | 执行=40.00 | 分值=10 | 执行率=90.00 | 得分=9.00
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let line = &case.document.funding.total;
    let scoring = &case.profile.scoring;
    let executed = Executed::of_line(line, &case.document.funding.unit);
    let (Some(score), Some(executed)) = (line.score.get(), executed) else {
        return;
    };
    let weight = line.weight.get();
    let weight = weight.map_or(scoring.execution_weight, |weight| weight.value);
    // A score out of range is a defect of its own, a wrong rate another.
    let is_possible = score.value >= Decimal::ZERO && score.value <= weight;
    let points = |rate: Decimal| (rate.saturating_mul(weight) / Decimal::ONE_HUNDRED).min(weight);
    let fits = |rate: Decimal| points(rate).saturating_sub(score.value).abs() <= scoring.tolerance;
    let Some(rate) = executed.rate().filter(|rate| is_possible && !fits(*rate)) else {
        return;
    };
    if line.rate.get().is_some_and(|printed| fits(printed.value)) {
        return;
    }
    let (spent, of) = (
        Executed::shown(&line.executed),
        Executed::shown(executed.budget),
    );
    let points = shown(points(rate));
    findings
        .report(
            case.number_spot("funding.total.score", &line.score),
            format!(
                "预算执行得分应为{spent} ÷ {of} × {weight} = {points}，填写{}",
                score.printed
            ),
            format!(
                "{spent} ÷ {of} × {weight} = {points}; the form states {}",
                score.printed
            ),
        )
        .with(
            case.amount_spot("funding.total", "executed", &line.executed),
            "执行数",
            "spent",
        )
        .with(
            case.amount_spot("funding.total", executed.column, executed.budget),
            "预算数",
            "budget",
        );
}
