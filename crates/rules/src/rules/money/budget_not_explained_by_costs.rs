//! Costs explain only a part of the budget.

use crate::arithmetic::{Verdict, report};
use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Costs explain only a part of the budget.
pub static RULE: Rule = Rule {
    code: "M010",
    name: "budget-not-explained-by-costs",
    title: text(
        "成本指标只说明了部分预算",
        "costs explain only a part of the budget",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECTS,
    criterion: Criterion::Funding,
    basis: &[Basis::Arithmetic],
    why: text(
        "大部分资金没有成本指标，就无法考核花得值不值。",
        "Where most of the money has no cost indicator, its economy cannot be judged.",
    ),
    remedy: text(
        "为其余支出补充数量和成本指标，或说明其用途和测算。",
        "Add quantities and costs for the rest of the money, or explain it.",
    ),
    finds: &[
        "预算: 50.00万元\n\
         数量 | 开班数量 | 46个\n\
         成本 | 每班经费标准 | 0.4万元 | 描述=每个班全年经费 <<",
        "预算: 32.80万元\n\
         成本 | 信息化经费 | ≤10万元/年 <<",
    ],
    passes: &[
        "预算: 33.00万元\n\
         数量 | 新增图书 | 4000册\n\
         数量 | 阅读活动 | 14场\n\
         成本 | 图书单价 | ≤35元/册\n\
         成本 | 电子资源使用费 | 12万元\n\
         成本 | 活动费用 | 5000元/场",
        "预算: 10万元\n\
         数量 | 帮扶人数 | 50-100人\n\
         成本 | 帮扶标准 | 1000-2000元/人",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    if let Verdict::Unexplained(percent) = case.verdict() {
        report(
            case,
            findings,
            &format!("成本指标只说明了预算的{percent}%"),
            &format!("the cost indicators explain only {percent} % of it"),
        );
    }
}
