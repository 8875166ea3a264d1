//! A goal belongs to another project.

use crate::case::Case;
use crate::facts::copies;
use crate::facts::likeness::Pairs;
use crate::findings::Findings;
use crate::rule::*;
use crate::volume::Volume;
use foldhash::{HashMap, HashMapExt};
use plumbline_model::Severity;

/// A goal belongs to another project.
pub static RULE: Rule = Rule {
    code: "C028",
    name: "goal-of-another-project",
    title: text(
        "一项目标是另一个项目的",
        "a goal belongs to another project",
    ),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Relevance,
    basis: &[Basis::Practice(text(
        "审计发现：同一单位的项目套用同样的指标",
        "auditors find the same indicators copied over the projects of a unit",
    ))],
    why: text(
        "两个项目写同一项目标，边界不清，资金可能重复安排。",
        "With one goal in two projects it is unclear which pays for it, and it may be paid for twice.",
    ),
    remedy: text(
        "划清两个项目的内容，把目标留在一个项目中。",
        "Set the two apart and keep the goal in one of them.",
    ),
    finds: &["项目: 算力中心运行经费\n\
目标: 保障算力中心工作正常开展。\n\
---\n\
项目: 网络安全经费\n\
目标: 保障网络安全。\n\
目标: 保障算力中心工作正常开展。 <<\n\
"],
    passes: &[
        "项目: 算力中心运行经费\n\
目标: 保障算力中心工作正常开展。\n\
目标: 把今年的护林防火抓实抓细。\n\
---\n\
项目: 网络安全经费\n\
目标: 保障网络安全。\n\
目标: 把今年的护林防火抓实抓细。\n\
",
        "项目: 公路养护经费\n\
目标: 保障公路养护工作正常开展。\n\
---\n\
项目: 公路养护尾款\n\
目标: 保障公路养护工作正常开展。\n\
目标: 付清公路养护工程尾款。\n\
",
    ],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    let mut seen: HashMap<&str, &Case<'_>> = HashMap::new();
    for case in copies::projects(volume) {
        for goal in case.goals.iter().filter(|_| case.goals.len() > 1) {
            let text = goal.text.trim_end_matches(['。', '；', ';']);
            if let Some(owner) = seen.get(text).filter(|owner| owns(owner, case, text)) {
                let other = owner.project_name();
                findings.report_in(
                    case.number,
                    goal.spot(),
                    format!("这项目标说的是项目“{other}”，那里也写了同一项"),
                    format!("this goal is about the project “{other}”, which states it too"),
                );
            }
        }
        for goal in &case.goals {
            let text = goal.text.trim_end_matches(['。', '；', ';']);
            seen.entry(text).or_insert(case);
        }
    }
}

/// Whether a goal speaks of the name of one project, and less of that of the other.
fn owns(owner: &Case<'_>, other: &Case<'_>, goal: &str) -> bool {
    let about = Pairs::of(goal);
    let of_owner = about.common(owner.subject_of_name());
    let of_other = about.common(other.subject_of_name());
    of_owner >= 2 && of_owner > of_other && owner.project_name() != other.project_name()
}
