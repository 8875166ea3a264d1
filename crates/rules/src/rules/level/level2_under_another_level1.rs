//! A level 2 stands under a level 1 to which it does not belong.

use crate::case::Case;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// A level 2 stands under a level 1 to which it does not belong.
pub static RULE: Rule = Rule {
    code: "L020",
    name: "level2-under-another-level1",
    title: text(
        "二级指标与一级指标不对应",
        "a level 2 under the wrong level 1",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Act {
        act: "indicators-2021",
        says: text(
            "数量、质量、时效反映产出，成本指标反映投入，效益和满意度反映结果",
            "quantity, quality and timeliness speak of output, cost of what is spent, outcome and satisfaction of what comes of it",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "层级放错，分值和汇总都会算到别的类别。",
        "In the wrong place its points count for another class.",
    ),
    remedy: text(
        "按指标体系归到所属的一级指标下。",
        "Move it to the level 1 of the frame.",
    ),
    finds: &[
        "效益/数量 | 培训人数 | ≥50人 <<",
        "满意度/社会效益 | 受益人数 | ≥50人 <<",
    ],
    passes: &[
        "产出/数量 | 培训人数 | ≥50人",
        "效益/服务对象满意度 | 群众满意度 | ≥90%",
        "产出/经济成本 | 单价 | ≤50元",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let frame = &case.profile.frame;
    let (Some(_), Some(level2)) = (row.level1, row.level2) else {
        return;
    };
    let level1 = row.indicator.level1.text();
    let printed = row.indicator.level2.text();
    let holds = |members: &Vec<String>| {
        let is_it = |label: &String| Level2::from_label(label) == Some(level2);
        members.iter().any(|label| label == printed) || members.iter().any(is_it)
    };
    if frame.get(level1).is_none_or(holds) {
        return;
    }
    let owner = frame.iter().find(|(_, members)| holds(members));
    if let Some((owner, _)) = owner {
        findings.report(
            row.spot(Part::Name),
            format!("“{printed}”列在“{level1}”下，应属“{owner}”"),
            format!("{printed} stands under {level1} and belongs to {owner}"),
        );
    }
}
