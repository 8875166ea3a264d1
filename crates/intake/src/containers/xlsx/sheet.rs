//! The part that holds a sheet: its cells, merged areas, and what is hidden.

use std::borrow::Cow;

use super::super::builder::Builder;
use super::super::workbook::{COLUMNS_MAX, ROWS_MAX, Sheet};
use super::super::xml::{Damage, Element, Part, Piece, Xml};
use super::notation::{area, position, says_yes, unescaped};
use super::parts::Workbook;
use crate::error::ReadError;
use crate::paper::NoticeKind;

/// Reads a sheet. Where its part is damaged, what stands before that is read, and the damage given
/// back.
pub(super) fn read(
    builder: &mut Builder,
    workbook: &Workbook,
    part: &Part,
    sheet: &mut Sheet,
) -> Result<Option<String>, ReadError> {
    let mut reader = SheetReader {
        builder,
        workbook,
        sheet,
        row: 0,
        next_row: 0,
        next_column: 0,
        shown: String::new(),
    };
    let mut xml = Xml::new(part, Damage::Ends);
    let mut open: Option<OpenCell> = None;
    while let Some(piece) = xml.next()? {
        match (piece, &mut open) {
            (Piece::Open(element), Some(cell)) => match element.name() {
                "f" => cell.has_formula = true,
                "rPh" => xml.skip()?,
                _ => {}
            },
            (Piece::Text(text), Some(cell)) => match xml.around(0) {
                "v" | "t" => cell.value += text,
                "f" => cell.formula += text,
                _ => {}
            },
            (Piece::Close("c"), cell) => {
                if let Some(cell) = cell.take() {
                    reader.put(cell)?;
                }
            }
            (Piece::Open(element), None) => match element.name() {
                "c" => open = Some(reader.open_cell(&element)),
                _ => reader.open(&element)?,
            },
            _ => {}
        }
    }
    Ok(xml.damage())
}

struct SheetReader<'r, 'b> {
    builder: &'r mut Builder<'b>,
    workbook: &'r Workbook,
    sheet: &'r mut Sheet,
    row: u32,
    next_row: u32,
    next_column: u32,
    /// Text of a cell in the making.
    shown: String,
}

/// A cell whose end has not been read.
struct OpenCell<'x> {
    row: u32,
    column: u32,
    style: u32,
    kind: Kind,
    value: Cow<'x, str>,
    formula: Cow<'x, str>,
    has_formula: bool,
}

/// What the value of a cell is.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Number,
    SharedString,
    /// A text, an error, a date: as it stands there.
    Text,
    Boolean,
}

impl SheetReader<'_, '_> {
    /// Something begins that is no cell and in none.
    fn open(&mut self, element: &Element) -> Result<(), ReadError> {
        match element.name() {
            "row" => self.open_row(element),
            "col" => self.column(element),
            "mergeCell" => {
                let merged = element.attribute("ref").and_then(|text| area(&text));
                if let Some(merged) = merged {
                    self.sheet.merge(self.builder, merged)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn open_row(&mut self, element: &Element) {
        let row = element.number("r").and_then(|row: u32| row.checked_sub(1));
        self.row = row.unwrap_or(self.next_row).min(ROWS_MAX);
        self.next_row = self.row + 1;
        self.next_column = 0;
        let is_flat = || element.attribute("ht").as_deref() == Some("0");
        if says_yes(element, "hidden") || is_flat() {
            self.sheet.hide_rows(self.row, self.row);
        }
    }

    fn open_cell<'x>(&mut self, element: &Element<'x>) -> OpenCell<'x> {
        let (mut style, mut kind) = (0, Kind::Number);
        let mut column = self.next_column;
        for (name, value) in element.attributes() {
            match name {
                "r" => {
                    if let Some(at) = position(value) {
                        (self.row, column) = at;
                    }
                }
                "s" => style = value.parse().unwrap_or(0),
                "t" => {
                    kind = match value {
                        "s" => Kind::SharedString,
                        "b" => Kind::Boolean,
                        "n" => Kind::Number,
                        _ => Kind::Text,
                    }
                }
                _ => {}
            }
        }
        self.next_column = column + 1;
        if self.workbook.styles.is_ruled(style) {
            self.sheet.rule(self.row);
        }
        OpenCell {
            row: self.row,
            column,
            style,
            kind,
            value: Cow::default(),
            formula: Cow::default(),
            has_formula: false,
        }
    }

    /// Puts a cell into the sheet as it is shown.
    fn put(&mut self, cell: OpenCell) -> Result<(), ReadError> {
        let place = self.sheet.place(cell.row, cell.column);
        if cell.value.is_empty() {
            if cell.has_formula && cell.kind != Kind::Text {
                let kind = NoticeKind::FormulaWithoutValue;
                self.builder.notice(kind, cell.formula.trim(), place);
            }
            return Ok(());
        }
        // WPS keeps a picture in a cell as a formula that names it.
        if cell.formula.contains("DISPIMG(") {
            self.builder.notice(NoticeKind::Picture, "", place);
            return Ok(());
        }
        let format = self.workbook.styles.format(cell.style);
        let printed = cell.value.trim();
        self.shown.clear();
        match cell.kind {
            Kind::SharedString => {
                let number = printed.parse().ok();
                let text = number.and_then(|number| self.workbook.strings.get(number));
                match text {
                    Some(text) => format.show_text(text, &mut self.shown),
                    None => {
                        let reason = format!("no shared string {printed}");
                        self.builder.notice(NoticeKind::DamagedPage, reason, place);
                    }
                }
            }
            Kind::Number => {
                let number = printed.parse().unwrap_or(f64::NAN);
                let from_1904 = self.workbook.from_1904;
                format.show(number, Some(printed), from_1904, &mut self.shown);
            }
            Kind::Text => format.show_text(&unescaped(cell.value), &mut self.shown),
            Kind::Boolean => {
                let shown = if printed == "1" { "TRUE" } else { "FALSE" };
                self.shown.push_str(shown);
            }
        }
        self.sheet
            .put(self.builder, cell.row, cell.column, &self.shown)
    }

    fn column(&mut self, element: &Element) {
        let is_flat = || element.attribute("width").as_deref() == Some("0");
        if !says_yes(element, "hidden") && !is_flat() {
            return;
        }
        let first = element.number("min").unwrap_or(1).clamp(1, COLUMNS_MAX);
        let last = element.number("max").unwrap_or(first);
        let last = last.clamp(first, COLUMNS_MAX);
        self.sheet.hide_columns(first - 1, last - 1);
    }
}
