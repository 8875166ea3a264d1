//! A named indicator has no target value.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// A named indicator has no target value.
pub static RULE: Rule = Rule {
    code: "V001",
    name: "blank-value",
    title: text("指标值为空", "no target value"),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "在用系统对空指标值不予提交",
        "systems in use refuse a form with a blank target value",
    ))],
    why: text(
        "没有指标值，就无法判断是否完成。",
        "Without a target value nothing can be said to have been reached.",
    ),
    remedy: text(
        "填写数值、单位和比较符号，如“≥50人”；确实不适用的，写“不适用”。",
        "State a comparison, a number and a unit such as `≥50人`, or 不适用 where it does not apply.",
    ),
    finds: &["数量 | 培训人数 | <<"],
    passes: &["数量 | 培训人数 | ≥50人", "生态 | 生态效益 | 不适用"],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if !row.name.is_empty() && row.indicator.value.is_blank() {
        findings.report(
            row.spot(Part::Value),
            format!("指标“{}”没有填写指标值", row.name),
            format!("the indicator “{}” has no target value", row.name),
        );
    }
}
