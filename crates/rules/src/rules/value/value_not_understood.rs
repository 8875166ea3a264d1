//! A value mixes text and numbers and names no quantity that can be read.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Mention, Reason, Severity, TargetValue};

/// A value mixes text and numbers and names no quantity that can be read.
pub static RULE: Rule = Rule {
    code: "V007",
    name: "value-not-understood",
    title: text("指标值文字与数字混写", "text and numbers mixed in a value"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "在用系统要求比较符号后有数值和计量单位",
        "systems in use demand a number and a unit after a comparison sign",
    ))],
    why: text(
        "文字与数字混写，不同的人会有不同的理解，系统也无法取数。",
        "Mixed text is read differently by different people, and not at all by systems.",
    ),
    remedy: text(
        "写成“符号＋数值＋单位”，说明文字放到指标描述。",
        "Write sign, number and unit; put explanations into the description.",
    ),
    finds: &["数量 | 培训规模 | 1+2+3 <<"],
    passes: &[
        "数量 | 培训规模 | ≥50人",
        "时效 | 补贴发放时间 | 次月10日前",
        "质量 | 师生配比 | 1:8",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let TargetValue::Unclear(unclear) = row.value() else {
        return;
    };
    let is_mixed = matches!(unclear.reason, Reason::MixedText | Reason::UnknownUnit);
    let is_ratio_or_date = row
        .printed
        .contains([':', '：', '∶', '/', '日', '月', '年', '天', '时']);
    if is_mixed && !is_ratio_or_date && Mention::all(row.printed).is_empty() {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”的值“{}”：{}，请写成符号、数值和单位",
                row.name,
                row.printed,
                unclear.reason.zh()
            ),
            format!(
                "the value “{}” of “{}”: {}; please write sign, number and unit",
                row.printed,
                row.name,
                unclear.reason.en()
            ),
        );
    }
}
