//! A figure in the description differs from the target value.

use crate::case::Case;
use crate::facts::figures::{self, Stand};
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Sign;
use plumbline_model::Severity;
use plumbline_model::{Dimension, Mention, Quantity};

/// A figure in the description differs from the target value.
pub static RULE: Rule = Rule {
    code: "C019",
    name: "description-figure-differs",
    title: text(
        "指标描述中的数字与指标值不一致",
        "a figure in the description differs from the target value",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Arithmetic],
    why: text(
        "描述和指标值说的是同一件事，却是两个数。",
        "Description and value speak of the same thing with two figures.",
    ),
    remedy: text(
        "核实后写成同一个数；描述只写口径，不写数。",
        "Find out which is right; let the description say what is counted, without a figure.",
    ),
    finds: &["数量 | 补助人数 | 36人 | 描述=享受补助的护林员42人 <<\n\
"],
    passes: &["数量 | 补助人数 | 36人 | 描述=享受补助的护林员36人\n\
数量 | 培训人数 | ≥500人 | 描述=每班不少于50人\n\
成本 | 一等奖标准 | 5万元/个 | 描述=10个一等奖村每村奖补金额\n\
质量 | 办结率 | ≥95% | 描述=10天内办结的比例\n\
"],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let has_figure = row.description_words.has_sign(Sign::Digit);
    let Some(quantity) = row.quantity().filter(|q| has_figure && is_count(q)) else {
        return;
    };
    if row.description.contains(['每', '均']) {
        return;
    }
    let mentions = Mention::all(row.description);
    let mut same = mentions
        .iter()
        .filter(|mention| figures::same_measure(&mention.quantity, quantity));
    let (Some(mention), None) = (same.next(), same.next()) else {
        return;
    };
    let differ = matches!(
        figures::stand(&mention.quantity, quantity),
        Some(Stand::Below | Stand::Above)
    );
    if differ {
        let stated = &row.description[mention.start..mention.end];
        findings
            .report(
                row.spot(Part::Value),
                format!(
                    "“{}”的描述写“{stated}”，指标值为“{}”",
                    row.name, row.printed
                ),
                format!(
                    "the description of “{}” says “{stated}”, its value is “{}”",
                    row.name, row.printed
                ),
            )
            .with(row.spot(Part::Description), "指标描述", "description");
    }
}

fn is_count(quantity: &Quantity) -> bool {
    matches!(
        quantity.dimension(),
        Dimension::Count | Dimension::Persons | Dimension::PersonTimes
    )
}
