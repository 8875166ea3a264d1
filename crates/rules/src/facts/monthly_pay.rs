//! Money that falls due every month: wages, insurance, allowances.

use plumbline_model::{PerUnit, TargetValue};

use crate::case::Case;
use crate::facts::dates::is_per_month;
use crate::level::Level2;
use crate::row::Row;
use crate::words::Word;

/// By what a document shows that its money falls due every month.
#[derive(Debug)]
pub enum MonthlyPay<'c, 'a> {
    /// An indicator says so.
    Stated(&'c Row<'a>),
    /// The project is named after wages.
    Named,
}

impl<'c, 'a> MonthlyPay<'c, 'a> {
    /// Whether and by what the document shows it.
    pub fn of(case: &'c Case<'a>) -> Option<MonthlyPay<'c, 'a>> {
        if !case.all_words().has_any(&[Word::Salary, Word::Wages]) {
            return None;
        }
        let mut rows = case.annual_rows();
        if let Some(row) = rows.find(|row| is_paid_monthly(row)) {
            return Some(MonthlyPay::Stated(row));
        }
        let is_named = case.name_words.has(Word::Salary);
        is_named.then_some(MonthlyPay::Named)
    }
}

fn is_paid_monthly(row: &Row<'_>) -> bool {
    let is_cost = row.level2.is_some_and(Level2::is_money_cost);
    let is_payment = row
        .words
        .has_any(&[Word::Spending, Word::HandOut, Word::Cost]);
    (is_cost && row.quantities().any(is_per_month)) || (is_payment && is_every_month(row.value()))
}

fn is_every_month(value: &TargetValue) -> bool {
    let TargetValue::Frequency(frequency) = value else {
        return false;
    };
    frequency.every.count == 1
        && matches!(&frequency.every.unit, PerUnit::Known(unit) if unit.symbol() == "月")
}
