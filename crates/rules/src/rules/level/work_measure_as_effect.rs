//! Steps of work are listed as an effect.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// Steps of work are listed as an effect.
pub static RULE: Rule = Rule {
    code: "L013",
    name: "work-measure-as-effect",
    title: text("工作措施列为效益", "steps of work listed as an effect"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "数量、质量、时效反映产出，成本指标反映投入，效益和满意度反映结果",
                "quantity, quality and timeliness speak of output, cost of what is spent, outcome and satisfaction of what comes of it",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "审计和评审常指出产出、效益、成本混填",
            "auditors and reviewers often find output, outcome and cost mixed up",
        )),
    ],
    why: text(
        "梳理、研究、制定是工作步骤，不是项目带来的结果。",
        "Sorting, studying and drafting are steps of work, not what comes of it.",
    ),
    remedy: text(
        "改填工作之后的结果，如“问题整改率”。",
        "State what the work leads to, such as a rate of problems solved.",
    ),
    finds: &["可持续 | 及时梳理分析问题,研究制定改进措施 | 质量不断提高 <<"],
    passes: &["可持续 | 问题整改率 | ≥95%", "可持续 | 长效机制 | 健全"],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let is_outcome = row.level2.is_some_and(|level| level.is_outcome());
    if is_outcome && row.grade().is_some() && row.words.has(Word::WorkStep) {
        findings.report(
            row.spot(Part::Name),
            format!(
                "“{}”是工作措施，不是效益，与值“{}”也不对应",
                row.name, row.printed
            ),
            format!(
                "“{}” are steps of work; “{}” does not answer them",
                row.name, row.printed
            ),
        );
    }
}
