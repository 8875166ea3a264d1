//! A frequency and a count of the same work disagree.

use crate::case::Case;
use crate::facts::figures;
use crate::facts::likeness::Pairs;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;
use plumbline_model::{Decimal, Dimension, PerUnit, Quantity};

/// A frequency and a count of the same work disagree.
pub static RULE: Rule = Rule {
    code: "C034",
    name: "frequency-and-count-disagree",
    title: text(
        "频次与数量不一致",
        "a frequency and a count of the same work disagree",
    ),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Arithmetic],
    why: text(
        "同一产出按频次算是一个数，数量指标是另一个数，又重复计量。",
        "Worked out from the frequency, the output is one number; the quantity says another, and both count the same.",
    ),
    remedy: text(
        "保留一条，或把两条改为一致。",
        "Keep one of them, or make them agree.",
    ),
    finds: &["数量 | 播出水情短片数量 | ≥100部\n\
时效 | 水情短片播出时间 | ≥3部/周 <<\n\
"],
    passes: &[
        "数量 | 播出水情短片数量 | ≥24部\n\
时效 | 水情短片播出时间 | 每月2部\n\
",
        "数量 | 编写防汛简报份数 | ≥100份\n\
时效 | 水情短片播出时间 | ≥3份/周\n\
",
        "数量 | 检查餐饮企业家数 | ≥250家\n\
数量 | 每日检查餐饮企业家数 | ≥1家/天\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for rate in case.annual_rows() {
        let Some(yearly) = rate.quantity().and_then(yearly) else {
            continue;
        };
        let Some(own) = case.row_subjects().get(rate.index) else {
            continue;
        };
        let Some(count) = closest(case, own, |row| {
            row.quantity().is_some_and(|q| counts(q, rate))
        }) else {
            continue;
        };
        // Of several frequencies the count belongs to the one that is most like it.
        let of_count = case.row_subjects().get(count.index);
        let back = of_count.and_then(|pairs| {
            closest(case, pairs, |row| {
                row.quantity().is_some_and(|q| per_time(q).is_some())
            })
        });
        if back.is_none_or(|back| back.index != rate.index) {
            continue;
        }
        let Some(stated) = count.quantity().and_then(figures::number) else {
            continue;
        };
        let (low, high) = yearly;
        let tolerance = stated * Decimal::new(TOLERANCE_PERCENT, 2);
        if stated + tolerance < low || stated - tolerance > high {
            findings
                .report(
                    rate.spot(Part::Value),
                    format!(
                        "“{}”按“{}”全年为{}，“{}”为“{}”",
                        rate.name,
                        rate.printed,
                        high.normalize(),
                        count.name,
                        count.printed
                    ),
                    format!(
                        "“{}”, “{}”, comes to {} a year; “{}” is “{}”",
                        rate.name,
                        rate.printed,
                        high.normalize(),
                        count.name,
                        count.printed
                    ),
                )
                .with(count.spot(Part::Value), "数量指标", "quantity indicator");
        }
    }
}

/// Weeks do not fill a year exactly, so that figures may differ by this much.
const TOLERANCE_PERCENT: i64 = 3;
/// Working days and days of a year.
const DAYS: (i64, i64) = (250, 366);

/// How often a year: at least and at most.
fn per_time(quantity: &Quantity) -> Option<(i64, i64)> {
    let [per] = quantity.unit.per.as_slice() else {
        return None;
    };
    let PerUnit::Known(unit) = &per.unit else {
        return None;
    };
    let times = match unit.symbol() {
        "天" => DAYS,
        "周" => (52, 52),
        "月" => (12, 12),
        "季度" => (4, 4),
        _ => return None,
    };
    (per.count == 1 && quantity.dimension() == Dimension::Count).then_some(times)
}

fn yearly(quantity: &Quantity) -> Option<(Decimal, Decimal)> {
    let (low, high) = per_time(quantity)?;
    let number = figures::number(quantity)?;
    Some((
        number.checked_mul(low.into())?,
        number.checked_mul(high.into())?,
    ))
}

/// Whether a quantity counts what a frequency is about.
fn counts(quantity: &Quantity, rate: &Row<'_>) -> bool {
    let same_unit = rate
        .quantity()
        .is_some_and(|rate| rate.unit.measure == quantity.unit.measure);
    quantity.unit.per.is_empty() && same_unit
}

/// The annual indicator of some kind that shares most with a subject, two pairs at least.
fn closest<'c, 'a>(
    case: &'c Case<'a>,
    subject: &Pairs,
    is_wanted: impl Fn(&Row<'_>) -> bool,
) -> Option<&'c Row<'a>> {
    let alike = case.subject_index().alike(subject).into_iter();
    let wanted = alike.filter_map(|(number, common)| {
        let row = case.rows.get(number)?;
        (common >= 2 && is_wanted(row)).then_some((common, row))
    });
    wanted.max_by_key(|(common, _)| *common).map(|(_, row)| row)
}
