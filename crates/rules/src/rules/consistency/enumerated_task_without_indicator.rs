//! A task enumerated in the goal has no indicator.

use crate::case::Case;
use crate::facts::likeness::Pairs;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::{Word, Words};
use plumbline_model::Severity;

/// A task enumerated in the goal has no indicator.
pub static RULE: Rule = Rule {
    code: "C006",
    name: "enumerated-task-without-indicator",
    title: text(
        "目标列举的任务没有对应指标",
        "a task enumerated in the goal has no indicator",
    ),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Relevance,
    basis: &[
        Basis::Act {
            act: "targets-2015",
            says: text(
                "绩效目标要细化为绩效指标，指标与目标直接相关、相互对应",
                "goals are to be broken down into indicators that bear on them and answer to them",
            ),
            mark: Mark::Known,
        },
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "由任务推出产出，由产出推出效果，再定指标和指标值",
                "indicators and values follow from the tasks: tasks, outputs, effects",
            ),
            mark: Mark::Known,
        },
    ],
    why: text(
        "目标里列出的任务没有指标，完成与否就看不出来。",
        "Whether a task was done cannot be seen without an indicator for it.",
    ),
    remedy: text(
        "为每项主要任务设产出指标，次要的从目标中删去。",
        "Set an output indicator for every main task and leave lesser ones out of the goal.",
    ),
    finds: &["目标: 开展桥梁检测、公路养护、路政巡查等工作。 <<\n\
数量 | 公路养护里程 | ≥50公里\n\
数量 | 桥梁检测座数 | ≥5座\n\
"],
    passes: &[
        "目标: 开展桥梁检测、公路养护等工作。\n\
数量 | 公路养护里程 | ≥50公里\n\
数量 | 桥梁检测座数 | ≥5座\n\
",
        "目标: 支付差旅、印刷、会议等费用。\n\
数量 | 公路养护里程 | ≥50公里\n\
",
        "目标: 方便村民、学生、老人等出行。\n\
数量 | 公路养护里程 | ≥50公里\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    if !case.is_table {
        return;
    }
    for goal in &case.goals {
        let tasks = enumerated(goal.text).into_iter();
        let open: Vec<&str> = tasks
            .filter(|task| {
                let about = Pairs::of(task);
                !about.is_empty() && !about.touch(case.subject_of_rows())
            })
            .collect();
        if !open.is_empty() {
            findings.report(
                goal.spot(),
                format!("目标列举的“{}”没有对应的指标", open.join("”“")),
                format!("no indicator takes up “{}” of the goal", open.join("”, “")),
            );
        }
    }
}

/// The members of enumerations of tasks (`A、B、C等工作`).
fn enumerated(text: &str) -> Vec<&str> {
    let ends = |c: char| matches!(c, '，' | ',' | '。' | '；' | ';' | '\n');
    if !text.contains('等') || !text.contains('、') {
        return Vec::new();
    }
    let clauses = text
        .split(ends)
        .filter(|clause| !clause.contains(['(', '（', '“']));
    let mut members = Vec::new();
    for clause in clauses {
        let Some((list, rest)) = clause.split_once('等') else {
            continue;
        };
        let kind_ends = rest.char_indices().nth(4).map_or(rest.len(), |(at, _)| at);
        if list.contains('、') && Words::of(&rest[..kind_ends]).has(Word::KindOfTask) {
            members.extend(list.split('、'));
        }
    }
    members
}
