//! What projects of one source pay for the same: training, meals, lodging, physical examinations,
//! each per person.

use std::collections::BTreeMap;

use plumbline_model::{Decimal, Dimension, PerUnit, Quantity};

use crate::case::Case;
use crate::facts::copies::projects;
use crate::facts::figures;
use crate::row::Row;
use crate::words::Word;

/// What is paid for, and per which time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind {
    /// What is paid for.
    pub subject: &'static str,
    /// Its English name.
    pub english: &'static str,
    /// Per which time.
    pub per: Time,
}

/// Per which time a price per person is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Time {
    /// It does not say.
    Unsaid,
    /// A day.
    Day,
    /// Some other time or a number of times.
    Other,
}

/// A price per person.
#[derive(Clone, Copy, Debug)]
pub struct Price<'c, 'a> {
    /// The project.
    pub case: &'c Case<'a>,
    /// The row.
    pub row: &'c Row<'a>,
    /// The amount in yuan.
    pub yuan: Decimal,
}

const SUBJECTS: [(Word, &str, &str); 4] = [
    (Word::Training, "培训", "training"),
    (Word::PhysicalExam, "体检", "physical examinations"),
    (Word::Lodging, "住宿", "lodging"),
    (Word::Meals, "用餐", "meals"),
];

/// The prices per person, by kind.
pub fn prices<'c, 'a>(cases: &'c [Case<'a>]) -> BTreeMap<Kind, Vec<Price<'c, 'a>>> {
    let mut prices: BTreeMap<Kind, Vec<Price<'c, 'a>>> = BTreeMap::new();
    for case in projects(cases) {
        for row in case.annual_rows() {
            let Some((kind, yuan)) = price(row) else {
                continue;
            };
            let same = prices.entry(kind).or_default();
            same.push(Price { case, row, yuan });
        }
    }
    prices
}

fn price(row: &Row<'_>) -> Option<(Kind, Decimal)> {
    let quantity = row
        .quantity()
        .filter(|quantity| quantity.dimension() == Dimension::Money)?;
    let words = row.all_words();
    let (_, subject, english) = SUBJECTS.iter().find(|(word, ..)| words.has(*word))?;
    let says = |word: &str| row.name.contains(word) || row.description.contains(word);
    let is_per_person = quantity.unit.is_per(Dimension::Persons)
        || says("每人")
        || says("人均")
        || says("每个") && words.has(Word::PhysicalExam);
    // Classes of training have prices of their own, and so has what an act with a number sets.
    let is_set_apart = row.name.contains('类') || row.indicator.basis.text().contains('号');
    if !is_per_person || is_set_apart {
        return None;
    }
    let kind = Kind {
        subject,
        english,
        per: time(row, quantity),
    };
    Some((kind, figures::number(quantity)?))
}

fn time(row: &Row<'_>, quantity: &Quantity) -> Time {
    let is_day = quantity.unit.per.iter().any(|per| match &per.unit {
        PerUnit::Known(unit) => unit.symbol() == "天",
        PerUnit::Unknown(_) => false,
    });
    let says_day = ["每天", "每日", "日均"]
        .iter()
        .any(|word| row.name.contains(word) || row.description.contains(word));
    let other = |per: &plumbline_model::Per| match &per.unit {
        PerUnit::Known(unit) => unit.dimension() != Dimension::Persons,
        PerUnit::Unknown(_) => true,
    };
    if is_day || says_day {
        Time::Day
    } else if quantity.unit.per.iter().any(other) {
        Time::Other
    } else {
        Time::Unsaid
    }
}

/// The amount that most of them have, with the first that has it and how many do; `None` unless
/// two have the same.
pub fn usual<'p, 'c, 'a>(prices: &'p [Price<'c, 'a>]) -> Option<(&'p Price<'c, 'a>, usize)> {
    let mut amounts: BTreeMap<Decimal, (&Price<'c, 'a>, usize)> = BTreeMap::new();
    for price in prices {
        amounts.entry(price.yuan).or_insert((price, 0)).1 += 1;
    }
    let most = amounts.values().map(|(_, count)| *count).max()?;
    let mut usual = amounts.into_values().filter(|(_, count)| *count == most);
    let only = usual.next()?;
    (most >= 2 && usual.next().is_none()).then_some(only)
}
