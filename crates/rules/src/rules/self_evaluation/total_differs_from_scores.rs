//! The total is not the sum of the scores.

use crate::case::Case;
use crate::facts::execution::sum;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::{Number, Severity};

/// The total is not the sum of the scores.
pub static RULE: Rule = Rule {
    code: "S010",
    name: "total-differs-from-scores",
    title: text("总分不等于各项得分之和", "total differs from the scores"),
    severity: Severity::Error,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[
        Basis::Arithmetic,
        Basis::Practice(text(
            "在用系统和公开的核查工具复算总分，容差0.1分",
            "systems in use and a public checker add up the total, with a tolerance of 0.1",
        )),
    ],
    why: text(
        "总分是自评结果的依据，算错会影响等级。",
        "The total decides the grade.",
    ),
    remedy: text(
        "重新加总预算执行得分和各指标得分。",
        "Add up the score of budget execution and those of the indicators again.",
    ),
    finds: &["\
种类: 自评
预算: 50万元 | 执行=50 | 分值=10 | 得分=10
数量 | 培训人数 | ≥50人 | 分值=50 | 完成=50人 | 得分=50
社会 | 就业率 | ≥80% | 分值=40 | 完成=80% | 得分=35
总分: 98 <<
"],
    passes: &[
        "\
种类: 自评
预算: 50万元 | 执行=50 | 分值=10 | 得分=10
数量 | 培训人数 | ≥50人 | 分值=90 | 完成=50人 | 得分=89.99
总分: 99.99
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=90 | 完成=50人 | 得分=
总分: 99
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(total) = case.document.score.get() else {
        return;
    };
    let Some(scores) = scores(case) else {
        return;
    };
    let sum = sum(scores.iter().copied());
    if scores.is_empty() || sum.saturating_sub(total.value).abs() <= case.profile.scoring.tolerance
    {
        return;
    }
    let terms: Vec<&str> = scores.iter().map(|score| score.printed.as_str()).collect();
    let terms = terms.join(" + ");
    findings.report(
        case.number_spot("score", &case.document.score),
        format!("各项得分之和为{terms} = {sum}，总分填写{}", total.printed),
        format!(
            "the scores give {terms} = {sum}, the total says {}",
            total.printed
        ),
    );
}

/// All scores; `None` if one of them is missing. A form without points for execution prints none.
fn scores<'a>(case: &Case<'a>) -> Option<Vec<&'a Number>> {
    let execution = &case.document.funding.total.score;
    // A row that does not apply needs no score.
    let rows = case.annual_rows();
    let rows = rows.filter(|row| row.has_value() || row.indicator.score.is_written());
    let of_rows = rows.map(|row| &row.indicator.score);
    std::iter::once(execution)
        .chain(of_rows)
        .filter(|score| !score.is_absent())
        .map(|score| score.get())
        .collect()
}
