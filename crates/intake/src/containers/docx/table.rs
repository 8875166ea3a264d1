//! Tables whose end has not been read: where their cells stand, and which of their rows are read.

use super::paragraph::Change;
use super::property::{is_on, number, value};
use super::story::{Flow, Open, Story};
use crate::containers::word::{Block, Cell, Merge, Row, Table};
use crate::containers::xml::{Element, Xml};
use crate::paper::NoticeKind;

/// A table whose end has not been read.
#[derive(Default)]
pub(super) struct TableDraft {
    table: Table,
    reached: i32,
}

/// A row whose end has not been read.
#[derive(Default)]
pub(super) struct RowDraft {
    row: Row,
    /// The edge at which the next cell begins.
    edge: u32,
    is_hidden: bool,
    pub(super) change: Option<Change>,
}

/// A cell whose end has not been read.
#[derive(Default)]
pub(super) struct CellDraft {
    pub(super) flow: Flow,
    columns: u32,
    merge: Merge,
    /// Whether it is one with the cell at its left.
    goes_on: bool,
}

impl Story<'_> {
    /// Takes note of a property of a table, row or cell. Whether it was one.
    pub(super) fn table_property(&mut self, element: &Element, xml: &Xml) -> bool {
        match (self.open.last_mut(), xml.around(1), element.name()) {
            (Some(Open::Table(table)), "tblGrid", "gridCol") => table.add_column(element),
            (Some(Open::Row(row)), "trPr", "gridBefore") => {
                row.edge = number(element).unwrap_or_default();
            }
            (Some(Open::Row(row)), "trPr", "hidden") => row.is_hidden = is_on(element),
            (Some(Open::Cell(cell)), "tcPr", "gridSpan") => {
                cell.columns = number(element).unwrap_or_default();
            }
            (Some(Open::Cell(cell)), "tcPr", "vMerge") => {
                cell.merge = match value(element).as_deref() {
                    Some("restart") => Merge::First,
                    _ => Merge::GoesOn,
                };
            }
            (Some(Open::Cell(cell)), "tcPr", "cellMerge") => {
                match element.attribute("vMerge").as_deref() {
                    Some("cont") => cell.merge = Merge::GoesOn,
                    Some("rest") => cell.merge = Merge::First,
                    _ => {}
                }
            }
            (Some(Open::Cell(cell)), "tcPr", "hMerge") => {
                cell.goes_on = value(element).as_deref() != Some("restart");
            }
            _ => return false,
        }
        true
    }

    /// A cell ends.
    pub(super) fn close_cell(&mut self) {
        let Some(Open::Cell(cell)) = self.open.pop() else {
            return;
        };
        let blocks = cell.flow.finish();
        let Some(Open::Row(row)) = self.open.last_mut() else {
            blocks.into_iter().for_each(|block| self.add(block));
            return;
        };
        let left = row.edge;
        row.edge = left.saturating_add(cell.columns.max(1));
        if !cell.goes_on || row.row.cells.is_empty() {
            row.row.cells.push(Cell {
                left,
                merge: cell.merge,
                ..Cell::default()
            });
        }
        if let Some(cell) = row.row.cells.last_mut() {
            cell.right = row.edge;
            cell.fill(blocks);
        }
    }

    /// A row ends.
    pub(super) fn close_row(&mut self) {
        let Some(Open::Row(RowDraft {
            mut row,
            is_hidden,
            change,
            ..
        })) = self.open.pop()
        else {
            return;
        };
        let Some(Open::Table(TableDraft { table, .. })) = self.open.last_mut() else {
            let blocks = row.cells.into_iter().flat_map(|cell| cell.blocks);
            blocks.for_each(|block| self.add(block));
            return;
        };
        match change {
            Some(Change::Deletion) => table.leave_out(&row, NoticeKind::Deletion),
            _ if is_hidden => table.leave_out(&row, NoticeKind::HiddenText),
            Some(Change::Insertion) => {
                row.remark(NoticeKind::Insertion);
                table.add(row);
            }
            None => table.add(row),
        }
    }

    /// A table ends.
    pub(super) fn close_table(&mut self) {
        if let Some(Open::Table(TableDraft { table, .. })) = self.open.pop() {
            self.add(Block::Table(table));
        }
    }
}

impl TableDraft {
    fn add_column(&mut self, element: &Element) {
        let edges = &mut self.table.edges;
        if edges.is_empty() {
            edges.push(0);
        }
        // A column without a width is one all the same.
        let width = element.number("w").filter(|width| *width > 0);
        let width = width.unwrap_or(1440);
        self.reached = self.reached.saturating_add(width);
        edges.push(self.reached);
    }
}
