//! Tables in one cell: `一等奖1个,20万元;二等奖2个,15万元/每镇,30万元`.

use plumbline_model::{Decimal, ListItem, Quantity, TargetValue};

use super::price::yuan_factor;
use super::{Interval, Price, Scope};
use crate::case::shown_yuan;

/// One line of such a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prize<'a> {
    /// What it is for, `""` where nothing is said.
    pub label: &'a str,
    /// How many, with their unit.
    pub count: Option<(Decimal, String)>,
    /// For one, in yuan.
    pub each: Decimal,
    /// For all, as printed, in yuan.
    pub subtotal: Option<Decimal>,
}

impl Prize<'_> {
    /// For all, as it is added up.
    pub fn sum(&self) -> Option<Decimal> {
        match &self.count {
            Some((count, _)) => count.checked_mul(self.each),
            None => Some(self.each),
        }
    }
}

/// The lines of a list of money; `None` if some item is anything else.
pub fn prizes(items: &[ListItem]) -> Option<Vec<Prize<'_>>> {
    items.iter().map(prize).collect()
}

fn prize(item: &ListItem) -> Option<Prize<'_>> {
    let mut count = None;
    let mut money = Vec::new();
    for value in &item.values {
        let quantity = value.quantity()?;
        let number = quantity.value()?;
        match yuan_factor(quantity) {
            Some(factor) => money.push(number.checked_mul(factor)?),
            None if count.is_none() && money.is_empty() && counts(quantity) => {
                let mut one = quantity.clone();
                one.of = None;
                count = Some((number, one.to_string()));
            }
            None => return None,
        }
    }
    let (each, subtotal) = match (count.is_some(), money.as_slice()) {
        (_, [each]) => (*each, None),
        (true, [each, subtotal]) => (*each, Some(*subtotal)),
        _ => return None,
    };
    Some(Prize {
        label: item.label.as_deref().unwrap_or_default(),
        count,
        each,
        subtotal,
    })
}

fn counts(quantity: &Quantity) -> bool {
    use plumbline_model::Dimension::{Count, PersonTimes, Persons, Unknown};
    matches!(
        quantity.dimension(),
        Count | Persons | PersonTimes | Unknown
    )
}

/// All the money of a list as one price.
pub(super) fn total(items: &[ListItem], row: usize) -> Option<Price> {
    let prizes = prizes(items)?;
    let mut total = Decimal::ZERO;
    for prize in &prizes {
        total = total.checked_add(prize.sum()?)?;
    }
    let term = |prize: &Prize<'_>| match &prize.count {
        Some((_, count)) => format!("{count}×{}", shown_yuan(prize.each)),
        None => shown_yuan(prize.each),
    };
    let terms: Vec<String> = prizes.iter().map(term).collect();
    Some(Price {
        row,
        yuan: Interval::exact(total),
        scope: Scope::Whole,
        terms: Some(terms.join("＋")),
    })
}

/// The prize table of a value, if it is one.
pub fn of_value(value: &TargetValue) -> Option<Vec<Prize<'_>>> {
    match value {
        TargetValue::List(items) => prizes(items),
        _ => None,
    }
}
