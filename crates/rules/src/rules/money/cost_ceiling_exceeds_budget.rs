//! Cost ceilings times quantities exceed the budget.

use crate::arithmetic::{Verdict, report};
use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Cost ceilings times quantities exceed the budget.
pub static RULE: Rule = Rule {
    code: "M009",
    name: "cost-ceiling-exceeds-budget",
    title: text(
        "成本上限×数量超过预算",
        "cost ceilings times quantities exceed the budget",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECTS,
    criterion: Criterion::Funding,
    basis: &[Basis::Act {
        act: "indicators-2021",
        says: text(
            "成本指标不得超过预算支出标准",
            "a cost indicator may not exceed the spending standard",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "成本上限乘以数量大于预算，上限就约束不了成本。",
        "A ceiling that allows more than the budget restrains nothing.",
    ),
    remedy: text(
        "按预算÷数量下调上限，或核实数量。",
        "Lower the ceiling to budget ÷ quantity, or check the quantity.",
    ),
    finds: &[
        "预算: 3.00万元\n\
         数量 | 活动点数量 | 40个\n\
         成本 | 活动点经费标准 | <0.2万元 | 描述=每个活动点经费 <<",
        "预算: 5万元\n\
         数量 | 培训班次 | 2次\n\
         数量 | 培训人数 | ≥600人次\n\
         成本 | 培训成本 | ≤220元/人/天 <<",
    ],
    passes: &[
        "预算: 2.00万元\n\
         数量 | 座谈会次数 | 2次\n\
         成本 | 座谈会成本 | ≤1万元 | 描述=每次座谈会成本",
        "预算: 9.60万元\n\
         数量 | 培训人次 | 240人次\n\
         数量 | 每期培训天数 | 2天\n\
         成本 | 培训费用 | ≤200元/人/天",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    if case.verdict() == Verdict::CeilingExceeds {
        report(
            case,
            findings,
            "成本上限没有约束力，或数量、预算有误",
            "the ceiling restrains nothing, or quantity or budget is wrong",
        );
    }
}
