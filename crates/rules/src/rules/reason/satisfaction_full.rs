//! Satisfaction is set at 100 %.

use crate::case::Case;
use crate::facts::shares::lowest_percent;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::Part;
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Decimal, Severity};

/// Satisfaction is set at 100 %.
pub static RULE: Rule = Rule {
    code: "R002",
    name: "satisfaction-full",
    title: text("满意度指标值100%", "satisfaction of 100 %"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Attainability,
    basis: &[Basis::Practice(text(
        "审核和审计常指出此类指标值",
        "reviewers and auditors point out such values",
    ))],
    why: text(
        "满意度由抽样调查得出，100%没有误差余地，一份不满意就算未完成。",
        "Satisfaction comes from a survey; 100 % leaves no room for a single answer to the contrary.",
    ),
    remedy: text(
        "按以往调查结果设定，一般为90%至95%以上。",
        "Set it by earlier surveys, mostly 90 to 95 % or more.",
    ),
    finds: &[
        "满意度 | 群众满意度 | 100% <<",
        "满意度 | 学员满意度 | ≥100% <<",
    ],
    passes: &["满意度 | 群众满意度 | ≥95%", "质量 | 发放率 | 100%"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let mut full = case.annual_rows().filter(|row| {
        let is_satisfaction =
            row.level2 == Some(Level2::Satisfaction) || row.words.has(Word::Satisfaction);
        is_satisfaction && lowest_percent(row) == Some(Decimal::ONE_HUNDRED)
    });
    if let Some(row) = full.next() {
        let mut reported = findings.report(
            row.spot(Part::Value),
            format!("“{}”要求“{}”，没有误差余地", row.name, row.printed),
            format!(
                "“{}” asks for “{}”, which leaves no room at all",
                row.name, row.printed
            ),
        );
        for other in full {
            reported = reported.with(other.spot(Part::Value), "同样为100%", "100 % too");
        }
    }
}
