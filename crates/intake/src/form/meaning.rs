//! What a text would mean as a target value, as far as the reader needs it to find its way.

use plumbline_model::{Dimension, TargetValue};

/// Longest text that is tried as a value, in bytes.
const VALUE_BYTES_MAX: usize = 240;

/// What a text would mean as a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A number with its unit, a date, a frequency, or several of them.
    Measured,
    /// Several values, perhaps with labels.
    List,
    /// A number without a unit: the unit may be the next word.
    Bare,
    /// A qualitative phrase.
    Grade,
    /// A mark for `not applicable`.
    None,
    Unclear,
}

impl Meaning {
    pub fn of(text: &str) -> Meaning {
        if text.len() > VALUE_BYTES_MAX {
            return Meaning::Unclear;
        }
        let value = TargetValue::compile(text);
        if value.is_not_applicable() {
            Meaning::None
        } else if value
            .quantity()
            .is_some_and(|q| q.dimension() == Dimension::None)
        {
            Meaning::Bare
        } else if let TargetValue::List(items) = &value {
            // One value with a label (`达标率≥95%`) is a name and a value in one.
            if items.len() > 1 && value.is_measured() {
                Meaning::List
            } else {
                Meaning::Unclear
            }
        } else if value.is_measured() {
            Meaning::Measured
        } else if value.is_grade() {
            Meaning::Grade
        } else {
            Meaning::Unclear
        }
    }

    /// Whether it is a number, a date, or several of them.
    pub fn is_measured(self) -> bool {
        matches!(self, Meaning::Measured | Meaning::Bare | Meaning::List)
    }
}

/// Whether a text is a measured value. Most names show at a glance that they are none.
pub(crate) fn is_measured(text: &str) -> bool {
    may_be_measured(text) && Meaning::of(text).is_measured()
}

/// Whether a character occurs in measured values: digits, and words of number and time.
fn may_measure(c: char) -> bool {
    has_digit(c) || "一二两三四五六七八九十百半每年月季日周天".contains(c)
}

/// Whether a text may be a measured value, at a glance.
pub(crate) fn may_be_measured(text: &str) -> bool {
    text.chars().any(may_measure)
}

/// Whether a character is a digit.
pub(crate) fn has_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}
