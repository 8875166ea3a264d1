//! An indicator whose target was missed scores in full.

use crate::case::Case;
use crate::facts::achievement::{Achievement, Formula, is_late, is_satisfaction};
use crate::findings::Findings;
use crate::row::{Part, Row, printed};
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// An indicator whose target was missed scores in full.
pub static RULE: Rule = Rule {
    code: "S005",
    name: "full-score-though-missed",
    title: text(
        "未达到指标值却得满分",
        "full points although the target was missed",
    ),
    severity: Severity::Error,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[
        Basis::Act {
            act: "evaluation-2020",
            says: text(
                "定量指标完成的得满分，未完成的按完成值与指标值的比例计分",
                "a quantitative indicator scores in full when met and otherwise by the ratio of result and target",
            ),
            mark: Mark::Known,
        },
        Basis::Arithmetic,
    ],
    why: text(
        "没有达到指标值而得满分，自评结果失真，抽查时最容易被指出。",
        "Full points for a target that was missed distort the result; a re-check finds them first.",
    ),
    remedy: text(
        "按完成比例扣分并说明原因；完成值填错的，改正完成值。",
        "Deduct by the ratio and give the reason, or correct the actual value.",
    ),
    finds: &[
        "\
种类: 自评
数量 | 养护里程 | ≥120公里 | 分值=10 | 完成=98公里 | 得分=10 <<
",
        "\
种类: 自评
成本 | 每公里养护成本 | ≤5000元/公里 | 分值=10 | 完成=6100元/公里 | 得分=10 <<
",
        "\
种类: 自评
年度: 2024
时效 | 完成时间 | 2024年10月底前 | 分值=10 | 完成=2024年12月5日 | 得分=10 <<
",
    ],
    passes: &[
        "\
种类: 自评
数量 | 养护里程 | ≥120公里 | 分值=10 | 完成=120公里 | 得分=10
",
        "\
种类: 自评
质量 | 合格率 | ≥98% | 分值=10 | 完成=97.8% | 得分=10
",
        "\
种类: 自评
年度: 2024
时效 | 完成时间 | 2024年10月底前 | 分值=10 | 完成=2024年10月 | 得分=10
",
        "\
种类: 自评
数量 | 培训人数 | 约50人 | 分值=10 | 完成=48人 | 得分=10
",
        "\
种类: 自评
数量 | 补助标准 | 500元/人 | 分值=10 | 完成=480元/人 | 得分=10
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let (Some(weight), Some(score)) = (row.indicator.weight.get(), row.indicator.score.get())
    else {
        return;
    };
    let is_full = score.value == weight.value && score.value > Decimal::ZERO;
    if !is_full || !(falls_short(row, case, weight.value) || late(row, case)) {
        return;
    }
    let (target, actual) = (row.printed, printed(&row.indicator.actual));
    findings
        .report(
            row.spot(Part::Score),
            format!(
                "指标“{}”的指标值为“{target}”，实际完成“{actual}”，未达到而得满分{}",
                row.name, score.printed
            ),
            format!(
                "the indicator “{}” aims at “{target}” and reached “{actual}”, yet scores all of {}",
                row.name, score.printed
            ),
        )
        // Satisfaction may be scored in bands, of which the highest begins below many targets.
        .lighter_if(is_satisfaction(row), Severity::Warning)
        .with(row.spot(Part::Value), "指标值", "target")
        .with(row.spot(Part::Actual), "实际完成值", "actual value");
}

/// Whether the result costs more points than the tolerance by every formula.
fn falls_short(row: &Row<'_>, case: &Case<'_>, weight: Decimal) -> bool {
    let Some(achieved) = Achievement::of(row, &row.indicator.actual) else {
        return false;
    };
    let scoring = &case.profile.scoring;
    let formulas = achieved.formulas(scoring);
    let costs = |formula: &Formula| {
        let points = achieved.points(*formula, weight);
        points.is_some_and(|points| weight.saturating_sub(points) > scoring.tolerance)
    };
    !formulas.is_empty() && formulas.iter().all(costs)
}

fn late(row: &Row<'_>, case: &Case<'_>) -> bool {
    is_late(row, &row.indicator.actual, case.year)
}
