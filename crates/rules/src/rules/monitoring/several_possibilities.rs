//! More than one likelihood is ticked.

use crate::case::Case;
use crate::facts::likelihood::Likelihood;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// More than one likelihood is ticked.
pub static RULE: Rule = Rule {
    code: "N004",
    name: "several-possibilities",
    title: text("完成目标可能性多选", "several likelihoods ticked"),
    severity: Severity::Error,
    applies: Applies::MONITORING,
    criterion: Criterion::Outside,
    basis: &[
        Basis::Act {
            act: "monitoring-2019",
            says: text(
                "监控表逐项填写执行情况、全年预计完成情况、偏差原因和完成目标可能性",
                "the form asks for progress, forecast, reasons and likelihood of each indicator",
            ),
            mark: Mark::Known,
        },
        Basis::Arithmetic,
    ],
    why: text(
        "三种可能性互相排斥。",
        "The three answers exclude each other.",
    ),
    remedy: text("只保留一项。", "Keep one."),
    finds: &["\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=30人 | 可能性=确定能、有可能 <<
"],
    passes: &[
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=30人 | 可能性=有可能
",
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=30人 | 可能性=□确定能 ☑有可能 □完全不可能
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let ticked = row.indicator.possibility.text();
    let answers = Likelihood::ALL.iter().filter(|answer| answer.is_in(ticked));
    let is_printed_choice = ticked.contains(['□', '☐', '○']);
    if answers.count() > 1 && !is_printed_choice {
        findings.report(
            row.spot(Part::Possibility),
            format!("指标“{}”的完成目标可能性选了多项：“{ticked}”", row.name),
            format!(
                "the indicator “{}” ticks several likelihoods: “{ticked}”",
                row.name
            ),
        );
    }
}
