//! The actual value of an indicator is not filled in.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// The actual value of an indicator is not filled in.
pub static RULE: Rule = Rule {
    code: "S006",
    name: "no-actual-value",
    title: text("实际完成值为空", "no actual value"),
    severity: Severity::Error,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[Basis::Practice(text(
        "在用系统对完成值为空的自评表不予提交",
        "systems in use refuse a blank actual value",
    ))],
    why: text(
        "没有实际完成值，得分就没有依据。",
        "Without an actual value the score has no ground.",
    ),
    remedy: text(
        "填写实际完成值；确实没有开展的，填0并说明原因。",
        "State what was reached; if nothing was, state 0 and the reason.",
    ),
    finds: &["\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成= | 得分=10 <<
"],
    passes: &[
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=50人 | 得分=10
",
        "\
种类: 自评
生态 | 生态效益 | 不适用 | 完成=
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if !row.has_value() || row.name.is_empty() || !row.indicator.actual.is_blank() {
        return;
    }
    let claimed = row.indicator.score.get();
    let claimed = claimed.filter(|score| score.value > Decimal::ZERO);
    let (zh, en) = match claimed {
        Some(score) => (
            format!("，却得{}分", score.printed),
            format!(" and yet scores {}", score.printed),
        ),
        None => Default::default(),
    };
    findings.report(
        row.spot(Part::Actual),
        format!("指标“{}”没有填写实际完成值{zh}", row.name),
        format!("the indicator “{}” states no actual value{en}", row.name),
    );
}
