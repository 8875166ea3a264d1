//! Outputs and outcomes hold less than 60 % of all points.

use crate::case::Case;
use crate::facts::weights;
use crate::findings::Findings;
use crate::level::Level1;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// Outputs and outcomes hold less than 60 % of all points.
pub static RULE: Rule = Rule {
    code: "R018",
    name: "results-weigh-little",
    title: text(
        "产出和效益分值不足六成",
        "outputs and outcomes weigh too little",
    ),
    severity: Severity::Warning,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Act {
        act: "evaluation-2020",
        says: text(
            "单位自评中产出和效益类指标的权重原则上不低于60%",
            "in self-evaluation outputs and outcomes hold at least 60 % in principle",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "绩效看结果，产出和效益的分值过低，得分反映不出项目做得怎样。",
        "Performance is about results; with few points on them the score does not tell how the project went.",
    ),
    remedy: text(
        "提高产出、效益指标的分值。",
        "Give more points to outputs and outcomes.",
    ),
    finds: &["\
种类: 自评
数量 | 培训人数 | 50人 | 分值=30 <<
社会 | 知晓率 | ≥90% | 分值=20
满意度 | 学员满意度 | ≥90% | 分值=40
"],
    passes: &[
        "\
种类: 自评
数量 | 培训人数 | 50人 | 分值=50
社会 | 知晓率 | ≥90% | 分值=30
满意度 | 学员满意度 | ≥90% | 分值=10
",
        "\
种类: 自评
经济成本 | 成本 | 5元 | 分值=20
数量 | 培训人数 | 50人 | 分值=40
社会 | 知晓率 | ≥90% | 分值=20
满意度 | 学员满意度 | ≥90% | 分值=10
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(total) = weights::total(case).filter(|total| *total > Decimal::ZERO) else {
        return;
    };
    if weights::stated(case).any(|(row, _)| row.level1.is_none()) {
        return;
    }
    let is_result = |row: &Row<'_>| matches!(row.level1, Some(Level1::Output | Level1::Outcome));
    let results = weights::stated(case).filter(|(row, _)| is_result(row));
    let Some(results) = weights::sum(results.map(|(_, points)| points)) else {
        return;
    };
    // 60 % are those of all 100 points, execution included.
    let of = total.max(Decimal::ONE_HUNDRED);
    let least = case.profile.thresholds.results_weight_percent_min;
    let share = weights::percent(results, of).filter(|share| *share < least);
    let (Some(share), Some((first, _))) = (share, weights::stated(case).next()) else {
        return;
    };
    findings.report(
        first.spot(Part::Weight),
        format!("产出和效益指标共{results}分，占{of}分的{share}%，低于{least}%"),
        format!(
            "outputs and outcomes hold {results} of {of} points, {share} %, less than {least} %"
        ),
    );
}
