//! All indicators give the same reason.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Severity, TargetValue};

/// All indicators give the same reason.
pub static RULE: Rule = Rule {
    code: "S024",
    name: "identical-reasons",
    title: text("各指标偏差原因完全相同", "all reasons are the same"),
    severity: Severity::Warning,
    applies: Applies::EXECUTION,
    criterion: Criterion::Outside,
    basis: &[Basis::Practice(text(
        "核查中把各行照抄同一原因视为没有分析",
        "reviewers take one reason copied down all rows for no analysis",
    ))],
    why: text(
        "不同指标的偏差很少出于同一原因，照抄的原因不是分析。",
        "Indicators seldom fail for one reason; a copied reason is no analysis.",
    ),
    remedy: text(
        "按每个指标的实际情况分别说明。",
        "State the reason of each indicator.",
    ),
    finds: &["\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=45人 | 得分=9 | 原因=受客观条件影响进度 <<
数量 | 培训期数 | ≥5期 | 分值=10 | 完成=4期 | 得分=8 | 原因=受客观条件影响进度
质量 | 合格率 | ≥95% | 分值=10 | 完成=90% | 得分=9.47 | 原因=受客观条件影响进度
"],
    passes: &[
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=45人 | 得分=9 | 原因=汛期停训一期
数量 | 培训期数 | ≥5期 | 分值=10 | 完成=4期 | 得分=8 | 原因=汛期停训一期
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 原因=无
数量 | 培训期数 | ≥5期 | 原因=无
质量 | 合格率 | ≥95% | 原因=无
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 原因=汛期停训一期
数量 | 培训期数 | ≥5期 | 原因=汛期停训一期
质量 | 合格率 | ≥95% | 原因=考核题偏难
",
    ],
    check: Check::Document(check),
};

/// Fewest equal reasons that are not chance.
const ROWS_MIN: usize = 3;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let rows: Vec<&Row<'_>> = case
        .annual_rows()
        .filter(|row| row.indicator.reason.is_written())
        .collect();
    let Some((first, others)) = rows.split_first() else {
        return;
    };
    let reason = first.indicator.reason.text();
    let is_same = others
        .iter()
        .all(|row| row.indicator.reason.text() == reason);
    if rows.len() < ROWS_MIN || !is_same || TargetValue::compile(reason).is_not_applicable() {
        return;
    }
    let mut reported = findings.report(
        first.spot(Part::Reason),
        format!("{}个指标的偏差原因都是“{reason}”", rows.len()),
        format!("all {} reasons are “{reason}”", rows.len()),
    );
    for row in others {
        reported = reported.with(row.spot(Part::Reason), "相同的原因", "the same reason");
    }
}
