//! The only timeliness of a project is that its money is spent.

use crate::case::Case;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// The only timeliness of a project is that its money is spent.
pub static RULE: Rule = Rule {
    code: "L009",
    name: "timeliness-of-spending-only",
    title: text(
        "时效指标只考核花钱时间",
        "timeliness that is only about spending",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Practice(text(
            "评审人员指出：这样只看钱何时花完，不看事何时办完；花钱进度另有一套考核",
            "reviewers say that it dates the spending and not the work; the rate of execution is scored anyway",
        )),
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "数量、质量、时效反映产出，成本指标反映投入，效益和满意度反映结果",
                "quantity, quality and timeliness speak of output, cost of what is spent, outcome and satisfaction of what comes of it",
            ),
            mark: Mark::Known,
        },
    ],
    why: text(
        "时效指标应反映任务完成是否及时；预算执行进度另有10分考核。",
        "Timeliness is about the work; execution of the budget has points of its own.",
    ),
    remedy: text(
        "增加任务完成时限，如“培训完成时间：2025年10月底前”。",
        "Add a date for the work, such as 培训完成时间.",
    ),
    finds: &["时效 | 养护经费支付时限 | 12月底 <<"],
    passes: &[
        "时效 | 培训完成时间 | 10月底",
        "\
时效 | 养护经费支付时限 | 12月底
时效 | 培训完成时间 | 10月底",
        "时效 | 奖补资金拨付时间 | 11月30日前",
        "时效 | 补贴发放时间 | 每月15日前",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let mut timely = case
        .annual_rows()
        .filter(|row| row.level2 == Some(Level2::Timeliness) && row.has_value());
    let Some(first) = timely.next() else {
        return;
    };
    let is_spending = |row: &Row<'_>| row.words.has(Word::Spent) || row.name.starts_with("支出");
    if is_spending(first) && timely.all(is_spending) {
        findings.report(
            first.spot(Part::Name),
            format!(
                "时效指标只有“{}”，考核的是花钱时间，不是任务完成时间",
                first.name
            ),
            format!(
                "the only timeliness, “{}”, dates the spending and not the work",
                first.name
            ),
        );
    }
}
