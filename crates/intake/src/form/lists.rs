//! Lists: rows that are documents, main tasks or cost items.

use plumbline_model::{CostItem, Document, Funding, Task};

use super::columns::{Heading, Holds, Layout};
use super::draft::{Fields, MoneyBlock};
use super::filler::Filler;
use super::grid::{RowOfIndicator, enter_serial, whole_label};
use super::indicators::Term;
use super::label::label_of_cell;
use crate::fold::tidy;
use crate::ledger::{Furniture, Taken};
use crate::paper::{Cell, Span};
use crate::vocabulary::{CostColumn, FieldId, MoneyColumn, MoneyLine, PartyId, Sense, TaskColumn};

/// A row of a list of documents.
pub(crate) fn read_document_row(
    filler: &mut Filler<'_>,
    layout: &Layout,
    row: &[&Cell],
    spanning: &[Cell],
) {
    let find = |holds: Holds| {
        row.iter()
            .find(|cell| layout.at(cell.column).is_some_and(|h| h.holds == holds))
            .map(|cell| cell.span)
    };
    let sums_up = row
        .first()
        .and_then(|cell| whole_label(filler.desk.text(cell.span)))
        .is_some_and(|label| label.is(|s| s == Sense::Sum));
    if sums_up {
        for cell in row {
            filler.desk.furniture(cell.span, Furniture::Numbering);
        }
        return;
    }
    if let Some(name) = find(Holds::Field(FieldId::ProjectName)) {
        let printed = tidy(filler.desk.text(name));
        let same = filler.desk.draft.document.project.name.text() == printed;
        if filler.desk.draft.is_named() && !same {
            let above = filler.desk.draft.document.clone();
            let unit = filler.desk.draft.unit.clone();
            filler.finish();
            filler.desk.draft.unit = unit;
            inherit_parties(filler, layout, row, &above);
        }
    }
    let mut indicator = RowOfIndicator::default();
    let mut headings: Vec<Heading> = Vec::new();
    let is_of_indicators = |heading: &Heading| matches!(heading.holds, Holds::Indicator(_));
    let has_indicators = layout.headings.iter().any(is_of_indicators);
    for heading in &layout.headings {
        if is_of_indicators(heading) {
            headings.push(*heading);
        }
        let Some(cell) = row
            .iter()
            .find(|cell| heading.from <= cell.column && cell.column < heading.to)
        else {
            leave_blank(filler, heading.holds, row[0].span);
            continue;
        };
        if let Holds::Detail(_, words) = heading.holds
            && has_indicators
            && indicator.take_levels(filler, cell.span)
        {
            filler.desk.ledger.enter(words, Taken::Label);
            continue;
        }
        fill_document_cell(filler, heading.holds, cell.span);
        indicator.put(heading.holds, cell.span);
    }
    if indicator.cells.is_empty() && indicator.level2.is_none() {
        return;
    }
    indicator.inherit(&headings, spanning, filler);
    indicator.add(
        filler,
        Term::Annual,
        &headings,
        row.first().map(|cell| cell.span),
    );
}

/// A body named once for several documents is in a merged cell, or above the list: where the row
/// names none, it is the same.
fn inherit_parties(filler: &mut Filler<'_>, layout: &Layout, row: &[&Cell], above: &Document) {
    for party in [
        PartyId::CompetentDepartment,
        PartyId::ImplementingUnit,
        PartyId::BudgetUnit,
    ] {
        let written = layout.headings.iter().any(|heading| {
            heading.holds == Holds::Party(party)
                && row
                    .iter()
                    .any(|cell| heading.from <= cell.column && cell.column < heading.to)
        });
        if !written {
            *filler.desk.draft.document.party_mut(party) = above.party(party).clone();
        }
    }
}

/// A blank cell of a row that names its document says the box is blank.
fn leave_blank(filler: &mut Filler<'_>, holds: Holds, near: Span) {
    let blank = [Span {
        start: near.end,
        end: near.end,
    }];
    if let Holds::Money(line) = holds
        && filler.desk.draft.document.indicators.is_empty()
    {
        filler
            .desk
            .fill_money(MoneyBlock::Annual, line, MoneyColumn::Budget, &blank);
    }
}

fn fill_document_cell(filler: &mut Filler<'_>, holds: Holds, span: Span) {
    let desk = &mut filler.desk;
    match holds {
        Holds::Field(field) => {
            desk.fill(field, &[span]);
        }
        Holds::Party(party) => {
            desk.fill_party(party, &[span]);
        }
        Holds::PartyCode(party) => {
            desk.fill_party_code(party, &[span]);
        }
        Holds::Money(line) => {
            desk.fill_money(MoneyBlock::Annual, line, MoneyColumn::Budget, &[span])
        }
        Holds::Goal(goal) => {
            // Repeated on every row of the document.
            if desk.draft.goals_printed.as_deref() == Some(desk.paper.text(span)) {
                desk.ledger.enter(span, Taken::Bound("goals"));
            } else {
                desk.fill_goals(goal, None, &[span]);
                desk.draft.goals_printed = Some(desk.paper.text(span).to_owned());
            }
        }
        Holds::Serial => enter_serial(filler, span),
        Holds::Detail(key, heading) => {
            desk.ledger.enter(heading, Taken::Label);
            desk.fill_detail(key, heading, &[span]);
        }
        Holds::Indicator(_) | Holds::Task(_) | Holds::Cost(_) => {}
    }
}

/// A row of the list of main tasks.
pub(crate) fn read_task(filler: &mut Filler<'_>, layout: &Layout, row: &[&Cell]) {
    let first = filler.desk.text(row[0].span);
    let is_sum = label_of_cell(first)
        .is_some_and(|l| l.is(|s| matches!(s, Sense::Money(MoneyLine::Total) | Sense::Sum)));
    let mut task = Task {
        extent: filler.desk.extent(row.iter().map(|cell| cell.span)),
        ..Task::default()
    };
    let mut funding = Funding::default();
    if is_sum {
        filler.desk.label(row[0].span);
    }
    for cell in row.iter().skip(usize::from(is_sum)) {
        let Some(heading) = layout.at(cell.column) else {
            continue;
        };
        let spans = [cell.span];
        match heading.holds {
            Holds::Task(TaskColumn::Name) => {
                task.name = filler.desk.take_text(&spans, "tasks.name")
            }
            Holds::Task(TaskColumn::Content) => {
                task.content = filler.desk.take_text(&spans, "tasks.content")
            }
            Holds::Task(column) if is_sum => {
                let line = match column {
                    TaskColumn::Fiscal => MoneyLine::Fiscal,
                    TaskColumn::Other => MoneyLine::Other,
                    _ => MoneyLine::Total,
                };
                filler
                    .desk
                    .fill_money(MoneyBlock::Annual, line, MoneyColumn::Budget, &spans);
            }
            Holds::Task(column) => {
                let amount = filler.desk.take_amount(&spans, "tasks.funding");
                match column {
                    TaskColumn::Fiscal => funding.fiscal.budget = amount,
                    TaskColumn::Other => funding.other.budget = amount,
                    _ => funding.total.budget = amount,
                }
            }
            Holds::Serial => enter_serial(filler, cell.span),
            _ => {}
        }
    }
    if !is_sum {
        funding.unit = filler.desk.draft.unit.clone();
        task.funding = funding;
        filler.desk.draft.document.tasks.push(task);
    }
}

/// A row of the cost composition.
pub(crate) fn read_cost(filler: &mut Filler<'_>, layout: &Layout, row: &[&Cell]) {
    let mut item = CostItem {
        extent: filler.desk.extent(row.iter().map(|cell| cell.span)),
        ..CostItem::default()
    };
    for cell in row {
        let Some(heading) = layout.at(cell.column) else {
            continue;
        };
        match heading.holds {
            Holds::Cost(CostColumn::Name) => {
                item.name = filler.desk.take_text(&[cell.span], "cost_items.name")
            }
            Holds::Cost(CostColumn::Amount) => {
                item.amount = filler.desk.take_amount(&[cell.span], "cost_items.amount")
            }
            Holds::Cost(CostColumn::Basis) => {
                item.basis = filler.desk.take_text(&[cell.span], "cost_items.basis")
            }
            Holds::Serial => enter_serial(filler, cell.span),
            Holds::Detail(key, heading) => filler.desk.fill_detail(key, heading, &[cell.span]),
            _ => {}
        }
    }
    filler.desk.draft.document.cost_items.push(item);
}
