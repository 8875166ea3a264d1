//! The normal form of a value, which compiles to the value again.

use super::date::{Date, DatePart, DatePoint, DateRelation, Edge, Frequency, Year};
use super::list::ListItem;
use super::number::Figure;
use super::quantity::{Change, ChangeDirection, Magnitude, Quantity};
use super::relation::Relation;
use super::unit::{Measure, Per, PerUnit, Unit};
use super::{Dimension, KnownUnit, TargetValue};
use std::fmt::{Display, Formatter, Result};

impl Display for TargetValue {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            TargetValue::Quantity(quantity) => quantity.fmt(f),
            TargetValue::Date(date) => date.fmt(f),
            TargetValue::Frequency(frequency) => frequency.fmt(f),
            TargetValue::Grade(grade) => f.write_str(&grade.phrase),
            TargetValue::List(items) => list(items, f),
            TargetValue::NotApplicable => f.write_str("不适用"),
            TargetValue::Unclear(unclear) => f.write_str(&unclear.text),
        }
    }
}

/// The sign or word before a number.
pub(super) fn sign(relation: Relation) -> &'static str {
    match relation {
        Relation::Unstated => "",
        Relation::Equal => "=",
        Relation::AtLeast => "≥",
        Relation::MoreThan => ">",
        Relation::AtMost => "≤",
        Relation::LessThan => "<",
        Relation::About => "约",
        Relation::Reaches => "达到",
    }
}

impl Display for Quantity {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if let Some(change) = self.change {
            change.fmt(f)?;
        }
        f.write_str(sign(self.relation))?;
        self.magnitude.fmt(f)?;
        self.unit.fmt(f)?;
        f.write_str(self.of.as_deref().unwrap_or(""))
    }
}

impl Display for Change {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(if self.against_last_year {
            "较上年"
        } else {
            ""
        })?;
        f.write_str(match self.direction {
            ChangeDirection::Rise => "提高",
            ChangeDirection::Fall => "下降",
        })
    }
}

impl Display for Magnitude {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Magnitude::One(figure) => figure.fmt(f),
            Magnitude::Range(low, high) => {
                // A shared multiplier is printed once, a dash must not meet a minus.
                let shared = low.multiplier == high.multiplier;
                let sign = if high.digits.is_sign_negative() {
                    "~"
                } else {
                    "-"
                };
                match shared {
                    true => write!(f, "{}{sign}{high}", low.digits),
                    false => write!(f, "{low}{sign}{high}"),
                }
            }
        }
    }
}

impl Display for Figure {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}{}", self.digits, self.multiplier.printed())
    }
}

impl Display for Unit {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match &self.measure {
            Measure::None | Measure::Assumed(_) => {}
            Measure::Known(unit) => f.write_str(measure_word(*unit))?,
            Measure::Unknown(word) => f.write_str(word)?,
        }
        for (i, per) in self.per.iter().enumerate() {
            f.write_str(if i == 0 && self.joins_first_per() {
                "/每"
            } else {
                "/"
            })?;
            per.fmt(f)?;
        }
        Ok(())
    }
}

impl Unit {
    /// Whether measure and first `/` part would read as one unit (`台/套`).
    fn joins_first_per(&self) -> bool {
        let (Measure::Known(unit), Some(per)) = (&self.measure, self.per.first()) else {
            return false;
        };
        let together = format!("{}/{per}", unit.symbol());
        KnownUnit::at(&together).is_some_and(|(n_bytes, _)| n_bytes > unit.symbol().len())
    }
}

/// A unit after a number: 3个月 is a length of time, 3月 is March.
pub(super) fn measure_word(unit: KnownUnit) -> &'static str {
    match unit.symbol() {
        "月" => "个月",
        "季度" => "个季度",
        "百分点" => "个百分点",
        "工作日" => "个工作日",
        "学期" => "个学期",
        symbol => symbol,
    }
}

impl Display for Per {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let word = match &self.unit {
            PerUnit::Known(unit) if self.count > 1 => measure_word(*unit),
            PerUnit::Known(unit) => unit.symbol(),
            PerUnit::Unknown(word) => word,
        };
        match self.count {
            1 => f.write_str(word),
            count => write!(f, "{count}{word}"),
        }
    }
}

impl Display for Date {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let no_year = self.from.year == Year::Unstated && self.from.part == DatePart::Whole;
        if no_year && self.relation == DateRelation::Within && self.from.edge == Edge::Whole {
            f.write_str("年")?;
        }
        self.from.fmt(f)?;
        if let Some(to) = &self.to {
            let mut to = *to;
            let is_bare_year = to.part == DatePart::Whole && to.edge == Edge::Whole;
            if to.year == self.from.year && !is_bare_year {
                to.year = Year::Unstated;
            }
            write!(f, "-{to}")?;
        }
        f.write_str(if self.relation == DateRelation::Throughout {
            "全年"
        } else {
            ""
        })?;
        f.write_str(date_relation(self.relation))?;
        f.write_str(self.event.as_deref().unwrap_or(""))
    }
}

/// The word after a date.
fn date_relation(relation: DateRelation) -> &'static str {
    match relation {
        DateRelation::In | DateRelation::Throughout => "",
        DateRelation::By => "前",
        DateRelation::Within => "内",
        DateRelation::From => "起",
        DateRelation::After => "后",
        DateRelation::About => "左右",
    }
}

impl Display for DatePoint {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.year.fmt(f)?;
        match self.part {
            DatePart::Whole if self.year == Year::Unstated && self.edge != Edge::Whole => {
                f.write_str("年")?;
            }
            DatePart::Whole => {}
            DatePart::Half(1) => f.write_str("上半年")?,
            DatePart::Half(_) => f.write_str("下半年")?,
            DatePart::Quarter(quarter) => write!(f, "第{quarter}季度")?,
            DatePart::Month(month) => write!(f, "{month}月")?,
            DatePart::Day(month, day) => write!(f, "{month}月{day}日")?,
            DatePart::DayOfMonth(day) => write!(f, "{day}日")?,
            DatePart::Festival(name) => f.write_str(name)?,
        }
        f.write_str(match (self.part, self.edge) {
            (DatePart::Half(_) | DatePart::Quarter(_), Edge::End) => "末",
            (_, whole) => edge(whole),
        })
    }
}

impl Display for Year {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Year::Unstated => Ok(()),
            Year::Current => f.write_str("当年"),
            Year::Next => f.write_str("次年"),
            Year::Last => f.write_str("上年"),
            Year::Stated(year) => write!(f, "{year}年"),
        }
    }
}

fn edge(edge: Edge) -> &'static str {
    match edge {
        Edge::Whole => "",
        Edge::Start => "初",
        Edge::Middle => "中",
        Edge::End => "底",
        Edge::FirstTenDays => "上旬",
        Edge::SecondTenDays => "中旬",
        Edge::LastDays => "下旬",
    }
}

impl Display for Frequency {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "每{}", self.every)?;
        if let Some((relation, point)) = &self.at {
            // 每月底: the period itself is what has the edge.
            match point.part {
                DatePart::Whole => f.write_str(edge(point.edge))?,
                _ => point.fmt(f)?,
            }
            f.write_str(date_relation(*relation))?;
        }
        f.write_str(self.event.as_deref().unwrap_or(""))
    }
}

/// Prints a list: `a、b` where nothing has a label, else `label：a,b;label：c`.
fn list(items: &[ListItem], f: &mut Formatter<'_>) -> Result {
    let plain = items.iter().all(|item| item.label.is_none());
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            f.write_str(if plain { "、" } else { "；" })?;
        }
        item.fmt(f)?;
    }
    Ok(())
}

impl Display for ListItem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if let Some(label) = &self.label {
            f.write_str(label)?;
            f.write_str(if self.values.is_empty() { "" } else { "：" })?;
        }
        for (i, value) in self.values.iter().enumerate() {
            f.write_str(if i > 0 { "，" } else { "" })?;
            value.fmt(f)?;
        }
        Ok(())
    }
}

impl KnownUnit {
    /// Whether a number of the unit is printed without a space in English (95%).
    pub(super) fn is_sign(self) -> bool {
        self.dimension() == Dimension::Share && !self.symbol().chars().any(super::scan::is_han)
    }
}
