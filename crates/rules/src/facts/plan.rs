//! 资金支出计划: the disbursement plan, with its dates read.

use plumbline_model::{Decimal, Disbursement, Document, Field, Spot, TargetValue};

/// A date of the plan.
#[derive(Debug)]
pub struct Point<'a> {
    /// Its number in the plan, from 0.
    pub index: usize,
    /// The date as printed.
    pub by: &'a str,
    /// The month at the end of which it stands, where the date is understood.
    pub month: Option<u8>,
    /// Cumulative share in percent, where it is a number.
    pub share: Option<Decimal>,
    printed: &'a Disbursement,
}

impl Point<'_> {
    /// Where the share stands.
    pub fn spot(&self) -> Spot {
        let share = &self.printed.cumulative_percent;
        let quote = match share {
            Field::Stated(number, _) => &number.printed,
            Field::Unclear(text, _) => text,
            _ => "",
        };
        let place = share.place().unwrap_or(self.printed.by.place);
        let path = format!("disbursement_plan[{}].cumulative_percent", self.index);
        Spot::new(path, place, quote)
    }
}

/// The dates of a document's plan.
pub fn points(document: &Document) -> Vec<Point<'_>> {
    let plan = document.disbursement_plan.iter().enumerate();
    plan.map(|(index, point)| {
        let share = &point.cumulative_percent;
        Point {
            index,
            by: &point.by.value,
            month: month(&point.by.value),
            share: share.get().map(|number| number.value),
            printed: point,
        }
    })
    .collect()
}

/// The month at the end of which a date of a plan stands.
fn month(by: &str) -> Option<u8> {
    let digits = by.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    if end <= 2 && digits[end..].trim_start().starts_with('月') {
        return digits[..end]
            .parse()
            .ok()
            .filter(|month| (1..=12).contains(month));
    }
    let TargetValue::Date(date) = TargetValue::compile(by) else {
        return None;
    };
    // Which year it is bears on the day of the month alone.
    let (_, month, _) = date.to.unwrap_or(date.from).last_day(2000)?;
    Some(month)
}

/// Whether all the money is spent at the very end of the year, in one go.
pub fn is_all_at_year_end(plan: &[Point<'_>]) -> bool {
    let mut spending = plan
        .iter()
        .filter(|point| point.share != Some(Decimal::ZERO));
    let first = spending.next();
    first.is_some_and(|point| point.month == Some(12) && point.share == Some(Decimal::ONE_HUNDRED))
}

/// The dates with their shares, those without a number left out.
pub fn stated<'p, 'a>(
    plan: &'p [Point<'a>],
) -> impl Iterator<Item = (&'p Point<'a>, Decimal)> + Clone {
    plan.iter().filter_map(|point| Some((point, point.share?)))
}

/// Each date with a share, and the next.
pub fn neighbours<'p, 'a>(plan: &'p [Point<'a>]) -> impl Iterator<Item = Step<'p, 'a>> {
    stated(plan).zip(stated(plan).skip(1))
}

/// Two dates that follow each other, with their shares.
pub type Step<'p, 'a> = ((&'p Point<'a>, Decimal), (&'p Point<'a>, Decimal));

/// Whether the shares are those of the single spans, which add up to 100 without rising to it.
pub fn is_not_cumulative(plan: &[Point<'_>]) -> bool {
    let shares = || stated(plan).map(|(_, share)| share);
    let sum = shares().try_fold(Decimal::ZERO, Decimal::checked_add);
    let reaches = shares().any(|share| share >= Decimal::from(99));
    sum == Some(Decimal::ONE_HUNDRED) && !reaches && shares().count() > 1
}

/// The first date by which something is spent.
pub fn first_spending<'p, 'a>(plan: &'p [Point<'a>]) -> Option<&'p Point<'a>> {
    let spends = |point: &&Point<'_>| point.share.is_some_and(|share| share > Decimal::ZERO);
    plan.iter().find(spends)
}

/// The date by which all is spent.
pub fn all_spent<'p, 'a>(plan: &'p [Point<'a>]) -> Option<&'p Point<'a>> {
    let is_all = |point: &&Point<'_>| {
        point
            .share
            .is_some_and(|share| share >= Decimal::ONE_HUNDRED)
    };
    plan.iter().find(is_all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_plans_are_read() {
        let cases = [
            ("3月底", 3),
            ("12 月底", 12),
            ("第一季度", 3),
            ("上半年", 6),
            ("年底", 12),
        ];
        for (by, expected) in cases {
            assert_eq!(month(by), Some(expected), "{by}");
        }
        assert_eq!(month("合计"), None);
    }
}
