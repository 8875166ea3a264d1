//! The reason for a loss of points says nothing.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::{Word, Words};
use plumbline_model::{Severity, TargetValue};

/// The reason for a loss of points says nothing.
pub static RULE: Rule = Rule {
    code: "S022",
    name: "empty-reason",
    title: text("偏差原因空泛", "reason that says nothing"),
    severity: Severity::Warning,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[Basis::Practice(text(
        "核查和审计中把“无”“已完成”之类的原因视同没有填写",
        "reviewers and auditors treat 无 or 已完成 as no reason at all",
    ))],
    why: text(
        "空泛的原因说明不了为什么没完成，也提不出改进措施。",
        "Such a reason explains nothing and leads to no improvement.",
    ),
    remedy: text(
        "写明具体原因（什么事、什么时候、影响多少）和改进措施。",
        "State the actual cause (what, when, how much) and what will be done.",
    ),
    finds: &[
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=45人 | 得分=9 | 原因=无 <<
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=45人 | 得分=9 | 原因=已完成 <<
",
    ],
    passes: &[
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=45人 | 得分=9 | 原因=汛期停训一期，已安排补训
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=50人 | 得分=10 | 原因=无
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=45人 | 得分=9 | 原因=一期未完成
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=45人 | 得分=9 | 原因=
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let (Some(weight), Some(score)) = (row.indicator.weight.get(), row.indicator.score.get())
    else {
        return;
    };
    let reason = row.indicator.reason.text().trim();
    let lost = weight.value.saturating_sub(score.value);
    if score.value < weight.value && says_nothing(reason) {
        findings.report(
            row.spot(Part::Reason),
            format!(
                "指标“{}”扣{}分，原因“{reason}”没有说明为什么",
                row.name, lost
            ),
            format!(
                "the indicator “{}” loses {} points, and “{reason}” does not say why",
                row.name, lost
            ),
        );
    }
}

/// Most characters of a reason that is nothing but an empty word.
const EMPTY_CHARS_MAX: usize = 5;

fn says_nothing(reason: &str) -> bool {
    if reason.is_empty() || reason.chars().count() > EMPTY_CHARS_MAX {
        return false;
    }
    TargetValue::compile(reason).is_not_applicable() || Words::of(reason).has(Word::EmptyTalk)
}
