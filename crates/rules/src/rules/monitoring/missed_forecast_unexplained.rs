//! The forecast misses the target and nothing says why.

use crate::case::Case;
use crate::facts::achievement::{Achievement, is_late};
use crate::facts::likelihood::Likelihood;
use crate::findings::Findings;
use crate::row::{Part, Row, printed};
use crate::rule::*;
use plumbline_model::Severity;

/// The forecast misses the target and nothing says why.
pub static RULE: Rule = Rule {
    code: "N007",
    name: "missed-forecast-unexplained",
    title: text(
        "全年预计达不到指标值而未说明原因",
        "forecast misses the target without a reason",
    ),
    severity: Severity::Error,
    applies: Applies::MONITORING,
    criterion: Criterion::Outside,
    basis: &[Basis::Act {
        act: "monitoring-2019",
        says: text(
            "监控中应分析偏离目标的原因，对完成目标的可能性作出判断",
            "monitoring analyses why targets are missed and judges how likely they are to be reached",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "预计完不成的目标，要说明原因和措施。",
        "Where a target will be missed, reason and remedy are due.",
    ),
    remedy: text(
        "写明偏差原因和纠偏措施。",
        "State why, and what is being done.",
    ),
    finds: &["\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=20人 | 预计=40人 | 原因= <<
"],
    passes: &[
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=20人 | 预计=40人 | 原因=教室改造停训两期
",
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=20人 | 预计=50人 | 原因=
",
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=20人 | 预计=40人 | 原因= | 可能性=确定能
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let indicator = row.indicator;
    // With a likelihood the missing reason, or the contradiction, is a defect of its own.
    let is_judged = Likelihood::of(indicator.possibility.text()).is_some();
    let is_explained = !indicator.causes.is_empty() || indicator.remark.is_written();
    if is_judged || is_explained || !indicator.reason.is_blank() {
        return;
    }
    let forecast = Achievement::of(row, &indicator.forecast);
    let is_missed = forecast.is_some_and(|forecast| forecast.is_missed());
    if is_missed || is_late(row, &indicator.forecast, case.year) {
        let forecast = printed(&indicator.forecast);
        findings
            .report(
                row.spot(Part::Reason),
                format!(
                    "指标“{}”的指标值为“{}”，全年预计“{forecast}”，没有说明原因",
                    row.name, row.printed
                ),
                format!(
                    "the indicator “{}” aims at “{}” and expects “{forecast}”, without a reason",
                    row.name, row.printed
                ),
            )
            .with(row.spot(Part::Forecast), "全年预计", "forecast");
    }
}
