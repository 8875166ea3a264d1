//! The points of the indicators do not add up to the total.

use crate::case::Case;
use crate::facts::weights;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// The points of the indicators do not add up to the total.
pub static RULE: Rule = Rule {
    code: "R014",
    name: "weights-off-total",
    title: text("指标分值合计不符", "points that do not add up"),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "绩效目标申报时各指标权重合计为90，预算执行率留10",
                "at goal stage the weights add up to 90, 10 are kept for execution",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "在用系统和公开检查工具核对权重合计",
            "systems in use check the total of the weights",
        )),
        Basis::Arithmetic,
    ],
    why: text(
        "指标分值合计应为90（预算执行率另占10）或100，合计不符则总分无法计算。",
        "The points add up to 90, with 10 for execution, or to 100; otherwise no score can be made of them.",
    ),
    remedy: text(
        "核对各指标分值，使合计为90或100。",
        "Correct the points so that they add up to 90 or 100.",
    ),
    finds: &[
        "\
数量 | 培训人数 | 50人 | 分值=30 <<
质量 | 合格率 | ≥90% | 分值=30
社会 | 知晓率 | ≥90% | 分值=25
",
        "\
种类: 自评
预算: 10万元 | 执行=9 | 分值=20
数量 | 培训人数 | 50人 | 分值=50 <<
社会 | 知晓率 | ≥90% | 分值=40
",
    ],
    passes: &[
        "\
数量 | 培训人数 | 50人 | 分值=30
质量 | 合格率 | ≥90% | 分值=30
社会 | 知晓率 | ≥90% | 分值=30
",
        "\
数量 | 培训人数 | 50人 | 分值=50
社会 | 知晓率 | ≥90% | 分值=50
",
        "\
种类: 自评
预算: 10万元 | 执行=9 | 分值=20
数量 | 培训人数 | 50人 | 分值=50
社会 | 知晓率 | ≥90% | 分值=30
",
        "\
数量 | 培训人数 | 50人 | 分值=30
质量 | 合格率 | ≥90% | 分值=30
社会 | 知晓率 | ≥90% | 分值=
",
        "数量 | 培训人数 | 50人 | 分值=3.33",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(total) = weights::total(case) else {
        return;
    };
    // A row whose points are missing is reported on its own.
    let is_incomplete = case
        .annual_rows()
        .any(|row| row.has_value() && row.indicator.weight.get().is_none());
    if is_incomplete {
        return;
    }
    let execution = weights::of_execution(case);
    let Some(total) = total.checked_add(execution.unwrap_or_default()) else {
        return;
    };
    let expected = match execution {
        Some(_) => vec![Decimal::ONE_HUNDRED],
        // Points may also be printed as parts of 1.
        None if total == Decimal::ONE => return,
        None => case.profile.thresholds.weight_totals.clone(),
    };
    if expected.contains(&total) {
        return;
    }
    let expected: Vec<String> = expected.iter().map(Decimal::to_string).collect();
    let terms = weights::stated(case)
        .map(|(_, points)| points)
        .chain(execution);
    let terms: Vec<String> = terms.map(|points| points.normalize().to_string()).collect();
    let (sum, zh, en) = (terms.join("+"), expected.join("或"), expected.join(" or "));
    let mut rows = weights::stated(case);
    let Some((first, _)) = rows.next() else {
        return;
    };
    let mut reported = findings.report(
        first.spot(Part::Weight),
        format!("分值{sum}={total}，应为{zh}"),
        format!("the points {sum} add up to {total}, not {en}"),
    );
    for (row, _) in rows {
        reported = reported.with(row.spot(Part::Weight), "加数", "term of the sum");
    }
}
