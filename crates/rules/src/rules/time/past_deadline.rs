//! A deadline of the year lies before the budget year.

use crate::case::Case;
use crate::facts::dates::{dates, is_annual, stated_year};
use crate::facts::period::Period;
use crate::facts::years;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{DateRelation, Severity};

/// A deadline of the year lies before the budget year.
pub static RULE: Rule = Rule {
    code: "T001",
    name: "past-deadline",
    title: text("时限早于预算年度", "a deadline before the budget year"),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Attainability,
    basis: &[Basis::Practice(text(
        "年度绩效目标只管一个预算年度；在用系统和公开检查工具核对年度",
        "an annual target covers one budget year; published checkers compare the years",
    ))],
    why: text(
        "年度目标的时限落在预算年度之前，说明沿用了旧表或年份有误，无法考核。",
        "A deadline before the year begins was copied from an older form or is mistyped; it cannot be checked.",
    ),
    remedy: text(
        "改为本预算年度内的时间；确属以前年度结转事项的，在项目名称或用途中说明。",
        "State a date inside the budget year; where work of an earlier year is carried over, say so in name or purpose.",
    ),
    finds: &[
        "\
年度: 2025
时效 | 补助发放完成时间 | 2024年底 <<
",
        "\
年度: 2025
时效 | 演练时间 | 2024年度 <<
",
    ],
    passes: &[
        "\
年度: 2025
时效 | 补助发放完成时间 | 2025年底
",
        "\
年度: 2025
项目期: 2024-2025
时效 | 主体完工时间 | 2024年12月底
",
        "\
年度: 2025
项目: 2024年度公路养护尾款
时效 | 验收时间 | 2024年12月底
",
        "\
年度: 2025
时效 | 连续供水时间 | 2024年5月起
",
        "时效 | 发放时间 | 2024年底",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(budget_year) = case.year.filter(|_| is_annual(row)) else {
        return;
    };
    for date in dates(row) {
        let is_open = matches!(date.relation, DateRelation::From | DateRelation::After);
        let Some(year) = stated_year(date).filter(|year| *year < budget_year && !is_open) else {
            continue;
        };
        let is_known = case
            .period
            .is_some_and(|period| period.may_include(year) && period != Period::Open);
        let mut named = years::in_text(case.project_name()).into_iter();
        if is_known || named.any(|mention| mention.covers(year)) {
            continue;
        }
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”的时限“{}”早于预算年度{budget_year}年，疑为沿用旧表或年份有误",
                row.title(),
                row.printed
            ),
            format!(
                "“{}” is due “{}”, before the budget year {budget_year}; is the year a leftover?",
                row.title(),
                row.printed
            ),
        );
        return;
    }
}
