//! What a printed number allows: from where to where, and what is printed.

use plumbline_model::{Decimal, Magnitude, Quantity};

/// A number as printed with the bounds it states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The least that satisfies it; `None` for `≤`.
    pub low: Option<Decimal>,
    /// The most that satisfies it; `None` for `≥`.
    pub high: Option<Decimal>,
    /// The smallest number printed.
    pub printed_low: Decimal,
    /// The largest number printed.
    pub printed_high: Decimal,
}

impl Interval {
    /// Exactly this number.
    pub fn exact(value: Decimal) -> Interval {
        Interval {
            low: Some(value),
            high: Some(value),
            printed_low: value,
            printed_high: value,
        }
    }

    /// What a quantity states, in its base unit. Changes (提高5%) state no level.
    pub fn of(quantity: &Quantity, factor: Decimal) -> Option<Interval> {
        if quantity.change.is_some() {
            return None;
        }
        let (printed_low, printed_high) = match quantity.magnitude {
            Magnitude::One(figure) => (figure.value()?, figure.value()?),
            Magnitude::Range(low, high) => (low.value()?, high.value()?),
        };
        let (low, high) = quantity.bounds();
        let scale = |value: Option<Decimal>| value.and_then(|v| v.checked_mul(factor));
        Some(Interval {
            low: scale(low),
            high: scale(high),
            printed_low: scale(Some(printed_low))?,
            printed_high: scale(Some(printed_high))?,
        })
    }

    /// Whether it allows one number only.
    pub fn is_exact(self) -> bool {
        self.low.is_some() && self.low == self.high
    }

    /// The product, `None` beyond what is computed exactly.
    pub fn times(self, other: Interval) -> Option<Interval> {
        let both =
            |a: Option<Decimal>, b: Option<Decimal>| a.zip(b).and_then(|(a, b)| a.checked_mul(b));
        Some(Interval {
            low: both(self.low, other.low),
            high: both(self.high, other.high),
            printed_low: self.printed_low.checked_mul(other.printed_low)?,
            printed_high: self.printed_high.checked_mul(other.printed_high)?,
        })
    }

    /// The sum, `None` beyond what is computed exactly.
    pub fn plus(self, other: Interval) -> Option<Interval> {
        let both =
            |a: Option<Decimal>, b: Option<Decimal>| a.zip(b).and_then(|(a, b)| a.checked_add(b));
        Some(Interval {
            low: both(self.low, other.low),
            high: both(self.high, other.high),
            printed_low: self.printed_low.checked_add(other.printed_low)?,
            printed_high: self.printed_high.checked_add(other.printed_high)?,
        })
    }
}
