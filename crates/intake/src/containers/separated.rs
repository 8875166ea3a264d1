//! Values parted by a character: the records of CSV files, and of tables pasted from a
//! spreadsheet (tabs).
//!
//! The `csv` crate reads the values but not where they stand, and one quotation mark that is
//! never closed makes it swallow the rest of the file. Here a quotation mark opens a quoted value
//! only if it is also closed where a value can end; otherwise it is text.

use std::ops::Range;

use super::builder::{Builder, plain_cell};
use super::lines::is_soft_break;
use crate::error::ReadError;
use crate::paper::{Cell, Span};

/// One value of a record.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    /// Where it stands in the source, without its quotation marks.
    pub(super) range: Range<usize>,
    /// Whether it stood in quotation marks; then `""` in it means `"`.
    pub(super) quoted: bool,
}

/// Reads the record that begins at an offset into `fields`, and says where the next one begins.
pub(super) fn record(source: &str, start: usize, delimiter: u8, fields: &mut Vec<Field>) -> usize {
    let bytes = source.as_bytes();
    fields.clear();
    let mut at = start;
    loop {
        let (field, end) = field(bytes, at, delimiter);
        fields.push(field);
        match bytes.get(end) {
            Some(&b) if b == delimiter => at = end + 1,
            Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => return end + 2,
            Some(_) => return end + 1,
            None => return end,
        }
    }
}

/// The value at an offset, and the offset of the delimiter or line end after it.
fn field(bytes: &[u8], start: usize, delimiter: u8) -> (Field, usize) {
    if bytes.get(start) == Some(&b'"')
        && let Some(close) = closing_quote(bytes, start + 1, delimiter)
    {
        let range = start + 1..close;
        if delimiter != b'\t' || is_pasted_quote(&bytes[range.clone()]) {
            return (
                Field {
                    range,
                    quoted: true,
                },
                close + 1,
            );
        }
    }
    let end = memchr::memchr3(delimiter, b'\n', b'\r', &bytes[start..]);
    let end = end.map_or(bytes.len(), |length| start + length);
    let field = Field {
        range: start..end,
        quoted: false,
    };
    (field, end)
}

/// Where a quoted value ends: at the first quotation mark that is not doubled, if a value can
/// end there. Stopping at that first one keeps the whole file linear: where one search fails, the
/// next one that begins before it fails at once.
fn closing_quote(bytes: &[u8], start: usize, delimiter: u8) -> Option<usize> {
    let mut at = start;
    loop {
        let quote = at + memchr::memchr(b'"', &bytes[at..])?;
        match bytes.get(quote + 1) {
            Some(b'"') => at = quote + 2,
            None | Some(b'\n' | b'\r') => return Some(quote),
            Some(&b) if b == delimiter => return Some(quote),
            Some(_) => return None,
        }
    }
}

/// Spreadsheets put a cell in quotation marks on the clipboard only if it has several lines. Any
/// other quotation marks in tab-separated text are the author's.
fn is_pasted_quote(value: &[u8]) -> bool {
    memchr::memchr2(b'\n', b'\r', value).is_some() && memchr::memchr(b'\t', value).is_none()
}

/// Adds a record to the cells of a table.
pub(super) fn push_row(
    builder: &mut Builder,
    source: &str,
    row: usize,
    fields: &[Field],
    cells: &mut Vec<Cell>,
) -> Result<(), ReadError> {
    builder.count_cells(fields.len())?;
    for (column, field) in fields.iter().enumerate() {
        let span = value(builder, source, field);
        cells.push(plain_cell(row, column, span));
    }
    Ok(())
}

fn value(builder: &mut Builder, source: &str, field: &Field) -> Span {
    let text = &source[field.range.clone()];
    let stands_as_it_is = if field.quoted {
        !text.contains(|c| is_line_end(c) || c == '"')
    } else {
        !text.contains(is_soft_break)
    };
    if stands_as_it_is {
        return builder.keep(field.range.clone());
    }
    builder.open(field.range.start);
    let mut at = field.range.start;
    for line in text.split(is_line_end) {
        builder.append_break();
        // Of each doubled quotation mark the first is taken and the second left out.
        let mut from = at;
        if field.quoted {
            for (quote, _) in line.match_indices("\"\"") {
                builder.append(from..at + quote + 1);
                from = at + quote + 2;
            }
        }
        builder.append(from..at + line.len());
        at += line.len();
        at += source[at..].chars().next().map_or(0, char::len_utf8);
    }
    builder.close(field.range.end)
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r') || is_soft_break(c)
}
