//! What was reached so far is not filled in.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// What was reached so far is not filled in.
pub static RULE: Rule = Rule {
    code: "N001",
    name: "no-progress",
    title: text("监控期完成情况为空", "no progress stated"),
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
        "没有监控期完成情况，看不出是否偏离目标。",
        "Without the progress nobody sees whether the target is still in reach.",
    ),
    remedy: text(
        "填写截至监控时点的实际完成情况；尚未开展的，填0或写明时间安排。",
        "State what was reached by now; if nothing yet, state 0 or the schedule.",
    ),
    finds: &["\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成= | 预计=50人 | 可能性=确定能 <<
"],
    passes: &[
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=0人 | 预计=50人 | 可能性=确定能
",
        "\
种类: 监控
生态 | 生态效益 | 不适用 | 完成=
",
        "\
种类: 监控
时效 | 完成时间 | 12月底前 | 完成= | 备注=尚未到期
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let indicator = row.indicator;
    let is_said = indicator.reason.is_written() || indicator.remark.is_written();
    if row.has_value() && !row.name.is_empty() && indicator.actual.is_blank() && !is_said {
        findings.report(
            row.spot(Part::Actual),
            format!("指标“{}”没有填写监控期完成情况", row.name),
            format!("the indicator “{}” states no progress", row.name),
        );
    }
}
