//! How wide are the columns of a table, how high its rows, and where does each text stand?

use crate::composition::{Cell, Role, Table};
use crate::fonts::{Measure, Typeface};

use super::line::{Face, Line, widest_piece, wrap};
use super::measures::Alignment;

/// Room between a ruling line and a text beside it, and above and below.
pub(super) const BESIDE: f32 = 3.0;
pub(super) const ABOVE: f32 = 4.0;
/// Height of a line, against the size of its characters.
const LEADING: f32 = 1.3;
/// No row is lower than so many lines.
const LINES_MIN: f32 = 1.6;

/// A table that has been measured, before it is cut into pages.
#[derive(Debug)]
pub(super) struct Grid {
    /// Left edges of the columns and the right edge of the last, from the left of the table.
    pub(super) edges: Vec<f32>,
    /// Heights of the rows.
    pub(super) heights: Vec<f32>,
    pub(super) cells: Vec<SetCell>,
    pub(super) head_rows: usize,
    /// Height of a line of text.
    pub(super) line: f32,
    pub(super) size: f32,
}

/// A cell with its text broken into lines.
#[derive(Debug)]
pub(super) struct SetCell {
    pub(super) row: usize,
    pub(super) column: usize,
    /// The row and the column after its last.
    pub(super) row_end: usize,
    pub(super) column_end: usize,
    pub(super) lines: Vec<Line>,
    pub(super) alignment: Alignment,
}

impl Grid {
    /// Measures a table at a width.
    pub(super) fn measure(table: &Table, width: f32, size: f32, measure: &Measure) -> Grid {
        let face = Face {
            typeface: Typeface::Text,
            size,
        };
        let edges = edges(table, width, face, measure);
        let mut grid = Grid {
            heights: vec![LINES_MIN * LEADING * size; table.rows.len()],
            edges,
            cells: Vec::new(),
            head_rows: table.head_rows.min(table.rows.len()),
            line: LEADING * size,
            size,
        };
        for (row, cells) in table.rows.iter().enumerate() {
            for cell in &cells.cells {
                let set = grid.set_cell(row, cell, face, measure);
                grid.cells.push(set);
            }
        }
        grid.raise_rows();
        // Rows that hang together with those below them cannot be repeated without them.
        let head = grid.head_rows;
        if grid
            .cells
            .iter()
            .any(|cell| cell.row < head && head < cell.row_end)
        {
            grid.head_rows = 0;
        }
        grid
    }

    fn set_cell(&self, row: usize, cell: &Cell, face: Face, measure: &Measure) -> SetCell {
        let columns = self.edges.len() - 1;
        let column = cell.column.min(columns - 1);
        let column_end = (column + cell.column_span.max(1)).min(columns);
        let width = self.edges[column_end] - self.edges[column] - 2.0 * BESIDE;
        SetCell {
            row,
            column,
            row_end: (row + cell.row_span.max(1)).min(self.heights.len()),
            column_end,
            lines: lines(cell, width, face, measure),
            alignment: match cell.role {
                Role::Text => Alignment::Left,
                Role::Label | Role::Value | Role::Entry(_) => Alignment::Centre,
            },
        }
    }

    /// The height that so many lines need in a cell.
    pub(super) fn height_of(&self, lines: usize) -> f32 {
        lines as f32 * self.line + 2.0 * ABOVE
    }

    /// Makes rows as high as their texts; what a cell over several rows needs besides is shared
    /// out among them.
    fn raise_rows(&mut self) {
        let mut needs: Vec<(usize, usize, f32)> = self
            .cells
            .iter()
            .map(|cell| (cell.row, cell.row_end, self.height_of(cell.lines.len())))
            .collect();
        needs.sort_by_key(|(row, row_end, _)| row_end - row);
        for (row, row_end, need) in needs {
            let rows = &mut self.heights[row..row_end];
            let lack = need - rows.iter().sum::<f32>();
            if lack > 0.0 {
                let share = lack / rows.len() as f32;
                rows.iter_mut().for_each(|height| *height += share);
            }
        }
    }
}

/// The lines of a cell. Those of a label are made shorter where a character of it would stand alone
/// in the last.
fn lines(cell: &Cell, width: f32, face: Face, measure: &Measure) -> Vec<Line> {
    const TRIES: usize = 4;
    let wrapped = |width| wrap(measure, face, &cell.text, width, 0.0);
    let lines = wrapped(width);
    let is_alone = |lines: &[Line]| {
        let last = lines.last().map_or(0.0, Line::width);
        lines.len() > 1 && last <= face.size
    };
    if cell.role != Role::Label || !is_alone(&lines) {
        return lines;
    }
    let narrower = (1..=TRIES).map(|less| wrapped(width - less as f32 * face.size));
    let mut better = narrower.filter(|other| other.len() == lines.len() && !is_alone(other));
    better.next().unwrap_or(lines)
}

/// Edges of columns of the relative widths of the table, but none narrower than its words.
fn edges(table: &Table, width: f32, face: Face, measure: &Measure) -> Vec<f32> {
    let cells = || table.rows.iter().flat_map(|row| &row.cells);
    let ends = cells().map(|cell| cell.column + cell.column_span.max(1));
    let columns = ends.max().unwrap_or(0).max(table.widths.len()).max(1);
    let share = |column: usize| f32::from(table.widths.get(column).copied().unwrap_or(1).max(1));
    let total: f32 = (0..columns).map(share).sum();
    let mut widths: Vec<f32> = (0..columns).map(|c| width * share(c) / total).collect();
    let mut needs = vec![2.0 * face.size + 2.0 * BESIDE; columns];
    for cell in cells().filter(|cell| cell.column_span <= 1) {
        let piece = widest_piece(measure, face, &cell.text).min(8.0 * face.size);
        if let Some(need) = needs.get_mut(cell.column) {
            *need = need.max(piece + 2.0 * BESIDE);
        }
    }
    widen(&mut widths, &needs);
    let mut at = 0.0;
    let rights = widths.iter().map(|width| {
        at += width;
        at
    });
    std::iter::once(0.0).chain(rights).collect()
}

/// Gives columns that are too narrow what they need, from those that have more than they need.
fn widen(widths: &mut [f32], needs: &[f32]) {
    let pairs = || widths.iter().zip(needs);
    let lack: f32 = pairs().map(|(width, need)| (need - width).max(0.0)).sum();
    let spare: f32 = pairs().map(|(width, need)| (width - need).max(0.0)).sum();
    if lack <= 0.0 || spare <= 0.0 {
        return;
    }
    let moved = lack.min(spare);
    for (width, need) in widths.iter_mut().zip(needs) {
        let change = need - *width;
        *width += match change > 0.0 {
            true => change * moved / lack,
            false => change * moved / spare,
        };
    }
}
