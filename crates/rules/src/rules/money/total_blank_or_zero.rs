//! Total is blank or zero.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Total is blank or zero.
pub static RULE: Rule = Rule {
    code: "M003",
    name: "total-blank-or-zero",
    title: text("资金总额为空或为零", "total is blank or zero"),
    severity: Severity::Error,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "在用系统不接收没有金额的申报表",
        "systems in use refuse a form without money",
    ))],
    why: text(
        "没有金额，绩效目标与资金无法匹配。",
        "Without money, the target cannot be held against it.",
    ),
    remedy: text(
        "填写资金总额；确实不需要资金的，不必申报项目绩效目标。",
        "State the total; a task that needs no money needs no project target.",
    ),
    finds: &[
        "预算:  <<",
        "金额单位: 万元\n\
         预算: 0.00 <<\n\
         财政: 0.00",
    ],
    passes: &["预算: 1.00万元", "项目: 农村公路养护"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let total = &case.document.funding.total.budget;
    let is_zero = total
        .get()
        .is_some_and(|amount| amount.number.value.is_zero());
    if total.is_blank() {
        findings.report(
            case.budget_spot(),
            "资金总额没有填写",
            "the total is not filled in",
        );
    } else if is_zero {
        findings.report(case.budget_spot(), "资金总额是零", "the total is zero");
    }
}
