//! A date stands under quality or outcome.

use crate::case::Case;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{DateRelation, Severity, TargetValue};

/// A date stands under quality or outcome.
pub static RULE: Rule = Rule {
    code: "L007",
    name: "date-under-quality",
    title: text(
        "日期填在质量、效益指标下",
        "a date under quality or outcome",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Act {
        act: "indicators-2021",
        says: text(
            "数量、质量、时效反映产出，成本指标反映投入，效益和满意度反映结果",
            "quantity, quality and timeliness speak of output, cost of what is spent, outcome and satisfaction of what comes of it",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "日期属于时效，质量和效益要说达到的标准和结果。",
        "A date is timeliness; quality and outcome say which standard and result.",
    ),
    remedy: text("移到时效指标。", "Move it to timeliness."),
    finds: &["质量 | 工程竣工 | 2025年10月底前 <<"],
    passes: &[
        "时效 | 工程竣工时间 | 2025年10月底前",
        "质量 | 工程验收合格率 | 100%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let is_other =
        row.level2 == Some(Level2::Quality) || row.level2.is_some_and(|level| level.is_outcome());
    let is_date = match row.value() {
        TargetValue::Date(date) => date.relation != DateRelation::Throughout,
        _ => false,
    };
    if is_other && is_date {
        findings.report(
            row.spot(Part::Name),
            format!(
                "“{}”的值“{}”是日期，列在{}下",
                row.name,
                row.printed,
                row.indicator.level2.text()
            ),
            format!(
                "“{}” is stated as a date ({}) and belongs to timeliness",
                row.name, row.printed
            ),
        );
    }
}
