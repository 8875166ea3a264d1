//! What was found in a text of Word, written down as paper.

use plumbline_model::Place;

use super::grid::{self, Position};
use super::{Block, Cell, PAGE_END, Paragraph, Remark, Table};
use crate::containers::builder::{Builder, is_blank};
use crate::containers::html_table::OpenTable;
use crate::error::ReadError;

/// Writes what was found.
pub(in crate::containers) fn write(
    builder: &mut Builder,
    blocks: Vec<Block>,
) -> Result<(), ReadError> {
    builder.open(0);
    let mut writer = Writer {
        builder,
        paragraphs: 0,
        tables: 0,
        cell: None,
        open: Vec::new(),
    };
    writer.blocks(blocks)
}

struct Writer<'a, 'b> {
    builder: &'b mut Builder<'a>,
    /// Paragraphs outside tables.
    paragraphs: u32,
    /// Tables, also those in others, in the order in which they begin.
    tables: usize,
    /// The place of the innermost cell that is open.
    cell: Option<Place>,
    /// The tables that are open, outermost first.
    open: Vec<OpenTable>,
}

impl Writer<'_, '_> {
    fn blocks(&mut self, blocks: Vec<Block>) -> Result<(), ReadError> {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(&paragraph)?,
                Block::Table(table) => self.table(table)?,
                Block::PageEnd => self.builder.page_end(),
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, paragraph: &Paragraph) -> Result<(), ReadError> {
        self.paragraphs += u32::from(self.cell.is_none());
        self.remarks(&paragraph.remarks, &paragraph.text);
        if paragraph.text.chars().all(is_blank) && self.cell.is_none() {
            self.builder.blank_line();
        }
        let mut column = 1;
        for part in paragraph.text.split_inclusive(['\n', PAGE_END]) {
            let text = part.trim_start_matches(is_blank);
            let blank = &part[..part.len() - text.len()];
            let length = text.chars().count();
            let place = self.place(column + blank.chars().count());
            self.builder.append_text(text, place);
            let span = self.builder.close(0);
            if !span.is_empty() {
                self.builder.line(span, paragraph.heading)?;
                self.builder.part();
            }
            if part.ends_with(PAGE_END) {
                self.builder.page_end();
            }
            column += blank.chars().count() + length;
        }
        Ok(())
    }

    fn place(&self, column: usize) -> Place {
        self.cell.unwrap_or(Place::Text {
            line: self.paragraphs,
            column: column as u32,
        })
    }

    fn remarks(&mut self, remarks: &[Remark], text: &str) {
        let (mut reached, mut column) = (0, 1);
        for remark in remarks {
            let between = text.get(reached..remark.at).unwrap_or_default();
            column += between.chars().count();
            reached += between.len();
            let place = self.place(column);
            self.builder.notice(remark.kind, remark.text.trim(), place);
        }
    }

    fn table(&mut self, mut table: Table) -> Result<(), ReadError> {
        let outer = self.cell;
        if outer.is_some() {
            self.builder.part(); // the cell it stands in keeps a place of its own
        }
        self.tables += 1;
        let capped = |number| u16::try_from(number).unwrap_or(u16::MAX);
        let table_number = capped(self.tables);
        let place = |row, column: u32| Place::Table {
            table: table_number,
            row: capped(row),
            column: capped(column as usize),
        };
        let positions = grid::positions(&mut table);
        self.open.push(OpenTable::new(self.builder.blocks().len()));
        let mut number = 0;
        for (row, positions) in table.rows.into_iter().zip(positions) {
            number += 1;
            self.cell = Some(place(number, 1));
            self.remarks(&row.remarks, "");
            if let Some(open) = self.open.last_mut() {
                open.open_row();
            }
            for (cell, position) in row.cells.into_iter().zip(positions) {
                self.cell = Some(place(number, position.column + 1));
                self.cell(cell, &position)?;
            }
        }
        self.cell = Some(place(number + 1, 1));
        self.remarks(&table.left_out, "");
        self.cell = outer;
        self.close_table();
        Ok(())
    }

    fn cell(&mut self, cell: Cell, position: &Position) -> Result<(), ReadError> {
        let place = self.place(1);
        self.builder.append_text("", place);
        if let Some(open) = self.open.last_mut() {
            let Position {
                column,
                columns,
                rows,
            } = *position;
            open.place_cell(self.builder, column, rows, columns)?;
        }
        self.blocks(cell.blocks)?;
        if let Some(open) = self.open.last_mut() {
            open.close_cell(self.builder);
        }
        Ok(())
    }

    fn close_table(&mut self) {
        let Some(table) = self.open.pop() else { return };
        let has_text = table.finish(self.builder);
        if let Some(outer) = self.open.last_mut().filter(|_| has_text) {
            outer.note_nested();
        }
    }
}
