//! Two projects have the same goals.

use crate::case::Case;
use crate::facts::copies;
use crate::findings::Findings;
use crate::rule::*;
use crate::volume::Volume;
use foldhash::{HashMap, HashMapExt};
use plumbline_model::Severity;

/// Two projects have the same goals.
pub static RULE: Rule = Rule {
    code: "C027",
    name: "copied-goals",
    title: text("两个项目的目标完全相同", "two projects have the same goals"),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Relevance,
    basis: &[Basis::Practice(text(
        "审计发现：同一单位的项目套用同样的指标",
        "auditors find the same indicators copied over the projects of a unit",
    ))],
    why: text(
        "不同的项目不会有一字不差的目标，至少有一处是照抄的。",
        "Different projects do not have goals that agree word for word; one was copied.",
    ),
    remedy: text(
        "按本项目的内容重写目标。",
        "Rewrite the goals for the project itself.",
    ),
    finds: &["项目: 公路养护\n\
目标: 保障机关正常运转，提高工作效率和服务水平。\n\
---\n\
项目: 桥梁检测\n\
目标: 保障机关正常运转，提高工作效率和服务水平。 <<\n\
"],
    passes: &[
        "项目: 公路养护\n\
目标: 养护县乡公路120公里，路况优良率达到92%。\n\
---\n\
项目: 桥梁检测\n\
目标: 检测桥梁30座，消除安全隐患，保障通行。\n\
---\n\
项目: 公路养护\n\
目标: 养护县乡公路120公里，路况优良率达到92%。\n\
",
        "项目: 公路养护\n\
目标: 保障运转。\n\
---\n\
项目: 桥梁检测\n\
目标: 保障运转。\n\
",
    ],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    let mut seen: HashMap<Vec<&str>, &Case<'_>> = HashMap::new();
    for case in copies::projects(volume) {
        let goals: Vec<&str> = case.goals.iter().map(|goal| goal.text).collect();
        let Some(own) = case
            .goals
            .first()
            .filter(|_| case.goal_chars >= LEAST_CHARS)
        else {
            continue;
        };
        let first = *seen.entry(goals).or_insert(case);
        let other = first.project_name();
        let is_same_year = first.year == case.year;
        if is_same_year && other != case.project_name() {
            findings.report_in(
                case.number,
                own.spot(),
                format!("目标与项目“{other}”完全相同"),
                format!("the goals are word for word those of the project “{other}”"),
            );
        }
    }
}

/// Shorter goals may agree by chance.
const LEAST_CHARS: usize = 15;
