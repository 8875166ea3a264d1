//! Less is expected for the year than was reached already.

use crate::case::Case;
use crate::facts::achievement::{Achievement, Aim};
use crate::findings::Findings;
use crate::row::{Part, Row, printed};
use crate::rule::*;
use plumbline_model::{Dimension, Severity};

/// Less is expected for the year than was reached already.
pub static RULE: Rule = Rule {
    code: "N013",
    name: "forecast-below-progress",
    title: text("全年预计小于已完成数", "forecast below what was reached"),
    severity: Severity::Warning,
    applies: Applies::MONITORING,
    criterion: Criterion::Outside,
    basis: &[Basis::Arithmetic],
    why: text(
        "累计完成的数量不会减少，全年预计不应小于已完成数。",
        "What adds up over the year cannot become less.",
    ),
    remedy: text(
        "核对两列是否填反，全年预计应为累计数。",
        "Check whether the columns were exchanged; the forecast is for the whole year.",
    ),
    finds: &["\
种类: 监控
数量 | 培训人次 | ≥500人次 | 完成=300人次 | 预计=200人次 <<
"],
    passes: &[
        "\
种类: 监控
数量 | 培训人次 | ≥500人次 | 完成=300人次 | 预计=500人次
",
        "\
种类: 监控
满意度 | 居民满意度 | ≥90% | 完成=96% | 预计=95%
",
        "\
种类: 监控
数量 | 在岗人数 | ≥24人 | 完成=26人 | 预计=24人
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    // People and things in stock may become fewer; what was done stays done.
    let stays = [Dimension::PersonTimes, Dimension::Length, Dimension::Area];
    let stays_done = row
        .quantity()
        .is_some_and(|q| q.unit.per.is_empty() && stays.contains(&q.dimension()));
    let reached = Achievement::of(row, &row.indicator.actual);
    let expected = Achievement::of(row, &row.indicator.forecast);
    let (Some(reached), Some(expected)) = (reached, expected) else {
        return;
    };
    if stays_done && reached.aim != Aim::Down && expected.actual < reached.actual {
        let (forecast, actual) = (
            printed(&row.indicator.forecast),
            printed(&row.indicator.actual),
        );
        findings
            .report(
                row.spot(Part::Forecast),
                format!("指标“{}”已完成“{actual}”，全年预计只有“{forecast}”", row.name),
                format!("the indicator “{}” has “{actual}” already and expects “{forecast}” for the year", row.name),
            )
            .with(row.spot(Part::Actual), "已完成", "reached");
    }
}
