//! A target is in doubt and nothing says why.

use crate::case::Case;
use crate::facts::likelihood::Likelihood;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// A target is in doubt and nothing says why.
pub static RULE: Rule = Rule {
    code: "N005",
    name: "doubt-unexplained",
    title: text("不能确定完成而未说明原因", "doubt without a reason"),
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
        "不能确定完成目标的，要说明原因，才能纠偏。",
        "Where a target is in doubt, only the reason lets anyone step in.",
    ),
    remedy: text(
        "选择偏差原因并写明具体情况和措施。",
        "Tick the cause and state what happened and what is being done.",
    ),
    finds: &[
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=10人 | 预计=20人 | 原因= | 可能性=完全不可能 <<
",
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=10人 | 预计=50人 | 原因= | 可能性=有可能 <<
",
    ],
    passes: &[
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=10人 | 原因=教室改造，9月起每周加开1期 | 可能性=有可能
",
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=30人 | 原因= | 可能性=确定能
",
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=10人 | 原因= | 起因=人员保障 | 可能性=有可能
",
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=10人 | 可能性=有可能
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let indicator = row.indicator;
    let is_possible = match Likelihood::of(indicator.possibility.text()) {
        Some(Likelihood::Impossible) => false,
        Some(Likelihood::Possible) => true,
        _ => return,
    };
    let is_explained = !indicator.causes.is_empty() || indicator.remark.is_written();
    if indicator.reason.is_blank() && !is_explained {
        let ticked = indicator.possibility.text();
        findings
            .report(
                row.spot(Part::Reason),
                format!("指标“{}”选“{ticked}”，没有说明偏差原因", row.name),
                format!(
                    "the indicator “{}” says “{ticked}” and gives no reason",
                    row.name
                ),
            )
            .lighter_if(is_possible, Severity::Warning)
            .with(row.spot(Part::Possibility), "完成目标可能性", "likelihood");
    }
}
