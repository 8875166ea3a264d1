//! A table of HTML (or Word) in the making: where its cells come to stand, and whether it is a
//! table at all.

use std::ops::Range;

use super::builder::Builder;
use crate::error::ReadError;
use crate::paper::{Block, Cell, Span};

/// The most rows and columns that a cell may say it covers; the HTML standard has the same.
const ROW_SPAN_MAX: u32 = 65_534;
const COLUMN_SPAN_MAX: u32 = 1_000;

/// A table whose end has not been read.
///
/// The lines in it are added to the paper as they come. Only at its end is it known whether it is
/// a table of data; then it takes its cells' lines back as the text of its cells. Otherwise it is
/// there for the look of the page, and its lines stay lines.
pub(super) struct OpenTable {
    /// The blocks of the paper from here on are in this table.
    first_block: usize,
    cells: Vec<OpenCell>,
    /// The row that is open, or else the next one.
    row: u32,
    in_row: bool,
    /// The column after the cell placed last.
    column: u32,
    /// For each column, the first row that no cell above reaches down to.
    free_from: Vec<u32>,
    cell_is_open: bool,
}

struct OpenCell {
    /// The cell; its span is set at the end.
    cell: Cell,
    /// Its offset in the text, which is all that a blank cell has.
    offset: usize,
    /// The blocks within it.
    blocks: Range<usize>,
    holds_table: bool,
}

impl OpenTable {
    pub(super) fn new(first_block: usize) -> Self {
        OpenTable {
            first_block,
            cells: Vec::new(),
            row: 0,
            in_row: false,
            column: 0,
            free_from: Vec::new(),
            cell_is_open: false,
        }
    }

    /// Begins a row. (A row ends where the next one begins.)
    pub(super) fn open_row(&mut self) {
        self.row += u32::from(self.in_row);
        self.in_row = true;
        self.column = 0;
    }

    /// Begins a cell at the next column that no cell above covers.
    pub(super) fn open_cell(
        &mut self,
        builder: &mut Builder,
        row_span: Option<u32>,
        column_span: Option<u32>,
    ) -> Result<(), ReadError> {
        let row_span = match row_span {
            Some(0) => ROW_SPAN_MAX, // down to the end
            span => span.unwrap_or(1).min(ROW_SPAN_MAX),
        };
        let column_span = column_span.unwrap_or(1).clamp(1, COLUMN_SPAN_MAX);
        let column = self.free_column();
        self.place_cell(builder, column, row_span, column_span)
    }

    /// Begins a cell at a column, which is none left of a cell placed before in this row.
    pub(super) fn place_cell(
        &mut self,
        builder: &mut Builder,
        column: u32,
        row_span: u32,
        column_span: u32,
    ) -> Result<(), ReadError> {
        self.in_row = true;
        // Covered columns are counted as cells, so a few cells cannot make a table of any size.
        let width = column.saturating_sub(self.column) + column_span;
        builder.count_cells(width as usize)?;
        self.column = column + column_span;
        if row_span > 1 {
            self.cover(column, column_span, self.row + row_span);
        }
        let first = builder.blocks().len();
        self.cells.push(OpenCell {
            cell: Cell {
                row: self.row,
                column,
                row_span,
                column_span,
                span: Span::default(),
            },
            offset: builder.text_len(),
            blocks: first..first,
            holds_table: false,
        });
        self.cell_is_open = true;
        Ok(())
    }

    fn free_column(&self) -> u32 {
        let covered = self.free_from.iter().skip(self.column as usize);
        let length = covered
            .take_while(|&&free_from| free_from > self.row)
            .count();
        self.column + length as u32
    }

    fn cover(&mut self, column: u32, column_span: u32, free_from: u32) {
        let columns = column as usize..(column + column_span) as usize;
        if self.free_from.len() < columns.end {
            self.free_from.resize(columns.end, 0);
        }
        self.free_from[columns].fill(free_from);
    }

    /// Ends the cell that is open, if one is.
    pub(super) fn close_cell(&mut self, builder: &mut Builder) {
        let Some(open) = self.cells.last_mut().filter(|_| self.cell_is_open) else {
            return;
        };
        open.blocks.end = builder.blocks().len();
        if open.offset == builder.text_len() {
            builder.part();
        }
        self.cell_is_open = false;
    }

    /// A table with text in it stands in the cell that is open.
    pub(super) fn note_nested(&mut self) {
        if let Some(open) = self.cells.last_mut().filter(|_| self.cell_is_open) {
            open.holds_table = true;
        }
    }

    /// Ends the table, and says whether there is any text in it.
    pub(super) fn finish(self, builder: &mut Builder) -> bool {
        let has_text = builder.blocks().len() > self.first_block;
        if has_text && self.is_data() {
            self.into_table(builder);
        }
        has_text
    }

    /// A table of data has several columns, text in more than one cell and, if other tables stand
    /// in it, several rows of its own.
    fn is_data(&self) -> bool {
        let has_text = |open: &&OpenCell| !open.blocks.is_empty();
        let of_its_own = |open: &&OpenCell| has_text(open) && !open.holds_table;
        let columns = self.cells.iter().map(|open| open.cell.column).max();
        if columns.unwrap_or(0) == 0 || self.cells.iter().filter(has_text).count() < 2 {
            return false;
        }
        if !self.cells.iter().any(|open| open.holds_table) {
            return true;
        }
        let rows: Vec<u32> = self
            .cells
            .iter()
            .filter(of_its_own)
            .map(|o| o.cell.row)
            .collect();
        rows.chunk_by(|a, b| a == b)
            .filter(|row| row.len() >= 2)
            .count()
            >= 2
    }

    /// Takes the lines back: first what stands before all cells (a caption), then the table, then
    /// what is in cells that hold tables themselves, and whatever else is in no cell.
    fn into_table(self, builder: &mut Builder) {
        let rows = self.cells.last().map_or(0, |last| last.cell.row + 1);
        let first_cell = self.cells.first().map_or(0, |first| first.blocks.start);
        let inside = builder.blocks().split_off(first_cell.max(self.first_block));
        let mut inside = inside.into_iter();
        let mut taken = first_cell;
        let mut after = Vec::new();
        let mut cells = Vec::with_capacity(self.cells.len());
        for open in self.cells {
            after.extend(inside.by_ref().take(open.blocks.start - taken));
            let blocks: Vec<Block> = inside.by_ref().take(open.blocks.len()).collect();
            taken = open.blocks.end;
            let lines = if open.holds_table {
                &[]
            } else {
                blocks.as_slice()
            };
            cells.push(Cell {
                row_span: open.cell.row_span.min(rows - open.cell.row),
                span: span_of(lines, open.offset),
                ..open.cell
            });
            if open.holds_table {
                after.extend(blocks);
            }
        }
        after.extend(inside);
        builder.table(cells);
        builder.blocks().append(&mut after);
    }
}

/// From the first line to the last. In the text they are parted by `\n` and nothing else.
fn span_of(lines: &[Block], offset: usize) -> Span {
    let spans: Vec<Span> = lines
        .iter()
        .filter_map(|block| match block {
            Block::Line(line) => Some(line.span),
            Block::Table(_) => None,
        })
        .collect();
    match (spans.first(), spans.last()) {
        (Some(first), Some(last)) => Span::new(first.start as usize, last.end as usize),
        _ => Span::new(offset, offset),
    }
}
