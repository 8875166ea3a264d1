//! A value answers yes or no to no question.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{GradeAbout, Severity};

/// A value answers yes or no to no question.
pub static RULE: Rule = Rule {
    code: "V048",
    name: "answer-as-value",
    title: text("指标值为“是”“否”", "yes or no as a value"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "绩效目标审核人员的通常要求",
        "what reviewers of targets ask for",
    ))],
    why: text(
        "名称不是问句，“是”“否”不知回答什么。",
        "The name asks no question, so yes or no answers none.",
    ),
    remedy: text("写成可考核的程度或数值。", "State a degree or a number."),
    finds: &["质量 | 档案管理 | 是 <<"],
    passes: &[
        "质量 | 档案管理是否达标 | 是",
        "质量 | 档案管理 | 规范",
        "生态 | 生态效益 | 无",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let is_answer = row
        .grade()
        .is_some_and(|grade| grade.is_plain && grade.sense.about == Some(GradeAbout::Answer));
    let is_mark = || row.printed.contains(['*', '_']);
    let asks = || measure::contains_any(row.name, &["是否", "有无", "能否", "与否"]);
    if is_answer && !is_mark() && !asks() {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”不是问句，值“{}”不知回答什么",
                row.name, row.printed
            ),
            format!(
                "“{}” asks nothing that “{}” would answer",
                row.name, row.printed
            ),
        );
    }
}
