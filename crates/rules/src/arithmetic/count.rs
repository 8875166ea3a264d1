//! Quantities of things, people and time by which unit prices are multiplied.

use plumbline_model::{Decimal, Dimension, KnownUnit, Measure, Mention, PerUnit, Quantity, Spot};

use super::Interval;
use crate::case::{Case, Prose};
use crate::level::Level2;
use crate::row::{List, Part, Row};

/// Where a count is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The value of a row.
    Row(usize),
    /// Name or description of a row.
    Words(usize),
    /// A goal.
    Goal(usize),
    /// What the money is for.
    Purpose,
}

impl Origin {
    /// The spot of it in a case.
    pub fn spot(self, case: &Case<'_>) -> Spot {
        match self {
            Origin::Row(row) => case.rows[row].spot(Part::Value),
            Origin::Words(row) => case.rows[row].spot(Part::Name),
            Origin::Goal(goal) => case.goals[goal].spot(),
            Origin::Purpose => case.purpose.as_ref().map(Prose::spot).unwrap_or_default(),
        }
    }
}

/// A quantity of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count<'a> {
    /// Where it is stated.
    pub origin: Origin,
    /// How many.
    pub number: Interval,
    /// Its unit as printed in a normal form.
    pub unit: &'a str,
    /// Its unit, if the unit table has it.
    pub known: Option<KnownUnit>,
    /// What it measures.
    pub dimension: Dimension,
    /// What is counted: the name and description of its row, or the words after it.
    pub subject: &'a str,
    /// More about what is counted.
    pub about: &'a str,
}

/// Longest run of words after a number that says what is counted, in characters.
const SUBJECT_CHARS: usize = 8;

impl<'a> Count<'a> {
    /// The counts that the rows of a case state.
    pub(super) fn of_rows(case: &'a Case<'_>) -> Vec<Count<'a>> {
        let rows = case.rows.iter().enumerate();
        rows.filter(|(_, row)| row.list == List::Annual && may_count(row))
            .flat_map(|(i, row)| row.quantities().filter_map(move |q| of_row(row, i, q)))
            .collect()
    }

    /// The counts that goals and purpose name.
    pub(super) fn of_prose(case: &'a Case<'_>) -> Vec<Count<'a>> {
        let goals = case.goals.iter().enumerate();
        let goals = goals.flat_map(|(i, goal)| of_prose(goal, Origin::Goal(i)));
        let purpose = case
            .purpose
            .iter()
            .flat_map(|text| of_prose(text, Origin::Purpose));
        goals.chain(purpose).collect()
    }

    /// The counts of people and things that name and description of a row state (`书记17人`,
    /// `10个一等奖村每村奖补金额`).
    pub(super) fn of_words(
        row: &'a Row<'_>,
        index: usize,
        mentions: &'a [Mention],
    ) -> Vec<Count<'a>> {
        let counts = mentions.iter().filter_map(|mention| {
            let count = count(&mention.quantity, Origin::Words(index))?;
            Some(Count {
                subject: mention.quantity.of.as_deref().unwrap_or(row.name),
                ..count
            })
        });
        counts.collect()
    }

    /// As printed in a sum: `314个`.
    pub fn shown(&self) -> String {
        let Interval {
            printed_low,
            printed_high,
            ..
        } = self.number;
        match printed_low == printed_high {
            true => format!("{}{}", printed_low.normalize(), self.unit),
            false => format!(
                "{}-{}{}",
                printed_low.normalize(),
                printed_high.normalize(),
                self.unit
            ),
        }
    }
}

/// Rows that count: outputs, and the limits on numbers that forms list under cost.
fn may_count(row: &Row<'_>) -> bool {
    match row.level2 {
        Some(level) => level == Level2::Quantity || level.is_money_cost(),
        None => true,
    }
}

fn of_row<'a>(row: &'a Row<'_>, index: usize, quantity: &'a Quantity) -> Option<Count<'a>> {
    let count = count(quantity, Origin::Row(index))?;
    Some(Count {
        subject: row.name,
        about: row.description,
        ..count
    })
}

fn of_prose<'a>(text: &'a Prose<'_>, origin: Origin) -> impl Iterator<Item = Count<'a>> {
    text.mentions.iter().filter_map(move |mention| {
        let count = count(&mention.quantity, origin)?;
        let with_noun = mention.quantity.of.as_ref().map_or(0, |noun| noun.len());
        let rest = text
            .text
            .get(mention.end - with_noun.min(mention.end)..)
            .unwrap_or_default();
        let mut numbered = rest.char_indices().enumerate();
        let end = numbered.find(|(n, (_, c))| *n == SUBJECT_CHARS || !c.is_alphanumeric());
        Some(Count {
            subject: &rest[..end.map_or(rest.len(), |(_, (at, _))| at)],
            ..count
        })
    })
}

/// 2次/年: so many in the year of the budget.
fn is_one_year(per: &plumbline_model::Per) -> bool {
    per.count == 1 && matches!(&per.unit, PerUnit::Known(unit) if unit.symbol() == "年")
}

/// A quantity as a count of people, things, time or physical units; money and shares are none.
fn count(quantity: &Quantity, origin: Origin) -> Option<Count<'_>> {
    let (unit, known) = match &quantity.unit.measure {
        Measure::Known(unit) => (unit.symbol(), Some(*unit)),
        Measure::Unknown(word) => (&**word, None),
        Measure::None | Measure::Assumed(_) => return None,
    };
    let dimension = quantity.dimension();
    let counts = !matches!(
        dimension,
        Dimension::Money | Dimension::Share | Dimension::Score | Dimension::None
    );
    if !counts || !quantity.unit.per.iter().all(is_one_year) {
        return None;
    }
    Some(Count {
        origin,
        number: Interval::of(quantity, Decimal::ONE)?,
        unit,
        known,
        dimension,
        subject: "",
        about: "",
    })
}
