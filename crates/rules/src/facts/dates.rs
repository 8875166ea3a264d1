//! The dates, lengths of time and frequencies that indicators state.

use plumbline_model::{
    CalendarDay, Date, DateRelation, Decimal, Dimension, KnownUnit, Measure, PerUnit, Quantity,
    TargetValue, Year,
};

use crate::level::Level2;
use crate::row::{List, Row};
use crate::words::Word;

/// The dates of a value, those inside lists included.
pub fn dates<'a>(row: &Row<'a>) -> Vec<&'a Date> {
    fn collect<'v>(value: &'v TargetValue, all: &mut Vec<&'v Date>) {
        match value {
            TargetValue::Date(date) => all.push(date),
            TargetValue::List(items) => {
                let values = items.iter().flat_map(|item| &item.values);
                values.for_each(|value| collect(value, all));
            }
            _ => {}
        }
    }
    let mut all = Vec::new();
    collect(row.value(), &mut all);
    all
}

/// The last day a date allows; none for one that has no end (3月起) or is no day (春节).
pub fn last_day(date: &Date, fiscal_year: u16) -> Option<CalendarDay> {
    let is_open = matches!(date.relation, DateRelation::From | DateRelation::After);
    let point = date.to.unwrap_or(date.from);
    (!is_open).then(|| point.last_day(fiscal_year)).flatten()
}

/// The last day of all that the value of a row states.
pub fn deadline(row: &Row<'_>, fiscal_year: u16) -> Option<CalendarDay> {
    let all = dates(row).into_iter();
    all.filter_map(|date| last_day(date, fiscal_year)).max()
}

/// The year a date states in figures, at its end.
pub fn stated_year(date: &Date) -> Option<u16> {
    match date.to.unwrap_or(date.from).year {
        Year::Stated(year) => Some(year),
        _ => None,
    }
}

/// Whether a value says that something happens again and again.
pub fn recurs(value: &TargetValue) -> bool {
    match value {
        TargetValue::Frequency(_) => true,
        TargetValue::Quantity(quantity) => quantity.unit.is_per(Dimension::Time),
        TargetValue::List(items) => items.iter().flat_map(|item| &item.values).any(recurs),
        _ => false,
    }
}

/// Whether a value speaks of time in any way.
pub fn speaks_of_time(value: &TargetValue) -> bool {
    match value {
        TargetValue::Date(_) | TargetValue::Frequency(_) => true,
        TargetValue::Quantity(quantity) => {
            quantity.dimension() == Dimension::Time || quantity.unit.is_per(Dimension::Time)
        }
        TargetValue::List(items) => items
            .iter()
            .flat_map(|item| &item.values)
            .any(speaks_of_time),
        _ => false,
    }
}

/// A length of time in months, of which the shorter ones count 31 days: a year of days is no more
/// than twelve of them.
pub fn months(quantity: &Quantity) -> Option<Decimal> {
    let (Measure::Known(unit), true) = (&quantity.unit.measure, quantity.unit.per.is_empty())
    else {
        return None;
    };
    let (low, high) = quantity.bounds();
    let length = low.or(high)?;
    let (factor, base) = unit.base();
    match base {
        "月" => length.checked_mul(factor),
        "秒" => length
            .checked_mul(factor)?
            .checked_div(Decimal::from(31 * 86_400)),
        _ => None,
    }
}

/// How often a year a unit comes round: 每月 12.
pub fn times_a_year(unit: KnownUnit, fiscal_year: Option<u16>) -> Option<u32> {
    let leap = fiscal_year.is_some_and(|year| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    });
    match unit.symbol() {
        "天" => Some(365 + u32::from(leap)),
        "周" => Some(52),
        "月" => Some(12),
        "季度" => Some(4),
        "半年" => Some(2),
        "年" => Some(1),
        _ => None,
    }
}

/// Whether a quantity is per month.
pub fn is_per_month(quantity: &Quantity) -> bool {
    quantity
        .unit
        .per
        .iter()
        .any(|per| matches!(&per.unit, PerUnit::Known(unit) if unit.symbol() == "月"))
}

/// Whether a row speaks of the year and not of the medium term.
pub fn is_annual(row: &Row<'_>) -> bool {
    row.list == List::Annual
}

/// Whether a row speaks of what goes on after the project: an effect, a guarantee.
pub fn outlasts(row: &Row<'_>) -> bool {
    row.level2.is_some_and(Level2::is_outcome) || row.all_words().has(Word::Lasting)
}
