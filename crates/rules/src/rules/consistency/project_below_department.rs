//! A project falls short of the department’s target.

use crate::facts::department;
use crate::facts::figures::Stand;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::Severity;

/// A project falls short of the department’s target.
pub static RULE: Rule = Rule {
    code: "C020",
    name: "project-below-department",
    title: text(
        "项目指标达不到部门指标",
        "a project falls short of the department’s target",
    ),
    severity: Severity::Error,
    applies: Applies::DEPARTMENTS,
    criterion: Criterion::Adequacy,
    basis: &[
        Basis::Arithmetic,
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "上级目标逐级分解，下级指标值要能支撑上级指标值",
                "goals are broken down level by level, and the values below must carry those above",
            ),
            mark: Mark::Known,
        },
    ],
    why: text(
        "项目全部完成，部门目标仍然完不成。",
        "Every project may reach its target and the department still misses its own.",
    ),
    remedy: text(
        "核实后提高项目指标值或调整部门指标值，使项目之和不低于部门。",
        "Raise the project’s value or lower the department’s, so that the projects together reach it.",
    ),
    finds: &[
        "种类: 部门\n\
分目标: 热线办理 | 办好群众来电。\n\
分指标: 群众来电办结率 | 达到97% <<\n\
---\n\
项目: 热线运行费\n\
质量 | 群众来电办结率 | ≥94%\n\
",
        "种类: 部门\n\
分目标: 治理中心 | 化解邻里矛盾纠纷，推进诉源治理。\n\
分指标: 流转上报事件 | 不低于6.5万件 <<\n\
---\n\
项目: 热线运行费\n\
数量 | 调处问题数量 | ≥6万件\n\
社会 | 化解邻里矛盾纠纷 | 提高\n\
",
    ],
    passes: &[
        "种类: 部门\n\
分目标: 热线办理 | 办好群众来电。\n\
分指标: 群众来电办结率 | 达到93%\n\
分指标: 受理来电 | 不少于800件\n\
---\n\
项目: 热线运行费\n\
质量 | 群众来电办结率 | ≥97%\n\
数量 | 受理来电 | ≥500件\n\
---\n\
项目: 夜间热线\n\
数量 | 受理来电 | ≥300件\n\
",
        "种类: 部门\n\
分目标: 热线办理 | 办好群众来电。\n\
分指标: 群众来电办结率 | 达到93%\n\
---\n\
项目: 公路养护\n\
质量 | 公路验收合格率 | ≥90%\n\
",
    ],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    for support in department::supports(volume) {
        let is_ceiling = support.quantity.relation.is_ceiling();
        let falls_short = match support.stand() {
            Some(Stand::Below) => !is_ceiling,
            Some(Stand::Above) => is_ceiling,
            _ => false,
        };
        if falls_short {
            let row = support.row;
            let (zh, en) = support.projects_shown();
            findings.report_in(
                support.case.number,
                row.spot(Part::Value),
                format!("部门指标“{}”为“{}”，而{zh}", row.name, row.printed),
                format!(
                    "the department’s “{}” is “{}”, but {en}",
                    row.name, row.printed
                ),
            );
        }
    }
}
