//! The unit of a quantity: what is measured, per what per what.

use super::scan::{Scan, is_han};
use super::unit_table::{Dimension, KnownUnit};
use super::{Miss, Reason, grade, number, relation};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A unit: what is measured, per what per what (`元/人/天`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// What is measured.
    pub measure: Measure,
    /// Per what, in printed order.
    pub per: Vec<Per>,
}

/// What a unit measures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// No unit printed.
    #[default]
    None,
    /// A unit of the unit table.
    Known(KnownUnit),
    /// No unit printed, but the rest of the value leaves only one: an amount per person is money in
    /// yuan (`1200/人/年`).
    Assumed(KnownUnit),
    /// A measure word that the unit table does not contain.
    Unknown(Box<str>),
}

/// `/天`, `/2年`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Per {
    /// How many of the unit, normally 1.
    pub count: u32,
    /// The unit.
    pub unit: PerUnit,
}

/// A unit after `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PerUnit {
    /// A unit of the unit table.
    Known(KnownUnit),
    /// Another word (`/标段`).
    Unknown(Box<str>),
}

impl Unit {
    /// What is measured, leaving aside per what.
    pub fn dimension(&self) -> Dimension {
        match &self.measure {
            Measure::None => Dimension::None,
            Measure::Known(unit) | Measure::Assumed(unit) => unit.dimension(),
            Measure::Unknown(_) => Dimension::Unknown,
        }
    }

    /// Whether some part of the unit is per a unit of this dimension.
    pub fn is_per(&self, dimension: Dimension) -> bool {
        self.per.iter().any(|per| match &per.unit {
            PerUnit::Known(unit) => unit.dimension() == dimension,
            PerUnit::Unknown(_) => dimension == Dimension::Unknown,
        })
    }

    pub(super) fn is_none(&self) -> bool {
        self.measure == Measure::None && self.per.is_empty()
    }
}

impl Per {
    /// The `/2年` of a length of time, if it is a whole number of units; half a year is a unit too.
    pub(super) fn of_time(length: Decimal, unit: KnownUnit) -> Option<Per> {
        let half_year = KnownUnit::at("半年").map(|(_, unit)| unit);
        let (length, unit) = match half_year {
            Some(half) if unit.symbol() == "年" && length == Decimal::new(5, 1) => {
                (Decimal::ONE, half)
            }
            _ => (length, unit),
        };
        let count = Some(length).filter(Decimal::is_integer)?.to_u32()?;
        let unit = PerUnit::Known(unit);
        (1..=MAX_PER_COUNT)
            .contains(&count)
            .then_some(Per { count, unit })
    }
}

/// Most `/` parts of one unit.
const MAX_PER: usize = 6;
/// Largest count in a `/` part (`/100人`).
const MAX_PER_COUNT: u32 = 1_000;
/// Longest word that passes for a measure word or for what is counted, in characters.
pub(super) const MAX_WORD_CHARS: usize = 8;

/// What no measure word begins with: parts of a number or a date, and words that
/// join or point.
const NO_MEASURE_WORD: [char; 26] = [
    '余', '多', '十', '百', '千', '万', '亿', '和', '及', '与', '或', '的', '等', '第', '每', '前',
    '后', '以', '之', '止', '底', '末', '初', '中', '上', '下',
];
/// What an amount per something is for, where it stands between the two (每亩补助500元).
const PAYMENTS: &[&str] = &[
    "补助", "补贴", "奖励", "资助", "奖补", "发放", "给予", "支付", "标准",
];

/// Reads `元/人/天`. After Chinese numerals only known units count (一般 is no unit).
pub(super) fn unit(scan: &mut Scan<'_>, in_words: bool) -> Result<Unit, Miss> {
    let measure = measure(scan, in_words)?;
    let mut per = Vec::new();
    while per.len() < MAX_PER {
        let mut ahead = *scan;
        let joined = if per.is_empty() {
            ahead.eat("/")
        } else {
            ahead.eat_any(&["/", "·", "*", "."])
        };
        let each = ahead.eat("每");
        if !(joined || each) {
            break;
        }
        let Some(next) = read_per(&mut ahead) else {
            break;
        };
        per.push(next);
        *scan = ahead;
    }
    Ok(Unit { measure, per })
}

fn measure(scan: &mut Scan<'_>, in_words: bool) -> Result<Measure, Miss> {
    skip_idle_measure_word(scan);
    if let Some((n_bytes, unit)) = KnownUnit::at(scan.rest) {
        scan.skip(n_bytes);
        return Ok(Measure::Known(unit));
    }
    let Some(next) = scan.peek() else {
        return Ok(Measure::None);
    };
    let may_be_word = is_han(next) || next.is_ascii_alphabetic();
    if in_words || !may_be_word || matches!(next, '至' | '到' | '每') || ends_number(*scan) {
        return Ok(Measure::None);
    }
    match unknown_word(scan) {
        Some(word) => Ok(Measure::Unknown(word.into())),
        None => Err(Miss::Bad(Reason::UnknownUnit)),
    }
}

fn ends_number(mut scan: Scan<'_>) -> bool {
    relation::after(&mut scan).is_some()
}

/// Reads the 个 of 个月 or 个人, which measures nothing itself.
pub(super) fn skip_idle_measure_word(scan: &mut Scan<'_>) {
    let Some(rest) = scan.rest.strip_prefix('个') else {
        return;
    };
    let Some((_, unit)) = KnownUnit::at(rest) else {
        return;
    };
    let is_idle = matches!(
        unit.dimension(),
        Dimension::Time | Dimension::Share | Dimension::Persons
    );
    if is_idle {
        scan.rest = rest;
    }
}

/// Reads a short word that may be a unit nobody listed: all Chinese characters or letters and digits,
/// saying nothing qualitative.
fn unknown_word<'a>(scan: &mut Scan<'a>) -> Option<&'a str> {
    let mut ahead = *scan;
    let first = ahead.peek()?;
    let word = if is_han(first) {
        ahead.take_while(|c| is_han(c) && c != '每')
    } else if first.is_ascii_alphabetic() {
        ahead.take_while(|c| c.is_ascii_alphanumeric())
    } else {
        return None;
    };
    let (word, _) = relation::split_after(word)?;
    let reads_otherwise = NO_MEASURE_WORD.contains(&first);
    let is_letter = word.len() == 1;
    let fits = (1..=MAX_WORD_CHARS).contains(&word.chars().count());
    if !fits || reads_otherwise || is_letter || grade::says_something(word) {
        return None;
    }
    scan.skip(word.len());
    Some(word)
}

/// Reads what follows `/` or 每.
pub(super) fn read_per(scan: &mut Scan<'_>) -> Option<Per> {
    let mut ahead = *scan;
    if !ahead.eat("每") {
        ahead.eat("(");
    }
    let count = per_count(&mut ahead)?;
    skip_measure_word_before_noun(&mut ahead);
    let unit = match KnownUnit::at(ahead.rest) {
        Some((n_bytes, unit)) => {
            ahead.skip(n_bytes);
            PerUnit::Known(unit)
        }
        None => PerUnit::Unknown(unknown_word(&mut ahead)?.into()),
    };
    ahead.eat(")");
    *scan = ahead;
    Some(Per { count, unit })
}

/// Reads the 2 of `每2年`; 1 where none is printed, `None` where it is no small whole number.
fn per_count(scan: &mut Scan<'_>) -> Option<u32> {
    if KnownUnit::at(scan.rest).is_some() {
        return Some(1);
    }
    let mut ahead = *scan;
    let count = if ahead.at_digit() {
        ahead
            .take_while(|c| c.is_ascii_digit())
            .parse::<u32>()
            .ok()?
    } else {
        match number::words(&mut ahead) {
            Some(count) => u32::try_from(count).ok()?,
            None => return Some(1),
        }
    };
    *scan = ahead;
    (1..=MAX_PER_COUNT).contains(&count).then_some(count)
}

/// Reads the 个 of 每个村, 每名学员, 每个月.
fn skip_measure_word_before_noun(scan: &mut Scan<'_>) {
    for word in ["个", "名", "位", "家"] {
        if let Some(rest) = scan.rest.strip_prefix(word)
            && KnownUnit::at(rest).is_some()
        {
            scan.rest = rest;
            return;
        }
    }
}

/// Reads 每人每天, 人均 before the number.
pub(super) fn leading_per(scan: &mut Scan<'_>) -> Vec<Per> {
    let mut per = Vec::new();
    while per.len() < MAX_PER {
        let mut ahead = *scan;
        let each = ahead.eat("每");
        let Some(next) = (if each {
            read_known_per(&mut ahead)
        } else {
            average(&mut ahead)
        }) else {
            break;
        };
        per.push(next);
        *scan = ahead;
    }
    if !per.is_empty() {
        scan.eat_any(PAYMENTS);
    }
    per
}

fn read_known_per(scan: &mut Scan<'_>) -> Option<Per> {
    let per = read_per(scan)?;
    matches!(per.unit, PerUnit::Known(_)).then_some(per)
}

/// Reads 人均, 户均, 亩均, 年均, 月均.
fn average(scan: &mut Scan<'_>) -> Option<Per> {
    let mut ahead = *scan;
    let word = ahead
        .peek()
        .filter(|c| matches!(c, '人' | '户' | '亩' | '年' | '月' | '日' | '村'))?;
    ahead.skip(word.len_utf8());
    if !ahead.eat("均") {
        return None;
    }
    let (_, unit) = KnownUnit::at(scan.rest)?;
    *scan = ahead;
    Some(Per {
        count: 1,
        unit: PerUnit::Known(unit),
    })
}

/// An amount per person without a unit is money.
pub(super) fn assume_currency(unit: &mut Unit) {
    if unit.measure == Measure::None && unit.is_per(Dimension::Persons) {
        unit.measure = Measure::Assumed(KnownUnit::yuan());
    }
}
