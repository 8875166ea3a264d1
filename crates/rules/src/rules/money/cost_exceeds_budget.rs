//! Unit costs times quantities exceed the budget.

use crate::arithmetic::{Verdict, report};
use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Unit costs times quantities exceed the budget.
pub static RULE: Rule = Rule {
    code: "M008",
    name: "cost-exceeds-budget",
    title: text(
        "单位成本×数量超过预算",
        "unit costs times quantities exceed the budget",
    ),
    severity: Severity::Error,
    applies: Applies::PROJECTS,
    criterion: Criterion::Funding,
    basis: &[Basis::Arithmetic],
    why: text(
        "按指标自己的数量和单价计算，钱就不够：要么数量、单价或人数有误，要么有别的资金没有列出。",
        "By the form's own figures the money does not suffice: a quantity or a price is wrong, or other money is not shown.",
    ),
    remedy: text(
        "核对数量、单价、月数和预算数；由其他渠道承担的部分，在资金来源中写明。",
        "Check quantity, price, months and budget; show the part that other money pays for.",
    ),
    finds: &[
        "预算: 6.00万元\n\
         数量 | 终端站点数量 | 314个\n\
         成本 | 站点服务费标准 | 740元 | 描述=每个终端站点全年服务费 <<",
        "预算: 40万元\n\
         数量 | 体检人数 | ≥1300人\n\
         成本 | 体检费标准 | 350元 | 描述=每人体检费用 <<",
        "预算: 76万元\n\
         成本 | 评优补助 | 一等奖1个,20万元;二等奖4个,15万元/镇,60万元 <<",
    ],
    passes: &[
        "预算: 16.80万元\n\
         数量 | 订购份数 | 1000份\n\
         成本 | 订购标准 | 168元 | 描述=每份全年费用",
        "预算: 1.20万元\n\
         数量 | 补助人数 | 1人\n\
         成本 | 补助标准 | 0.1万元 | 描述=每人每月补助金额",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    if case.verdict() == Verdict::Exceeds {
        report(
            case,
            findings,
            "按最低数量和最低标准计算也超过预算",
            "even the least that the indicators allow exceeds it",
        );
    }
}
