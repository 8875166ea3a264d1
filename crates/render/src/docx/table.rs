//! Tables of a Word document.

use std::fmt::Write;

use super::paragraph;
use crate::composition::{Block, Cell, Orientation, Role, Section, Table};
use crate::text;

/// A table. Word wants a cell in every row that a merged cell covers.
pub(super) fn table(table: &Table, text_width: u32, body: &mut String) {
    let widths = widths(table, text_width);
    *body += "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>";
    let _ = write!(
        body,
        "<w:tblW w:w=\"{text_width}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>"
    );
    *body += "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
    for width in &widths {
        let _ = write!(body, "<w:gridCol w:w=\"{width}\"/>");
    }
    *body += "</w:tblGrid>";
    // Cells that reach into the rows below: column, columns, rows left.
    let mut reaching: Vec<(usize, usize, usize)> = Vec::new();
    for (i, row) in table.rows.iter().enumerate() {
        *body += "<w:tr><w:trPr><w:cantSplit/>";
        *body += "<w:trHeight w:val=\"360\" w:hRule=\"atLeast\"/>";
        *body += if i < table.head_rows {
            "<w:tblHeader/></w:trPr>"
        } else {
            "</w:trPr>"
        };
        let mut cells: Vec<(usize, Option<&Cell>, usize)> = Vec::new();
        cells.extend(
            reaching
                .iter()
                .map(|(column, columns, _)| (*column, None, *columns)),
        );
        cells.extend(row.cells.iter().map(|c| (c.column, Some(c), c.column_span)));
        cells.sort_by_key(|(column, ..)| *column);
        for (column, cell, columns) in cells {
            let end = (column + columns).min(widths.len());
            let width: u32 = widths.get(column..end).unwrap_or_default().iter().sum();
            self::cell(cell, columns, width, body);
        }
        *body += "</w:tr>";
        reaching.iter_mut().for_each(|(_, _, rows)| *rows -= 1);
        reaching.retain(|(_, _, rows)| *rows > 0);
        let merged = row.cells.iter().filter(|cell| cell.row_span > 1);
        reaching.extend(merged.map(|c| (c.column, c.column_span, c.row_span - 1)));
    }
    *body += "</w:tbl>";
}

/// Widths of the columns, which together are exactly that of the text.
fn widths(table: &Table, text_width: u32) -> Vec<u32> {
    let all: u32 = table.widths.iter().map(|width| u32::from(*width)).sum();
    let mut reached = 0;
    let mut left = 0;
    let widths = table.widths.iter().map(|width| {
        left += u32::from(*width);
        let right = text_width * left / all.max(1);
        let width = right - reached;
        reached = right;
        width
    });
    widths.collect()
}

fn cell(cell: Option<&Cell>, columns: usize, width: u32, body: &mut String) {
    let _ = write!(
        body,
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"
    );
    if columns > 1 {
        let _ = write!(body, "<w:gridSpan w:val=\"{columns}\"/>");
    }
    match cell {
        None => *body += "<w:vMerge/>",
        Some(cell) if cell.row_span > 1 => *body += "<w:vMerge w:val=\"restart\"/>",
        Some(_) => {}
    }
    *body += "<w:vAlign w:val=\"center\"/></w:tcPr>";
    let style = match cell.map(|cell| cell.role) {
        Some(Role::Label) => "TableHead",
        Some(Role::Value) => "TableValue",
        Some(Role::Text | Role::Entry(_)) | None => "TableText",
    };
    for line in cell.map_or("", |cell| cell.text.as_str()).split('\n') {
        paragraph(style, line, None, body);
    }
    *body += "</w:tc>";
}

/// About how many pages a section takes, until the program that opens the document knows better.
pub(super) fn pages(section: &Section) -> usize {
    let (lines_of_page, characters) = match section.orientation {
        Orientation::Portrait => (40, 84),
        Orientation::Landscape => (26, 120),
    };
    let lines: usize = section
        .blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(paragraph) => 2 * text::lines(&paragraph.text, 56),
            Block::Contents => 1,
            Block::Table(table) => lines_of(table, characters),
        })
        .sum();
    lines.div_ceil(lines_of_page).max(1)
}

fn lines_of(table: &Table, characters: usize) -> usize {
    let all: usize = table.widths.iter().map(|width| usize::from(*width)).sum();
    let of_cell = |cell: &Cell| {
        let end = (cell.column + cell.column_span).min(table.widths.len());
        let own = table.widths.get(cell.column..end).unwrap_or_default();
        let own: usize = own.iter().map(|width| usize::from(*width)).sum();
        let per_line = (characters * own / all.max(1)).saturating_sub(2);
        text::lines(&cell.text, per_line).div_ceil(cell.row_span.max(1))
    };
    let of_row = |cells: &[Cell]| cells.iter().map(of_cell).max().unwrap_or(1);
    table.rows.iter().map(|row| of_row(&row.cells)).sum()
}
