//! A compact picture of a paper: one line a block or cell, for people and for tests.

use std::fmt;

use plumbline_model::Place;

use crate::paper::{Block, Cell, Gap, Line, Paper, Span};

impl fmt::Display for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for block in &self.blocks {
            match block {
                Block::Line(line) => self.write_line(f, line)?,
                Block::Table(table) => {
                    writeln!(f, "table")?;
                    for cell in &table.cells {
                        self.write_cell(f, cell)?;
                    }
                }
            }
        }
        Ok(())
    }
}

impl Paper {
    fn write_line(&self, f: &mut fmt::Formatter<'_>, line: &Line) -> fmt::Result {
        write!(f, "line")?;
        if line.heading > 0 {
            write!(f, " h{}", line.heading)?;
        }
        match line.gap {
            Gap::None => {}
            Gap::Blank(n) => write!(f, " gap{n}")?,
            Gap::Page => write!(f, " page")?,
        }
        self.write_piece(f, line.span)
    }

    fn write_cell(&self, f: &mut fmt::Formatter<'_>, cell: &Cell) -> fmt::Result {
        write!(f, "  r{}c{}", cell.row, cell.column)?;
        if (cell.row_span, cell.column_span) != (1, 1) {
            write!(f, " {}x{}", cell.row_span, cell.column_span)?;
        }
        self.write_piece(f, cell.span)
    }

    fn write_piece(&self, f: &mut fmt::Formatter<'_>, span: Span) -> fmt::Result {
        let text = self.text(span);
        match self.place(span) {
            Place::Text { line, column } => writeln!(f, " {text:?} @{line}:{column}"),
            place => writeln!(f, " {text:?} @{place}"),
        }
    }
}
