//! One row counts several things with one number.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::{Word, Words};
use plumbline_model::{Dimension, Severity};

/// One row counts several things with one number.
pub static RULE: Rule = Rule {
    code: "V041",
    name: "several-measures-in-one-row",
    title: text("一个指标合并了几项内容", "several measures in one row"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "指标名称简明、指向单一，量化易评，数值写在指标值里",
                "a name is short and points to one thing, the indicator is easy to measure, and the number stands in the value",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "绩效目标审核人员的通常要求",
            "what reviewers of targets ask for",
        )),
    ],
    why: text(
        "几项内容只有一个数，各完成多少无法考核。",
        "With one number for several things nobody can say how many of each.",
    ),
    remedy: text(
        "分列成几个指标，各填各的值。",
        "Give each its own row and value.",
    ),
    finds: &[
        "数量 | 参训人数、演练人数、听讲人数 | ≥1000人次 <<",
        "数量 | 执法培训、督查 | ≥2000人次 <<",
        "成本 | 业务培训、专题会议成本 | ≤200元/人/天 <<",
    ],
    passes: &[
        "数量 | 培训人数 | ≥1000人次",
        "数量 | 村、社区干部培训人数 | ≥198人",
        "数量 | 受检村、社区 | 162个村、36个社区",
        "数量 | 培训场次、培训人数 | 3场、200人",
        "成本 | 培训资料、餐饮费用 | ≤200元/人/天",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity() else {
        return;
    };
    let is_number = matches!(
        quantity.dimension(),
        Dimension::Count | Dimension::Persons | Dimension::PersonTimes
    );
    let is_price = quantity.dimension() == Dimension::Money && !quantity.unit.per.is_empty();
    if !(is_number || is_price) || !row.name.contains(['、', ',', '，']) {
        return;
    }
    let parts: Vec<&str> = row.bare_name.split(['、', ',', '，']).collect();
    let all_measures = parts
        .iter()
        .all(|part| Words::of(measure::ending(part)).has_any(&[Word::CountName, Word::Rate]));
    let all_work = parts
        .iter()
        .all(|part| Words::of(measure::ending(part)).has(Word::ActivityKind));
    let prices_work = is_price
        && parts
            .iter()
            .all(|part| Words::of(part).has(Word::ActivityKind));
    if all_measures || all_work || prices_work {
        findings.report(
            row.spot(Part::Name),
            format!(
                "“{}”合并了{}项内容，只有一个值“{}”，请分列",
                row.name,
                parts.len(),
                row.printed
            ),
            format!(
                "“{}” joins {} measures under one value, “{}”",
                row.name,
                parts.len(),
                row.printed
            ),
        );
    }
}
