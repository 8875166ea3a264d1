//! An indicator is not scored.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// An indicator is not scored.
pub static RULE: Rule = Rule {
    code: "S032",
    name: "no-score",
    title: text("指标没有得分", "indicator without a score"),
    severity: Severity::Error,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[Basis::Practice(text(
        "在用系统对得分为空的自评表不予提交",
        "systems in use refuse a blank score",
    ))],
    why: text(
        "没有得分，总分就算不出来。",
        "Without the score there is no total.",
    ),
    remedy: text(
        "按完成情况计分；没有完成的填0。",
        "Score it by what was reached; state 0 if nothing was.",
    ),
    finds: &["\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=50人 | 得分= <<
"],
    passes: &[
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=0人 | 得分=0
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成= | 得分=
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值= | 完成=50人 | 得分=
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=0 | 完成=50人 | 得分=
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let indicator = row.indicator;
    // Without result or weight there is nothing to score; that is a defect of its own.
    let weight = indicator.weight.get();
    let weight =
        weight.filter(|weight| weight.value > Decimal::ZERO && indicator.actual.is_written());
    if let Some(weight) = weight.filter(|_| indicator.score.is_blank()) {
        findings.report(
            row.spot(Part::Score),
            format!("指标“{}”分值{}，没有得分", row.name, weight.printed),
            format!(
                "the indicator “{}” weighs {} and has no score",
                row.name, weight.printed
            ),
        );
    }
}
