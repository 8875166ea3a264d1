//! A standard for meals or lodging does not say for how long.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Dimension, Severity};

/// A standard for meals or lodging does not say for how long.
pub static RULE: Rule = Rule {
    code: "V058",
    name: "meal-standard-without-day",
    title: text(
        "餐饮住宿标准没有时间单位",
        "a standard for meals or lodging without a day",
    ),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "会议费、培训费标准通常按人天计",
        "standards for meetings and training are usually per person and day",
    ))],
    why: text(
        "每人70元是一餐还是一天，说不清就无法核对。",
        "70 yuan a person may be for a meal or a day.",
    ),
    remedy: text(
        "写成“元/人/天”或“元/人/餐”。",
        "Write `元/人/天` or `元/人/餐`.",
    ),
    finds: &["成本 | 会议餐费 | ≤70元/人 <<"],
    passes: &[
        "成本 | 会议餐费 | ≤70元/人/天",
        "成本 | 慰问餐费补贴 | 3000元",
        "成本 | 人均体检费 | ≤300元/人",
        "成本 | 每餐补助标准 | ≤20元/人",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let is_per_person = row.quantity().is_some_and(|quantity| {
        quantity.dimension() == Dimension::Money
            && quantity.unit.per.len() == 1
            && quantity.unit.is_per(Dimension::Persons)
    });
    if is_per_person && names_meal(row.name) && !names_time(row) {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”的值“{}”没有说明是每天还是每餐",
                row.name, row.printed
            ),
            format!(
                "“{}” of “{}” may be for a day or a meal",
                row.printed, row.name
            ),
        );
    }
}

fn names_meal(name: &str) -> bool {
    let words = ["餐费", "伙食", "食宿", "住宿费", "餐标", "用餐标准"];
    measure::contains_any(name, &words)
}

fn names_time(row: &Row<'_>) -> bool {
    row.all_words().has(Word::Averaged)
        || measure::contains_any(row.name, &["每餐", "全年", "年度"])
}
