//! A table in the making: cells go to the next free place, as in HTML.

use crate::composition::{Cell, Role, Row, Table};

/// A table in the making.
pub(super) struct Grid {
    table: Table,
    /// For each column the first row that no cell from above reaches into.
    free_from: Vec<usize>,
}

impl Grid {
    pub fn new(widths: &[u16]) -> Grid {
        Grid {
            table: Table {
                widths: widths.to_vec(),
                head_rows: 0,
                rows: Vec::new(),
            },
            free_from: vec![0; widths.len()],
        }
    }

    pub fn width(&self) -> usize {
        self.free_from.len()
    }

    /// Begins the next row.
    pub fn row(&mut self) {
        self.table.rows.push(Row::default());
    }

    /// Puts a cell to the next free place of the current row. What finds none is cut off: that
    /// the rows of a form fill its table is held by its compilation.
    pub fn cell(&mut self, text: String, role: Role, (rows, columns): (usize, usize)) {
        let Some(at) = self.table.rows.len().checked_sub(1) else {
            return;
        };
        let Some(column) = self.free_from.iter().position(|from| *from <= at) else {
            return;
        };
        let end = (column + columns).min(self.free_from.len());
        self.free_from[column..end].fill(at + rows);
        self.table.rows[at].cells.push(Cell {
            column,
            row_span: rows,
            column_span: end - column,
            text,
            role,
        });
    }

    pub fn finish(self) -> Table {
        self.table
    }
}
