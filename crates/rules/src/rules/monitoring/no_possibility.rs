//! The likelihood of reaching the target is not ticked.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::Severity;

/// The likelihood of reaching the target is not ticked.
pub static RULE: Rule = Rule {
    code: "N003",
    name: "no-possibility",
    title: text("未选择完成目标可能性", "likelihood not ticked"),
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
        "可能性是判断是否纠偏、调整预算的依据。",
        "The likelihood decides whether to step in or to change the budget.",
    ),
    remedy: text(
        "在“确定能、有可能、完全不可能”中选择一项。",
        "Tick one of 确定能, 有可能 and 完全不可能.",
    ),
    finds: &[
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=30人 | 可能性=确定能
数量 | 培训期数 | ≥5期 | 完成=3期 <<
",
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=30人 | 可能性= <<
",
    ],
    passes: &[
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=30人
",
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=30人 | 可能性=有可能
生态 | 生态效益 | 不适用
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    // A form with a column for each answer shows a box only where one is ticked.
    let mut rows = case.annual_rows();
    let has_column = rows.any(|row| !row.indicator.possibility.is_absent());
    for row in case
        .annual_rows()
        .filter(|row| has_column && row.has_value())
    {
        if !row.name.is_empty() && !row.indicator.possibility.is_written() {
            findings.report(
                row.spot(Part::Possibility),
                format!("指标“{}”没有选择完成目标可能性", row.name),
                format!(
                    "the indicator “{}” does not say how likely its target is",
                    row.name
                ),
            );
        }
    }
}
