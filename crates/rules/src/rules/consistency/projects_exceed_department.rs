//! The projects cost more than the department has.

use crate::case::shown_yuan;
use crate::facts::department;
use crate::findings::Findings;
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::Decimal;
use plumbline_model::Severity;

/// The projects cost more than the department has.
pub static RULE: Rule = Rule {
    code: "C023",
    name: "projects-exceed-department",
    title: text(
        "项目预算合计超过部门预算总额",
        "the projects cost more than the department has",
    ),
    severity: Severity::Error,
    applies: Applies::DEPARTMENTS,
    criterion: Criterion::Funding,
    basis: &[Basis::Arithmetic],
    why: text(
        "部门总额包括基本支出和项目支出，项目合计不会超过它。",
        "The total of a department holds both its running and its project expenditure; the projects cannot exceed it.",
    ),
    remedy: text(
        "核实部门总额和各项目预算，改正写错的数。",
        "Find out which of the amounts is wrong and correct it.",
    ),
    finds: &["种类: 部门\n\
预算: 100.00万元 <<\n\
---\n\
项目: 公路养护\n\
预算: 80.00万元\n\
---\n\
项目: 桥梁检测\n\
预算: 30.00万元\n\
"],
    passes: &[
        "种类: 部门\n\
预算: 200.00万元\n\
---\n\
项目: 公路养护\n\
预算: 80.00万元\n\
---\n\
项目: 桥梁检测\n\
预算: 30.00万元\n\
",
        "种类: 部门\n\
---\n\
项目: 公路养护\n\
预算: 80.00万元\n\
",
    ],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    for department in department::departments(volume) {
        let Some(total) = department.case.budget else {
            continue;
        };
        let stated = department
            .projects
            .iter()
            .filter_map(|project| project.budget);
        let sum = stated
            .clone()
            .try_fold(Decimal::ZERO, |sum, next| sum.checked_add(next));
        let tolerance = department.case.profile.thresholds.money_tolerance();
        let Some(sum) = sum.filter(|sum| *sum > total + tolerance) else {
            continue;
        };
        let count = stated.count();
        let (total, sum) = (shown_yuan(total), shown_yuan(sum));
        findings.report_in(
            department.case.number,
            department.case.budget_spot(),
            format!("{count}个项目预算合计{sum}，超过部门预算总额{total}"),
            format!("the budgets of {count} projects add up to {sum}, more than the department’s {total}"),
        );
    }
}
