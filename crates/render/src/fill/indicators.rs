//! The rows of indicators: levels merged over their rows, slots nobody filled, the medium term
//! beside the year.

use plumbline_model::{CompiledValue, Field, Indicator, TargetValue, Text};

use super::Blank;
use super::context::Context;
use super::lists::{ListRow, entry, role, run};
use crate::composition::Role;
use crate::form::{ColumnOf, FrameLevel, IndicatorPart, List, said};

/// An indicator, or a slot that is there for one.
#[derive(Clone, Copy)]
enum Filling<'a> {
    Indicator(&'a Indicator),
    /// A slot with what stands in it.
    Slot(&'a str),
}

/// One side of a row: its level 2, and what stands under it.
#[derive(Clone, Copy)]
struct Side<'a> {
    level2: &'a str,
    filling: Filling<'a>,
    /// Number in its level 2, from 1.
    number: usize,
}

/// A row: the levels, and the sides.
#[derive(Clone, Copy)]
pub(super) struct Levels<'a> {
    level1: &'a str,
    annual: Option<Side<'a>>,
    medium_term: Option<Side<'a>>,
}

fn level2<'a>(side: &Option<Side<'a>>) -> Option<&'a str> {
    side.map(|side| side.level2)
}

fn same_level1(a: &Levels<'_>, b: &Levels<'_>) -> bool {
    a.level1 == b.level1
}

fn same_annual(a: &Levels<'_>, b: &Levels<'_>) -> bool {
    same_level1(a, b) && level2(&a.annual) == level2(&b.annual)
}

fn same_medium_term(a: &Levels<'_>, b: &Levels<'_>) -> bool {
    same_level1(a, b) && level2(&a.medium_term) == level2(&b.medium_term)
}

/// The rows of a list of indicators.
pub(super) fn rows(list: &List, context: &Context<'_>) -> Vec<ListRow> {
    let has_medium_term = list.columns.iter().any(|column| {
        matches!(
            column.of,
            ColumnOf::MediumTerm(_) | ColumnOf::MediumTermLevel2
        )
    });
    let document = context.document;
    let rows = match context.blank {
        Some(_) => of_frame(&context.form.frame, list.blank_rows, has_medium_term),
        None => {
            let mut annual = of_indicators(&document.indicators);
            if list.prints_slots {
                add_slots(&mut annual, context);
            }
            number(&mut annual);
            match has_medium_term {
                true => {
                    let mut medium_term = of_indicators(&document.medium_term_indicators);
                    number(&mut medium_term);
                    beside(&annual, &medium_term)
                }
                false => annual
                    .into_iter()
                    .map(|(level1, side)| Levels {
                        level1,
                        annual: Some(side),
                        medium_term: None,
                    })
                    .collect(),
            }
        }
    };
    (0..rows.len())
        .map(|at| row(list, &rows, at, context))
        .collect()
}

type Sides<'a> = Vec<(&'a str, Side<'a>)>;

fn of_indicators(indicators: &[Indicator]) -> Sides<'_> {
    let sides = indicators.iter().map(|indicator| {
        let side = Side {
            level2: indicator.level2.text(),
            filling: Filling::Indicator(indicator),
            number: 0,
        };
        (indicator.level1.text(), side)
    });
    sides.collect()
}

/// Puts each empty slot after the indicators of its level 2, or where the frame has that level.
fn add_slots<'a>(sides: &mut Sides<'a>, context: &Context<'a>) {
    let frame = &context.form.frame;
    for slot in &context.document.empty_slots {
        let (level1, level2) = (slot.level1.text(), slot.level2.text());
        let is_same = |(l1, side): &(&str, Side<'_>)| *l1 == level1 && side.level2 == level2;
        let at = match sides.iter().rposition(is_same) {
            Some(last) => last + 1,
            None => {
                let own = rank(frame, level1, level2);
                let is_later = |(l1, side): &(&str, Side<'_>)| rank(frame, l1, side.level2) > own;
                sides.iter().position(is_later).unwrap_or(sides.len())
            }
        };
        let side = Side {
            level2,
            filling: Filling::Slot(&slot.mark.value),
            number: 0,
        };
        sides.insert(at, (level1, side));
    }
}

/// Where a level stands in the frame; one it does not know stands last.
fn rank(frame: &[FrameLevel], level1: &str, level2: &str) -> (usize, usize) {
    let first = frame.iter().position(|level| level.level1 == level1);
    let second = first.and_then(|i| frame[i].level2.iter().position(|one| one == level2));
    (first.unwrap_or(usize::MAX), second.unwrap_or(usize::MAX))
}

/// Numbers the sides within their level 2.
fn number(sides: &mut Sides<'_>) {
    for run in sides.chunk_by_mut(|(a1, a), (b1, b)| a1 == b1 && a.level2 == b.level2) {
        for (i, (_, side)) in run.iter_mut().enumerate() {
            side.number = i + 1;
        }
    }
}

/// The sides beside each other under each level 1, as far as each reaches.
fn beside<'a>(annual: &Sides<'a>, medium_term: &Sides<'a>) -> Vec<Levels<'a>> {
    let mut firsts: Vec<&str> = Vec::new();
    for (level1, _) in annual.iter().chain(medium_term) {
        if !firsts.contains(level1) {
            firsts.push(level1);
        }
    }
    let mut rows = Vec::new();
    for level1 in firsts {
        let of = |sides: &Sides<'a>| -> Vec<Side<'a>> {
            let own = sides.iter().filter(|(first, _)| *first == level1);
            own.map(|(_, side)| *side).collect()
        };
        let (annual, medium_term) = (of(annual), of(medium_term));
        rows.extend((0..annual.len().max(medium_term.len())).map(|i| Levels {
            level1,
            annual: annual.get(i).copied(),
            medium_term: medium_term.get(i).copied(),
        }));
    }
    rows
}

/// The rows that a blank form holds ready.
fn of_frame(frame: &[FrameLevel], count: usize, has_medium_term: bool) -> Vec<Levels<'_>> {
    let mut rows = Vec::new();
    for level in frame {
        for level2 in &level.level2 {
            rows.extend((1..=count).map(|number| {
                let side = Side {
                    level2,
                    filling: Filling::Slot(""),
                    number,
                };
                Levels {
                    level1: &level.level1,
                    annual: Some(side),
                    medium_term: has_medium_term.then_some(side),
                }
            }));
        }
    }
    rows
}

/// One row; a merged level is a cell only in the first of its rows.
fn row(list: &List, rows: &[Levels<'_>], at: usize, context: &Context<'_>) -> ListRow {
    let own = &rows[at];
    let is_apart = context.blank == Some(Blank::Sheet);
    let mut cells = Vec::new();
    for column in &list.columns {
        let merged = |same: fn(&Levels<'_>, &Levels<'_>) -> bool| {
            if is_apart {
                return Some(1);
            }
            let is_first = at == 0 || !same(&rows[at - 1], own);
            is_first.then(|| run(rows, at, same))
        };
        let (text, span) = match &column.of {
            ColumnOf::Level1 => (own.level1.to_owned(), merged(same_level1)),
            ColumnOf::Level2 => (text_of_level2(&own.annual), merged(same_annual)),
            ColumnOf::MediumTermLevel2 => {
                (text_of_level2(&own.medium_term), merged(same_medium_term))
            }
            ColumnOf::Indicator(part) => (of_side(&own.annual, part, list), Some(1)),
            ColumnOf::MediumTerm(part) => (of_side(&own.medium_term, part, list), Some(1)),
            ColumnOf::Serial => ((at + 1).to_string(), Some(1)),
            ColumnOf::Task(_) | ColumnOf::Cost(_) => (String::new(), Some(1)),
        };
        let Some(rows) = span else {
            continue;
        };
        let is_level = role(&column.of) == Role::Label;
        let text = if is_level {
            context.with_demands(text)
        } else {
            text
        };
        let role = match context.blank {
            Some(Blank::Page) if is_level => Role::Label,
            Some(_) => Role::Entry(entry(&column.of)),
            None => role(&column.of),
        };
        cells.push((text, role, (rows, column.columns)));
    }
    ListRow(cells)
}

fn text_of_level2(side: &Option<Side<'_>>) -> String {
    level2(side).unwrap_or_default().to_owned()
}

fn of_side(side: &Option<Side<'_>>, part: &IndicatorPart, list: &List) -> String {
    let Some(side) = side else {
        return String::new();
    };
    match (side.filling, part) {
        (Filling::Slot(""), IndicatorPart::Name) => {
            list.number.replace("{n}", &side.number.to_string())
        }
        (Filling::Slot(mark), IndicatorPart::Name) => mark.to_owned(),
        (Filling::Slot(_), _) => String::new(),
        (Filling::Indicator(indicator), IndicatorPart::Name) => {
            let name = indicator.name.text();
            let number = match list.number.as_str() {
                "" if is_doubtful(name, side.level2) => "指标{n}：",
                number => number,
            };
            format!("{}{name}", number.replace("{n}", &side.number.to_string()))
        }
        (Filling::Indicator(indicator), part) => of_indicator(indicator, part),
    }
}

/// Whether a name, set without a number, could be taken for a level or for a value.
fn is_doubtful(name: &str, level2: &str) -> bool {
    level2.is_empty() || TargetValue::compile(name).is_measured()
}

fn of_indicator(indicator: &Indicator, part: &IndicatorPart) -> String {
    let text = |text: &Text| text.text().to_owned();
    let value = |value: &Field<CompiledValue>| said(value, |value| value.printed.clone());
    let number = |number: &Field<plumbline_model::Number>| said(number, |n| n.printed.clone());
    let tick = |is_ticked: bool| if is_ticked { "√" } else { "" }.to_owned();
    match part {
        IndicatorPart::Name => text(&indicator.name),
        IndicatorPart::Description => text(&indicator.description),
        IndicatorPart::Value => value(&indicator.value),
        IndicatorPart::Basis => text(&indicator.basis),
        IndicatorPart::Weight => number(&indicator.weight),
        IndicatorPart::Actual => value(&indicator.actual),
        IndicatorPart::Forecast => value(&indicator.forecast),
        IndicatorPart::Score => number(&indicator.score),
        IndicatorPart::Reason => text(&indicator.reason),
        IndicatorPart::Cause(cause) => tick(indicator.causes.iter().any(|c| c.value == *cause)),
        IndicatorPart::Possibility(of) => tick(indicator.possibility.text() == of),
        IndicatorPart::Remark => text(&indicator.remark),
        IndicatorPart::Detail(key) => {
            let detail = indicator.details.iter().find(|detail| detail.key == *key);
            detail.map_or(String::new(), |detail| text(&detail.text))
        }
    }
}
