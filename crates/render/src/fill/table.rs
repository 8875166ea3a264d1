//! The parts of a table: rows as listed, lists, the plan of spending, further details.

use super::context::Context;
use super::grid::Grid;
use super::lists::{self, ListRow};
use crate::composition::{self, Role};
use crate::form::{Cell, Content, Form, Part, Row, Rows, Slot, Table};

/// A row that is to be put: its cells with what they cover.
pub(super) type Cells = Vec<(String, Role, (usize, usize))>;

pub(super) fn table(form: &Table, context: &Context<'_>) -> composition::Table {
    let mut grid = Grid::new(&form.widths);
    for part in &form.parts {
        let is_there = part.when.as_ref().is_none_or(|slot| context.is_said(slot));
        if is_there {
            put(part, context, &mut grid);
        }
    }
    let mut table = grid.finish();
    table.head_rows = head_rows(&form.parts).min(table.rows.len());
    table
}

/// A table that is a list alone is headed by its headings. A label beside it would have to be
/// repeated with them, so there they are not.
fn head_rows(parts: &[Part]) -> usize {
    match parts.first().map(|part| (&part.beside, &part.rows)) {
        Some((None, Rows::List(list))) => lists::heading_rows(list),
        _ => 0,
    }
}

fn put(part: &Part, context: &Context<'_>, grid: &mut Grid) {
    let rows: Vec<Cells> = match &part.rows {
        Rows::Fixed(rows) => fixed(rows, context),
        Rows::List(list) => {
            let free = grid.width() - part.beside.as_ref().map_or(0, |(_, columns)| *columns);
            lists::rows(list, free, context)
                .into_iter()
                .map(|ListRow(cells)| cells)
                .chain(fixed(&list.below, context))
                .collect()
        }
        Rows::Plan { dates, columns } => plan(dates, *columns, context),
        Rows::Details { label, text } => details(*label, *text, context),
    };
    let count = rows.len();
    for (i, cells) in rows.into_iter().enumerate() {
        grid.row();
        if let (0, Some((beside, columns))) = (i, &part.beside) {
            let text = context.label(beside);
            grid.cell(text, Role::Label, (count, *columns));
        }
        for (text, role, span) in cells {
            grid.cell(text, role, span);
        }
    }
}

fn fixed(rows: &[Row], context: &Context<'_>) -> Vec<Cells> {
    let there = rows
        .iter()
        .filter(|row| row.when.as_ref().is_none_or(|slot| context.is_said(slot)));
    there
        .map(|row| row.cells.iter().map(|c| cell(c, context)).collect())
        .collect()
}

fn cell(cell: &Cell, context: &Context<'_>) -> (String, Role, (usize, usize)) {
    let (text, role) = match &cell.content {
        Content::Label(label) => (context.label(label), Role::Label),
        Content::Text(words) => {
            let is_of_form = words.slots().next().is_none();
            let role = match context.blank {
                Some(_) if !is_of_form => Role::Entry(composition::Entry::Text),
                _ => Role::Text,
            };
            let text = match context.blank {
                // Room is to be written in after the words, not between them.
                Some(_) => context.words(words).trim_end_matches('\u{3000}').to_owned(),
                None => context.words(words),
            };
            (text, role)
        }
        Content::Free => (String::new(), Role::Entry(composition::Entry::Text)),
        Content::Field(slot, _) if context.blank.is_some() => {
            (String::new(), Role::Entry(slot.entry()))
        }
        Content::Field(slot, numbering) => {
            let text = context.text(slot, numbering);
            let is_long = crate::text::width(&text) > 60;
            let role = if is_long { Role::Text } else { slot.role() };
            (text, role)
        }
    };
    (text, role, (cell.rows, cell.columns))
}

/// The dates that stand ready, if the plan keeps to them; else its own.
fn plan(ready: &[String], columns: usize, context: &Context<'_>) -> Vec<Cells> {
    let plan = &context.document.disbursement_plan;
    let keeps = plan.iter().all(|one| ready.contains(&one.by.value));
    let dates: Vec<&str> = match keeps {
        true => ready.iter().map(String::as_str).collect(),
        false => plan.iter().map(|one| one.by.value.as_str()).collect(),
    };
    let share = |i: usize, date: &str| {
        let one = match keeps {
            true => plan.iter().find(|one| one.by.value == date),
            false => plan.get(i),
        };
        one.map_or(String::new(), |one| {
            crate::form::said(&one.cumulative_percent, |n| format!("{}%", n.printed))
        })
    };
    let role = match context.blank {
        Some(_) => Role::Entry(composition::Entry::Percent),
        None => Role::Value,
    };
    let mut rows = Vec::new();
    for (chunk, dates) in dates.chunks(columns.max(1)).enumerate() {
        let spans = spans(columns, dates.len());
        let first = chunk * columns;
        let printed = dates.iter().zip(&spans);
        rows.push(
            printed
                .clone()
                .map(|(date, span)| ((*date).to_owned(), Role::Label, (1, *span)))
                .collect(),
        );
        rows.push(
            printed
                .enumerate()
                .map(|(i, (date, span))| (share(first + i, date), role, (1, *span)))
                .collect(),
        );
    }
    rows
}

/// Shares columns out among cells, the first getting what does not divide.
fn spans(columns: usize, cells: usize) -> Vec<usize> {
    let cells = cells.max(1);
    let extra = columns % cells;
    (0..cells)
        .map(|i| columns / cells + usize::from(i < extra))
        .collect()
}

/// Details for which the form has no box of their own.
fn details(label: usize, text: usize, context: &Context<'_>) -> Vec<Cells> {
    let own = own_details(context.form);
    let others = context
        .document
        .details
        .iter()
        .filter(|detail| !own.contains(&detail.key.as_str()));
    others
        .map(|detail| {
            vec![
                (detail.label.clone(), Role::Label, (1, label)),
                (detail.text.text().to_owned(), Role::Text, (1, text)),
            ]
        })
        .collect()
}

/// Keys of the details that a form has boxes for.
fn own_details(form: &Form) -> Vec<&str> {
    let mut keys = Vec::new();
    crate::room::slots(form, &mut |slot| {
        if let Slot::Detail(key) = slot {
            keys.push(key.as_str());
        }
    });
    keys
}
