//! The execution of the budget: amounts of a line beside each other, rates, and whether the form
//! explains them.

use plumbline_model::{Amount, Decimal, Field, FundingLine, MoneyUnit, Number};

use crate::case::Case;
use crate::words::{Word, Words};

/// A line that states what was to be spent and what was.
#[derive(Clone, Copy, Debug)]
pub struct Executed<'a> {
    /// The adjusted budget, or the initial one where the form prints no other.
    pub budget: &'a Field<Amount>,
    /// Its column in the public JSON.
    pub column: &'static str,
    /// The budget as a number.
    pub of: Decimal,
    /// What was spent, in the same unit.
    pub spent: Decimal,
}

impl<'a> Executed<'a> {
    /// What a line states; `None` where an amount is missing or units are unclear.
    pub fn of_line(line: &'a FundingLine, unit: &Field<MoneyUnit>) -> Option<Executed<'a>> {
        let (column, budget) = budget_of(line);
        Some(Executed {
            budget,
            column,
            of: number(budget, unit)?,
            spent: number(&line.executed, unit)?,
        })
    }

    /// An amount as the form prints it, with a unit of its own if it has one.
    pub fn shown(amount: &Field<Amount>) -> String {
        let unit = |amount: &Amount| amount.unit.map_or("", MoneyUnit::printed);
        let printed = amount
            .get()
            .map(|a| format!("{}{}", a.number.printed, unit(a)));
        printed.unwrap_or_default()
    }

    /// Percent of the budget that was spent.
    pub fn rate(&self) -> Option<Decimal> {
        percent(self.spent, self.of)
    }
}

/// The amount against which execution is measured, with its column.
pub fn budget_of(line: &FundingLine) -> (&'static str, &Field<Amount>) {
    match line.adjusted.is_written() {
        true => ("adjusted", &line.adjusted),
        false => ("budget", &line.budget),
    }
}

/// An amount in yuan, or in the one unstated unit of its form; `None` where only some amounts of the
/// form have a unit.
pub fn number(amount: &Field<Amount>, unit: &Field<MoneyUnit>) -> Option<Decimal> {
    let amount = amount.get()?;
    match (amount.unit, unit.get()) {
        (Some(own), Some(_)) => amount.number.value.checked_mul(own.yuan()),
        (None, Some(of_form)) => amount.number.value.checked_mul(of_form.yuan()),
        (None, None) => Some(amount.number.value),
        (Some(_), None) => None,
    }
}

/// The sum of numbers as printed; a document may print numbers of any size.
pub fn sum<'n>(numbers: impl IntoIterator<Item = &'n Number>) -> Decimal {
    let values = numbers.into_iter().map(|number| number.value);
    values.fold(Decimal::ZERO, Decimal::saturating_add)
}

/// Percent, if there is a whole.
pub fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    let share = part.checked_div(whole)?;
    share.checked_mul(Decimal::ONE_HUNDRED)
}

/// Whether the form had room for a word on money that was changed or not spent, and has none.
pub fn is_unexplained(line: &FundingLine, case: &Case<'_>) -> bool {
    match &line.reason {
        Field::Blank(_) => true,
        Field::Absent => case.document.results.as_ref().is_some_and(|results| {
            let mut words = results.iter().map(|result| Words::of(&result.value));
            !words.any(|words| words.has(Word::BudgetChange))
        }),
        _ => false,
    }
}
