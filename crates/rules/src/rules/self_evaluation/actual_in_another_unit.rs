//! The actual value is stated in a unit of another kind than the target.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row, printed};
use crate::rule::*;
use plumbline_model::{Dimension, Severity};

/// The actual value is stated in a unit of another kind than the target.
pub static RULE: Rule = Rule {
    code: "S009",
    name: "actual-in-another-unit",
    title: text("完成值与指标值单位不一致", "actual value in another unit"),
    severity: Severity::Warning,
    applies: Applies::EXECUTION,
    criterion: Criterion::Outside,
    basis: &[Basis::Practice(text(
        "公开的核查工具比较指标值和完成值的单位，单位不同不能按比例计分",
        "a public checker compares the units of target and result; without one unit no ratio can be formed",
    ))],
    why: text(
        "单位不同的两个数不能比较，完成程度和得分无从算起。",
        "Numbers of different units cannot be compared, nor scored.",
    ),
    remedy: text(
        "把完成值换算成与指标值相同的单位。",
        "State the result in the unit of the target.",
    ),
    finds: &[
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=120人次 | 得分=10 <<
",
        "\
种类: 自评
质量 | 培训合格率 | ≥95% | 分值=10 | 完成=118人 | 得分=10 <<
",
    ],
    passes: &[
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=53名 | 得分=10
",
        "\
种类: 自评
数量 | 采购数量 | ≥5套 | 分值=10 | 完成=5台 | 得分=10
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=53 | 得分=10
",
        "\
种类: 监控
时效 | 完成时间 | 2025年11月底前 | 完成=7个小区
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let actual = row.indicator.actual.get();
    let actual = actual.and_then(|actual| actual.value.quantity());
    let (Some(target), Some(actual)) = (row.quantity(), actual) else {
        return;
    };
    let is_plain = target.unit.per.is_empty() && actual.unit.per.is_empty();
    if is_plain && exclude_each_other(target.dimension(), actual.dimension()) {
        findings
            .report(
                row.spot(Part::Actual),
                format!(
                    "指标“{}”的指标值为“{}”，完成值为“{}”，单位不一致，无法比较",
                    row.name,
                    row.printed,
                    printed(&row.indicator.actual)
                ),
                format!(
                    "the indicator “{}” aims at “{}” and reports “{}”: the units cannot be compared",
                    row.name,
                    row.printed,
                    printed(&row.indicator.actual)
                ),
            )
            .with(row.spot(Part::Value), "指标值", "target");
    }
}

/// Whether two units measure different things for certain; measure words for things are many.
fn exclude_each_other(a: Dimension, b: Dimension) -> bool {
    let vague = [
        Dimension::None,
        Dimension::Unknown,
        Dimension::Physical,
        Dimension::Score,
    ];
    let counts = [Dimension::Count, Dimension::Persons];
    let is_vague = vague.contains(&a) || vague.contains(&b);
    let are_counts = counts.contains(&a) && counts.contains(&b);
    a != b && !is_vague && !are_counts
}
