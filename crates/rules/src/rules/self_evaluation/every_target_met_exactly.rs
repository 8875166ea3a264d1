//! Every result equals its target to the last figure.

use crate::case::Case;
use crate::facts::achievement::{Achievement, Aim};
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::{Decimal, Dimension, Severity};

/// Every result equals its target to the last figure.
pub static RULE: Rule = Rule {
    code: "S027",
    name: "every-target-met-exactly",
    title: text(
        "各指标完成值与指标值完全相同",
        "every result equals its target",
    ),
    severity: Severity::Info,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[Basis::Practice(text(
        "抽查经验：一批有“≥”“≤”的指标全都恰好等于指标值，常是照抄",
        "re-checks: where all floors and ceilings are met exactly, values were often copied",
    ))],
    why: text(
        "实际完成值恰好全部等于指标值的情形很少，请确认不是照抄。",
        "Results seldom all equal their targets; they may have been copied.",
    ),
    remedy: text(
        "按台账、统计资料核对实际完成值。",
        "Check the results against registers and statistics.",
    ),
    finds: &["\
种类: 自评
数量 | 培训人数 | ≥50人 | 完成=50人 <<
数量 | 培训期数 | ≥5期 | 完成=5期
质量 | 合格率 | ≥95% | 完成=95%
成本 | 人均费用 | ≤300元 | 完成=300元
社会 | 就业率 | ≥80% | 完成=80%
"],
    passes: &[
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 完成=50人
数量 | 培训期数 | ≥5期 | 完成=5期
质量 | 合格率 | ≥95% | 完成=95%
成本 | 人均费用 | ≤300元 | 完成=285元
社会 | 就业率 | ≥80% | 完成=80%
",
        "\
种类: 自评
数量 | 培训人数 | 50人 | 完成=50人
数量 | 培训期数 | 5期 | 完成=5期
质量 | 合格率 | 100% | 完成=100%
社会 | 就业率 | 100% | 完成=100%
社会 | 覆盖率 | 100% | 完成=100%
",
    ],
    check: Check::Document(check),
};

/// Fewest indicators with a floor or ceiling of which it can be said.
const ROWS_MIN: usize = 5;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let mut met = Vec::new();
    for row in case.annual_rows() {
        let Some(achieved) = Achievement::of(row, &row.indicator.actual) else {
            continue;
        };
        // A share cannot pass all of it, nor anything fall below nothing.
        let is_share = row
            .quantity()
            .is_some_and(|q| q.dimension() == Dimension::Share);
        let is_limit =
            (is_share && achieved.target == Decimal::ONE_HUNDRED) || achieved.target.is_zero();
        if achieved.aim == Aim::Exact || is_limit {
            continue;
        }
        if achieved.actual != achieved.target {
            return;
        }
        met.push(row);
    }
    if let Some(first) = met.first().filter(|_| met.len() >= ROWS_MIN) {
        findings.report(
            first.spot(Part::Actual),
            format!(
                "{}个有上下限的指标，实际完成值全都恰好等于指标值，请核实",
                met.len()
            ),
            format!(
                "the results of all {} floors and ceilings equal them exactly; please check",
                met.len()
            ),
        );
    }
}
