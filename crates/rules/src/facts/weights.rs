//! 分值: the points of indicators.

use plumbline_model::Decimal;

use crate::case::Case;
use crate::row::Row;

/// The annual indicators with their points, those without a number left out.
pub fn stated<'c, 'a>(case: &'c Case<'a>) -> impl Iterator<Item = (&'c Row<'a>, Decimal)> {
    case.annual_rows()
        .filter_map(|row| Some((row, row.indicator.weight.get()?.value)))
}

/// All points of the indicators; `None` where fewer than two state any.
pub fn total(case: &Case<'_>) -> Option<Decimal> {
    stated(case).nth(1)?;
    sum(stated(case).map(|(_, points)| points))
}

/// Points together.
pub fn sum(mut points: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    points.try_fold(Decimal::ZERO, Decimal::checked_add)
}

/// How many percent points are of others, to a tenth.
pub fn percent(points: Decimal, of: Decimal) -> Option<Decimal> {
    let share = points.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(of)?;
    Some(share.round_dp(1).normalize())
}

/// The points of the execution of the budget, where the form gives it some.
pub fn of_execution(case: &Case<'_>) -> Option<Decimal> {
    let total = &case.document.funding.total;
    total.weight.get().map(|number| number.value)
}
