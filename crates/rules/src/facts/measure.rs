//! What the names and quantities of indicators measure, for rules that hold one against the other.

use plumbline_model::{Decimal, KnownUnit, Magnitude, Measure, PerUnit, Quantity, Relation};

use crate::row::Row;
use crate::words::{Word, Words};

/// Characters at the end of a name that say what is measured (`…覆盖率`, `…人数`).
const ENDING_CHARS: usize = 3;
/// Longest adverse word before 率 or a word of counting, in characters.
const ADVERSE_CHARS: usize = 3;

/// The end of a name, a bracketed remark left out.
pub fn ending(name: &str) -> &str {
    last_chars(bare(name), ENDING_CHARS)
}

/// A name without a bracketed remark at its end.
pub fn bare(name: &str) -> &str {
    let open = match name.chars().next_back() {
        Some('）') => '（',
        Some(')') => '(',
        _ => return name,
    };
    match name.rfind(open) {
        Some(at) if at > 0 => name[..at].trim_end(),
        _ => name,
    }
}

fn last_chars(text: &str, n: usize) -> &str {
    let from = text.char_indices().rev().nth(n.saturating_sub(1));
    &text[from.map_or(0, |(at, _)| at)..]
}

/// Whether a text ends with one of these words.
pub fn ends_with_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.ends_with(word))
}

/// Whether a text contains one of these words.
pub fn contains_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether the name is one of a share (`…率`, `…比例`).
pub fn names_share(row: &Row<'_>) -> bool {
    row.ending.has(Word::Rate)
}

/// Whether the name is one of a count (`…人数`, `…数量`).
pub fn names_count(row: &Row<'_>) -> bool {
    row.ending.has_any(&[Word::CountName, Word::PersonTimes]) && !names_share(row)
}

/// Whether less is better by the name: what is measured is itself adverse (`故障率`, not
/// `故障修复率`; `事故起数`, not `处置事故起数`).
pub fn is_adverse(row: &Row<'_>) -> bool {
    if !row.words.has(Word::Adverse) {
        return false;
    }
    let name = row.bare_name;
    if let Some(thing) = name.strip_suffix('率') {
        return row.ending.has(Word::Adverse) || ends_adverse(thing);
    }
    let counts = ["次数", "件数", "起数", "人数", "数量", "数"];
    let thing = counts.iter().find_map(|count| name.strip_suffix(count));
    let thing = thing.map(|thing| thing.strip_suffix("发生").unwrap_or(thing));
    thing.is_some_and(ends_adverse) && !row.words.has(Word::Countered)
}

fn ends_adverse(thing: &str) -> bool {
    Words::of(last_chars(thing, ADVERSE_CHARS)).has(Word::Adverse)
}

/// The unit of the table that is printed, leaving aside per what.
pub fn unit(quantity: &Quantity) -> Option<KnownUnit> {
    match quantity.unit.measure {
        Measure::Known(unit) => Some(unit),
        _ => None,
    }
}

/// Whether the unit is this one.
pub fn is_in(quantity: &Quantity, symbol: &str) -> bool {
    unit(quantity).is_some_and(|unit| unit.symbol() == symbol)
}

/// Whether the unit is per a unit of one of these symbols.
pub fn is_per_any(quantity: &Quantity, symbols: &[&str]) -> bool {
    quantity.unit.per.iter().any(|per| match &per.unit {
        PerUnit::Known(unit) => symbols.contains(&unit.symbol()),
        PerUnit::Unknown(word) => symbols.contains(&&**word),
    })
}

/// Whether no number of the quantity other than 0 is stated.
pub fn is_zero(quantity: &Quantity) -> bool {
    quantity.value().is_some_and(|value| value.is_zero())
}

/// Whether the unit is % or ‰.
pub fn is_in_percent(quantity: &Quantity) -> bool {
    is_in(quantity, "%") || is_in(quantity, "‰")
}

/// Lower and upper bound in percent, if the unit is % or ‰.
pub fn percent_bounds(quantity: &Quantity) -> Option<(Option<Decimal>, Option<Decimal>)> {
    let percent = match unit(quantity)?.symbol() {
        "%" => |bound| bound,
        "‰" => |bound: Option<Decimal>| bound.map(|bound| bound / Decimal::TEN),
        _ => return None,
    };
    let (low, high) = quantity.bounds();
    Some((percent(low), percent(high)))
}

/// The largest number that is printed, in percent, if the unit is % or ‰.
pub fn largest_percent(quantity: &Quantity) -> Option<Decimal> {
    let (low, high) = percent_bounds(quantity)?;
    high.or(low)
}

/// Whether the number is a floor that excludes something: more than 0, or at least 1.
pub fn is_floor(quantity: &Quantity) -> bool {
    matches!(quantity.relation, Relation::AtLeast | Relation::MoreThan)
}

/// Lowest and highest number of a range.
pub fn range(quantity: &Quantity) -> Option<(Decimal, Decimal)> {
    match quantity.magnitude {
        Magnitude::Range(low, high) => Some((low.value()?, high.value()?)),
        Magnitude::One(_) => None,
    }
}

/// Whether an attitude or ability is stated in per cent (`积极性≥95%`). A share of people
/// (`能力提高的残疾人比例`) or of tests passed (`考核合格率`) can be counted.
pub fn is_attitude_in_percent(row: &Row<'_>) -> bool {
    let is_percent = || row.quantity().is_some_and(is_in_percent);
    if !row.words.has(Word::Attitude) || row.words.has(Word::Satisfaction) || !is_percent() {
        return false;
    }
    let of_attitude = [
        "提升率",
        "提高率",
        "增强率",
        "改善率",
        "发挥率",
        "作用率",
        "提升比例",
        "提高比例",
        "提升幅度",
    ];
    !row.ending.has(Word::Rate) || ends_with_any(row.bare_name, &of_attitude)
}
