//! A unit cost is far from the usual standard.

use crate::case::Case;
use crate::facts::standards;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Per;
use plumbline_model::{Dimension, PerUnit, Quantity, Severity};

/// A unit cost is far from the usual standard.
pub static RULE: Rule = Rule {
    code: "R021",
    name: "unit-cost-off-standard",
    title: text(
        "单位成本与通行定额差距过大",
        "a unit cost far from the standard",
    ),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Funding,
    basis: &[Basis::Practice(text(
        "培训费、会议费按综合定额管理；此处用中央定额作宽松参照，已知内容，未核原文",
        "training and meetings have comprehensive rates; the central ones serve as a wide reference, known content, not confirmed",
    ))],
    why: text(
        "每人每天的标准明显低于或高于通行定额，可能漏了费用项目、写错单位或口径不同。",
        "A daily rate far below or above the standard may leave out costs, have a wrong unit or mean something else.",
    ),
    remedy: text(
        "说明标准包含哪些费用和依据，或核对单位。",
        "Say what the rate includes and on what it rests, or check the unit.",
    ),
    finds: &[
        "成本 | 培训标准 | ≤45元 | 描述=每人每天的培训费用 <<",
        "成本 | 培训成本 | ≤900元/人/天 <<",
    ],
    passes: &[
        "成本 | 培训成本 | ≤260元/人/天",
        "成本 | 培训教材成本 | ≤30元/人/天",
        "成本 | 培训成本 | ≤30元/人",
        "成本 | 培训成本 | ≤9000元/期",
        "成本 | 会议餐费 | ≤60元/人/天",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let words = row.all_words();
    let is_cost = row.level2.is_some_and(Level2::is_money_cost) && !words.has(Word::PartialCost);
    let (Some(standard), true) = (standards::of(row.words), is_cost) else {
        return;
    };
    let Some(quantity) = row
        .quantity()
        .filter(|quantity| quantity.dimension() == Dimension::Money)
    else {
        return;
    };
    let (low, high) = quantity.bounds();
    let Some(rate) = high
        .or(low)
        .filter(|_| is_per_person_and_day(row, quantity))
    else {
        return;
    };
    let (zh, en) = match () {
        () if rate < standard.low => ("明显低于", "far below"),
        () if rate > standard.high => ("高于", "above"),
        () => return,
    };
    findings.report(
        row.spot(Part::Value),
        format!("“{}”为“{}”，{zh}通行的{}（中央一类{}元/人/天，各地略低），请说明口径", row.name, row.printed, standard.what.zh, standard.high),
        format!("“{}” of “{}” is {en} {} ({} yuan a person and day in the highest central class); what does it include?", row.name, row.printed, standard.what.en, standard.high),
    );
}

fn is_per_person_and_day(row: &Row<'_>, quantity: &Quantity) -> bool {
    let per = &quantity.unit;
    let is_day = |per: &Per| matches!(&per.unit, PerUnit::Known(unit) if unit.symbol() == "天");
    let by_unit = per.is_per(Dimension::Persons) && per.per.iter().any(is_day);
    let said =
        |text: &str| text.contains("每人") && (text.contains("每天") || text.contains("每日"));
    by_unit || (per.per.is_empty() && (said(row.description) || said(row.name)))
}
