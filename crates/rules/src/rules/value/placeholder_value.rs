//! A mark holds the place of a value that is still to be filled in.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Reason, Severity, TargetValue};

/// A mark holds the place of a value that is still to be filled in.
pub static RULE: Rule = Rule {
    code: "V008",
    name: "placeholder-value",
    title: text("指标值以占位符代替", "a mark in place of a value"),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "在用系统不接受含*、_的指标值，已公布的检查把模板残留列为差错",
        "systems in use refuse values with * or _, and published checks count template marks as mistakes",
    ))],
    why: text(
        "占位符没有内容，批复和公开后无法考核。",
        "A mark says nothing, and the target is approved and published with it.",
    ),
    remedy: text(
        "填写真实的指标值；确实无法预计的，说明原因和确定办法。",
        "State the value; where it cannot be foreseen say why and how it will be set.",
    ),
    finds: &["数量 | 培训人数 | XX <<", "成本 | 设备单价 | *** <<"],
    passes: &[
        "数量 | 培训人数 | ≥50人",
        "数量 | 救助人数 | 按实际 | 描述=按当年符合条件的申请人数据实救助",
        "生态 | 生态效益 | /",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let is_mark = match row.value() {
        TargetValue::Unclear(unclear) => {
            unclear.reason == Reason::Placeholder && row.description.is_empty()
                || is_made_of_marks(row.printed)
        }
        TargetValue::Grade(_) => is_made_of_marks(row.printed),
        _ => false,
    };
    if is_mark {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”的值“{}”只是占位，没有填写内容",
                row.name, row.printed
            ),
            format!(
                "“{}” only holds the place of the value of “{}”",
                row.printed, row.name
            ),
        );
    }
}

fn is_made_of_marks(printed: &str) -> bool {
    !printed.is_empty()
        && printed
            .chars()
            .all(|c| matches!(c, '*' | '_' | '＊' | '＿'))
}
