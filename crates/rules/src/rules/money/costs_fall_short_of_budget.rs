//! Unit costs times quantities fall short of the budget.

use crate::arithmetic::{Verdict, report};
use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Unit costs times quantities fall short of the budget.
pub static RULE: Rule = Rule {
    code: "M011",
    name: "costs-fall-short-of-budget",
    title: text(
        "单位成本×数量与预算不等",
        "unit costs times quantities fall short of the budget",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECTS,
    criterion: Criterion::Funding,
    basis: &[Basis::Arithmetic],
    why: text(
        "数量、单价都是定值，乘积却小于预算，必有一处不准。",
        "Where quantity and price are fixed and their product is less than the budget, one of them is wrong.",
    ),
    remedy: text(
        "核对数量、单价和预算数，使三者相符，或补充其余支出的成本指标。",
        "Make quantity, price and budget agree, or add the costs of the rest.",
    ),
    finds: &["预算: 9.00万元\n\
         数量 | 体检人数 | 291人\n\
         成本 | 体检标准 | 300元 | 描述=每人体检费 <<"],
    passes: &[
        "预算: 9.00万元\n\
         数量 | 体检人数 | 300人\n\
         成本 | 体检标准 | 300元 | 描述=每人体检费",
        "预算: 2.00万元\n\
         数量 | 补贴人数 | 38人\n\
         成本 | 补贴标准 | >0.05万元 | 描述=每人全年补贴",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    if case.verdict() == Verdict::FallsShort {
        report(
            case,
            findings,
            "各项都是定值或上限，却用不完预算",
            "all terms are fixed or ceilings, yet they do not come up to it",
        );
    }
}
