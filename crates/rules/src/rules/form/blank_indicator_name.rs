//! A value is stated and its indicator has no name.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::is_han;
use plumbline_model::Severity;

/// A value is stated and its indicator has no name.
pub static RULE: Rule = Rule {
    code: "F009",
    name: "blank-indicator-name",
    title: text("三级指标没有名称", "an indicator without a name"),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "在用系统不接受空的或只有“-”“_”“*”的三级指标名称",
        "systems in use refuse names that are blank or only marks",
    ))],
    why: text(
        "没有名称的数值不知道衡量什么。",
        "A value without a name measures nothing.",
    ),
    remedy: text(
        "写明衡量什么，如“培训人数”。",
        "Say what is measured, such as 培训人数.",
    ),
    finds: &["数量 | | ≥50人 <<", "质量 | -- | 100% <<"],
    passes: &[
        "数量 | 培训人数 | ≥50人",
        "生态 | | 不适用",
        "数量 | 4G基站数量 | ≥5个",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let is_mark = |c: char| !is_han(c) && !c.is_alphanumeric();
    let is_nameless = match case.is_table {
        true => row.name.chars().all(is_mark),
        false => !row.name.is_empty() && row.name.chars().all(is_mark),
    };
    if is_nameless && row.has_value() {
        findings.report(
            row.spot(Part::Name),
            format!("指标值“{}”没有写明是什么指标", row.printed),
            format!(
                "the value “{}” stands without the name of its indicator",
                row.printed
            ),
        );
    }
}
