//! Several values in one cell: enumerations, labelled values and prize tables.

use super::date::{Date, DateRelation, Year};
use super::grade;
use super::number::is_thousands_group;
use super::quantity;
use super::relation;
use super::scan::{Scan, is_han};
use super::unit::{Measure, Unit};
use super::{Miss, Reason, TargetValue, fold, frequency, measured};

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// What the values are for (`一等奖`), or, where there are no values, a clause that is not
    /// understood.
    pub label: Option<Box<str>>,
    /// The values; several where one label has several (`一等奖1个,20万元`).
    pub values: Vec<TargetValue>,
}

/// Most items of one list, and most values of one item.
const MAX_ITEMS: usize = 64;
/// Longest label, in characters.
const MAX_LABEL_CHARS: usize = 24;

/// Whether it is worth trying to read a folded text as a list: it has a separator or a number.
pub(super) fn may_be_list(folded: &str) -> bool {
    folded.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | ';' | '、' | ':'))
        || (folded.contains('和') && folded.contains(['年', '月', '季']))
}

/// Reads a folded text as a list of which at least one item is measured.
pub(super) fn list(folded: &str) -> Result<Vec<ListItem>, Miss> {
    if let Some(months) = frequency::month_series(folded) {
        return Ok(months
            .into_iter()
            .map(|date| unlabelled(TargetValue::Date(date)))
            .collect());
    }
    let mut items = Vec::new();
    for (separator, clause) in clauses(folded) {
        add_clause(&mut items, separator, clause);
        if items.len() > MAX_ITEMS {
            return Err(Miss::Bad(Reason::TooManyItems));
        }
    }
    let is_measured = |item: &ListItem| item.values.iter().any(TargetValue::is_measured);
    if !items.iter().any(is_measured) {
        return Err(Miss::No);
    }
    share_year_and_deadline(&mut items);
    Ok(items)
}

fn unlabelled(value: TargetValue) -> ListItem {
    ListItem {
        label: None,
        values: vec![value],
    }
}

/// Splits at `;`, `,` and `、`, but not inside a number such as `1,200`.
fn clauses(text: &str) -> impl Iterator<Item = (char, &str)> {
    let mut rest = text;
    let mut separator = ';';
    let mut done = false;
    std::iter::from_fn(move || {
        if done {
            return None;
        }
        let end = clause_end(rest);
        let before = separator;
        let clause = &rest[..end];
        match rest[end..].chars().next() {
            Some(c) => {
                separator = c;
                rest = &rest[end + c.len_utf8()..];
            }
            None => done = true,
        }
        Some((before, clause))
    })
    .filter(|(_, clause)| !clause.is_empty())
}

fn clause_end(text: &str) -> usize {
    let is_end = |(i, c): &(usize, char)| match c {
        ';' | '、' => true,
        ',' => {
            let after_digit = text[..*i].ends_with(|c: char| c.is_ascii_digit());
            !(after_digit && is_thousands_group(&text[*i..]))
        }
        _ => false,
    };
    text.char_indices()
        .find(is_end)
        .map_or(text.len(), |(i, _)| i)
}

/// Reads one clause and puts it where it belongs: a value after a comma belongs to the labelled
/// item before it, any other begins an item of its own.
fn add_clause(items: &mut Vec<ListItem>, separator: char, clause: &str) {
    let unlabelled_values = if clause.contains(':') {
        None
    } else {
        values(clause)
    };
    let (label, values) = match unlabelled_values {
        Some(values) => (None, values),
        None => match labelled(clause) {
            Some((label, values)) => (Some(label), values),
            None => (Some(fold::typeset(clause)), Vec::new()),
        },
    };
    if label.is_some() {
        items.push(ListItem { label, values });
        return;
    }
    if let Some(last) = items.last_mut()
        && separator == ','
        && takes_more(last)
    {
        last.values.extend(values);
        return;
    }
    items.extend(values.into_iter().map(unlabelled));
}

/// Whether a further value after a comma belongs to this item. After a bare number it does not: the
/// comma would read as part of the number.
fn takes_more(item: &ListItem) -> bool {
    let ends_in_digit = item.values.last().is_some_and(is_bare_number);
    let has_room = (1..MAX_ITEMS).contains(&item.values.len());
    item.label.is_some() && has_room && !ends_in_digit
}

fn is_bare_number(value: &TargetValue) -> bool {
    let is_bare = |unit: &Unit| unit.measure == Measure::None && unit.per.is_empty();
    value
        .quantity()
        .is_some_and(|quantity| is_bare(&quantity.unit))
}

/// Whether commas between the values would not run numbers together.
fn stand_apart(values: &[TargetValue]) -> bool {
    values
        .split_last()
        .is_none_or(|(_, others)| !others.iter().any(is_bare_number))
}

/// Reads a clause without label: one value, several joined by 和, or several run together.
fn values(clause: &str) -> Option<Vec<TargetValue>> {
    if let Ok(value) = measured(clause) {
        return Some(vec![value]);
    }
    if let Some(grade) = grade::grade(clause) {
        return Some(vec![TargetValue::Grade(grade)]);
    }
    joined(clause).or_else(|| run_together(clause))
}

fn joined(clause: &str) -> Option<Vec<TargetValue>> {
    let mut values = Vec::new();
    for part in clause.split(['和', '及', '与']) {
        let part = part.strip_suffix('以').unwrap_or(part);
        values.push(measured(part).ok()?);
        if values.len() > MAX_ITEMS {
            return None;
        }
    }
    (values.len() > 1).then_some(values)
}

/// Reads `3600/人/每年2400/人/每年`: quantities that only whitespace separated.
fn run_together(clause: &str) -> Option<Vec<TargetValue>> {
    let mut values = Vec::new();
    let mut scan = Scan::new(clause);
    while !scan.is_end() && values.len() <= MAX_ITEMS {
        let starts_anew = scan.at_digit() || relation::sign(&mut { scan }).is_some();
        if let Some(last) = values.last()
            && (is_bare_number(last) || !starts_anew)
        {
            return None;
        }
        let quantity = quantity::quantity(&mut scan).ok()?;
        values.push(TargetValue::Quantity(quantity));
    }
    (values.len() > 1 && scan.is_end()).then_some(values)
}

/// Reads `一等奖1个`, `完成率≥95%`, `完成时间:12月底前`.
fn labelled(clause: &str) -> Option<(Box<str>, Vec<TargetValue>)> {
    if let Some((label, value)) = clause.split_once(':') {
        let is_ratio = label.ends_with(|c: char| c.is_ascii_digit());
        let fits = !is_ratio && (1..=MAX_LABEL_CHARS).contains(&label.chars().count());
        return (fits && !value.is_empty())
            .then(|| values(value))
            .flatten()
            .filter(|values| stand_apart(values))
            .map(|values| (fold::typeset(label), values));
    }
    for (i, c) in clause.char_indices().skip(1).take(MAX_LABEL_CHARS) {
        let label = &clause[..i];
        if !label.ends_with(|c| is_han(c) || c == ')') {
            return None;
        }
        if label.ends_with(['前', '第']) {
            // 前10名 is a rank.
            return None;
        }
        let starts_value =
            c.is_ascii_digit() || c == '每' || relation::starts(Scan::new(&clause[i..]));
        if starts_value && let Some(values) = values_of_label(&clause[i..]) {
            return Some((fold::typeset(label), values));
        }
    }
    None
}

fn values_of_label(text: &str) -> Option<Vec<TargetValue>> {
    match measured(text) {
        Ok(value) => Some(vec![value]),
        Err(_) => run_together(text),
    }
}

/// In `2024年4月、7月` the year holds for both, in `6月底和12月底前` the deadline.
fn share_year_and_deadline(items: &mut [ListItem]) {
    let mut year = Year::Unstated;
    for item in items.iter_mut() {
        match date_of(item) {
            Some(date) if date.from.year == Year::Unstated => set_year(date, year),
            Some(date) => year = date.from.year,
            None => year = Year::Unstated,
        }
    }
    let mut by = false;
    for item in items.iter_mut().rev() {
        match date_of(item) {
            Some(date) if date.relation == DateRelation::In && by && date.event.is_none() => {
                date.relation = DateRelation::By;
            }
            Some(date) => by = date.relation == DateRelation::By,
            None => by = false,
        }
    }
}

fn date_of(item: &mut ListItem) -> Option<&mut Date> {
    match (&item.label, item.values.as_mut_slice()) {
        (None, [TargetValue::Date(date)]) => Some(date),
        _ => None,
    }
}

fn set_year(date: &mut Date, year: Year) {
    date.from.year = year;
    if let Some(to) = &mut date.to
        && to.year == Year::Unstated
    {
        to.year = year;
    }
}
