//! What was reached, held against the target: in the same unit, with the points that follow.

use plumbline_model::{
    CompiledValue, Date, DateRelation, Decimal, Dimension, Field, Magnitude, Measure, Multiplier,
    Quantity, Relation, RoundingStrategy, TargetValue,
};

use crate::profile::{ExactFormula, ReverseFormula, Scoring};
use crate::row::Row;
use crate::words::Word;

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// More is better (`≥`).
    Up,
    /// Less is better (`≤`).
    Down,
    /// To be met (`=`, or no sign).
    Exact,
}

/// A result and its target, both in the unit of the target.
#[derive(Clone, Copy, Debug)]
pub struct Achievement {
    /// Which way is better.
    pub aim: Aim,
    /// What was to be reached.
    pub target: Decimal,
    /// What was reached.
    pub actual: Decimal,
}

/// How the points of an indicator follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// Met: all points.
    Full,
    /// Actual ÷ target × weight.
    Share,
    /// (1 − (actual − target) ÷ target) × weight.
    Linear,
    /// Target ÷ actual × weight.
    Ratio,
    /// Nothing reached, or no ratio can be formed: no points.
    Nothing,
}

impl Achievement {
    /// A result (actual or forecast) of an annual indicator; `None` where the two cannot be compared
    /// or the target does not say which way is better.
    pub fn of(row: &Row<'_>, result: &Field<CompiledValue>) -> Option<Achievement> {
        let target = row.quantity()?;
        let actual = result.get()?.value.quantity()?;
        let (target_number, actual_number) = in_unit_of_target(target, actual)?;
        Some(Achievement {
            aim: aim(row, target.relation)?,
            target: target_number,
            actual: actual_number,
        })
    }

    /// Whether the target was not reached.
    pub fn is_missed(&self) -> bool {
        match self.aim {
            Aim::Exact if self.target.is_zero() => self.actual > self.target,
            Aim::Up | Aim::Exact => self.actual < self.target,
            Aim::Down => self.actual > self.target,
        }
    }

    /// The result in percent of the target.
    pub fn percent(&self) -> Option<Decimal> {
        let share = self.actual.checked_div(self.target)?;
        share.checked_mul(Decimal::ONE_HUNDRED)
    }

    /// The formulas that give points; none where a person decides.
    pub fn formulas(&self, scoring: &Scoring) -> &'static [Formula] {
        if !self.is_missed() {
            return &[Formula::Full];
        }
        match (self.aim, scoring.reverse, scoring.exact) {
            (Aim::Exact, _, ExactFormula::Open) | (Aim::Down, ReverseFormula::Open, _) => &[],
            _ if self.target <= Decimal::ZERO || self.actual <= Decimal::ZERO => {
                &[Formula::Nothing]
            }
            (Aim::Up | Aim::Exact, ..) => &[Formula::Share],
            (Aim::Down, ReverseFormula::Ratio, _) => &[Formula::Ratio],
            (Aim::Down, ReverseFormula::Linear, _) => &[Formula::Linear],
            (Aim::Down, ReverseFormula::Either, _) => &[Formula::Linear, Formula::Ratio],
        }
    }

    /// The points a formula gives, to two decimals.
    pub fn points(&self, formula: Formula, weight: Decimal) -> Option<Decimal> {
        let share = match formula {
            Formula::Full => Decimal::ONE,
            Formula::Share => self.actual.checked_div(self.target)?,
            Formula::Ratio => self.target.checked_div(self.actual)?,
            Formula::Linear => {
                let excess = self.actual.checked_sub(self.target)?;
                (Decimal::ONE - excess.checked_div(self.target)?).max(Decimal::ZERO)
            }
            Formula::Nothing => Decimal::ZERO,
        };
        Some(shown(share.checked_mul(weight)?))
    }

    /// The sum as people write it: `8.50 ÷ 10 × 20 = 17.00`.
    pub fn sum(&self, formula: Formula, weight: Decimal) -> Option<String> {
        let points = self.points(formula, weight)?;
        let (target, actual) = (self.target, self.actual);
        Some(match formula {
            Formula::Full => format!("{weight}"),
            Formula::Nothing => format!("{points}"),
            Formula::Share => format!("{actual} ÷ {target} × {weight} = {points}"),
            Formula::Ratio => format!("{target} ÷ {actual} × {weight} = {points}"),
            Formula::Linear if points.is_zero() => format!("{actual} ≥ 2 × {target} → 0"),
            Formula::Linear => {
                format!("[1 − ({actual} − {target}) ÷ {target}] × {weight} = {points}")
            }
        })
    }
}

/// A number with two decimals.
pub fn shown(number: Decimal) -> Decimal {
    let mut number = number.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    number.rescale(2);
    number
}

/// Whether an indicator is judged by the satisfaction of those served.
pub fn is_satisfaction(row: &Row<'_>) -> bool {
    row.level1 == Some(crate::level::Level1::Satisfaction) || row.words.has(Word::Satisfaction)
}

fn aim(row: &Row<'_>, relation: Relation) -> Option<Aim> {
    let is_cost = row.level2.is_some_and(|level| level.is_money_cost());
    match relation {
        Relation::AtMost | Relation::LessThan => Some(Aim::Down),
        Relation::AtLeast | Relation::MoreThan | Relation::Reaches => (!is_cost).then_some(Aim::Up),
        Relation::Equal | Relation::Unstated => {
            (!is_cost && !may_be_ceiling(row)).then_some(Aim::Exact)
        }
        Relation::About => None,
    }
}

/// Whether a number without ≥ or ≤ may be one of which less is better: money, a length of time, what
/// is consumed, or something bad.
fn may_be_ceiling(row: &Row<'_>) -> bool {
    let dimension = row.quantity().map(Quantity::dimension);
    let is_share = dimension == Some(Dimension::Share);
    let is_spent = matches!(
        dimension,
        Some(Dimension::Money | Dimension::Time | Dimension::Physical)
    );
    is_spent || row.words.has(Word::Adverse) || (row.words.has(Word::Cost) && !is_share)
}

/// Largest ratio of two numbers of which one has no unit; beyond it the units differ.
const MAX_RATIO: u32 = 50;

fn in_unit_of_target(target: &Quantity, actual: &Quantity) -> Option<(Decimal, Decimal)> {
    let is_one_number = matches!(actual.relation, Relation::Unstated | Relation::Equal);
    let same_sense = target.change.map(|change| change.direction)
        == actual.change.map(|change| change.direction);
    let (Magnitude::One(wanted), Magnitude::One(reached)) = (target.magnitude, actual.magnitude)
    else {
        return None;
    };
    if !is_one_number || !same_sense {
        return None;
    }
    if actual.unit.measure == Measure::None || target.unit.measure == Measure::None {
        let plain =
            reached.multiplier == Multiplier::One || wanted.multiplier == reached.multiplier;
        let numbers = (wanted.digits, reached.digits);
        return (plain && may_share_unit(target, numbers)).then_some(numbers);
    }
    let same_per = target.unit.per == actual.unit.per;
    let per_left_out = (target.unit.per.is_empty() || actual.unit.per.is_empty())
        && wanted.multiplier == reached.multiplier;
    if !same_per && !per_left_out {
        return None;
    }
    let (of_actual, of_target) = factors(&actual.unit.measure, &target.unit.measure)?;
    if of_actual == of_target && wanted.multiplier == reached.multiplier {
        return Some((wanted.digits, reached.digits));
    }
    let reached = reached.value()?.checked_mul(of_actual)?;
    Some((wanted.value()?, reached.checked_div(of_target)?))
}

/// Whether two numbers can be of one unit although only one prints it: 0.97 beside 95 % cannot, and
/// 19000 beside 2 (万元) cannot.
fn may_share_unit(target: &Quantity, (wanted, reached): (Decimal, Decimal)) -> bool {
    let is_fraction = target.dimension() == Dimension::Share
        && reached <= Decimal::ONE
        && reached > Decimal::ZERO
        && wanted > Decimal::ONE;
    !is_fraction
        && reached
            <= wanted
                .max(Decimal::ONE)
                .saturating_mul(Decimal::from(MAX_RATIO))
}

/// How many of their common base unit each unit is.
fn factors(a: &Measure, b: &Measure) -> Option<(Decimal, Decimal)> {
    match (a, b) {
        (Measure::Known(a) | Measure::Assumed(a), Measure::Known(b) | Measure::Assumed(b)) => {
            let ((of_a, base), (of_b, same_base)) = (a.base(), b.base());
            (base == same_base).then_some((of_a, of_b))
        }
        (Measure::Unknown(a), Measure::Unknown(b)) => {
            (a == b).then_some((Decimal::ONE, Decimal::ONE))
        }
        _ => None,
    }
}

/// Whether a result (actual or forecast) that is a date lies after the deadline.
pub fn is_late(row: &Row<'_>, result: &Field<CompiledValue>, year: Option<u16>) -> bool {
    let (TargetValue::Date(target), Some(TargetValue::Date(actual)), Some(year)) =
        (row.value(), result.get().map(|value| &value.value), year)
    else {
        return false;
    };
    let has_deadline = matches!(
        target.relation,
        DateRelation::By | DateRelation::In | DateRelation::Within
    );
    let is_point = actual.relation == DateRelation::In;
    let end = |date: &Date| date.to.unwrap_or(date.from);
    match (end(target).last_day(year), end(actual).first_day(year)) {
        (Some(deadline), Some(done)) => has_deadline && is_point && done > deadline,
        _ => false,
    }
}

/// Whether two target values say the same, in whatever unit (0.2万人, 2000人).
pub fn says_the_same(a: &TargetValue, b: &TargetValue) -> bool {
    let (Some(one), Some(other)) = (a.quantity(), b.quantity()) else {
        return a == b;
    };
    let same_sense = (one.relation, one.change) == (other.relation, other.change);
    let same_unit = one.unit.per == other.unit.per
        && factors(&one.unit.measure, &other.unit.measure).is_some_and(|(a, b)| a == b);
    a == b || (same_sense && same_unit && one.bounds() == other.bounds())
}

#[cfg(test)]
mod tests {
    use super::*;
    use plumbline_model::{Indicator, Place};

    use crate::row::List;

    fn value(printed: &str) -> Field<CompiledValue> {
        Field::Stated(
            CompiledValue::from_printed(printed.to_owned()),
            Place::Whole,
        )
    }

    /// Target and result in one unit.
    fn compared(target: &str, actual: &str) -> Option<(String, String)> {
        let indicator = Indicator {
            value: value(target),
            ..Indicator::default()
        };
        let row = Row::new(&indicator, List::Annual, 0);
        let achieved = Achievement::of(&row, &value(actual))?;
        Some((
            achieved.target.to_string(),
            achieved.actual.normalize().to_string(),
        ))
    }

    #[test]
    fn results_are_compared_in_the_unit_of_the_target() {
        for (target, actual, numbers) in [
            ("≥50人", "53名", ("50", "53")),
            ("≥95%", "97", ("95", "97")),
            ("≥2小时", "120分钟", ("2", "2")),
            ("≥2万人", "1.8", ("2", "1.8")),
            ("≥2万人", "18000人", ("20000", "18000")),
            ("≤500元/人/月", "480", ("500", "480")),
            ("提高5%", "提高4%", ("5", "4")),
        ] {
            let found = compared(target, actual);
            let found = found.as_ref().map(|(a, b)| (a.as_str(), b.as_str()));
            assert_eq!(found, Some(numbers), "{target} {actual}");
        }
    }

    #[test]
    fn what_cannot_be_compared_for_certain_is_not() {
        for (target, actual) in [
            ("≥95%", "0.97"),
            ("≥95%", "≥95%"),
            ("≤2万元", "19000"),
            ("≤500元/人", "71.4万元"),
            ("提高5%", "95%"),
            ("5个工作日", "3个工作日"),
            ("10-20人", "12人"),
            ("≥50人", "53人次"),
        ] {
            assert_eq!(compared(target, actual), None, "{target} {actual}");
        }
    }

    #[test]
    fn values_say_the_same_whatever_their_multiplier() {
        let same = |a, b| says_the_same(&TargetValue::compile(a), &TargetValue::compile(b));
        assert!(same("≥0.2万人", "不少于2000人"));
        assert!(!same("≥2000人", "2000人"));
        assert!(!same("2024年12月底前", "2024年6月底前"));
    }
}
