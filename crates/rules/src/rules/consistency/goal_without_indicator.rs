//! No indicator answers to a goal.

use crate::case::Case;
use crate::facts::likeness::Pairs;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// No indicator answers to a goal.
pub static RULE: Rule = Rule {
    code: "C007",
    name: "goal-without-indicator",
    title: text("一项目标没有任何指标对应", "no indicator answers to a goal"),
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
        "没有指标的目标无法考核。",
        "A goal without an indicator cannot be judged.",
    ),
    remedy: text(
        "为这项目标设产出或效益指标。",
        "Set an output or outcome indicator for this goal.",
    ),
    finds: &["项目: 公路养护\n\
目标: 保障公路养护。\n\
目标: 开展留守儿童慰问活动。 <<\n\
数量 | 公路养护里程 | ≥50公里\n\
"],
    passes: &[
        "项目: 公路养护\n\
目标: 保障公路养护。\n\
目标: 开展桥梁检测。\n\
数量 | 公路养护里程 | ≥50公里\n\
数量 | 检测座数 | ≥5座\n\
",
        "目标: 提高干部思想政治素质。\n\
目标: 保障公路养护。\n\
数量 | 公路养护里程 | ≥50公里\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    if !case.is_table || case.goals.len() < 2 {
        return;
    }
    if case.name_words.has(Word::ConcreteTask) {
        // Whatever the goals say then has such a word.
        return;
    }
    let concrete = case
        .goals
        .iter()
        .filter(|goal| goal.words.has(Word::ConcreteTask));
    for goal in concrete {
        let all = Pairs::of(goal.text);
        let own = all.without(case.subject_of_name());
        let is_beside_name = own.len() * 2 >= all.len();
        if own.len() >= 2 && is_beside_name && !own.touch(case.subject_of_rows()) {
            findings.report(
                goal.spot(),
                format!("目标“{}”没有任何指标与之对应", goal.text),
                format!("no indicator answers to the goal “{}”", goal.text),
            );
        }
    }
}
