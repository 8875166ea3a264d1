//! Shares of a whole that indicators ask for.

use plumbline_model::{Decimal, Dimension, Measure, Quantity};

use crate::row::Row;

/// Whether a quantity is stated in percent.
pub fn is_percent(quantity: &Quantity) -> bool {
    quantity.dimension() == Dimension::Share
        && quantity.unit.per.is_empty()
        && matches!(&quantity.unit.measure, Measure::Known(unit) if unit.symbol() == "%")
}

/// The percentage a row asks for at least; none where it states a change or a ceiling.
pub fn lowest_percent(row: &Row<'_>) -> Option<Decimal> {
    let quantity = row.quantity()?;
    if quantity.change.is_some() || !is_percent(quantity) {
        return None;
    }
    let (low, _) = quantity.bounds();
    low.filter(|percent| !percent.is_sign_negative())
        .map(|percent| percent.normalize())
}
