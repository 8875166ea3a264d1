//! Amounts of money in cost indicators, and for each of what they are.

use plumbline_model::{Decimal, Dimension, KnownUnit, Measure, PerUnit, Quantity, TargetValue};

use super::{Interval, prizes};
use crate::case::Case;
use crate::row::Row;
use crate::words::Word;

/// For each of what an amount is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Per {
    /// A unit of the unit table (人, 天, 公里).
    Unit(KnownUnit),
    /// A thing named by a word (站点).
    Thing(Box<str>),
}

impl Per {
    fn of(unit: &PerUnit) -> Per {
        match unit {
            PerUnit::Known(unit) => Per::Unit(*unit),
            PerUnit::Unknown(word) => Per::Thing(word.clone()),
        }
    }

    /// The word, as printed in a sum.
    pub fn word(&self) -> &str {
        match self {
            Per::Unit(unit) => unit.symbol(),
            Per::Thing(word) => word,
        }
    }

    /// What it measures; a thing is counted.
    pub fn dimension(&self) -> Dimension {
        match self {
            Per::Unit(unit) => unit.dimension(),
            Per::Thing(_) => Dimension::Count,
        }
    }
}

/// What an amount covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One of each of these.
    Each(Vec<Per>),
    /// A standard, but of what is not said.
    EachOfSomething,
    /// A part of the project's cost as a whole.
    Whole,
    /// All the project's cost.
    Total,
}

/// An amount of money in a cost indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// Its row in the case.
    pub row: usize,
    /// The amount in yuan.
    pub yuan: Interval,
    /// What it covers.
    pub scope: Scope,
    /// How it was added up, where the value is a table (`1个×20万元＋2个×15万元`).
    pub terms: Option<String>,
}

impl Price {
    /// The prices that the annual cost indicators of a case state, one a row.
    pub(super) fn all(case: &Case<'_>) -> Vec<Price> {
        let rows = case.rows.iter().enumerate();
        rows.filter_map(|(i, row)| Price::of_row(case, row, i))
            .collect()
    }

    fn of_row(case: &Case<'_>, row: &Row<'_>, index: usize) -> Option<Price> {
        if row.list != crate::row::List::Annual || !states_cost(row) {
            return None;
        }
        let quantity = match row.value() {
            TargetValue::Quantity(quantity) => quantity,
            TargetValue::List(items) => return prizes::total(items, index),
            _ => return None,
        };
        // An amount for every two years or hundred people is left to people.
        if quantity.unit.per.iter().any(|per| per.count != 1) {
            return None;
        }
        let yuan = Interval::of(quantity, yuan_factor(quantity)?)?;
        Some(Price {
            row: index,
            yuan,
            scope: scope(case, row, quantity, yuan),
            terms: None,
        })
    }

    /// The amount as printed, without its sign; a table as its terms.
    pub fn shown(&self, case: &Case<'_>) -> String {
        if let Some(terms) = &self.terms {
            return terms.clone();
        }
        let mut unsigned = case.rows[self.row].quantity().cloned();
        if let Some(quantity) = &mut unsigned {
            quantity.relation = plumbline_model::Relation::Unstated;
        }
        unsigned.map_or(String::new(), |quantity| quantity.to_string())
    }
}

/// Whether a row states money that is spent: under cost, or under output where prose or a slip has
/// put it.
fn states_cost(row: &Row<'_>) -> bool {
    match row.level2 {
        Some(level) => level.is_money_cost(),
        None => row.level1 != Some(crate::level::Level1::Outcome) && row.words.has(Word::Cost),
    }
}

/// A single amount in yuan; `None` if it is a range or no money in yuan.
pub fn yuan_of(quantity: &Quantity) -> Option<Decimal> {
    quantity.value()?.checked_mul(yuan_factor(quantity)?)
}

/// How many yuan the measure of a quantity is; `None` if it is no money in yuan.
pub(super) fn yuan_factor(quantity: &Quantity) -> Option<Decimal> {
    let (Measure::Known(unit) | Measure::Assumed(unit)) = &quantity.unit.measure else {
        return None;
    };
    let (factor, base) = unit.base();
    (unit.dimension() == Dimension::Money && base == "元").then_some(factor)
}

fn scope(case: &Case<'_>, row: &Row<'_>, quantity: &Quantity, yuan: Interval) -> Scope {
    let mut each: Vec<Per> = quantity
        .unit
        .per
        .iter()
        .map(|per| Per::of(&per.unit))
        .collect();
    let is_said = !each.is_empty();
    if row.words.has(Word::TotalCost) || (!is_said && row.description_words.has(Word::TotalCost)) {
        return Scope::Total;
    }
    if case
        .budget
        .is_some_and(|budget| !is_said && yuan.printed_high == budget)
    {
        return Scope::Total;
    }
    if !is_said {
        each = named_in(row.description);
    }
    if each.is_empty() && !is_said {
        each = named_in(row.name);
    }
    match each.is_empty() {
        false => Scope::Each(each),
        true if row.all_words().has(Word::UnitPrice) => Scope::EachOfSomething,
        true => Scope::Whole,
    }
}

/// For each of what, as the words of a name or a description say it (每人每月).
fn named_in(text: &str) -> Vec<Per> {
    let all = plumbline_model::Per::all(text);
    all.iter().map(|per| Per::of(&per.unit)).collect()
}
