//! One line that says in plain words what a value means, in Chinese and in English.

use super::date::{Date, DatePart, DatePoint, DateRelation, Edge, Frequency, Year};
use super::display::measure_word;
use super::list::ListItem;
use super::number::{Figure, Multiplier};
use super::quantity::{ChangeDirection, Magnitude, Quantity};
use super::relation::Relation;
use super::unit::{Measure, Per, PerUnit, Unit};
use super::{Dimension, Grade, KnownUnit, TargetValue};
use rust_decimal::Decimal;

impl TargetValue {
    /// What the value means, in Chinese: `不高于 220 元，每人每天`.
    pub fn explain_zh(&self) -> String {
        match self {
            TargetValue::Quantity(quantity) => zh_quantity(quantity),
            TargetValue::Date(date) => zh_date(date),
            TargetValue::Frequency(frequency) => zh_frequency(frequency),
            TargetValue::Grade(grade) => format!("定性：{}", grade.phrase),
            TargetValue::List(items) => join(items, "；", |item| {
                item_text(item, "：", "、", TargetValue::explain_zh)
            }),
            TargetValue::NotApplicable => "不适用".to_owned(),
            TargetValue::Unclear(unclear) => format!("无法理解：{}", unclear.reason.zh()),
        }
    }

    /// What the value means, in English: `at most 220 yuan per person per day`. Words that are
    /// known only as printed stay Chinese.
    pub fn explain_en(&self) -> String {
        match self {
            TargetValue::Quantity(quantity) => en_quantity(quantity),
            TargetValue::Date(date) => en_date(date),
            TargetValue::Frequency(frequency) => en_frequency(frequency),
            TargetValue::Grade(grade) => en_grade(grade),
            TargetValue::List(items) => join(items, "; ", |item| {
                item_text(item, ": ", ", ", TargetValue::explain_en)
            }),
            TargetValue::NotApplicable => "not applicable".to_owned(),
            TargetValue::Unclear(unclear) => format!("unclear: {}", unclear.reason.en()),
        }
    }
}

fn join<T>(items: &[T], separator: &str, text: impl Fn(&T) -> String) -> String {
    items.iter().map(text).collect::<Vec<_>>().join(separator)
}

fn item_text(
    item: &ListItem,
    colon: &str,
    comma: &str,
    explain: impl Fn(&TargetValue) -> String,
) -> String {
    let values = join(&item.values, comma, explain);
    match &item.label {
        Some(label) if values.is_empty() => format!("“{label}”"),
        Some(label) => format!("{label}{colon}{values}"),
        None => values,
    }
}

fn zh_quantity(quantity: &Quantity) -> String {
    let mut text = String::new();
    if let Some(change) = quantity.change {
        text.push_str(if change.against_last_year {
            "较上年"
        } else {
            ""
        });
        text.push_str(match change.direction {
            ChangeDirection::Rise => "提高 ",
            ChangeDirection::Fall => "下降 ",
        });
    }
    text.push_str(zh_relation(quantity));
    text.push_str(&match quantity.magnitude {
        Magnitude::One(figure) => zh_figure(figure),
        Magnitude::Range(low, high) => format!("{} 至 {}", zh_figure(low), zh_figure(high)),
    });
    text.push_str(zh_space(quantity));
    text.push_str(&zh_measure(&quantity.unit));
    text.push_str(quantity.of.as_deref().unwrap_or(""));
    if !quantity.unit.per.is_empty() {
        text.push('，');
        text.extend(quantity.unit.per.iter().map(zh_per));
    }
    text.push_str(match &quantity.unit.measure {
        Measure::None => "（未写单位）",
        Measure::Assumed(_) => "（未写货币单位，按元理解）",
        Measure::Unknown(_) => "（单位不在单位表中）",
        Measure::Known(_) => "",
    });
    text
}

/// 不低于 of what has a height (share, money, score), 不少于 of what is counted.
fn zh_relation(quantity: &Quantity) -> &'static str {
    let has_height = matches!(
        quantity.dimension(),
        Dimension::Share
            | Dimension::Money
            | Dimension::Score
            | Dimension::Physical
            | Dimension::None
    );
    match (quantity.relation, has_height) {
        (Relation::Unstated, _) => "",
        (Relation::Equal, _) => "等于 ",
        (Relation::AtLeast, true) => "不低于 ",
        (Relation::AtLeast, false) => "不少于 ",
        (Relation::MoreThan, true) => "高于 ",
        (Relation::MoreThan, false) => "多于 ",
        (Relation::AtMost, true) => "不高于 ",
        (Relation::AtMost, false) => "不超过 ",
        (Relation::LessThan, true) => "低于 ",
        (Relation::LessThan, false) => "少于 ",
        (Relation::About, _) => "约 ",
        (Relation::Reaches, _) => "达到 ",
    }
}

fn zh_figure(figure: Figure) -> String {
    match figure.multiplier {
        Multiplier::One => figure.digits.to_string(),
        multiplier => format!("{} {}", figure.digits, multiplier.printed()),
    }
}

fn zh_measure(unit: &Unit) -> String {
    match &unit.measure {
        Measure::None => String::new(),
        Measure::Known(unit) | Measure::Assumed(unit) => measure_word(*unit).to_owned(),
        Measure::Unknown(word) => word.to_string(),
    }
}

/// A space between a number and a word, none before a sign (95%) or a multiplier (5万元).
fn zh_space(quantity: &Quantity) -> &'static str {
    let has_multiplier = match quantity.magnitude {
        Magnitude::One(figure) | Magnitude::Range(_, figure) => {
            figure.multiplier != Multiplier::One
        }
    };
    match &quantity.unit.measure {
        Measure::None => "",
        Measure::Known(unit) | Measure::Assumed(unit) if unit.is_sign() => "",
        _ if has_multiplier => "",
        _ => " ",
    }
}

fn zh_per(per: &Per) -> String {
    format!("每{per}")
}

fn zh_date(date: &Date) -> String {
    let mut text = zh_point(&date.from);
    if let Some(to) = &date.to {
        text.push('至');
        text.push_str(&zh_point(to));
    }
    text.push_str(match date.relation {
        DateRelation::In => "",
        DateRelation::By => "之前",
        DateRelation::Within => "之内",
        DateRelation::Throughout => "全年",
        DateRelation::From => "起",
        DateRelation::After => "之后",
        DateRelation::About => "左右",
    });
    with_event(text, date.event.as_deref(), "")
}

fn zh_point(point: &DatePoint) -> String {
    match (point.year, point.part, point.edge) {
        (Year::Unstated, DatePart::Whole, Edge::Whole) => "当年".to_owned(),
        _ => point.to_string(),
    }
}

fn zh_frequency(frequency: &Frequency) -> String {
    let bare = Frequency {
        event: None,
        ..frequency.clone()
    };
    let text = match &frequency.at {
        Some(_) => bare.to_string(),
        None => format!("{bare}一次"),
    };
    with_event(text, frequency.event.as_deref(), "")
}

fn with_event(mut text: String, event: Option<&str>, space: &str) -> String {
    if let Some(event) = event {
        text.push_str(space);
        text.push_str(event);
    }
    text
}

fn en_quantity(quantity: &Quantity) -> String {
    let mut words: Vec<String> = Vec::new();
    if let Some(change) = quantity.change {
        words.push(
            match change.direction {
                ChangeDirection::Rise => "a rise of",
                ChangeDirection::Fall => "a fall of",
            }
            .to_owned(),
        );
    }
    words.push(
        match quantity.relation {
            Relation::Unstated => "",
            Relation::Equal => "exactly",
            Relation::AtLeast => "at least",
            Relation::MoreThan => "more than",
            Relation::AtMost => "at most",
            Relation::LessThan => "less than",
            Relation::About => "about",
            Relation::Reaches => "reaching",
        }
        .to_owned(),
    );
    words.push(en_amount(quantity));
    words.push(
        quantity
            .of
            .as_deref()
            .map(|of| format!("({of})"))
            .unwrap_or_default(),
    );
    words.extend(
        quantity
            .unit
            .per
            .iter()
            .map(|per| format!("per {}", en_per(per))),
    );
    if quantity
        .change
        .is_some_and(|change| change.against_last_year)
    {
        words.push("against the year before".to_owned());
    }
    words.push(
        match &quantity.unit.measure {
            Measure::None => "(no unit stated)",
            Measure::Assumed(_) => "(no currency stated, read as yuan)",
            Measure::Unknown(_) => "(unit not in the unit table)",
            Measure::Known(_) => "",
        }
        .to_owned(),
    );
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

/// The number and its measure word: `95%`, `20 ten thousand yuan`.
fn en_amount(quantity: &Quantity) -> String {
    let figures = match quantity.magnitude {
        Magnitude::One(figure) => en_figure(figure),
        Magnitude::Range(low, high) => format!("{} to {}", en_figure(low), en_figure(high)),
    };
    let is_one = matches!(quantity.magnitude, Magnitude::One(f) if f.value().is_some_and(|v| v == Decimal::ONE));
    match &quantity.unit.measure {
        Measure::None => figures,
        Measure::Known(unit) | Measure::Assumed(unit) if unit.is_sign() => {
            format!("{figures}{}", unit.symbol())
        }
        Measure::Known(unit) | Measure::Assumed(unit) => {
            format!("{figures} {}", unit.english(!is_one))
        }
        Measure::Unknown(word) => format!("{figures} {word}"),
    }
}

fn en_figure(figure: Figure) -> String {
    let word = match figure.multiplier {
        Multiplier::One => return figure.digits.to_string(),
        Multiplier::Hundred => "hundred",
        Multiplier::Thousand => "thousand",
        Multiplier::TenThousand => "ten thousand",
        Multiplier::HundredThousand => "hundred thousand",
        Multiplier::Million => "million",
        Multiplier::TenMillion => "ten million",
        Multiplier::HundredMillion => "hundred million",
    };
    let value = figure.value().unwrap_or(figure.digits).normalize();
    match value.scale() {
        0 => value.to_string(),
        _ => format!("{} {word}", figure.digits),
    }
}

fn en_per(per: &Per) -> String {
    let name = |unit: &KnownUnit| unit.english(per.count > 1).to_owned();
    let unit = match &per.unit {
        PerUnit::Known(unit) => name(unit),
        PerUnit::Unknown(word) => word.to_string(),
    };
    if per.count == 1 {
        unit
    } else {
        format!("{} {unit}", per.count)
    }
}

fn en_date(date: &Date) -> String {
    let relation = match (date.relation, date.to) {
        (DateRelation::In, Some(_)) => "from",
        (DateRelation::In, None) => "",
        (DateRelation::By, _) => "by",
        (DateRelation::Within, _) => "within",
        (DateRelation::Throughout, _) => "all through",
        (DateRelation::From, _) => "from",
        (DateRelation::After, _) => "after",
        (DateRelation::About, _) => "about",
    };
    let mut text = en_point(&date.from);
    if let Some(to) = &date.to {
        text = format!("{text} to {}", en_point(to));
    }
    if !relation.is_empty() {
        text = format!("{relation} {text}");
    }
    if date.relation == DateRelation::From {
        text.push_str(" on");
    }
    with_event(text, date.event.as_deref(), ": ")
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(month: u8) -> &'static str {
    MONTHS
        .get(usize::from(month).saturating_sub(1))
        .copied()
        .unwrap_or("")
}

fn en_point(point: &DatePoint) -> String {
    let year = match point.year {
        Year::Unstated => String::new(),
        Year::Current => "this year".to_owned(),
        Year::Next => "next year".to_owned(),
        Year::Last => "last year".to_owned(),
        Year::Stated(year) => year.to_string(),
    };
    let part = match point.part {
        DatePart::Whole if year.is_empty() => "the year".to_owned(),
        DatePart::Whole => String::new(),
        DatePart::Half(1) => "the first half".to_owned(),
        DatePart::Half(_) => "the second half".to_owned(),
        DatePart::Quarter(quarter) => format!("quarter {quarter}"),
        DatePart::Month(month) => month_name(month).to_owned(),
        DatePart::Day(month, day) => format!("{day} {}", month_name(month)),
        DatePart::DayOfMonth(day) => format!("day {day}"),
        DatePart::Festival(name) => name.to_owned(),
    };
    let joined = match (part.is_empty(), year.is_empty()) {
        (true, _) => year,
        (_, true) => part,
        _ if matches!(point.part, DatePart::Half(_)) => format!("{part} of {year}"),
        _ => format!("{part} {year}"),
    };
    match point.edge {
        Edge::Whole => joined,
        Edge::Start => format!("the beginning of {joined}"),
        Edge::Middle => format!("the middle of {joined}"),
        Edge::End => format!("the end of {joined}"),
        Edge::FirstTenDays => format!("the first ten days of {joined}"),
        Edge::SecondTenDays => format!("the second ten days of {joined}"),
        Edge::LastDays => format!("the last third of {joined}"),
    }
}

fn en_frequency(frequency: &Frequency) -> String {
    let mut text = format!("every {}", en_per(&frequency.every));
    if let Some((relation, point)) = &frequency.at {
        let by = if *relation == DateRelation::By {
            "by"
        } else {
            "at"
        };
        let point = match point.part {
            DatePart::Whole => en_point(point).replace("the year", "it"),
            _ => en_point(point),
        };
        text = format!("{text}, {by} {point}");
    }
    with_event(text, frequency.event.as_deref(), ": ")
}

fn en_grade(grade: &Grade) -> String {
    let sense = grade.sense;
    let mut words: Vec<&str> = Vec::new();
    words.extend(sense.degree.map(|degree| degree.code()));
    words.extend(sense.direction.map(|direction| direction.code()));
    words.extend(sense.ongoing.then_some("ongoing"));
    words.extend(sense.about.map(|about| about.code()));
    format!("qualitative: {} ({})", grade.phrase, words.join(", "))
}
