//! A unit cost lacks its quantity.

use crate::arithmetic::Verdict;
use crate::case::Case;
use crate::case::shown_yuan;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::Decimal;
use plumbline_model::Severity;

/// A unit cost lacks its quantity.
pub static RULE: Rule = Rule {
    code: "M013",
    name: "unit-cost-cannot-be-verified",
    title: text("单位成本缺少相乘的数量", "a unit cost lacks its quantity"),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Funding,
    basis: &[Basis::Practice(text(
        "审核人员用数量×单价×时间核对预算，缺一项就无法核对",
        "reviewers multiply quantity, price and time; with one missing they cannot",
    ))],
    why: text(
        "单价说明了按什么计算，指标里却没有相应的数量，无法核对预算。",
        "The price says what it is for each of, but no indicator says how many.",
    ),
    remedy: text(
        "补充相应的数量指标（人数、天数、次数等）。",
        "Add the quantity (people, days, times).",
    ),
    finds: &[
        "预算: 130.00万元\n\
         数量 | 培训人次 | ≥800人次\n\
         成本 | 培训标准 | ≤220元/人/天 <<",
        "预算: 5.00万元\n\
         数量 | 培训班次 | ≥2次\n\
         成本 | 培训成本 | ≤220元/人/天 <<",
    ],
    passes: &[
        "预算: 9.60万元\n\
         数量 | 培训人次 | 240人次\n\
         数量 | 每期培训天数 | 2天\n\
         成本 | 培训费用 | ≤200元/人/天",
        "成本 | 培训费用 | ≤200元/人/天",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    if case.verdict() != Verdict::Open {
        return;
    }
    let Some(budget) = case.budget else {
        return;
    };
    for line in &case.bill().lines {
        let missing: Vec<&str> = line
            .missing
            .iter()
            .map(|m| m.unit.as_str())
            .filter(|unit| !unit.is_empty())
            .collect();
        if missing.is_empty() {
            continue;
        }
        let implied = implied(line.yuan.printed_high, budget);
        let units = missing.join("、");
        let (sum, money) = (line.shown(case), shown_yuan(budget));
        let implied_zh = implied.map_or(String::new(), |n| {
            format!("；按预算{money}反推约为{n}{}", missing.concat())
        });
        let implied_en = implied.map_or(String::new(), |n| {
            format!("; the budget of {money} would make it about {n}")
        });
        findings
            .report(
                case.rows[line.price.row].spot(Part::Value),
                format!("{sum}：没有以“{units}”计的数量，无法与预算核对{implied_zh}"),
                format!("{sum}: no quantity in {units} is stated, so it cannot be held against the budget{implied_en}"),
            )
            .with(case.budget_spot(), "预算", "the budget");
    }
}

/// How many times an amount goes into the budget.
fn implied(yuan: Decimal, budget: Decimal) -> Option<Decimal> {
    let times = budget.checked_div(yuan)?;
    Some(times.round_dp(1).normalize())
}
