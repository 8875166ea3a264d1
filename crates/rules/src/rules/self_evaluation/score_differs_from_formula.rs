//! The score of a quantitative indicator is not what its figures give.

use crate::case::Case;
use crate::facts::achievement::{Achievement, Formula, is_satisfaction};
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// The score of a quantitative indicator is not what its figures give.
pub static RULE: Rule = Rule {
    code: "S003",
    name: "score-differs-from-formula",
    title: text("得分与计分公式不符", "score differs from its formula"),
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
        Basis::Practice(text(
            "在用系统和公开的核查工具按公式复算，容差0.1分",
            "systems in use and a public checker recompute the score, with a tolerance of 0.1",
        )),
    ],
    why: text(
        "得分要能由指标值、完成值和分值算出来，否则自评结果不可信。",
        "A score must follow from target, result and weight, or the self-evaluation cannot be trusted.",
    ),
    remedy: text(
        "按本地区计分办法重算得分，保留两位小数；另有赋分规则的，在说明栏写明。",
        "Recompute the score by the rule of the region, to two decimals; state any scoring rule of its own.",
    ),
    finds: &[
        "\
种类: 自评
数量 | 养护里程 | ≥10公里 | 分值=20 | 完成=8.50公里 | 得分=19.00 | 原因=雨季停工 <<
",
        "\
种类: 自评
数量 | 系统故障次数 | ≤10次 | 分值=10 | 完成=15次 | 得分=9 | 原因=设备老化 <<
",
        "\
种类: 自评
数量 | 养护里程 | ≥10公里 | 分值=20 | 完成=10公里 | 得分=15 | 原因= <<
",
        "\
种类: 自评
满意度 | 群众满意度 | ≥95% | 分值=10 | 完成=57% | 得分=9 | 原因=宣传不够 <<
",
    ],
    passes: &[
        "\
种类: 自评
数量 | 养护里程 | ≥10公里 | 分值=20 | 完成=8.50公里 | 得分=17.00 | 原因=雨季停工
",
        "\
种类: 自评
数量 | 系统故障次数 | ≤10次 | 分值=10 | 完成=15次 | 得分=6.67 | 原因=设备老化
",
        "\
种类: 自评
数量 | 系统故障次数 | ≤10次 | 分值=10 | 完成=15次 | 得分=5 | 原因=设备老化
",
        "\
种类: 自评
质量 | 合格率 | ≥95% | 分值=10 | 完成=94 | 得分=9.89 | 原因=个别返工
",
        "\
种类: 自评
编码: 12000024T000000000001
数量 | 系统故障次数 | ≤10次 | 分值=10 | 完成=15次 | 得分=8 | 原因=设备老化
",
        "\
种类: 自评
数量 | 养护里程 | ≥10公里 | 分值=20 | 完成=10公里 | 得分=18 | 原因=资料归档迟
",
        "\
种类: 自评
成本 | 每公里成本 | 5000元 | 分值=20 | 完成=4800元 | 得分=18 | 原因=
",
        "\
种类: 自评
满意度 | 群众满意度 | ≥95% | 分值=10 | 完成=85% | 得分=8 | 原因=宣传不够
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let scoring = &case.profile.scoring;
    let (Some(weight), Some(score)) = (row.indicator.weight.get(), row.indicator.score.get())
    else {
        return;
    };
    let in_range = score.value >= Decimal::ZERO && score.value <= weight.value;
    let Some(achieved) = Achievement::of(row, &row.indicator.actual).filter(|_| in_range) else {
        return;
    };
    // Full points for a target missed are a defect of their own.
    if achieved.is_missed() && score.value == weight.value {
        return;
    }
    let formulas = achieved.formulas(scoring);
    let points = |formula: &Formula| achieved.points(*formula, weight.value);
    let fits = |points: Decimal| score.value.saturating_sub(points).abs() <= scoring.tolerance;
    if formulas.is_empty() || formulas.iter().filter_map(points).any(fits) {
        return;
    }
    let too_low = formulas
        .iter()
        .filter_map(points)
        .all(|points| score.value < points);
    // A unit may have judged itself more strictly, and satisfaction may be scored in bands.
    if (too_low && row.indicator.reason.is_written()) || in_bands(row, weight.value, score.value) {
        return;
    }
    let sums = formulas
        .iter()
        .filter_map(|f| achieved.sum(*f, weight.value));
    let sums = sums.collect::<Vec<_>>();
    let is_full = formulas == [Formula::Full];
    let zh = match is_full {
        true => format!("已达到指标值，按公式得{}", sums.join("")),
        false => sums.join("，或"),
    };
    let en = match is_full {
        true => format!("the target was met, which gives {}", sums.join("")),
        false => sums.join(" or "),
    };
    let reported = findings.report(
        row.spot(Part::Score),
        format!(
            "指标“{}”得分与计算不符：{zh}，填写{}",
            row.name, score.printed
        ),
        format!(
            "the indicator “{}” states {}: {en}",
            row.name, score.printed
        ),
    );
    reported
        .lighter_if(too_low, Severity::Warning)
        .with(row.spot(Part::Value), "指标值", "target")
        .with(row.spot(Part::Actual), "实际完成值", "actual value")
        .with(row.spot(Part::Weight), "分值", "weight");
}

/// Whether the score is one that bands of satisfaction give: 8 or 5 tenths of the weight.
fn in_bands(row: &Row<'_>, weight: Decimal, score: Decimal) -> bool {
    let tenths = |tenths: i64| weight * Decimal::new(tenths, 1);
    is_satisfaction(row) && [tenths(8), tenths(5), tenths(0)].contains(&score)
}
