//! Target values: from the printed text of an indicator's value to what it means.
//!
//! [`TargetValue::compile`] is total: whatever is printed gives a value, and what is not understood
//! is [`TargetValue::Unclear`] with a reason, never a guess. Text is folded first (`fold`), then
//! read as a date (`time`), a quantity (`quantity`), a list (`list`) or a qualitative phrase
//! (`grade`). Every value prints a normal form that compiles to itself.
//!
//! Whitespace has no meaning anywhere, because a form breaks its lines where the cell ends; full-width
//! and half-width forms mean the same.

mod columns;
mod date;
mod display;
mod explain;
mod fold;
mod frequency;
mod grade;
mod json;
mod list;
mod mention;
mod number;
mod quantity;
mod relation;
mod scan;
mod time;
mod unclear;
mod unit;
mod unit_table;
mod words;

#[cfg(test)]
mod tests;

pub use columns::printed_from_columns;
pub use date::{
    CalendarDay, Date, DatePart, DatePoint, DateRelation, Edge, Frequency, Precision, Year,
};
pub use grade::{Degree, Direction, Grade, GradeAbout, GradeSense};
pub use json::{ChangeJson, DatePointJson, FigureJson, ListItemJson, PerJson, UnitJson, ValueJson};
pub use list::ListItem;
pub use mention::Mention;
pub use number::{Figure, Multiplier};
pub use quantity::{Change, ChangeDirection, Magnitude, Quantity};
pub use relation::Relation;
pub use unclear::{Reason, Unclear};
pub use unit::{Measure, Per, PerUnit, Unit};
pub use unit_table::{Dimension, KnownUnit};

use fold::{Folded, fold};
use scan::Scan;
use unclear::Miss;

/// What a target value means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetValue {
    /// A number or a range with its unit (`≥95%`, `1000-2000元/人`).
    Quantity(Quantity),
    /// A date, a deadline or a period (`2024年12月底前`).
    Date(Date),
    /// Again and again (`每月`). A number per time (`每月2部`) is a quantity.
    Frequency(Frequency),
    /// A qualitative phrase (`明显提升`, `长期`).
    Grade(Grade),
    /// Several values, or values with labels (`162个村、36个社区`).
    List(Vec<ListItem>),
    /// The indicator does not apply (`不适用`, `/`, `无`).
    NotApplicable,
    /// Not understood, and why.
    Unclear(Unclear),
}

impl TargetValue {
    /// Compiles the printed text of a value. Never fails; time is linear in the length of the text.
    pub fn compile(printed: &str) -> TargetValue {
        match fold(printed) {
            Folded::Text(text) => compile_folded(&text),
            Folded::TooLong(text) => Unclear::value(Reason::TooLong, &text),
        }
    }

    /// Whether a printed text compiles to [`TargetValue::NotApplicable`]; nothing else of it is
    /// compiled.
    pub fn means_not_applicable(printed: &str) -> bool {
        match fold(printed) {
            Folded::Text(text) => grade::is_not_applicable(&text),
            Folded::TooLong(_) => false,
        }
    }

    /// Compiles a value printed in three columns: sign (`≥`, 大于等于, 定性 or a code of the common
    /// sign list), number and unit. Gives what [`printed_from_columns`] compiles to.
    pub fn compile_columns(sign: &str, number: &str, unit: &str) -> TargetValue {
        TargetValue::compile(&printed_from_columns(sign, number, unit))
    }

    /// Whether the value can be measured: a quantity, a date, a frequency, or a list that contains
    /// one.
    pub fn is_measured(&self) -> bool {
        match self {
            TargetValue::Quantity(_) | TargetValue::Date(_) | TargetValue::Frequency(_) => true,
            TargetValue::List(items) => items
                .iter()
                .flat_map(|item| &item.values)
                .any(TargetValue::is_measured),
            _ => false,
        }
    }

    /// Whether the value is a qualitative phrase.
    pub fn is_grade(&self) -> bool {
        matches!(self, TargetValue::Grade(_))
    }

    /// Whether the value is a qualitative phrase of known words alone (`明显提升`, but not
    /// `培训质量明显提升`): text that is hardly anything but a value.
    pub fn is_plain_grade(&self) -> bool {
        matches!(self, TargetValue::Grade(grade) if grade.is_plain)
    }

    /// Whether the indicator is marked as not applicable.
    pub fn is_not_applicable(&self) -> bool {
        matches!(self, TargetValue::NotApplicable)
    }

    /// Whether the text was not understood.
    pub fn is_unclear(&self) -> bool {
        matches!(self, TargetValue::Unclear(_))
    }

    /// The quantity, if it is one.
    pub fn quantity(&self) -> Option<&Quantity> {
        match self {
            TargetValue::Quantity(quantity) => Some(quantity),
            _ => None,
        }
    }
}

/// Compiles folded text: first as one value, then as several, then as a qualitative phrase.
fn compile_folded(text: &str) -> TargetValue {
    if text.is_empty() {
        return Unclear::value(Reason::Empty, text);
    }
    if grade::is_not_applicable(text) {
        return TargetValue::NotApplicable;
    }
    if grade::is_placeholder(text) {
        return Unclear::value(Reason::Placeholder, text);
    }
    let mut reason = match measured(text) {
        Ok(value) => return value,
        Err(Miss::Bad(reason)) => Some(reason),
        Err(Miss::No) => None,
    };
    if list::may_be_list(text) {
        match list::list(text) {
            Ok(items) => return TargetValue::List(items),
            Err(Miss::Bad(bad)) => reason = reason.or(Some(bad)),
            Err(Miss::No) => {}
        }
    }
    match grade::grade(text) {
        Some(grade) => TargetValue::Grade(grade),
        None => Unclear::value(reason.unwrap_or_else(|| unclear::reason_of(text)), text),
    }
}

/// Compiles a whole clause as one measured value.
fn measured(clause: &str) -> Result<TargetValue, Miss> {
    let date = match time::date(clause) {
        Ok(date) => return Ok(TargetValue::Date(date)),
        Err(miss) => miss,
    };
    if let Ok(frequency) = frequency::frequency(clause) {
        return Ok(TargetValue::Frequency(frequency));
    }
    let mut scan = Scan::new(clause);
    match quantity::quantity(&mut scan) {
        Ok(quantity) if scan.is_end() => Ok(TargetValue::Quantity(quantity)),
        Err(Miss::Bad(reason)) => Err(Miss::Bad(reason)),
        _ => Err(date),
    }
}
