//! Satisfaction is set lower than is usual.

use crate::case::Case;
use crate::facts::shares::lowest_percent;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Decimal, Severity};

/// Satisfaction is set lower than is usual.
pub static RULE: Rule = Rule {
    code: "R003",
    name: "satisfaction-low",
    title: text("满意度指标值偏低", "satisfaction set low"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Adequacy,
    basis: &[Basis::Practice(text(
        "审核和审计常指出此类指标值",
        "reviewers and auditors point out such values",
    ))],
    why: text(
        "满意度目标过低，起不到改进服务的作用。",
        "A low target of satisfaction asks for no improvement.",
    ),
    remedy: text(
        "参照以往调查结果提高，或说明设定依据。",
        "Raise it by earlier surveys, or say why it is so low.",
    ),
    finds: &["满意度 | 群众满意度 | ≥70% <<"],
    passes: &[
        "满意度 | 群众满意度 | ≥80%",
        "满意度 | 群众满意度 | ≥95%",
        "满意度 | 满意度提升 | 提高5%",
        "满意度 | 投诉率 | ≤5%",
        "满意度 | 群众不满意率 | ≤5%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    if !row.words.has(Word::Satisfaction) || row.words.has(Word::Adverse) {
        return;
    }
    let least = case.profile.thresholds.satisfaction_percent_min;
    let is_low = |percent: &Decimal| *percent < least && !row.name.contains("不满意");
    if let Some(percent) = lowest_percent(row).filter(is_low) {
        findings.report(
            row.spot(Part::Value),
            format!("“{}”只要求{percent}%，低于通常的{least}%", row.name),
            format!(
                "“{}” asks for {percent} % only, less than the usual {least} %",
                row.name
            ),
        );
    }
}
