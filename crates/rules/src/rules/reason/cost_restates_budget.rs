//! The only cost indicator repeats the budget.

use crate::case::Case;
use crate::case::shown_yuan;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Decimal, Dimension, Severity};

/// The only cost indicator repeats the budget.
pub static RULE: Rule = Rule {
    code: "R001",
    name: "cost-restates-budget",
    title: text(
        "成本指标照抄预算总额",
        "a cost indicator that repeats the budget",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "成本指标要写到单价或分项，不能只写控制在预算内",
                "cost indicators state unit costs or parts of the cost, not merely that the budget is kept",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "审核和审计常指出此类指标值",
            "reviewers and auditors point out such values",
        )),
    ],
    why: text(
        "把预算总额当成本指标，等于要求不超预算，起不到控制成本的作用。",
        "To set the budget as the cost is to say that it is not overspent; that controls no cost.",
    ),
    remedy: text(
        "改写单价或分项成本，如“≤5000元/公里”。",
        "State a unit cost or the cost of the parts, such as `≤5000元/公里`.",
    ),
    finds: &[
        "\
预算: 20.00万元
数量 | 养护里程 | 40公里
成本 | 养护总成本 | ≤20万元 <<
",
        "\
预算: 6.00万元
数量 | 维护站点 | 12个
成本 | 维护费 | 60000元 <<
",
    ],
    passes: &[
        "\
预算: 20.00万元
数量 | 养护里程 | 40公里
成本 | 养护成本 | ≤5000元/公里
",
        "\
预算: 20.00万元
数量 | 养护里程 | 40公里
成本 | 养护总成本 | ≤20万元
成本 | 养护成本 | ≤5000元/公里
",
        "\
预算: 20.00万元
数量 | 购置洒水车 | 1辆
成本 | 购置成本 | ≤20万元
",
        "\
预算: 20.00万元
成本 | 养护总成本 | ≤18万元
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(budget) = case.budget.filter(|budget| *budget > Decimal::ZERO) else {
        return;
    };
    let is_cost = |row: &&Row<'_>| row.level2.is_some_and(Level2::is_money_cost) && row.has_value();
    let mut costs = case.annual_rows().filter(is_cost);
    let (Some(cost), None) = (costs.next(), costs.next()) else {
        return;
    };
    let tolerance = case.profile.thresholds.money_tolerance();
    let repeats = cost.quantity().is_some_and(|quantity| {
        let (low, high) = quantity.bounds();
        let is_total = quantity.dimension() == Dimension::Money && quantity.unit.per.is_empty();
        let amount = high.or(low).filter(|_| is_total);
        let difference = amount.and_then(|amount| amount.checked_sub(budget));
        difference.is_some_and(|difference| difference.abs() <= tolerance)
    });
    if repeats && !buys_one_thing(case) {
        findings
            .report(
                cost.spot(Part::Value),
                format!(
                    "唯一的成本指标“{}”为“{}”，就是预算总额{}",
                    cost.name,
                    cost.printed,
                    shown_yuan(budget)
                ),
                format!(
                    "the only cost indicator, “{}” ({}), is the budget itself",
                    cost.name, cost.printed
                ),
            )
            .with(case.budget_spot(), "预算总额", "budget");
    }
}

/// Whether all that is done is one thing, whose cost is the budget.
fn buys_one_thing(case: &Case<'_>) -> bool {
    let mut counts = case
        .annual_rows()
        .filter(|row| row.level2 == Some(Level2::Quantity));
    let (Some(only), None) = (counts.next(), counts.next()) else {
        return false;
    };
    let buys = case.all_words().or(only.all_words()).has(Word::Building);
    let quantity = only
        .quantity()
        .filter(|quantity| quantity.dimension() == Dimension::Count);
    buys && quantity.and_then(|quantity| quantity.value()) == Some(Decimal::ONE)
}
