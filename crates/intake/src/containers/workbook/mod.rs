//! Sheets of a workbook, whatever file they were kept in, laid out on paper.
//!
//! A sheet is a page. Rows with nothing in them part it: what lies between is a table, or, where
//! each row holds a single cell, lines. So are the rows above a table that hold a single cell: a
//! title, a year, a unit of money.

pub(super) mod areas;
mod date;
mod format_code;
pub(super) mod number_format;
mod number_text;
pub(super) mod strings;
pub(super) mod styles;

use plumbline_model::Place;

use super::builder::{Builder, trimmed};
use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::{Cell, NoticeKind};
use areas::{Area, Cover, Merged};

/// The most rows and columns a sheet can have.
pub(super) const ROWS_MAX: u32 = 1 << 20;
pub(super) const COLUMNS_MAX: u32 = 1 << 14;

/// A sheet as its file tells of it; rows and columns from 0.
pub(super) struct Sheet {
    number: u16,
    /// The texts of all cells, one after the other.
    text: String,
    text_max: usize,
    cells: Vec<Written>,
    merged: Vec<Area>,
    /// Rows that are there, though nothing may be written in them, as their cells have borders.
    ruled: Vec<u32>,
    hidden_rows: Vec<(u32, u32)>,
    hidden_columns: Vec<(u32, u32)>,
    /// Texts in boxes above the cells, by the cell at their upper left corner.
    boxes: Vec<Written>,
}

/// A cell with something in it.
#[derive(Clone, Copy)]
struct Written {
    row: u32,
    column: u32,
    start: u32,
    end: u32,
}

impl Sheet {
    /// A sheet, by its number from 1.
    pub(super) fn new(number: u16, limits: &Limits) -> Self {
        Sheet {
            number,
            text: String::new(),
            text_max: limits.unpacked_max.min(u32::MAX as usize),
            cells: Vec::new(),
            merged: Vec::new(),
            ruled: Vec::new(),
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
            boxes: Vec::new(),
        }
    }

    /// The place of a cell.
    pub(super) fn place(&self, row: u32, column: u32) -> Place {
        Place::Sheet {
            sheet: self.number,
            row: row.saturating_add(1),
            column: column.saturating_add(1).min(u32::from(u16::MAX)) as u16,
        }
    }

    /// Puts a text into a cell.
    pub(super) fn put(
        &mut self,
        builder: &mut Builder,
        row: u32,
        column: u32,
        text: &str,
    ) -> Result<(), ReadError> {
        if row < ROWS_MAX && column < COLUMNS_MAX {
            let written = self.write(builder, row, column, text)?;
            self.cells.extend(written);
        }
        Ok(())
    }

    /// Puts a text into a box that floats above the cells. It is read after them.
    pub(super) fn put_above(
        &mut self,
        builder: &mut Builder,
        row: u32,
        column: u32,
        text: &str,
    ) -> Result<(), ReadError> {
        let (row, column) = (row.min(ROWS_MAX - 1), column.min(COLUMNS_MAX - 1));
        let written = self.write(builder, row, column, text)?;
        self.boxes.extend(written);
        Ok(())
    }

    /// Keeps a text that stands at a cell, unless it is blank.
    fn write(
        &mut self,
        builder: &mut Builder,
        row: u32,
        column: u32,
        text: &str,
    ) -> Result<Option<Written>, ReadError> {
        let text = &text[trimmed(text, 0..text.len())];
        if text.is_empty() {
            return Ok(None);
        }
        builder.count_cells(1)?;
        // One long text can be that of all cells, so what is small in the file need not be here.
        let length = builder.text_len() + self.text.len() + text.len();
        if length > self.text_max {
            return Err(ReadError::OverLimit {
                what: "unpacked bytes",
                found: length,
                limit: self.text_max,
                place: self.place(row, column),
            });
        }
        let start = self.text.len() as u32;
        self.text.push_str(text);
        let end = self.text.len() as u32;
        Ok(Some(Written {
            row,
            column,
            start,
            end,
        }))
    }

    /// Merges cells.
    pub(super) fn merge(&mut self, builder: &mut Builder, area: Area) -> Result<(), ReadError> {
        builder.count_cells(1)?;
        self.merged.push(area);
        Ok(())
    }

    /// There is a cell with borders in this row.
    pub(super) fn rule(&mut self, row: u32) {
        if self.ruled.last() != Some(&row) {
            self.ruled.push(row);
        }
    }

    /// These rows, first and last, are not shown.
    pub(super) fn hide_rows(&mut self, first: u32, last: u32) {
        extend_runs(&mut self.hidden_rows, first, last);
    }

    /// These columns, first and last, are not shown.
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        extend_runs(&mut self.hidden_columns, first, last);
    }

    /// Lays the sheet out on paper.
    pub(super) fn lay(mut self, builder: &mut Builder) -> Result<(), ReadError> {
        builder.page_end();
        let position = |cell: &Written| (cell.row, cell.column);
        if !self.cells.is_sorted_by_key(position) {
            self.cells.sort_by_key(position);
        }
        self.tell_hidden(builder);
        let cells = self.shown(builder);
        self.ruled.sort_unstable();
        let mut from = 0;
        let mut row = 0;
        while from < cells.len() {
            let to = self.part_end(&cells, from);
            for _ in row..cells[from].0.row.min(row + BLANK_ROWS_MAX) {
                builder.blank_line();
            }
            self.lay_part(builder, &cells[from..to])?;
            row = cells[to - 1].0.row + 1;
            from = to;
        }
        for text in &self.boxes {
            builder.blank_line();
            self.lay_lines(builder, *text)?;
        }
        Ok(())
    }

    /// Says which rows and columns are hidden that have something in them.
    fn tell_hidden(&self, builder: &mut Builder) {
        let mut columns: Vec<u32> = self.cells.iter().map(|cell| cell.column).collect();
        columns.sort_unstable();
        for &(first, last) in &self.hidden_rows {
            let at = self.cells.partition_point(|cell| cell.row < first);
            if self.cells.get(at).is_some_and(|cell| cell.row <= last) {
                let text = format!("{}:{}", first + 1, last + 1);
                builder.notice(NoticeKind::HiddenRows, text, self.place(first, 0));
            }
        }
        for &(first, last) in &self.hidden_columns {
            let at = columns.partition_point(|&column| column < first);
            if columns.get(at).is_some_and(|&column| column <= last) {
                let kind = NoticeKind::HiddenColumns;
                builder.notice(kind, "", self.place(0, first));
            }
        }
    }

    /// The cells that are shown, with the areas they cover. What stands in a cell that a merged
    /// one covers is not on the paper.
    fn shown(&mut self, builder: &mut Builder) -> Vec<(Written, Area)> {
        let mut merged = Merged::new(std::mem::take(&mut self.merged));
        let mut shown: Vec<(Written, Area)> = Vec::with_capacity(self.cells.len());
        for &cell in &self.cells {
            let twice = shown
                .last()
                .is_some_and(|(last, _)| (last.row, last.column) == (cell.row, cell.column));
            match merged.at(cell.row, cell.column) {
                _ if twice => self.tell_covered(builder, cell),
                Cover::Covered => self.tell_covered(builder, cell),
                Cover::None => shown.push((cell, Area::of_cell(cell.row, cell.column))),
                Cover::First(area) => shown.push((cell, area)),
            }
        }
        shown
    }

    fn tell_covered(&self, builder: &mut Builder, cell: Written) {
        let place = self.place(cell.row, cell.column);
        builder.notice(NoticeKind::HiddenText, self.text_of(cell), place);
    }

    fn text_of(&self, cell: Written) -> &str {
        &self.text[cell.start as usize..cell.end as usize]
    }

    /// Where the part of the sheet ends that begins with a cell: before a row with nothing in it.
    fn part_end(&self, cells: &[(Written, Area)], from: usize) -> usize {
        let mut reached = cells[from].1.bottom;
        for (i, (cell, area)) in cells.iter().enumerate().skip(from + 1) {
            if cell.row > reached + 1 && !self.is_ruled(reached + 1, cell.row) {
                return i;
            }
            reached = reached.max(area.bottom).max(cell.row);
        }
        cells.len()
    }

    /// Whether all rows of a stretch have borders.
    fn is_ruled(&self, from: u32, to: u32) -> bool {
        let first = self.ruled.partition_point(|&row| row < from);
        let mut next = from;
        for &row in &self.ruled[first..] {
            if next == to || row > next {
                break;
            }
            next = row + 1;
        }
        next >= to
    }

    /// Lays out rows with nothing blank between them: lines, and below them a table.
    fn lay_part(&self, builder: &mut Builder, part: &[(Written, Area)]) -> Result<(), ReadError> {
        let mut lines = 0;
        for row in part.chunk_by(|a, b| a.0.row == b.0.row) {
            let [(cell, area)] = row else { break };
            let next = part.get(lines + 1);
            if next.is_some_and(|(next, _)| next.row <= area.bottom) {
                break;
            }
            self.lay_lines(builder, *cell)?;
            lines += 1;
        }
        self.lay_table(builder, &part[lines..]);
        Ok(())
    }

    fn lay_lines(&self, builder: &mut Builder, cell: Written) -> Result<(), ReadError> {
        let place = self.place(cell.row, cell.column);
        for line in self.text_of(cell).lines() {
            builder.part();
            builder.append_text(line.trim_start(), place);
            let span = builder.close(0);
            builder.line(span, 0)?;
        }
        Ok(())
    }

    fn lay_table(&self, builder: &mut Builder, part: &[(Written, Area)]) {
        let (Some((first, _)), Some((last, _))) = (part.first(), part.last()) else {
            return;
        };
        let left = part.iter().map(|(cell, _)| cell.column).min().unwrap_or(0);
        let right = part.iter().map(|(cell, _)| cell.column).max().unwrap_or(0);
        let cells = part.iter().map(|(cell, area)| {
            let place = self.place(cell.row, cell.column);
            builder.part();
            for line in self.text_of(*cell).lines() {
                builder.append_break();
                builder.append_text(line.trim_start(), place);
            }
            Cell {
                row: cell.row - first.row,
                column: cell.column - left,
                row_span: area.bottom.min(last.row) - cell.row + 1,
                column_span: area.right.min(right) - cell.column + 1,
                span: builder.close(0),
            }
        });
        let cells = cells.collect();
        builder.table(cells);
    }
}

/// Blank rows that are told apart from more.
const BLANK_ROWS_MAX: u32 = 4;

/// Adds a run to runs, joining it with the last one if it goes on from there.
fn extend_runs(runs: &mut Vec<(u32, u32)>, first: u32, last: u32) {
    match runs.last_mut() {
        Some((_, end)) if *end + 1 == first => *end = last,
        _ => runs.push((first, last)),
    }
}
