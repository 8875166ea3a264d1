//! Descriptions of indicators say no more than their names.

use crate::case::Case;
use crate::facts::naming;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// Descriptions of indicators say no more than their names.
pub static RULE: Rule = Rule {
    code: "F041",
    name: "description-repeats-name",
    title: text("指标描述只是重复名称", "descriptions that repeat names"),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "设有“绩效指标描述”栏的地区要求说明口径和计算方法",
        "regions whose forms ask for a description want scope and formula",
    ))],
    why: text(
        "描述用来说明口径和算法，重复名称等于没有填。",
        "A description gives scope and formula; a repeated name gives nothing.",
    ),
    remedy: text(
        "写明统计范围和计算方法，如“参训人数占应参训人数的比例”。",
        "Say what is counted and how, such as the share of those who attended.",
    ),
    finds: &["\
数量 | 培训人数 | ≥50人 | 描述=培训人数 <<
质量 | 合格率 | ≥95% | 描述=合格率
"],
    passes: &[
        "数量 | 培训人数 | ≥50人 | 描述=参加农技培训的农户人数",
        "数量 | 培训人数 | ≥50人",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let described = case
        .annual_rows()
        .filter(|row| row.has_value() && !row.description.is_empty());
    let repeated: Vec<&Row<'_>> = described
        .filter(|row| naming::are_one(row.description, row.name))
        .collect();
    let Some((first, others)) = repeated.split_first() else {
        return;
    };
    let names: Vec<&str> = repeated.iter().map(|row| row.name).collect();
    let mut reported = findings.report(
        first.spot(Part::Description),
        format!(
            "{}条指标的描述只是重复名称：{}",
            repeated.len(),
            names.join("；")
        ),
        format!(
            "{} descriptions repeat the name: {}",
            repeated.len(),
            names.join("; ")
        ),
    );
    for row in others {
        reported = reported.with(
            row.spot(Part::Description),
            "同样重复名称",
            "repeats the name too",
        );
    }
}
