//! Progress of work stands under quality.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// Progress of work stands under quality.
pub static RULE: Rule = Rule {
    code: "L019",
    name: "progress-under-quality",
    title: text("进度、开展率填在质量指标下", "progress under quality"),
    severity: Severity::Info,
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
            "绩效目标审核人员的通常要求",
            "what reviewers of targets ask for",
        )),
    ],
    why: text(
        "进度和开展率说做了多少，质量要说做得好不好。",
        "Progress says how much is done, quality how well.",
    ),
    remedy: text(
        "移到时效或数量指标，质量指标改填合格率、达标率。",
        "Move it to timeliness or quantity; state a standard under quality.",
    ),
    finds: &["质量 | 工作进度 | 100% <<", "质量 | 活动开展率 | ≥90% <<"],
    passes: &[
        "质量 | 活动合格率 | ≥90%",
        "质量 | 任务完成率 | 100%",
        "时效 | 工作进度 | 100%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let is_progress = measure::ends_with_any(row.bare_name, &["进度", "开展率"]);
    if row.level2 == Some(Level2::Quality) && is_progress && row.has_value() {
        findings.report(
            row.spot(Part::Name),
            format!("“{}”反映做了多少，不是质量", row.name),
            format!("“{}” says how much is done, not how well", row.name),
        );
    }
}
