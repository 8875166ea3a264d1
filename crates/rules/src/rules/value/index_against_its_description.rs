//! An index of something good is capped because its description speaks of deviation.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// An index of something good is capped because its description speaks of deviation.
pub static RULE: Rule = Rule {
    code: "V031",
    name: "index-against-its-description",
    title: text(
        "指数方向与描述相反",
        "an index whose direction contradicts its description",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "绩效目标审核人员的通常要求",
        "what reviewers of targets ask for",
    ))],
    why: text(
        "指数越高越好，描述却是与正常值的差异，方向和口径都不清楚。",
        "The name says higher is better, the description measures deviation.",
    ),
    remedy: text(
        "名称改为“偏差率”“异常率”，或改用能核实的指标。",
        "Rename it 偏差率 or 异常率, or use an indicator that can be verified.",
    ),
    finds: &["社会 | 健康指数 | ≤10% | 描述=与正常值的差异程度 <<"],
    passes: &[
        "社会 | 健康指数 | ≥90 | 描述=健康评估得分",
        "社会 | 体检异常率 | ≤10% | 描述=与正常值有差异的人数占比",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let names_good = row.name.ends_with("指数") && !row.words.has(Word::Adverse);
    let is_capped = row.quantity().is_some_and(|q| q.relation.is_ceiling());
    if names_good && is_capped && row.description_words.has(Word::Deviation) {
        findings
            .report(
                row.spot(Part::Value),
                format!(
                    "指标“{}”的值是“{}”，名称与方向、描述不一致",
                    row.name, row.printed
                ),
                format!(
                    "“{}” is capped (“{}”), against its name",
                    row.name, row.printed
                ),
            )
            .with(
                row.spot(Part::Description),
                "描述说的是差异",
                "the description speaks of deviation",
            );
    }
}
