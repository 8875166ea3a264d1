//! One indicator holds half of all points or more.

use crate::case::Case;
use crate::facts::weights;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// One indicator holds half of all points or more.
pub static RULE: Rule = Rule {
    code: "R013",
    name: "weight-concentrated",
    title: text("单个指标分值过高", "half of all points in one indicator"),
    severity: Severity::Warning,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "审计指出权重与指标重要性不匹配",
        "auditors point out weights out of proportion",
    ))],
    why: text(
        "一个指标占了一半以上的分值，其余指标失去意义。",
        "Where one indicator holds half of the points the others hardly count.",
    ),
    remedy: text("按重要程度分配分值。", "Spread the points by importance."),
    finds: &["\
数量 | 培训人数 | 50人 | 分值=60 <<
质量 | 合格率 | ≥90% | 分值=20
社会 | 知晓率 | ≥90% | 分值=10
"],
    passes: &[
        "\
数量 | 培训人数 | 50人 | 分值=30
质量 | 合格率 | ≥90% | 分值=30
社会 | 知晓率 | ≥90% | 分值=30
",
        "\
数量 | 培训人数 | 50人 | 分值=50
社会 | 知晓率 | ≥90% | 分值=40
",
        "数量 | 培训人数 | 50人",
    ],
    check: Check::Document(check),
};

/// With fewer indicators one of them must hold much.
const FEWEST: usize = 3;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(total) = weights::total(case).filter(|total| *total > Decimal::ZERO) else {
        return;
    };
    if weights::stated(case).count() < FEWEST {
        return;
    }
    let most = case.profile.thresholds.weight_share_percent_max;
    for (row, points) in weights::stated(case) {
        let Some(share) = weights::percent(points, total).filter(|share| *share >= most) else {
            continue;
        };
        findings.report(
            row.spot(Part::Weight),
            format!("“{}”{points}分，占全部指标{total}分的{share}%", row.name),
            format!("“{}” holds {points} of {total} points, {share} %", row.name),
        );
    }
}
