//! The money of a department's tasks differs from its total.

use crate::case::Case;
use crate::case::{shown_yuan, yuan};
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Decimal;
use plumbline_model::Severity;

/// The money of a department's tasks differs from its total.
pub static RULE: Rule = Rule {
    code: "M026",
    name: "department-total-differs-from-projects",
    title: text(
        "部门任务金额之和不等于总额",
        "the money of a department's tasks differs from its total",
    ),
    severity: Severity::Warning,
    applies: Applies::DEPARTMENTS,
    criterion: Criterion::Funding,
    basis: &[Basis::Arithmetic],
    why: text(
        "主要任务的金额合计应等于部门填报的总额。",
        "The money of the tasks should come to the total that the department states.",
    ),
    remedy: text("核对任务金额和总额。", "Check the tasks and the total."),
    finds: &["种类: 部门\n\
         预算: 400万元 <<\n\
         任务: 文化惠民 | 送戏下乡 | 200万元\n\
         任务: 文物保护 | 日常看护 | 150万元"],
    passes: &[
        "种类: 部门\n\
         预算: 400万元\n\
         任务: 文化惠民 | 送戏下乡 | 250万元\n\
         任务: 文物保护 | 日常看护 | 150万元",
        "种类: 部门\n\
         任务: 文化惠民 | 送戏下乡 | 250万元",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(budget) = case.budget else {
        return;
    };
    let form_unit = case.document.funding.unit.get();
    let tasks = &case.document.tasks;
    let amounts = tasks.iter().map(|task| {
        yuan(
            &task.funding.total.budget,
            task.funding.unit.get().or(form_unit),
        )
    });
    let Some(amounts) = amounts
        .collect::<Option<Vec<Decimal>>>()
        .filter(|all| all.len() > 1)
    else {
        return;
    };
    let sum: Decimal = amounts.iter().sum();
    if (sum - budget).abs() > case.profile.thresholds.money_tolerance() {
        let (sum, budget) = (shown_yuan(sum), shown_yuan(budget));
        findings.report(
            case.budget_spot(),
            format!("{}项任务的金额合计{sum}，总额是{budget}", amounts.len()),
            format!(
                "the {} tasks come to {sum}, the total is {budget}",
                amounts.len()
            ),
        );
    }
}
