//! Figures held against each other: a quantity that a text names, and the indicator that sets a
//! value for the same thing.

use plumbline_model::{
    Decimal, Dimension, Figure, Magnitude, Measure, Mention, Multiplier, PerUnit, Quantity,
    Relation, Unit,
};

use crate::case::{Case, Prose};
use crate::facts::likeness::Pairs;
use crate::row::Row;

/// A quantity that a text names, with the words around it.
#[derive(Debug)]
pub struct Named<'a> {
    /// The quantity.
    pub mention: Mention,
    /// The clause in which it stands.
    pub clause: &'a str,
    /// What stands before it in the clause.
    pub before: &'a str,
    /// What the clause speaks of.
    pub about: Pairs,
}

impl<'a> Named<'a> {
    /// The quantity with a few words around it.
    pub fn shown(&self) -> &'a str {
        let before = self.before.char_indices().rev();
        let near = before.take_while(|(_, c)| *c != ')').take(SHOWN_BEFORE);
        let start = near.last().map_or(self.before.len(), |(at, _)| at);
        let shown = self.clause.get(start..).unwrap_or(self.clause);
        shown.trim_start_matches('的').trim_matches(['、', ' '])
    }
}

/// Most characters shown before a quantity.
const SHOWN_BEFORE: usize = 16;

/// The quantities of a text that an indicator can be held against: counts, people, sizes, lengths
/// of time, shares. Sums of money belong to the rules about money.
pub(crate) fn named<'a>(prose: &Prose<'a>) -> Vec<Named<'a>> {
    let all = &prose.mentions;
    let numbered = all.iter().enumerate();
    let mut named = Vec::new();
    for (number, mention) in numbered.filter(|(_, mention)| is_measure(&mention.quantity)) {
        let from = number.checked_sub(1).map_or(0, |before| all[before].end);
        let to = all
            .get(number + 1)
            .map_or(prose.text.len(), |next| next.start);
        let (start, end) = clause(prose.text, from, mention, to);
        let clause = prose.text.get(start..end).unwrap_or_default();
        named.push(Named {
            mention: mention.clone(),
            clause,
            before: prose.text.get(start..mention.start).unwrap_or_default(),
            about: Pairs::of(clause),
        });
    }
    named
}

fn is_measure(quantity: &Quantity) -> bool {
    match quantity.dimension() {
        Dimension::Count | Dimension::Persons | Dimension::PersonTimes | Dimension::Unknown => {
            is_whole(quantity)
        }
        Dimension::Money => !quantity.unit.per.is_empty(),
        Dimension::None | Dimension::Score => false,
        _ => true,
    }
}

/// Whether a number counts: 2.0版 does not, 1.5万人 does.
fn is_whole(quantity: &Quantity) -> bool {
    match quantity.magnitude {
        Magnitude::One(figure) => {
            figure.digits.scale() == 0 || figure.multiplier != Multiplier::One
        }
        Magnitude::Range(..) => true,
    }
}

/// The clause around a mention, between the mentions beside it. Enumerations (`、`) stay together.
fn clause(text: &str, from: usize, mention: &Mention, to: usize) -> (usize, usize) {
    let ends = |c: char| {
        matches!(
            c,
            '，' | ',' | '。' | '；' | ';' | '：' | '！' | '“' | '”' | '\n'
        )
    };
    let before = text.get(from..mention.start).unwrap_or_default();
    let after = text.get(mention.end..to).unwrap_or_default();
    let start = before.rfind(ends).map_or(from, |at| {
        let width = before[at..].chars().next().map_or(0, char::len_utf8);
        from + at + width
    });
    let end = after.find(ends).map_or(to, |at| mention.end + at);
    (start, end)
}

/// Whether two quantities measure the same in units that convert into each other, per the same.
pub fn same_measure(one: &Quantity, other: &Quantity) -> bool {
    let (Some((_, a)), Some((_, b))) = (base(&one.unit), base(&other.unit)) else {
        return false;
    };
    let (few, many) = (&one.unit.per, &other.unit.per);
    let has = |per: &plumbline_model::Per| {
        let mut all = many.iter();
        all.any(|other| {
            other.count == per.count && per_symbol(&other.unit) == per_symbol(&per.unit)
        })
    };
    a == b && few.len() == many.len() && few.iter().all(has)
}

fn per_symbol(unit: &PerUnit) -> &str {
    match unit {
        PerUnit::Known(unit) => unit.base().1,
        PerUnit::Unknown(word) => word,
    }
}

fn base(unit: &Unit) -> Option<(Decimal, &str)> {
    match &unit.measure {
        Measure::Known(unit) | Measure::Assumed(unit) => Some(unit.base()),
        Measure::Unknown(word) => Some((Decimal::ONE, word)),
        Measure::None => None,
    }
}

/// The printed number, or both ends of the range, in the base unit.
pub fn ends(quantity: &Quantity) -> Option<(Decimal, Decimal)> {
    let (factor, _) = base(&quantity.unit)?;
    let in_base = |figure: Figure| figure.value()?.checked_mul(factor);
    Some(match quantity.magnitude {
        Magnitude::One(figure) => [in_base(figure)?; 2].into(),
        Magnitude::Range(low, high) => (in_base(low)?, in_base(high)?),
    })
}

/// The one printed number in the base unit.
pub fn number(quantity: &Quantity) -> Option<Decimal> {
    ends(quantity).and_then(|(low, high)| (low == high).then_some(low))
}

/// How a value set stands to what was stated elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Both can be true.
    Holds,
    /// Less is set than was stated.
    Below,
    /// More is set than was stated.
    Above,
}

/// How far 约 and 左右 reach.
const ABOUT: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// How the value of an indicator stands to what a text states of the same thing; `None` if they
/// cannot be compared.
pub fn stand(stated: &Quantity, set: &Quantity) -> Option<Stand> {
    if stated.change.is_some() != set.change.is_some() || !same_measure(stated, set) {
        return None;
    }
    let (mut low, mut high) = ends(stated)?;
    let (set_low, set_high) = ends(set)?;
    if stated.relation == Relation::About || set.relation == Relation::About {
        low -= low.checked_mul(ABOUT)?;
        high += high.checked_mul(ABOUT)?;
    }
    Some(if set_high < low && !stated.relation.is_ceiling() {
        Stand::Below
    } else if set_low > high && !stated.relation.is_floor() {
        Stand::Above
    } else {
        Stand::Holds
    })
}

/// By how many percent a value differs from what was stated, one decimal.
pub fn percent_off(stated: &Quantity, set: &Quantity) -> Option<Decimal> {
    let (stated, set) = (number(stated)?, number(set)?);
    let share = (set - stated).abs().checked_div(stated)?;
    Some(
        (share.checked_mul(Decimal::ONE_HUNDRED)?)
            .round_dp(1)
            .normalize(),
    )
}

/// What a finding says of the difference, in both languages: nothing where it is no matter of
/// percent.
pub fn difference(named: &Named<'_>, answer: &Answer<'_, '_>, stand: Stand) -> (String, String) {
    let Some(percent) = percent_off(&named.mention.quantity, answer.quantity) else {
        return Default::default();
    };
    match stand {
        Stand::Below => (format!("，低{percent}%"), format!(", {percent}% lower")),
        Stand::Above => (format!("，高{percent}%"), format!(", {percent}% higher")),
        Stand::Holds => Default::default(),
    }
}

/// An indicator that speaks of what a text speaks of, in the same measure.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'c, 'a> {
    /// The indicator.
    pub row: &'c Row<'a>,
    /// Its value.
    pub quantity: &'a Quantity,
    /// How many pairs of characters they share.
    pub common: usize,
    /// Whether that is enough to say that they speak of the same thing.
    pub is_sure: bool,
}

/// The annual indicators that answer to a named quantity, those that share most first.
pub fn answers<'c, 'a>(case: &'c Case<'a>, named: &Named<'_>) -> Vec<Answer<'c, 'a>> {
    let alike = case.subject_index().alike(&named.about);
    let mut answers: Vec<Answer<'c, 'a>> = alike
        .into_iter()
        .filter_map(|(number, common)| {
            let row = case.rows.get(number)?;
            let quantity = row.quantity()?;
            let own = case.row_subjects().get(number)?;
            let is_sure = common >= 2 || common == own.len();
            same_measure(&named.mention.quantity, quantity).then_some(Answer {
                row,
                quantity,
                common,
                is_sure,
            })
        })
        .collect();
    answers.sort_by_key(|answer| std::cmp::Reverse(answer.common));
    answers
}

/// The indicator that says something else than a text does of the same thing. `all` are the
/// quantities that the text names; parts that add up to the indicator, and indicators that add up
/// to the text, agree.
pub fn contradiction<'c, 'a>(
    case: &'c Case<'a>,
    named: &Named<'_>,
    all: &[Named<'_>],
) -> Option<(Answer<'c, 'a>, Stand)> {
    let answers = answers(case, named);
    let best = match answers.first() {
        Some(best) if best.is_sure => *best,
        _ => only_answer(case, named, all)?,
    };
    let stated = &named.mention.quantity;
    let found = stand(stated, best.quantity).filter(|stand| *stand != Stand::Holds)?;
    let holds = |answer: &Answer<'_, '_>| stand(stated, answer.quantity) == Some(Stand::Holds);
    let is_tied = answers
        .get(1)
        .is_some_and(|second| second.common == best.common);
    if is_tied || answers.iter().any(holds) {
        return None;
    }
    let sum_of_answers = sum(answers.iter().map(|answer| answer.quantity));
    let own = case.row_subjects().get(best.row.index)?;
    let parts = all.iter().filter(|part| {
        same_measure(&part.mention.quantity, best.quantity) && part.about.touch(own)
    });
    let sum_of_parts = sum(parts.map(|part| &part.mention.quantity));
    let adds_up = sum_of_answers.is_some_and(|sum| Some(sum) == number(stated))
        || sum_of_parts.is_some_and(|sum| Some(sum) == number(best.quantity));
    (!adds_up).then_some((best, found))
}

/// The sum in the base unit; `None` where one is a range or has no number.
pub fn sum<'q>(mut quantities: impl Iterator<Item = &'q Quantity>) -> Option<Decimal> {
    quantities.try_fold(Decimal::ZERO, |sum, quantity| {
        sum.checked_add(number(quantity)?)
    })
}

/// The only indicator of a measure, where the text names that measure only once and both have some
/// word in common, a general one at least.
fn only_answer<'c, 'a>(
    case: &'c Case<'a>,
    named: &Named<'_>,
    all: &[Named<'_>],
) -> Option<Answer<'c, 'a>> {
    let stated = &named.mention.quantity;
    let is_counted = matches!(
        stated.dimension(),
        Dimension::Count | Dimension::Persons | Dimension::PersonTimes
    );
    let mut same = all
        .iter()
        .filter(|other| same_measure(&other.mention.quantity, stated));
    if !is_counted || same.nth(1).is_some() {
        return None;
    }
    let mut rows = case.annual_rows().filter_map(|row| {
        let quantity = row.quantity()?;
        same_measure(stated, quantity).then_some((row, quantity))
    });
    let (row, quantity) = rows.next()?;
    let is_only = rows.next().is_none();
    let common = Pairs::with_general(named.before).common(&Pairs::with_general(row.name));
    (is_only && common > 0).then_some(Answer {
        row,
        quantity,
        common,
        is_sure: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use plumbline_model::TargetValue;

    fn quantity(text: &str) -> Quantity {
        match TargetValue::compile(text) {
            TargetValue::Quantity(quantity) => quantity,
            other => panic!("{text}: {other:?}"),
        }
    }

    fn stands(stated: &str, set: &str) -> Option<Stand> {
        stand(&quantity(stated), &quantity(set))
    }

    #[test]
    fn a_value_may_promise_more_than_was_stated_as_the_least() {
        assert_eq!(stands("至少2次", "≥5次"), Some(Stand::Holds));
        assert_eq!(stands("2次", "≥5次"), Some(Stand::Above));
        assert_eq!(stands("1.5万人次", "≥12000人次"), Some(Stand::Below));
        assert_eq!(stands("100人左右", "≥95人"), Some(Stand::Holds));
        assert_eq!(stands("100人左右", "≥80人"), Some(Stand::Below));
        assert_eq!(stands("1-2期", "2期"), Some(Stand::Holds));
        assert_eq!(stands("不超过10天", "≤8天"), Some(Stand::Holds));
        assert_eq!(stands("不超过10天", "≤12天"), Some(Stand::Above));
    }

    #[test]
    fn units_convert_and_others_are_not_compared() {
        assert_eq!(stands("860名", "≤860人"), Some(Stand::Holds));
        assert_eq!(stands("2人", "2人次"), None);
        assert_eq!(stands("260元/人", "260元/人/天"), None);
        assert_eq!(stands("90%", "提高90%"), None);
    }
}
