//! The weights of the indicators and of execution do not give the total prescribed.

use crate::case::Case;
use crate::facts::execution::sum;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::{Number, Severity};

/// The weights of the indicators and of execution do not give the total prescribed.
pub static RULE: Rule = Rule {
    code: "S011",
    name: "weights-differ-from-total",
    title: text("分值合计不是满分", "weights do not give the total"),
    severity: Severity::Error,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[
        Basis::Act {
            act: "evaluation-2020",
            says: text(
                "自评总分100分，其中预算执行率一般10分",
                "a self-evaluation totals 100 points, as a rule 10 of them for execution",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "在用系统核对分值合计",
            "systems in use check the sum of the weights",
        )),
    ],
    why: text(
        "分值合计不是100分，总分和等级就不能比较。",
        "Unless weights give 100, totals and grades cannot be compared.",
    ),
    remedy: text(
        "调整各指标分值，使合计（含预算执行）等于100分。",
        "Adjust the weights so that they give 100 with budget execution.",
    ),
    finds: &["\
种类: 自评
预算: 50万元 | 执行=50 | 分值=10 | 得分=10
数量 | 培训人数 | ≥50人 | 分值=50 | 完成=50人 | 得分=50 <<
社会 | 就业率 | ≥80% | 分值=35 | 完成=80% | 得分=35
"],
    passes: &[
        "\
种类: 自评
生态 | 生态效益 | 不适用 | 分值=
",
        "\
种类: 自评
预算: 50万元 | 执行=50 | 分值=10 | 得分=10
数量 | 培训人数 | ≥50人 | 分值=90 | 完成=50人 | 得分=90
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=90 | 完成=50人 | 得分=90
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=70 | 完成=50人 | 得分=70
社会 | 就业率 | ≥80% | 分值= | 完成=80% | 得分=
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(first) = case.annual_rows().next() else {
        return;
    };
    // A row that does not apply needs no weight.
    let rows = case.annual_rows();
    let rows = rows.filter(|row| row.has_value() || row.indicator.weight.is_written());
    let weights = rows.map(|row| row.indicator.weight.get());
    let Some(weights) = weights.collect::<Option<Vec<&Number>>>() else {
        return;
    };
    if weights.is_empty() {
        return;
    }
    let rows = sum(weights.iter().copied());
    let execution = case.document.funding.total.weight.get();
    let scoring = &case.profile.scoring;
    let all = scoring.weights_total;
    let sum = sum(weights.into_iter().chain(execution));
    // A form that prints no points for execution may count them or not.
    let fits = sum == all || (execution.is_none() && sum == all - scoring.execution_weight);
    if fits {
        return;
    }
    let zh_execution = execution.map_or(String::new(), |w| format!(" + 预算执行{}", w.printed));
    let en_execution = execution.map_or(String::new(), |w| format!(" + execution {}", w.printed));
    findings.report(
        first.spot(Part::Weight),
        format!("各指标分值合计{rows}{zh_execution} = {sum}，应为{all}"),
        format!("the weights of the indicators give {rows}{en_execution} = {sum}, not {all}"),
    );
}
