//! A cost indicator counts people or things, or is a rate of coverage.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Dimension, Severity};

/// A cost indicator counts people or things, or is a rate of coverage.
pub static RULE: Rule = Rule {
    code: "L006",
    name: "no-money-under-cost",
    title: text(
        "成本指标填了人数、件数或比率",
        "a count or a share under cost",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "数量、质量、时效反映产出，成本指标反映投入，效益和满意度反映结果",
                "quantity, quality and timeliness speak of output, cost of what is spent, outcome and satisfaction of what comes of it",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "审计和评审常指出产出、效益、成本混填",
            "auditors and reviewers often find output, outcome and cost mixed up",
        )),
    ],
    why: text(
        "成本指标反映花多少钱；人数、次数是数量，覆盖率是质量。",
        "Cost says how much is spent; people and times are quantity, coverage is quality.",
    ),
    remedy: text(
        "移到相应指标，成本指标填单价、定额或总额。",
        "Move it; state a price, a quota or a total under cost.",
    ),
    finds: &[
        "成本 | 每场演练参加人数 | ≤260人 <<",
        "成本 | 保险补贴覆盖率 | 100% <<",
    ],
    passes: &[
        "成本 | 会议费 | ≤300元/人",
        "成本 | 成本节约率 | ≥5%",
        "成本 | 预算控制率 | ≤100%",
        "成本 | 一类培训 | ≤240月/人/天",
        "成本 | 培训成本 | 不适用",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if !row.level2.is_some_and(|level| level.is_money_cost()) {
        return;
    }
    let Some(quantity) = row
        .quantity()
        .filter(|q| q.unit.per.is_empty() && q.change.is_none())
    else {
        return;
    };
    let is_other = match quantity.dimension() {
        Dimension::Count | Dimension::Persons | Dimension::PersonTimes | Dimension::Time => true,
        Dimension::Share => row.ending.has(Word::GoodRate) && !row.words.has(Word::Gained),
        _ => false,
    };
    if is_other {
        findings.report(
            row.spot(Part::Name),
            format!(
                "“{}”（{}）不是金额，不应列在成本指标",
                row.name, row.printed
            ),
            format!(
                "“{}” ({}) is no amount of money and no cost",
                row.name, row.printed
            ),
        );
    }
}
