//! The JSON form of a value. Reading it back means compiling the printed text beside it.

use super::date::{Date, DatePart, DatePoint, DateRelation, Edge, Frequency, Year};
use super::number::Figure;
use super::quantity::{ChangeDirection, Magnitude, Quantity};
use super::unit::{Measure, Per, PerUnit, Unit};
use super::{Grade, ListItem, TargetValue};
use schemars::JsonSchema;
use serde::Serialize;

/// A compiled target value. Numbers are decimal strings with the printed digits.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ValueJson {
    /// One number with its unit.
    Quantity {
        /// unstated, eq, ge, gt, le, lt, about, reaches
        relation: &'static str,
        /// Whether the number is a change, and which.
        #[serde(skip_serializing_if = "Option::is_none")]
        change: Option<ChangeJson>,
        /// The number.
        number: FigureJson,
        /// Its unit.
        unit: UnitJson,
        /// What is counted.
        #[serde(skip_serializing_if = "Option::is_none")]
        of: Option<String>,
        /// What the text does not say and the compiler assumed (`currency`).
        #[serde(skip_serializing_if = "Vec::is_empty")]
        assumed: Vec<&'static str>,
    },
    /// From one number to another, both included.
    Range {
        /// unstated, eq, about, reaches
        relation: &'static str,
        /// Whether the numbers are a change, and which.
        #[serde(skip_serializing_if = "Option::is_none")]
        change: Option<ChangeJson>,
        /// Lower end.
        low: FigureJson,
        /// Upper end.
        high: FigureJson,
        /// Unit of both.
        unit: UnitJson,
        /// What is counted.
        #[serde(skip_serializing_if = "Option::is_none")]
        of: Option<String>,
        /// What the text does not say and the compiler assumed (`currency`).
        #[serde(skip_serializing_if = "Vec::is_empty")]
        assumed: Vec<&'static str>,
    },
    /// A date, a deadline or a period.
    Date {
        /// in, by, within, throughout, from, after, about
        relation: &'static str,
        /// The date, or the beginning of the period.
        from: DatePointJson,
        /// The end of the period.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<DatePointJson>,
        /// What happens then.
        #[serde(skip_serializing_if = "Option::is_none")]
        event: Option<String>,
    },
    /// Again and again.
    Frequency {
        /// Once per this.
        every: PerJson,
        /// How `at` bounds the time.
        #[serde(skip_serializing_if = "Option::is_none")]
        at_relation: Option<&'static str>,
        /// When in each period.
        #[serde(skip_serializing_if = "Option::is_none")]
        at: Option<DatePointJson>,
        /// What happens then.
        #[serde(skip_serializing_if = "Option::is_none")]
        event: Option<String>,
    },
    /// A qualitative phrase.
    Grade {
        /// The phrase.
        phrase: String,
        /// slight, some, fair, effective, marked, complete
        #[serde(skip_serializing_if = "Option::is_none")]
        degree: Option<&'static str>,
        /// up, down, hold
        #[serde(skip_serializing_if = "Option::is_none")]
        direction: Option<&'static str>,
        /// Meant to go on and on.
        ongoing: bool,
        /// change, quality, timeliness, compliance, operation, completion, soundness, absence,
        /// duration, answer
        #[serde(skip_serializing_if = "Option::is_none")]
        about: Option<&'static str>,
    },
    /// Several values.
    List {
        /// The items.
        items: Vec<ListItemJson>,
    },
    /// The indicator does not apply.
    NotApplicable,
    /// Not understood.
    Unclear {
        /// Stable code of the reason.
        reason: &'static str,
        /// The reason in Chinese.
        message: &'static str,
    },
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ListItemJson {
    /// What the values are for; a clause that is not understood where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The values.
    pub values: Vec<ValueJson>,
}

/// A number.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct FigureJson {
    /// The digits as printed.
    pub digits: String,
    /// 百, 千, 万 … after the digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub multiplier: Option<&'static str>,
    /// Digits times multiplier.
    pub value: String,
}

/// A change.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ChangeJson {
    /// rise, fall
    pub direction: &'static str,
    /// Whether it is against the year before.
    pub against_last_year: bool,
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct UnitJson {
    /// The measure word in its normal spelling; absent where none is printed and none assumed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// share, money, persons, person_times, count, length, area, mass, volume, time, score, physical,
    /// none, unknown
    pub dimension: &'static str,
    /// Per what.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub per: Vec<PerJson>,
}

/// `/天`, `/2年`
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PerJson {
    /// How many.
    pub count: u32,
    /// Of which unit.
    pub unit: String,
    /// Dimension of the unit.
    pub dimension: &'static str,
}

/// A part of a year.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct DatePointJson {
    /// The year, where a number is printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// current, next or last, where the year is printed in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relative_year: Option<&'static str>,
    /// 1 or 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub half: Option<u8>,
    /// 1 to 4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quarter: Option<u8>,
    /// 1 to 12.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<u8>,
    /// 1 to 31.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<u8>,
    /// A festival or season.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub festival: Option<&'static str>,
    /// start, middle, end, first_ten_days, second_ten_days, last_days
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edge: Option<&'static str>,
    /// day, ten_days, month, quarter, half, year, season
    pub precision: &'static str,
}

impl From<&TargetValue> for ValueJson {
    fn from(value: &TargetValue) -> Self {
        match value {
            TargetValue::Quantity(quantity) => quantity_json(quantity),
            TargetValue::Date(date) => date_json(date),
            TargetValue::Frequency(frequency) => frequency_json(frequency),
            TargetValue::Grade(grade) => grade_json(grade),
            TargetValue::List(items) => ValueJson::List {
                items: items.iter().map(ListItemJson::from).collect(),
            },
            TargetValue::NotApplicable => ValueJson::NotApplicable,
            TargetValue::Unclear(unclear) => ValueJson::Unclear {
                reason: unclear.reason.code(),
                message: unclear.reason.zh(),
            },
        }
    }
}

impl From<&ListItem> for ListItemJson {
    fn from(item: &ListItem) -> Self {
        ListItemJson {
            label: item.label.as_deref().map(str::to_owned),
            values: item.values.iter().map(ValueJson::from).collect(),
        }
    }
}

fn quantity_json(quantity: &Quantity) -> ValueJson {
    let relation = quantity.relation.code();
    let change = quantity.change.map(|change| ChangeJson {
        direction: match change.direction {
            ChangeDirection::Rise => "rise",
            ChangeDirection::Fall => "fall",
        },
        against_last_year: change.against_last_year,
    });
    let unit = UnitJson::from(&quantity.unit);
    let of = quantity.of.as_deref().map(str::to_owned);
    let assumed = if quantity.assumes_currency() {
        vec!["currency"]
    } else {
        Vec::new()
    };
    match quantity.magnitude {
        Magnitude::One(figure) => {
            let number = figure.into();
            ValueJson::Quantity {
                relation,
                change,
                number,
                unit,
                of,
                assumed,
            }
        }
        Magnitude::Range(low, high) => {
            let (low, high) = (low.into(), high.into());
            ValueJson::Range {
                relation,
                change,
                low,
                high,
                unit,
                of,
                assumed,
            }
        }
    }
}

impl From<Figure> for FigureJson {
    fn from(figure: Figure) -> Self {
        let multiplier = figure.multiplier.printed();
        FigureJson {
            digits: figure.digits.to_string(),
            multiplier: (!multiplier.is_empty()).then_some(multiplier),
            // Compiled figures always have a value.
            value: figure.value().unwrap_or(figure.digits).to_string(),
        }
    }
}

impl From<&Unit> for UnitJson {
    fn from(unit: &Unit) -> Self {
        UnitJson {
            measure: match &unit.measure {
                Measure::None => None,
                Measure::Known(known) | Measure::Assumed(known) => Some(known.symbol().to_owned()),
                Measure::Unknown(word) => Some(word.to_string()),
            },
            dimension: unit.dimension().code(),
            per: unit.per.iter().map(PerJson::from).collect(),
        }
    }
}

impl From<&Per> for PerJson {
    fn from(per: &Per) -> Self {
        let (unit, dimension) = match &per.unit {
            PerUnit::Known(unit) => (unit.symbol().to_owned(), unit.dimension().code()),
            PerUnit::Unknown(word) => (word.to_string(), "unknown"),
        };
        PerJson {
            count: per.count,
            unit,
            dimension,
        }
    }
}

fn date_json(date: &Date) -> ValueJson {
    ValueJson::Date {
        relation: date.relation.code(),
        from: date.from.into(),
        to: date.to.map(DatePointJson::from),
        event: date.event.as_deref().map(str::to_owned),
    }
}

fn frequency_json(frequency: &Frequency) -> ValueJson {
    let (at_relation, at): (Option<DateRelation>, Option<DatePoint>) = frequency.at.unzip();
    ValueJson::Frequency {
        every: (&frequency.every).into(),
        at_relation: at_relation.map(DateRelation::code),
        at: at.map(DatePointJson::from),
        event: frequency.event.as_deref().map(str::to_owned),
    }
}

fn grade_json(grade: &Grade) -> ValueJson {
    ValueJson::Grade {
        phrase: grade.phrase.to_string(),
        degree: grade.sense.degree.map(|degree| degree.code()),
        direction: grade.sense.direction.map(|direction| direction.code()),
        ongoing: grade.sense.ongoing,
        about: grade.sense.about.map(|about| about.code()),
    }
}

impl From<DatePoint> for DatePointJson {
    fn from(point: DatePoint) -> Self {
        let mut json = DatePointJson {
            year: None,
            relative_year: None,
            half: None,
            quarter: None,
            month: None,
            day: None,
            festival: None,
            edge: edge_code(point.edge),
            precision: point.precision().code(),
        };
        match point.year {
            Year::Unstated => {}
            Year::Current => json.relative_year = Some("current"),
            Year::Next => json.relative_year = Some("next"),
            Year::Last => json.relative_year = Some("last"),
            Year::Stated(year) => json.year = Some(year),
        }
        match point.part {
            DatePart::Whole => {}
            DatePart::Half(half) => json.half = Some(half),
            DatePart::Quarter(quarter) => json.quarter = Some(quarter),
            DatePart::Month(month) => json.month = Some(month),
            DatePart::Day(month, day) => (json.month, json.day) = (Some(month), Some(day)),
            DatePart::DayOfMonth(day) => json.day = Some(day),
            DatePart::Festival(name) => json.festival = Some(name),
        }
        json
    }
}

fn edge_code(edge: Edge) -> Option<&'static str> {
    match edge {
        Edge::Whole => None,
        Edge::Start => Some("start"),
        Edge::Middle => Some("middle"),
        Edge::End => Some("end"),
        Edge::FirstTenDays => Some("first_ten_days"),
        Edge::SecondTenDays => Some("second_ten_days"),
        Edge::LastDays => Some("last_days"),
    }
}
