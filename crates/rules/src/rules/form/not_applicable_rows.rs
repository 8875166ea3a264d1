//! Rows are kept for indicators that do not apply.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// Rows are kept for indicators that do not apply.
pub static RULE: Rule = Rule {
    code: "F010",
    name: "not-applicable-rows",
    title: text("保留了“不适用”占位行", "rows kept for what does not apply"),
    severity: Severity::Info,
    applies: Applies::PROJECTS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "评审专家建议不适用的二级指标留空，不占用三级指标",
        "reviewers advise to leave a level 2 that does not apply blank",
    ))],
    why: text(
        "占位行不是指标，会使指标条数虚增，导入时也要另行处理。",
        "Such rows are no indicators; they swell the count and must be sorted out on import.",
    ),
    remedy: text(
        "不适用的二级指标留空或统一写法；系统要求保留的可不处理。",
        "Leave what does not apply blank, or write it the same way everywhere; ignore this where the system wants the rows.",
    ),
    finds: &["\
数量 | 培训人数 | ≥50人
经济 | 本项目不适用经济效益指标 | 不适用 <<
生态 | 本项目不适用生态效益指标 | 不适用
"],
    passes: &[
        "\
数量 | 培训人数 | ≥50人
生态 | | 不适用
",
        "数量 | 培训人数 | ≥50人",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let kept: Vec<&Row<'_>> = case.annual_rows().filter(|row| is_kept(row)).collect();
    let Some((first, others)) = kept.split_first() else {
        return;
    };
    let names: Vec<&str> = kept.iter().map(|row| row.name).collect();
    let mut reported = findings.report(
        first.spot(Part::Name),
        format!("保留了{}行不适用的指标：{}", kept.len(), names.join("；")),
        format!(
            "{} rows are kept for what does not apply: {}",
            kept.len(),
            names.join("; ")
        ),
    );
    for row in others {
        reported = reported.with(row.spot(Part::Name), "同样不适用", "does not apply either");
    }
}

fn is_kept(row: &Row<'_>) -> bool {
    let is_marked = row.indicator.value.is_written() && row.value().is_not_applicable();
    is_marked && !row.name.is_empty()
}
