//! The likelihood ticked and the forecast exclude each other.

use crate::case::Case;
use crate::facts::achievement::{Achievement, is_late};
use crate::facts::likelihood::Likelihood;
use crate::findings::Findings;
use crate::row::{Part, Row, printed};
use crate::rule::*;
use plumbline_model::Severity;

/// The likelihood ticked and the forecast exclude each other.
pub static RULE: Rule = Rule {
    code: "N006",
    name: "possibility-contradicts-forecast",
    title: text(
        "完成目标可能性与全年预计矛盾",
        "likelihood contradicts the forecast",
    ),
    severity: Severity::Error,
    applies: Applies::MONITORING,
    criterion: Criterion::Outside,
    basis: &[
        Basis::Arithmetic,
        Basis::Act {
            act: "monitoring-2019",
            says: text(
                "监控中应分析偏离目标的原因，对完成目标的可能性作出判断",
                "monitoring analyses why targets are missed and judges how likely they are to be reached",
            ),
            mark: Mark::Known,
        },
    ],
    why: text(
        "预计完不成却选“确定能”，或预计完成却选“完全不可能”，监控结论不可信。",
        "A target that the forecast misses is not certain, and one that it meets is not impossible.",
    ),
    remedy: text(
        "核对全年预计值，再选择可能性。",
        "Check the forecast, then tick.",
    ),
    finds: &[
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=20人 | 预计=40人 | 可能性=确定能 <<
",
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=30人 | 预计=55人 | 可能性=完全不可能 <<
",
        "\
种类: 监控
年度: 2025
时效 | 完成时间 | 2025年10月底前 | 完成=未开工 | 预计=2025年12月20日 | 可能性=确定能 <<
",
    ],
    passes: &[
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=20人 | 预计=50人 | 可能性=确定能
",
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=20人 | 预计=40人 | 可能性=有可能
",
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=20人 | 预计=40人 | 可能性=完全不可能
",
        "\
种类: 监控
时效 | 拨付时限 | ≤30天 | 完成=26天 | 预计=28天 | 可能性=确定能
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let likelihood = Likelihood::of(row.indicator.possibility.text());
    let forecast = Achievement::of(row, &row.indicator.forecast);
    let is_late = is_late(row, &row.indicator.forecast, case.year);
    let is_missed = is_late || forecast.is_some_and(|forecast| forecast.is_missed());
    let is_met = forecast.is_some_and(|forecast| !forecast.is_missed());
    let (zh, en) = match likelihood {
        Some(Likelihood::Certain) if is_missed => ("达不到", "misses"),
        Some(Likelihood::Impossible) if is_met => ("能达到", "meets"),
        _ => return,
    };
    let (ticked, forecast) = (
        row.indicator.possibility.text(),
        printed(&row.indicator.forecast),
    );
    findings
        .report(
            row.spot(Part::Possibility),
            format!(
                "指标“{}”全年预计“{forecast}”，{zh}指标值“{}”，可能性却选“{ticked}”",
                row.name, row.printed
            ),
            format!(
                "the forecast “{forecast}” of “{}” {en} the target “{}”, and the likelihood says “{ticked}”",
                row.name, row.printed
            ),
        )
        .with(row.spot(Part::Forecast), "全年预计", "forecast");
}
