//! Total so large that its unit must be wrong.

use crate::case::Case;
use crate::case::shown_yuan;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Decimal;
use plumbline_model::Severity;

/// Total so large that its unit must be wrong.
pub static RULE: Rule = Rule {
    code: "M007",
    name: "implausible-total",
    title: text(
        "资金总额大得出奇，疑为单位错误",
        "total so large that its unit must be wrong",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "把“元”填进“万元”栏是常见的退回原因",
        "yuan typed into a form in 万元 is a common reason for return",
    ))],
    why: text(
        "按印出的单位，金额超出一个项目可能的规模，多半是把元填成了万元。",
        "By the printed unit the amount is beyond any single project: most likely yuan were typed where the form asks for 万元.",
    ),
    remedy: text("核对金额单位。", "Check the unit of the amounts."),
    finds: &["预算: 328000.00万元 <<"],
    passes: &["预算: 32.80万元", "预算: 328000.00元"],
    check: Check::Document(check),
};

/// A project of a county does not cost more: 10 亿元.
const YUAN_MAX: u64 = 1_000_000_000;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(budget) = case.budget else {
        return;
    };
    if budget > Decimal::from(YUAN_MAX) {
        let budget = shown_yuan(budget);
        findings.report(
            case.budget_spot(),
            format!("按印出的单位，资金总额是{budget}，请核对是否应为“元”"),
            format!("by the printed unit the total is {budget}; should the unit be 元?"),
        );
    }
}
