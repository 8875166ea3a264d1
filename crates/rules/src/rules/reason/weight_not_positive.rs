//! An indicator that applies has zero or negative points.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// An indicator that applies has zero or negative points.
pub static RULE: Rule = Rule {
    code: "R016",
    name: "weight-not-positive",
    title: text("分值为零或负数", "points of zero or less"),
    severity: Severity::Warning,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "在用系统和公开检查工具核对权重合计",
        "systems in use check the total of the weights",
    ))],
    why: text(
        "分值为零的指标不计分，等于没有设；负分不成立。",
        "An indicator of zero points counts for nothing; negative points make no sense.",
    ),
    remedy: text(
        "填写正的分值，或删去该指标。",
        "Give it points, or leave it out.",
    ),
    finds: &["\
数量 | 培训人数 | 50人 | 分值=0 <<
质量 | 合格率 | ≥90% | 分值=90
"],
    passes: &[
        "\
数量 | 培训人数 | 50人 | 分值=30
质量 | 合格率 | ≥90% | 分值=60
",
        "\
生态 | 生态效益 | 不适用 | 分值=0
质量 | 合格率 | ≥90% | 分值=90
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let points = row.indicator.weight.get().map(|number| number.value);
    if let Some(points) = points.filter(|points| *points <= Decimal::ZERO && row.has_value()) {
        findings.report(
            row.spot(Part::Weight),
            format!("指标“{}”的分值为{points}", row.name),
            format!("“{}” has {points} points", row.name),
        );
    }
}
