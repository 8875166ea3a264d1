//! Units of measure, from `official/units/units.toml`.

use super::fold::{Folded, fold};
use super::words::Words;
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// A share of a whole (%, ‰, 百分点, 倍).
    Share,
    /// Money (元).
    Money,
    /// People (人, 名).
    Persons,
    /// Person-times and person-days (人次, 人天).
    PersonTimes,
    /// Things counted by a measure word (个, 次, 份 …).
    Count,
    /// Length (米, 公里).
    Length,
    /// Area (平方米, 亩).
    Area,
    /// Mass (千克, 吨).
    Mass,
    /// Volume (立方米, 升).
    Volume,
    /// Time (天, 月, 年 …).
    Time,
    /// Points of an assessment (分).
    Score,
    /// Other physical quantities (℃, 千瓦时, 分贝).
    Physical,
    /// A number without a unit.
    None,
    /// A measure word that the unit table does not contain.
    Unknown,
}

impl Dimension {
    /// Stable code, as in the unit table and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Dimension::Share => "share",
            Dimension::Money => "money",
            Dimension::Persons => "persons",
            Dimension::PersonTimes => "person_times",
            Dimension::Count => "count",
            Dimension::Length => "length",
            Dimension::Area => "area",
            Dimension::Mass => "mass",
            Dimension::Volume => "volume",
            Dimension::Time => "time",
            Dimension::Score => "score",
            Dimension::Physical => "physical",
            Dimension::None => "none",
            Dimension::Unknown => "unknown",
        }
    }

    fn from_code(code: &str) -> Option<Dimension> {
        const LISTED: [Dimension; 12] = [
            Dimension::Share,
            Dimension::Money,
            Dimension::Persons,
            Dimension::PersonTimes,
            Dimension::Count,
            Dimension::Length,
            Dimension::Area,
            Dimension::Mass,
            Dimension::Volume,
            Dimension::Time,
            Dimension::Score,
            Dimension::Physical,
        ];
        LISTED.into_iter().find(|d| d.code() == code)
    }
}

/// A unit of the unit table; cheap to copy.
#[derive(Clone, Copy)]
pub struct KnownUnit(&'static UnitRow);

struct UnitRow {
    symbol: String,
    dimension: Dimension,
    one: String,
    many: String,
    /// Factor and symbol of the base unit (`""` is the pure number).
    base: Option<(Decimal, String)>,
}

impl KnownUnit {
    /// The unit as the normal form prints it (`天` also for 日).
    pub fn symbol(self) -> &'static str {
        &self.0.symbol
    }

    /// What it measures.
    pub fn dimension(self) -> Dimension {
        self.0.dimension
    }

    /// English name, singular or plural.
    pub fn english(self, plural: bool) -> &'static str {
        if plural { &self.0.many } else { &self.0.one }
    }

    /// How many of which base unit one of this is: `小时` → 3600 `秒`; a share → a pure number and
    /// `""`; a unit that is its own base → 1 and itself. Two quantities can be compared when their
    /// base symbols are equal.
    pub fn base(self) -> (Decimal, &'static str) {
        match &self.0.base {
            Some((factor, symbol)) => (*factor, symbol),
            None => (Decimal::ONE, &self.0.symbol),
        }
    }

    /// The unit printed as `text`, in any of its spellings.
    pub fn from_printed(text: &str) -> Option<KnownUnit> {
        match fold(text) {
            Folded::Text(text) => TABLE.spellings.get(&text),
            Folded::TooLong(_) => None,
        }
    }

    /// The longest unit at the beginning of folded text, with its length in bytes. A unit written
    /// in letters ends where the letters end.
    pub(super) fn at(text: &str) -> Option<(usize, KnownUnit)> {
        let (n_bytes, unit) = TABLE.spellings.at(text)?;
        let ends_in_letter = text.as_bytes()[n_bytes - 1].is_ascii_alphanumeric();
        let letter_follows = text
            .as_bytes()
            .get(n_bytes)
            .is_some_and(u8::is_ascii_alphanumeric);
        (!(ends_in_letter && letter_follows)).then_some((n_bytes, unit))
    }

    /// 元, the currency assumed where an amount per person prints none.
    pub(super) fn yuan() -> KnownUnit {
        TABLE.yuan
    }

    /// %, the unit of 百分之九十.
    pub(super) fn percent() -> KnownUnit {
        TABLE.percent
    }

    /// ‰, the unit of 千分之三.
    pub(super) fn permille() -> KnownUnit {
        TABLE.permille
    }

    /// Every unit of the table.
    #[cfg(test)]
    pub(super) fn all() -> impl Iterator<Item = KnownUnit> {
        TABLE
            .spellings
            .iter()
            .filter(|(word, unit)| *word == unit.symbol())
            .map(|(_, unit)| *unit)
    }
}

impl PartialEq for KnownUnit {
    fn eq(&self, other: &Self) -> bool {
        self.symbol() == other.symbol()
    }
}

impl Eq for KnownUnit {}

impl std::fmt::Debug for KnownUnit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "KnownUnit({})", self.symbol())
    }
}

/// A line of the unit table as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    en: String,
    ens: Option<String>,
    is: Option<String>,
    #[serde(default)]
    also: Vec<String>,
}

struct Table {
    spellings: Words<KnownUnit>,
    yuan: KnownUnit,
    percent: KnownUnit,
    permille: KnownUnit,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    load(include_str!("../../../../official/units/units.toml"))
        .unwrap_or_else(|problem| panic!("official/units/units.toml: {problem}"))
});

fn load(text: &str) -> Result<Table, String> {
    let sections: BTreeMap<String, BTreeMap<String, Line>> =
        toml::from_str(text).map_err(|e| e.to_string())?;
    let mut spellings = Vec::new();
    for (code, lines) in sections {
        let dimension = Dimension::from_code(&code).ok_or(format!("unknown dimension {code}"))?;
        for (symbol, line) in lines {
            let base = line.is.as_deref().map(base_of).transpose()?;
            // The table lives as long as the program, and so do its rows.
            let unit = KnownUnit(Box::leak(Box::new(UnitRow {
                symbol: symbol.clone(),
                dimension,
                many: line.ens.unwrap_or_else(|| format!("{}s", line.en)),
                one: line.en,
                base,
            })));
            spellings.push((symbol, unit));
            spellings.extend(line.also.into_iter().map(|word| (word, unit)));
        }
    }
    let spellings = Words::new(spellings);
    let required = |symbol: &str| spellings.get(symbol).ok_or(format!("no unit {symbol}"));
    Ok(Table {
        yuan: required("元")?,
        percent: required("%")?,
        permille: required("‰")?,
        spellings,
    })
}

/// Reads the factor and the base unit of `3600 秒`.
fn base_of(is: &str) -> Result<(Decimal, String), String> {
    let (factor, symbol) = is.split_once(' ').unwrap_or((is, ""));
    let factor = factor.parse().map_err(|_| format!("no factor in {is:?}"))?;
    Ok((factor, symbol.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_in_its_folded_form() {
        for (word, _) in TABLE.spellings.iter() {
            let Folded::Text(folded) = fold(word) else {
                panic!("{word} is too long");
            };
            assert_eq!(folded, word);
        }
    }

    #[test]
    fn every_base_is_a_unit_of_the_same_dimension_that_is_its_own_base() {
        for unit in KnownUnit::all() {
            let (_, symbol) = unit.base();
            if symbol.is_empty() {
                assert_eq!(unit.dimension(), Dimension::Share);
                continue;
            }
            let base = KnownUnit::from_printed(symbol).expect(symbol);
            assert_eq!(base.dimension(), unit.dimension(), "{unit:?}");
            assert_eq!(base.base(), (Decimal::ONE, base.symbol()), "{unit:?}");
        }
    }

    #[test]
    fn no_spelling_stands_in_two_lines() {
        let sections: BTreeMap<String, BTreeMap<String, Line>> =
            toml::from_str(include_str!("../../../../official/units/units.toml")).expect("valid");
        let mut seen = std::collections::BTreeSet::new();
        for (symbol, line) in sections.into_values().flatten() {
            for word in std::iter::once(symbol).chain(line.also) {
                assert!(seen.insert(word.clone()), "{word} stands twice");
            }
        }
    }

    #[test]
    fn units_relate_to_their_base() {
        let hour = KnownUnit::from_printed("小时").expect("known");
        assert_eq!(hour.base(), (Decimal::from(3600), "秒"));
        let percent = KnownUnit::from_printed("％").expect("known");
        assert_eq!(percent.base(), (Decimal::new(1, 2), ""));
    }
}
