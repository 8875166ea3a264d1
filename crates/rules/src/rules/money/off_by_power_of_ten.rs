//! Costs differ from the budget by a power of ten.

use crate::arithmetic::{Verdict, report};
use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Costs differ from the budget by a power of ten.
pub static RULE: Rule = Rule {
    code: "M012",
    name: "off-by-power-of-ten",
    title: text(
        "单位成本×数量与预算差十倍、百倍",
        "costs differ from the budget by a power of ten",
    ),
    severity: Severity::Error,
    applies: Applies::PROJECTS,
    criterion: Criterion::Funding,
    basis: &[Basis::Arithmetic],
    why: text(
        "恰好差十倍、百倍，多半是小数点或“元、万元”写错。",
        "Exactly ten or a hundred times as much is most likely a misplaced point, or 元 for 万元.",
    ),
    remedy: text(
        "核对单价、数量的小数点和计量单位。",
        "Check the decimal point and the unit of price and quantity.",
    ),
    finds: &["预算: 37.83万元\n\
         数量 | 学员人数 | ≥37830人\n\
         成本 | 学员全年费用 | 100元/人/年 <<"],
    passes: &["预算: 37.83万元\n\
         数量 | 学员人数 | ≥37830人\n\
         成本 | 学员全年费用 | 10元/人/年"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Verdict::PowerOfTen(power) = case.verdict() else {
        return;
    };
    let times = 10_u32.pow(power.unsigned_abs());
    let (zh, en) = match power {
        1.. => (
            format!("恰好是预算的{times}倍"),
            format!("exactly {times} times the budget"),
        ),
        _ => (
            format!("恰好是预算的{times}分之一"),
            format!("exactly a {times}th of the budget"),
        ),
    };
    report(
        case,
        findings,
        &format!("{zh}，疑为小数点或单位之误"),
        &format!("{en}, most likely a slip of the point or the unit"),
    );
}
