//! Pages to paper: tables are written as they are; lines are put together into paragraphs, and
//! into tables that have no ruling lines, which are found by how their text is aligned (as in a
//! text that was laid out with blanks, see [`layout`]).

use super::grid::Grid;
use super::loose::Loose;
use super::sheet::{Part, Sheet};
use super::text::Line;
use super::wrap::{self, Seam};
use crate::containers::builder::{Builder, plain_cell};
use crate::error::ReadError;
use crate::paper::Cell;
use plumbline_model::Place;

/// Writes pages.
pub(super) fn write(sheets: &[Sheet], builder: &mut Builder) -> Result<(), ReadError> {
    let mut loose = Loose::default();
    for sheet in sheets {
        loose.begin_page(sheet);
        for part in &sheet.parts {
            match part {
                Part::Line(line) => loose.add(line),
                Part::Grid(grid) if grid.cells.len() == 1 => {
                    // A frame around some lines.
                    grid.cells
                        .iter()
                        .flat_map(|cell| &cell.lines)
                        .for_each(|line| loose.add(line));
                }
                Part::Grid(grid) => {
                    loose.write(builder)?;
                    write_grid(grid, builder)?;
                }
            }
        }
    }
    loose.write(builder)
}

fn write_grid(grid: &Grid, builder: &mut Builder) -> Result<(), ReadError> {
    let mut cells = Vec::with_capacity(grid.cells.len());
    builder.count_cells(grid.cells.len())?;
    let padding = grid.padding();
    let mut place = Place::Whole;
    for cell in &grid.cells {
        builder.open(0);
        let width = grid.inner_width(cell, padding);
        let mut above: Option<&Line> = None;
        for line in &cell.lines {
            place = line.place(line.left(), line.right());
            let room = above.map(|above| (above, width - above.width()));
            match room.map(|(above, room)| wrap::seam(above, line, room)) {
                None | Some(Seam::None) => {}
                Some(Seam::Blank) => builder.append_blank(),
                Some(Seam::End) => builder.append_break(),
            }
            builder.append_text(&line.text(), place);
            above = Some(line);
        }
        if cell.lines.is_empty() {
            builder.append_text("", place);
        }
        let span = builder.close(0);
        builder.part();
        cells.push(Cell {
            row_span: cell.row_span as u32,
            column_span: cell.column_span as u32,
            ..plain_cell(cell.row, cell.column, span)
        });
    }
    builder.table(cells);
    Ok(())
}

/// Adds lines as one paragraph.
pub(super) fn write_paragraph(lines: &[&Line], builder: &mut Builder) -> Result<(), ReadError> {
    builder.open(0);
    for line in lines {
        let parts_words = |c: char| c.is_ascii_alphanumeric();
        let text = line.text();
        if builder.composed().ends_with(parts_words) && text.starts_with(parts_words) {
            builder.append_blank();
        }
        builder.append_text(&text, line.place(line.left(), line.right()));
    }
    let span = builder.close(0);
    builder.line(span, 0)?;
    builder.part();
    Ok(())
}
