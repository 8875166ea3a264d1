//! A task of the department and its project differ in money.

use crate::case::Case;
use crate::case::{shown_yuan, yuan};
use crate::facts::department;
use crate::findings::Findings;
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::Severity;
use plumbline_model::Spot;
use std::collections::HashMap;

/// A task of the department and its project differ in money.
pub static RULE: Rule = Rule {
    code: "C024",
    name: "task-amount-differs",
    title: text(
        "部门主要任务与项目的金额不一致",
        "a task of the department and its project differ in money",
    ),
    severity: Severity::Warning,
    applies: Applies::DEPARTMENTS,
    criterion: Criterion::Funding,
    basis: &[Basis::Arithmetic],
    why: text(
        "同一项工作在部门表和项目表里是两个数。",
        "The same work has two amounts in the department’s form and in the project’s.",
    ),
    remedy: text(
        "核实后改为一致；任务由几个项目组成的，写明是哪几个。",
        "Find out which is right; where a task is made of several projects, name them.",
    ),
    finds: &["种类: 部门\n\
任务: 公路养护 | 养护县乡公路 | 90.00万元 <<\n\
---\n\
项目: 公路养护\n\
预算: 80.00万元\n\
"],
    passes: &["种类: 部门\n\
任务: 公路养护 | 养护县乡公路 | 80.00万元\n\
任务: 桥梁检测 | 检测桥梁 | 10.00万元\n\
---\n\
项目: 公路养护\n\
预算: 80.00万元\n\
"],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    for department in department::departments(volume) {
        let named = department
            .projects
            .iter()
            .map(|project| (project.project_name(), *project));
        let projects: HashMap<&str, &Case<'_>> =
            named.filter(|(name, _)| !name.is_empty()).collect();
        let tolerance = department.case.profile.thresholds.money_tolerance();
        for (number, task) in department.case.document.tasks.iter().enumerate() {
            let Some(project) = projects.get(task.name.text()) else {
                continue;
            };
            let stated = yuan(&task.funding.total.budget, task.funding.unit.get());
            let (Some(stated), Some(budget)) = (stated, project.budget) else {
                continue;
            };
            if (stated - budget).abs() > tolerance {
                let name = project.project_name();
                let (stated, budget) = (shown_yuan(stated), shown_yuan(budget));
                findings.report_in(
                    department.case.number,
                    Spot::of_text(format!("tasks[{number}].name"), &task.name),
                    format!("任务“{name}”为{stated}，同名项目的预算为{budget}"),
                    format!("the task “{name}” has {stated}, the project of that name {budget}"),
                );
            }
        }
    }
}
