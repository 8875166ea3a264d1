//! An indicator marked as not applicable holds points.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Decimal, Severity};

/// An indicator marked as not applicable holds points.
pub static RULE: Rule = Rule {
    code: "R017",
    name: "inapplicable-with-points",
    title: text(
        "不适用的指标占有分值",
        "points on an indicator that does not apply",
    ),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "审计指出不适用指标仍占分值",
        "auditors point out points on indicators that do not apply",
    ))],
    why: text(
        "不适用的指标不能考核，占有的分值会白得或白扣。",
        "What does not apply cannot be scored; its points are given or lost for nothing.",
    ),
    remedy: text(
        "把分值分配给适用的指标。",
        "Give its points to indicators that apply.",
    ),
    finds: &["\
数量 | 培训人数 | 50人 | 分值=80
生态 | 生态效益 | 不适用 | 分值=10 <<
"],
    passes: &[
        "\
数量 | 培训人数 | 50人 | 分值=90
生态 | 生态效益 | 不适用 | 分值=0
",
        "生态 | 生态效益 | 不适用",
        "生态 | 绿化面积 | 50亩 | 分值=10",
        "质量 | 安全事故 | 无 | 分值=10",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    // 无 is a target where it is said of accidents and the like.
    let may_be_none =
        row.all_words().has_any(&[Word::Adverse, Word::GraveHarm]) && row.printed.contains('无');
    let is_marked = row
        .indicator
        .value
        .get()
        .is_some_and(|value| value.value.is_not_applicable())
        && !may_be_none;
    let points = row.indicator.weight.get().map(|number| number.value);
    if let Some(points) = points.filter(|points| is_marked && *points > Decimal::ZERO) {
        findings
            .report(
                row.spot(Part::Weight),
                format!("指标“{}”填“{}”，却占{points}分", row.title(), row.printed),
                format!(
                    "“{}” is marked “{}” and holds {points} points",
                    row.title(),
                    row.printed
                ),
            )
            .with(row.spot(Part::Value), "不适用", "not applicable");
    }
}
