//! The name of a cost indicator with a unit price does not say what is paid.

use crate::case::Case;
use crate::facts::persons;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// The name of a cost indicator with a unit price does not say what is paid.
pub static RULE: Rule = Rule {
    code: "F023",
    name: "cost-name-without-cost",
    title: text(
        "成本指标名称没有写是什么费用",
        "a cost whose name says nothing of money",
    ),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "评审专家要求成本指标写明是哪一项费用或标准",
        "reviewers ask that a cost says which charge or rate it is",
    ))],
    why: text(
        "只写对象不写费用，看不出是综合定额、补助标准还是别的。",
        "An object without its charge may be anything from a flat rate to an allowance.",
    ),
    remedy: text(
        "补上费用名称，如“一类培训综合定额标准”。",
        "Add what is paid, such as the flat rate or the allowance.",
    ),
    finds: &["成本 | 一类培训 | ≤240元/人/天 <<"],
    passes: &[
        "成本 | 一类培训费用 | ≤240元/人/天",
        "成本 | 每场会议人数 | ≤300人",
        "成本 | 护林员报酬 | 500元/人/月",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let is_cost = row.level2.is_some_and(Level2::is_money_cost);
    let money = [Word::Cost, Word::UnitPrice, Word::TotalCost, Word::Wages];
    let says_money = || {
        row.all_words().has_any(&money)
            || row
                .name
                .contains(['费', '价', '款', '薪', '酬', '金', '租', '额'])
    };
    let per = row
        .quantity()
        .is_some_and(|quantity| !quantity.unit.per.is_empty());
    // A person named there is told of by the rule for persons, which hides the name.
    let names_person = || row.words.has(Word::Personal) && !persons::names(row.name).is_empty();
    if is_cost && per && !row.name.is_empty() && !says_money() && !names_person() {
        findings.report(
            row.spot(Part::Name),
            format!(
                "成本指标“{}”（{}）没有写是什么费用或标准",
                row.name, row.printed
            ),
            format!(
                "the cost “{}” ({}) does not say what is paid",
                row.name, row.printed
            ),
        );
    }
}
