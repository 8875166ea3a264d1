//! A value has a sign or a unit and no number.

use crate::case::Case;
use crate::facts::phrase;
use crate::findings::Findings;
use crate::row::Row;
use crate::rule::*;
use plumbline_model::{Reason, Severity};

/// A value has a sign or a unit and no number.
pub static RULE: Rule = Rule {
    code: "V006",
    name: "sign-without-number",
    title: text(
        "有符号或单位而没有数值",
        "a value has a sign or a unit and no number",
    ),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "在用系统要求比较符号后有数值和计量单位",
        "systems in use demand a number and a unit after a comparison sign",
    ))],
    why: text(
        "缺少数值，指标无法考核。",
        "Without its number the target cannot be judged.",
    ),
    remedy: text("补填数值。", "Add the number."),
    finds: &["数量 | 培训人数 | ≥人 <<"],
    passes: &["数量 | 培训人数 | ≥50人", "质量 | 工程验收 | 合格"],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let zh = "只有比较符号或单位，没有数值";
    let en = "a sign or a unit, and no number";
    phrase::report_unclear(row, findings, Reason::NoNumber, zh, en);
}
