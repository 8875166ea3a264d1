//! Measured values: a number or a range of numbers with its unit, per what per what.

use super::grade;
use super::number::{self, Figure, Multiplier, Numeral};
use super::relation::{self, Relation};
use super::scan::{Scan, is_han};
use super::unit::{
    MAX_WORD_CHARS, Measure, Per, Unit, assume_currency, leading_per, skip_idle_measure_word, unit,
};
use super::unit_table::{Dimension, KnownUnit};
use super::{Miss, Reason, time};
use rust_decimal::Decimal;

/// A number or range with its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// How the number bounds the value aimed at.
    pub relation: Relation,
    /// Whether the number is a level or a change (提高5%).
    pub change: Option<Change>,
    /// The number, or both ends of a range.
    pub magnitude: Magnitude,
    /// The unit, per what per what.
    pub unit: Unit,
    /// What is counted or done, where it is printed after the unit (`162个村` → 村, `30分钟内到达` →
    /// 到达).
    pub of: Option<Box<str>>,
}

/// One number or a range, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Magnitude {
    /// One number.
    One(Figure),
    /// From the first to the second.
    Range(Figure, Figure),
}

/// A number that states a change, not a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Upwards (提高, 增长) or downwards (下降, 减少).
    pub direction: ChangeDirection,
    /// Against the year before (同比, 较上年); otherwise against what, the text does not say.
    pub against_last_year: bool,
}

/// Direction of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangeDirection {
    /// 提高, 增长, 增加
    Rise,
    /// 下降, 减少, 缩短
    Fall,
}

impl Quantity {
    /// What the unit measures.
    pub fn dimension(&self) -> Dimension {
        self.unit.dimension()
    }

    /// The one number with its multiplier; `None` for a range.
    pub fn value(&self) -> Option<Decimal> {
        match self.magnitude {
            Magnitude::One(figure) => figure.value(),
            Magnitude::Range(..) => None,
        }
    }

    /// Lower and upper bound with their multipliers, in the printed unit: `≥95` has no upper one.
    /// A bare number, `=`, 约 and 达到 give the number as both.
    pub fn bounds(&self) -> (Option<Decimal>, Option<Decimal>) {
        let (low, high) = match self.magnitude {
            Magnitude::One(figure) => [figure.value(); 2].into(),
            Magnitude::Range(low, high) => (low.value(), high.value()),
        };
        match self.relation {
            Relation::AtLeast | Relation::MoreThan => (low, None),
            Relation::AtMost | Relation::LessThan => (None, high),
            _ => (low, high),
        }
    }

    /// Whether the currency is an assumption.
    pub fn assumes_currency(&self) -> bool {
        matches!(self.unit.measure, Measure::Assumed(_))
    }
}

/// Reads one quantity at the beginning of a clause. What is counted is read only where nothing
/// follows it.
pub(super) fn quantity(scan: &mut Scan<'_>) -> Result<Quantity, Miss> {
    let mut ahead = *scan;
    let mut per = leading_per(&mut ahead);
    let lead = lead(&mut ahead)?;
    if per.is_empty() {
        per = leading_per(&mut ahead);
    }
    if lead.says_nothing() && time::starts_in_figures(ahead) {
        return Err(Miss::No);
    }
    let per_hundred = percent_in_words(&mut ahead);
    let (magnitude, mut unit, relation, in_words) =
        measured(&mut ahead, per_hundred, lead.relation)?;
    let mut quantity = Quantity {
        relation,
        change: lead.change,
        magnitude,
        unit: Unit::default(),
        of: None,
    };
    if lead.kept_within && relation == Relation::Unstated && matches!(magnitude, Magnitude::One(_))
    {
        quantity.relation = Relation::AtMost;
    }
    unit.per.append(&mut per);
    quantity.unit = unit;
    assume_currency(&mut quantity.unit);
    if let Some(rate) = rate(&mut ahead, &quantity) {
        quantity = rate;
    } else {
        read_counted(&mut ahead, &mut quantity, in_words)?;
    }
    *scan = ahead;
    Ok(quantity)
}

/// Reads 一年两次 and 2年1次 as so many times per so much time, once the time is read.
fn rate(scan: &mut Scan<'_>, time: &Quantity) -> Option<Quantity> {
    let plain = time.relation == Relation::Unstated && time.change.is_none();
    let (Measure::Known(unit), Magnitude::One(figure)) = (&time.unit.measure, time.magnitude)
    else {
        return None;
    };
    if !plain || scan.is_end() || unit.dimension() != Dimension::Time || !time.unit.per.is_empty() {
        return None;
    }
    let time_unit = Per::of_time(figure.value()?, *unit)?;
    let mut ahead = *scan;
    let before = relation::lead(&mut ahead).ok()?;
    if before.relation == Relation::Unstated && time::starts_in_figures(ahead) {
        return None;
    }
    let (magnitude, mut unit_of_rate, relation, _) =
        measured(&mut ahead, None, before.relation).ok()?;
    let counts = matches!(
        unit_of_rate.dimension(),
        Dimension::Count | Dimension::Persons | Dimension::PersonTimes | Dimension::Money
    );
    if !counts || !unit_of_rate.per.is_empty() || before.kept_within {
        return None;
    }
    unit_of_rate.per.push(time_unit);
    *scan = ahead;
    Some(Quantity {
        relation,
        change: None,
        magnitude,
        unit: unit_of_rate,
        of: None,
    })
}

/// What stands before the number.
struct Lead {
    relation: Relation,
    kept_within: bool,
    change: Option<Change>,
}

impl Lead {
    fn says_nothing(&self) -> bool {
        self.relation == Relation::Unstated && self.change.is_none()
    }
}

const AGAINST_LAST_YEAR: &[&str] = &[
    "与上年相比",
    "较上年度",
    "比上年度",
    "较上年",
    "比上年",
    "较去年",
    "比去年",
    "同比",
];
const RISES: &[&str] = &[
    "提高", "提升", "增长", "增加", "上升", "增幅", "上涨", "递增",
];
const FALLS: &[&str] = &["下降", "降低", "减少", "缩短", "压减", "下浮", "节约", "降"];

fn lead(scan: &mut Scan<'_>) -> Result<Lead, Miss> {
    let contradictory = |()| Miss::Bad(Reason::Contradictory);
    let before = relation::lead(scan).map_err(contradictory)?;
    let against_last_year = scan.eat_any(AGAINST_LAST_YEAR);
    let direction = if scan.eat_any(RISES) {
        Some(ChangeDirection::Rise)
    } else if scan.eat_any(FALLS) {
        Some(ChangeDirection::Fall)
    } else {
        None
    };
    let mut lead = Lead {
        relation: before.relation,
        kept_within: before.kept_within,
        change: None,
    };
    let Some(direction) = direction else {
        return if against_last_year {
            Err(Miss::No)
        } else {
            Ok(lead)
        };
    };
    let to_level = scan.eat_any(&["到", "至"]);
    if to_level && !against_last_year {
        // 提高到95% states the level to be reached, not the change.
        let reached = match direction {
            ChangeDirection::Rise => Relation::Reaches,
            ChangeDirection::Fall => Relation::AtMost,
        };
        lead.relation = lead
            .relation
            .and(reached)
            .ok_or(Miss::Bad(Reason::Contradictory))?;
    } else {
        lead.change = Some(Change {
            direction,
            against_last_year,
        });
    }
    scan.eat("率");
    let after = relation::lead(scan).map_err(contradictory)?;
    lead.relation = lead
        .relation
        .and(after.relation)
        .ok_or(Miss::Bad(Reason::Contradictory))?;
    lead.kept_within |= after.kept_within;
    Ok(lead)
}

/// 百分之, 千分之: the unit that is printed before the number.
fn percent_in_words(scan: &mut Scan<'_>) -> Option<KnownUnit> {
    if scan.eat("百分之") {
        Some(KnownUnit::percent())
    } else if scan.eat("千分之") {
        Some(KnownUnit::permille())
    } else {
        None
    }
}

/// Reads number, range, unit and what may stand after them.
fn measured(
    scan: &mut Scan<'_>,
    per_hundred: Option<KnownUnit>,
    before: Relation,
) -> Result<(Magnitude, Unit, Relation, bool), Miss> {
    let mut first = end(scan, per_hundred)?;
    let mut relation = Some(before).and_then(|r| r.and(first.relation));
    let mut second = None;
    let mut ahead = *scan;
    if ahead.eat_range_sign() {
        let per_hundred = percent_in_words(&mut ahead);
        if let Ok(high) = end(&mut ahead, per_hundred) {
            *scan = ahead;
            relation = relation.and_then(|r| r.and(high.relation));
            second = Some(high);
        }
    }
    let relation = relation.ok_or(Miss::Bad(Reason::Contradictory))?;
    let in_words = first.in_words;
    let Some(high) = second else {
        value_fits(first.figure)?;
        return Ok((Magnitude::One(first.figure), first.unit, relation, in_words));
    };
    if relation.is_floor() && relation != Relation::Reaches || relation.is_ceiling() {
        return Err(Miss::Bad(Reason::Contradictory));
    }
    if !first.unit.is_none() && first.unit != high.unit {
        return Err(Miss::Bad(Reason::MixedUnits));
    }
    share_multiplier(&mut first.figure, high.figure);
    if value_fits(first.figure)? > value_fits(high.figure)? {
        return Err(Miss::Bad(Reason::Reversed));
    }
    let magnitude = Magnitude::Range(first.figure, high.figure);
    Ok((magnitude, high.unit, relation, in_words || high.in_words))
}

/// In `5-10万元` the multiplier belongs to both ends; in `5000-1万元` only to the second.
fn share_multiplier(low: &mut Figure, high: Figure) {
    if low.multiplier == Multiplier::One && low.digits <= high.digits {
        low.multiplier = high.multiplier;
    }
}

fn value_fits(figure: Figure) -> Result<Decimal, Miss> {
    figure.value().ok_or(Miss::Bad(Reason::NumberTooLarge))
}

/// One end of a range, or the whole of a single number, with what follows it.
struct End {
    figure: Figure,
    unit: Unit,
    relation: Relation,
    in_words: bool,
}

fn end(scan: &mut Scan<'_>, per_hundred: Option<KnownUnit>) -> Result<End, Miss> {
    if per_hundred.is_some() && scan.eat("百") {
        // 百分之百
        let figure = Figure {
            digits: Decimal::ONE_HUNDRED,
            multiplier: Multiplier::One,
        };
        let unit = Unit {
            measure: per_hundred.map_or(Measure::None, Measure::Known),
            per: Vec::new(),
        };
        let relation = relation::after(scan).unwrap_or_default();
        return Ok(End {
            figure,
            unit,
            relation,
            in_words: true,
        });
    }
    let Numeral { value, in_words } = read_numeral(scan)?;
    let mut relation = more_after_number(scan);
    let multiplier = match KnownUnit::at(scan.rest) {
        Some(_) => Multiplier::One,
        None => Multiplier::read(scan),
    };
    let mut is_split = false;
    if relation == Relation::Unstated {
        relation = more_after_number(scan);
        is_split = relation != Relation::Unstated;
    }
    let unit = match per_hundred {
        Some(percent) => Unit {
            measure: Measure::Known(percent),
            per: Vec::new(),
        },
        None => unit(scan, in_words)?,
    };
    if in_words && !counts_in_words(&unit) {
        return Err(Miss::No);
    }
    let after_unit = relation::after(scan).unwrap_or_default();
    let relation = relation
        .and(after_unit)
        .ok_or(Miss::Bad(Reason::Contradictory))?;
    if (is_split && is_other_unit(multiplier, &unit)) || is_year(value, &unit) {
        return Err(Miss::No);
    }
    Ok(End {
        figure: Figure {
            digits: value,
            multiplier,
        },
        unit,
        relation,
        in_words,
    })
}

/// Whether multiplier and unit together would read as one unit: 千余克 is not 千克.
fn is_other_unit(multiplier: Multiplier, unit: &Unit) -> bool {
    let Measure::Known(known) = &unit.measure else {
        return false;
    };
    multiplier != Multiplier::One
        && KnownUnit::at(&format!("{}{}", multiplier.printed(), known.symbol())).is_some()
}

/// Whether a Chinese numeral before the unit is a number: 二类 and 二期 are names, and so is 二 alone.
fn counts_in_words(unit: &Unit) -> bool {
    match &unit.measure {
        Measure::Known(known) => {
            let names = ["类", "期", "档", "段", "版", "组", "路", "班"];
            !names.contains(&known.symbol())
        }
        _ => false,
    }
}

/// Whether 2024年 is a year and no length of time.
fn is_year(value: Decimal, unit: &Unit) -> bool {
    let is_years = matches!(&unit.measure, Measure::Known(known) if known.symbol() == "年");
    is_years && unit.per.is_empty() && (Decimal::from(1000)..Decimal::from(10_000)).contains(&value)
}

fn read_numeral(scan: &mut Scan<'_>) -> Result<Numeral, Miss> {
    if scan.rest.starts_with("半") && KnownUnit::at(&scan.rest["半".len()..]).is_some() {
        scan.skip("半".len());
        return Ok(Numeral {
            value: Decimal::new(5, 1),
            in_words: true,
        });
    }
    number::numeral(scan).map_err(Miss::Bad)?.ok_or(Miss::No)
}

/// 余, 多 and + between number and unit.
fn more_after_number(scan: &mut Scan<'_>) -> Relation {
    let next = scan.peek();
    if next == Some('余') || next == Some('多') {
        scan.skip("余".len());
        return Relation::MoreThan;
    }
    if scan.eat("+") {
        Relation::AtLeast
    } else {
        Relation::Unstated
    }
}

/// Reads what is counted, up to the end of the clause.
fn read_counted(scan: &mut Scan<'_>, quantity: &mut Quantity, in_words: bool) -> Result<(), Miss> {
    let mut ahead = *scan;
    ahead.eat("的");
    if ahead.is_end() {
        return Ok(());
    }
    let Some(counts) = counted(quantity, in_words) else {
        return Ok(());
    };
    let Some((word, after)) = relation::split_after(ahead.rest) else {
        return Ok(());
    };
    let n_chars = word.chars().count();
    let is_noun = (1..=MAX_WORD_CHARS).contains(&n_chars) && word.chars().all(is_han);
    let is_action = matches!(counts, Counted::Action);
    if !is_noun || (!is_action && grade::says_something(word)) || joins_unit(&quantity.unit, word) {
        return Ok(());
    }
    quantity.relation = quantity
        .relation
        .and(after)
        .ok_or(Miss::Bad(Reason::Contradictory))?;
    quantity.of = Some(word.into());
    scan.skip(scan.rest.len());
    Ok(())
}

/// Whether unit and noun together would read as another unit: 人 and 次 make 人次, 个 and 月 make 月.
fn joins_unit(unit: &Unit, noun: &str) -> bool {
    let Measure::Known(known) = &unit.measure else {
        return true;
    };
    let symbol = known.symbol();
    let is_time = known.dimension() == Dimension::Time;
    let together = format!("{symbol}{noun}");
    let longer = KnownUnit::at(&together).is_some_and(|(n_bytes, _)| n_bytes > symbol.len());
    let mut ahead = Scan::new(&together);
    skip_idle_measure_word(&mut ahead);
    longer
        || ahead.rest.len() < together.len()
        || noun.starts_with(['每', '的', '底', '末', '初'])
        || (is_time && noun.starts_with('中'))
        || relation::after(&mut Scan::new(noun)).is_some()
}

/// What may follow a quantity.
enum Counted {
    /// Things: 5个村.
    Noun,
    /// What is done in the time or to the share: 30分钟内到达, 100%覆盖.
    Action,
}

/// What may follow: 一次 before a noun is seldom a number, 3年 before one seldom a goal.
fn counted(quantity: &Quantity, in_words: bool) -> Option<Counted> {
    let Measure::Known(unit) = &quantity.unit.measure else {
        return None;
    };
    if !quantity.unit.per.is_empty() || (in_words && unit.symbol() != "个") {
        return None;
    }
    match unit.dimension() {
        Dimension::Share => Some(Counted::Action),
        Dimension::Time if quantity.relation == Relation::AtMost => Some(Counted::Action),
        Dimension::Time | Dimension::Score => None,
        _ => Some(Counted::Noun),
    }
}
