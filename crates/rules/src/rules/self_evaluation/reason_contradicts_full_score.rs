//! An indicator scores in full and its reason says that it was not reached.

use crate::case::Case;
use crate::facts::achievement::Achievement;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::{Word, Words};
use plumbline_model::Severity;

/// An indicator scores in full and its reason says that it was not reached.
pub static RULE: Rule = Rule {
    code: "S023",
    name: "reason-contradicts-full-score",
    title: text(
        "得满分而原因栏称未完成",
        "full score beside an admission of failure",
    ),
    severity: Severity::Warning,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[Basis::Practice(text(
        "公开的核查工具比较得分和原因的文字",
        "a public checker compares score and wording of the reason",
    ))],
    why: text(
        "原因栏说没有完成，得分却是满分，两者必有一处不实。",
        "Either the reason or the full score is wrong.",
    ),
    remedy: text(
        "核对实际完成情况，按完成情况计分或改正原因。",
        "Check what was reached, and correct score or reason.",
    ),
    finds: &["\
种类: 自评
社会 | 出行条件改善情况 | 明显改善 | 分值=10 | 完成=达成 | 得分=10 | 原因=两个村未完成 <<
"],
    passes: &[
        "\
种类: 自评
社会 | 出行条件改善情况 | 明显改善 | 分值=10 | 完成=达成 | 得分=10 | 原因=无
",
        "\
种类: 自评
社会 | 出行条件改善情况 | 明显改善 | 分值=10 | 完成=部分达成 | 得分=7 | 原因=两个村未完成
",
        "\
种类: 自评
数量 | 养护里程 | ≥120公里 | 分值=10 | 完成=98公里 | 得分=10 | 原因=雨季未完成
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let (Some(weight), Some(score)) = (row.indicator.weight.get(), row.indicator.score.get())
    else {
        return;
    };
    let reason = row.indicator.reason.text();
    if score.value != weight.value || !Words::of(reason).has(Word::Shortfall) {
        return;
    }
    // Where the figures show it, full points for a target missed are a defect of their own.
    let achieved = Achievement::of(row, &row.indicator.actual);
    if achieved.is_some_and(|achieved| achieved.is_missed()) {
        return;
    }
    findings
        .report(
            row.spot(Part::Reason),
            format!(
                "指标“{}”得满分{}，原因栏却写“{reason}”",
                row.name, score.printed
            ),
            format!(
                "the indicator “{}” scores all of {}, beside “{reason}”",
                row.name, score.printed
            ),
        )
        .with(row.spot(Part::Score), "得分", "score");
}
