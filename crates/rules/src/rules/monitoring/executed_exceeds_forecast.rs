//! More was spent by now than is expected for the whole year.

use crate::case::Case;
use crate::facts::execution::{Executed, number};
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// More was spent by now than is expected for the whole year.
pub static RULE: Rule = Rule {
    code: "N009",
    name: "executed-exceeds-forecast",
    title: text(
        "已执行数超过全年预计数",
        "spent more than the whole year is expected to take",
    ),
    severity: Severity::Error,
    applies: Applies::MONITORING,
    criterion: Criterion::Funding,
    basis: &[Basis::Arithmetic],
    why: text(
        "全年预计执行数包含已执行数，不会比它小。",
        "What the year will take includes what was spent, and cannot be less.",
    ),
    remedy: text(
        "核对两列是否填反或单位不一致。",
        "Check whether the columns were exchanged, or their units differ.",
    ),
    finds: &["\
种类: 监控
预算: 180.00万元 | 执行=98.00 | 预计=82.00 <<
"],
    passes: &[
        "\
种类: 监控
预算: 180.00万元 | 执行=98.00 | 预计=180.00
",
        "\
种类: 监控
预算: 180.00万元 | 执行=98.00
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let unit = &case.document.funding.unit;
    let tolerance = case.profile.thresholds.money_tolerance();
    let wrong = case.funding_lines().into_iter().find_map(|(path, line)| {
        let (spent, forecast) = (number(&line.executed, unit)?, number(&line.forecast, unit)?);
        (spent > forecast.saturating_add(tolerance)).then_some((path, line))
    });
    if let Some((path, line)) = wrong {
        let (spent, forecast) = (
            Executed::shown(&line.executed),
            Executed::shown(&line.forecast),
        );
        findings
            .report(
                case.amount_spot(path, "forecast", &line.forecast),
                format!("已执行{spent}，全年预计执行数只有{forecast}"),
                format!("{spent} was spent already, and the year is expected to take {forecast}"),
            )
            .with(
                case.amount_spot(path, "executed", &line.executed),
                "已执行数",
                "spent",
            );
    }
}
