//! Every satisfaction reported is 100 %.

use crate::case::Case;
use crate::facts::achievement::{Achievement, is_satisfaction};
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Decimal, Dimension, Severity};

/// Every satisfaction reported is 100 %.
pub static RULE: Rule = Rule {
    code: "S028",
    name: "satisfaction-always-full",
    title: text("满意度全部为100%", "satisfaction is always 100 %"),
    severity: Severity::Info,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[Basis::Practice(text(
        "抽查时满意度100%须看问卷，缺问卷的不予认可",
        "re-checks ask for the questionnaires behind a satisfaction of 100 %",
    ))],
    why: text(
        "满意度100%很少见，要有调查样本支撑。",
        "A satisfaction of 100 % is rare and needs a survey to show for it.",
    ),
    remedy: text(
        "说明调查方式、发放和回收份数，并附问卷汇总。",
        "State how and whom you asked, and keep the questionnaires.",
    ),
    finds: &["\
种类: 自评
满意度 | 群众满意度 | ≥90% | 完成=100% | 得分=10 | 分值=10 <<
"],
    passes: &[
        "\
种类: 自评
满意度 | 群众满意度 | ≥90% | 完成=96.5% | 得分=10 | 分值=10
",
        "\
种类: 自评
满意度 | 群众满意度 | ≥90% | 完成=100%
满意度 | 职工满意度 | ≥90% | 完成=93%
",
        "\
种类: 自评
满意度 | 群众满意度 | ≥100% | 完成=100%
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let rows: Vec<&Row<'_>> = case
        .annual_rows()
        .filter(|row| is_satisfaction(row))
        .collect();
    let is_full = |row: &&Row<'_>| {
        let achieved = Achievement::of(row, &row.indicator.actual);
        let is_share = row
            .quantity()
            .is_some_and(|q| q.dimension() == Dimension::Share);
        is_share
            && achieved.is_some_and(|achieved| {
                achieved.actual == Decimal::ONE_HUNDRED && achieved.target < Decimal::ONE_HUNDRED
            })
    };
    if let Some(first) = rows.first().filter(|_| rows.iter().all(is_full)) {
        findings.report(
            first.spot(Part::Actual),
            format!("满意度指标“{}”为100%，请说明调查方式和样本数", first.name),
            format!("“{}” is 100 %: how many were asked, and how?", first.name),
        );
    }
}
