//! A target is a number and the actual value is none.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Field, Relation, Severity, TargetValue};

/// A target is a number and the actual value is none.
pub static RULE: Rule = Rule {
    code: "S008",
    name: "actual-not-a-number",
    title: text(
        "定量指标的完成值不是确定的数",
        "actual value of a quantitative target is no number",
    ),
    severity: Severity::Error,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[Basis::Practice(text(
        "在用系统对定量指标的非数值完成值不予提交",
        "systems in use refuse an actual value that is no number where the target is one",
    ))],
    why: text(
        "定量指标要有确定的完成数，才能比较和计分。",
        "A quantitative target can be compared and scored only with a definite number.",
    ),
    remedy: text(
        "填写实际完成的数值和单位，不写“已完成”，也不照抄“≥”。",
        "State the number reached with its unit, neither 已完成 nor a copied ≥.",
    ),
    finds: &[
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=已完成 | 得分=10 <<
",
        "\
种类: 自评
质量 | 合格率 | ≥95% | 分值=10 | 完成=≥95% | 得分=10 <<
",
    ],
    passes: &[
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=53 | 得分=10
",
        "\
种类: 自评
社会 | 改善情况 | 明显改善 | 分值=10 | 完成=达成 | 得分=10
",
        "\
种类: 自评
数量 | 维护次数 | ≥2次/月 | 分值=10 | 完成=每月2次 | 得分=10
",
        "\
种类: 自评
数量 | 故障次数 | ≤2次 | 分值=10 | 完成=无 | 得分=10
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=城区30人、乡镇25人 | 得分=10
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Field::Stated(actual, _) = &row.indicator.actual else {
        return;
    };
    if row.quantity().is_none() {
        return;
    }
    let actual_text = &actual.printed;
    let has_digit = actual_text.contains(|c: char| c.is_ascii_digit());
    let (states_bound, zh, en) = match &actual.value {
        TargetValue::Grade(_) | TargetValue::Unclear(_) if !has_digit => {
            (false, "不是数值", "is no number")
        }
        TargetValue::Quantity(bound) if is_bound(bound.relation) => (
            true,
            "是范围，不是实际完成的数",
            "is a bound, not what was reached",
        ),
        _ => return,
    };
    findings
        .report(
            row.spot(Part::Actual),
            format!(
                "指标“{}”的指标值为“{}”，实际完成值“{actual_text}”{zh}",
                row.name, row.printed
            ),
            format!(
                "the indicator “{}” aims at “{}”; its actual value “{actual_text}” {en}",
                row.name, row.printed
            ),
        )
        .lighter_if(states_bound, Severity::Warning)
        .with(row.spot(Part::Value), "指标值", "target");
}

fn is_bound(relation: Relation) -> bool {
    relation.is_ceiling() || matches!(relation, Relation::AtLeast | Relation::MoreThan)
}
