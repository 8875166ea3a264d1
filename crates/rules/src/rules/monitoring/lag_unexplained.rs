//! Progress is far behind the time passed and nothing explains it.

use crate::case::Case;
use crate::facts::achievement::{Achievement, Aim};
use crate::facts::likelihood::Likelihood;
use crate::findings::Findings;
use crate::row::{Part, Row, printed};
use crate::rule::*;
use plumbline_model::{Decimal, Dimension, Severity};

/// Progress is far behind the time passed and nothing explains it.
pub static RULE: Rule = Rule {
    code: "N012",
    name: "lag-unexplained",
    title: text("进度明显滞后而未说明原因", "far behind without a reason"),
    severity: Severity::Warning,
    applies: Applies::MONITORING,
    criterion: Criterion::Outside,
    basis: &[
        Basis::Act {
            act: "monitoring-2019",
            says: text(
                "监控中应分析偏离目标的原因，对完成目标的可能性作出判断",
                "monitoring analyses why targets are missed and judges how likely they are to be reached",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "在用系统按序时进度亮灯，黄灯、红灯须填写原因；界限没有公布，取时间进度的一半",
            "systems in use show lamps by the share of time passed and demand a reason for yellow and red; the limits are not published, half of the pace is taken",
        )),
    ],
    why: text(
        "进度明显落后于时间，全年目标可能落空。",
        "What is far behind in time may miss its year.",
    ),
    remedy: text(
        "说明滞后原因和赶上进度的措施；按计划集中在后期实施的，写明安排。",
        "State why, and how to catch up; where work is planned for later, state the schedule.",
    ),
    finds: &["\
种类: 监控
数量 | 养护里程 | ≥120公里 | 完成=20公里 | 预计=120公里 | 原因= | 可能性=确定能 <<
"],
    passes: &[
        "\
种类: 监控
数量 | 养护里程 | ≥120公里 | 完成=60公里 | 原因=
",
        "\
种类: 监控
数量 | 养护里程 | ≥120公里 | 完成=20公里 | 原因= | 备注=秋季集中养护
",
        "\
种类: 监控
质量 | 路况优良率 | ≥92% | 完成=20% | 原因=
",
        "\
种类: 监控
数量 | 养护里程 | ≥120公里 | 完成=20公里
",
        "\
种类: 监控
数量 | 养护里程 | ≥120公里 | 完成=20公里 | 原因= | 可能性=有可能
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let indicator = row.indicator;
    let is_explained = !indicator.causes.is_empty() || indicator.remark.is_written();
    // A doubt without a reason is a defect of its own.
    let likelihood = Likelihood::of(indicator.possibility.text());
    let is_doubted = likelihood.is_some_and(|likelihood| likelihood != Likelihood::Certain);
    if is_explained || is_doubted || !indicator.reason.is_blank() || !adds_up(row) {
        return;
    }
    let achieved = Achievement::of(row, &indicator.actual).filter(|a| a.aim != Aim::Down);
    let Some(percent) = achieved.and_then(|achieved| achieved.percent()) else {
        return;
    };
    let monitoring = &case.profile.monitoring;
    let time = Decimal::from(u32::from(monitoring.months) * 100) / Decimal::from(12);
    if percent < time * monitoring.lag_percent / Decimal::ONE_HUNDRED {
        let (percent, time) = (
            percent.round_dp(1).normalize(),
            time.round_dp(1).normalize(),
        );
        let (actual, months) = (printed(&indicator.actual), monitoring.months);
        findings
            .report(
                row.spot(Part::Actual),
                format!(
                    "指标“{}”的年度指标值为“{}”，监控期完成“{actual}”（{percent}%，按{months}个月时间进度为{time}%），没有说明原因",
                    row.name, row.printed
                ),
                format!(
                    "the indicator “{}” aims at “{}” and has “{actual}” ({percent} %; {months} months are {time} % of the year), without a reason",
                    row.name, row.printed
                ),
            )
            .with(row.spot(Part::Value), "指标值", "target");
    }
}

/// Whether the value grows with the year: a number of things or people, not a share or a price.
fn adds_up(row: &Row<'_>) -> bool {
    let grows = [
        Dimension::Count,
        Dimension::Persons,
        Dimension::PersonTimes,
        Dimension::Length,
        Dimension::Area,
    ];
    row.quantity()
        .is_some_and(|q| q.unit.per.is_empty() && grows.contains(&q.dimension()))
}
