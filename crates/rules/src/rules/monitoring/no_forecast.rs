//! The forecast for the whole year is not filled in.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// The forecast for the whole year is not filled in.
pub static RULE: Rule = Rule {
    code: "N002",
    name: "no-forecast",
    title: text("全年预计完成情况为空", "no forecast"),
    severity: Severity::Warning,
    applies: Applies::MONITORING,
    criterion: Criterion::Outside,
    basis: &[Basis::Act {
        act: "monitoring-2019",
        says: text(
            "监控表逐项填写执行情况、全年预计完成情况、偏差原因和完成目标可能性",
            "the form asks for progress, forecast, reasons and likelihood of each indicator",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "没有全年预计，就无法判断是否要纠偏。",
        "Without a forecast nobody can say whether to step in.",
    ),
    remedy: text(
        "按当前进度填写预计全年完成值。",
        "State what the year will give at the present pace.",
    ),
    finds: &["\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=30人 | 预计= | 可能性=确定能 <<
"],
    passes: &[
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=30人 | 预计=50人
",
        "\
种类: 监控
生态 | 生态效益 | 不适用 | 预计=
",
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=30人
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if row.has_value() && !row.name.is_empty() && row.indicator.forecast.is_blank() {
        findings.report(
            row.spot(Part::Forecast),
            format!("指标“{}”没有填写全年预计完成情况", row.name),
            format!(
                "the indicator “{}” states no forecast for the year",
                row.name
            ),
        );
    }
}
