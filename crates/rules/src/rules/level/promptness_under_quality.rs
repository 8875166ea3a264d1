//! Promptness stands under quality.

use crate::case::Case;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// Promptness stands under quality.
pub static RULE: Rule = Rule {
    code: "L005",
    name: "promptness-under-quality",
    title: text("按时、及时类指标填在质量下", "promptness under quality"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Act {
        act: "indicators-2021",
        says: text(
            "数量、质量、时效反映产出，成本指标反映投入，效益和满意度反映结果",
            "quantity, quality and timeliness speak of output, cost of what is spent, outcome and satisfaction of what comes of it",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "按时、及时反映时效，质量指标应反映达到的标准。",
        "Being in time is timeliness; quality says which standard is met.",
    ),
    remedy: text(
        "移到时效指标，质量指标改填合格率、达标率等。",
        "Move it to timeliness; state rates of passing under quality.",
    ),
    finds: &["质量 | 培训按时完成率 | 100% <<"],
    passes: &[
        "时效 | 培训按时完成率 | 100%",
        "质量 | 培训合格率 | 100%",
        "社会 | 隐患及时处置率 | 100%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if row.level2 == Some(Level2::Quality) && row.words.has(Word::InTime) && row.has_value() {
        findings.report(
            row.spot(Part::Name),
            format!(
                "“{}”反映时效，列在{}下",
                row.name,
                row.indicator.level2.text()
            ),
            format!("“{}” speaks of timeliness and stands elsewhere", row.name),
        );
    }
}
