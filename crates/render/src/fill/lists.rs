//! Lists in a table: headings, and a row an item.

use super::context::Context;
use super::indicators::{self, Levels};
use crate::composition::{Entry, Role};
use crate::form::{Column, ColumnOf, CostPart, List, ListOf, TaskPart, amount};

/// Cells of a row, with what they cover.
pub(super) struct ListRow(pub Vec<(String, Role, (usize, usize))>);

/// The rows of a list, headings first.
pub(super) fn rows(list: &List, width: usize, context: &Context<'_>) -> Vec<ListRow> {
    debug_assert_eq!(width, list.columns.iter().map(|c| c.columns).sum::<usize>());
    let mut rows = headings(list, context);
    match list.of {
        ListOf::Indicators => rows.extend(indicators::rows(list, context)),
        ListOf::Tasks => rows.extend(tasks(list, context)),
        ListOf::Costs => rows.extend(costs(list, context)),
    }
    rows
}

/// Rows that the headings take.
pub(super) fn heading_rows(list: &List) -> usize {
    let is_grouped = list.columns.iter().any(|column| column.group.is_some());
    if is_grouped { 2 } else { 1 }
}

/// One row of headings, or two where some stand together under a heading of their group.
fn headings(list: &List, context: &Context<'_>) -> Vec<ListRow> {
    let rows = heading_rows(list);
    let mut first = Vec::new();
    let mut second = Vec::new();
    for run in list
        .columns
        .chunk_by(|a, b| a.group == b.group && a.group.is_some())
    {
        let columns = run.iter().map(|column| column.columns).sum();
        match &run[0].group {
            Some(group) => {
                first.push((context.label(group), Role::Label, (1, columns)));
                second.extend(
                    run.iter()
                        .map(|c| (context.label(&c.head), Role::Label, (1, c.columns))),
                );
            }
            None => first.push((context.label(&run[0].head), Role::Label, (rows, columns))),
        }
    }
    let rows = [first, second].into_iter().take(rows);
    rows.map(ListRow).collect()
}

fn tasks(list: &List, context: &Context<'_>) -> Vec<ListRow> {
    let tasks = &context.document.tasks;
    let text = |column: &Column, i: usize| match (&column.of, tasks.get(i)) {
        (ColumnOf::Serial, _) => (i + 1).to_string(),
        (ColumnOf::Task(part), Some(task)) => match part {
            TaskPart::Name => task.name.text().to_owned(),
            TaskPart::Content => task.content.text().to_owned(),
            TaskPart::Money(line) => amount(&line.of(&task.funding).budget),
        },
        _ => String::new(),
    };
    plain(list, tasks.len(), text, context)
}

fn costs(list: &List, context: &Context<'_>) -> Vec<ListRow> {
    let items = &context.document.cost_items;
    let text = |column: &Column, i: usize| match (&column.of, items.get(i)) {
        (ColumnOf::Serial, _) => (i + 1).to_string(),
        (ColumnOf::Cost(part), Some(item)) => match part {
            CostPart::Name => item.name.text().to_owned(),
            CostPart::Amount => amount(&item.amount),
            CostPart::Basis => item.basis.text().to_owned(),
        },
        _ => String::new(),
    };
    plain(list, items.len(), text, context)
}

/// Rows none of whose cells are merged; in a blank form as many as it holds ready.
fn plain(
    list: &List,
    count: usize,
    text: impl Fn(&Column, usize) -> String,
    context: &Context<'_>,
) -> Vec<ListRow> {
    let count = match context.blank {
        Some(_) => list.blank_rows,
        None => count,
    };
    let row = |i| {
        let cells = list.columns.iter().map(|column| {
            let role = match context.blank {
                Some(_) => Role::Entry(entry(&column.of)),
                None => role(&column.of),
            };
            (text(column, i), role, (1, column.columns))
        });
        ListRow(cells.collect())
    };
    (0..count).map(row).collect()
}

/// What a cell of a column is for.
pub(super) fn role(of: &ColumnOf) -> Role {
    use crate::form::IndicatorPart as Part;
    match of {
        ColumnOf::Level1 | ColumnOf::Level2 | ColumnOf::MediumTermLevel2 => Role::Label,
        ColumnOf::Indicator(part) | ColumnOf::MediumTerm(part) => match part {
            Part::Name
            | Part::Description
            | Part::Basis
            | Part::Reason
            | Part::Remark
            | Part::Detail(_) => Role::Text,
            _ => Role::Value,
        },
        ColumnOf::Task(TaskPart::Content) | ColumnOf::Cost(CostPart::Basis) => Role::Text,
        _ => Role::Value,
    }
}

/// What may be entered in a cell of a column.
pub(super) fn entry(of: &ColumnOf) -> Entry {
    match of {
        ColumnOf::Level1 => Entry::Level1,
        ColumnOf::Level2 | ColumnOf::MediumTermLevel2 => Entry::Level2,
        ColumnOf::Task(TaskPart::Money(_)) | ColumnOf::Cost(CostPart::Amount) => Entry::Amount,
        _ => Entry::Text,
    }
}

/// Length of the run of rows from `at` on whose levels are the same.
pub(super) fn run(
    rows: &[Levels<'_>],
    at: usize,
    same: impl Fn(&Levels<'_>, &Levels<'_>) -> bool,
) -> usize {
    let first = &rows[at];
    rows[at..].iter().take_while(|row| same(first, row)).count()
}
