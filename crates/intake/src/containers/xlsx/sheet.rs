//! The part that holds a sheet: its cells, merged areas, and what is hidden.

use quick_xml::events::BytesStart;

use super::super::builder::Builder;
use super::super::workbook::areas::Area;
use super::super::workbook::{COLUMNS_MAX, ROWS_MAX, Sheet};
use super::parts::Workbook;
use super::xml::{Name, Node, Part, attribute, number, push_unescaped, says_yes};
use crate::error::ReadError;
use crate::paper::NoticeKind;

/// Reads a sheet. Where its part is damaged, what stands before that is read, and the damage given
/// back.
pub(super) fn read(
    builder: &mut Builder,
    workbook: &Workbook,
    source: &str,
    sheet: &mut Sheet,
) -> Result<Option<String>, ReadError> {
    let mut part = Part::new(source);
    let mut reader = SheetReader {
        builder,
        workbook,
        sheet,
        row: 0,
        next_row: 0,
        cell: OpenCell::default(),
        in_cell: false,
        shown: String::new(),
    };
    while let Some(node) = part.next() {
        match node {
            Node::Start(start) => reader.start(&start)?,
            Node::Text(text) if reader.in_cell => reader.cell.text(&text),
            Node::End(name) if reader.in_cell => reader.end(name)?,
            _ => {}
        }
    }
    Ok(part.damage)
}

struct SheetReader<'r, 'b> {
    builder: &'r mut Builder<'b>,
    workbook: &'r Workbook,
    sheet: &'r mut Sheet,
    row: u32,
    next_row: u32,
    cell: OpenCell,
    in_cell: bool,
    /// Text of a cell in the making.
    shown: String,
}

/// A cell whose end has not been read.
#[derive(Default)]
struct OpenCell {
    column: u32,
    next_column: u32,
    style: u32,
    kind: Kind,
    value: String,
    formula: String,
    has_formula: bool,
    within: Option<Within>,
    phonetic: bool,
}

/// What the value of a cell is.
#[derive(Clone, Copy, Default, PartialEq)]
enum Kind {
    #[default]
    Number,
    SharedString,
    /// A text, an error, a date: as it stands there.
    Text,
    Boolean,
}

#[derive(Clone, Copy, PartialEq)]
enum Within {
    Value,
    Formula,
}

impl OpenCell {
    fn text(&mut self, text: &str) {
        match self.within {
            Some(Within::Value) if !self.phonetic => self.value.push_str(text),
            Some(Within::Formula) => self.formula.push_str(text),
            _ => {}
        }
    }

    /// An element ends; says whether it is the cell.
    fn end(&mut self, name: Name) -> bool {
        match name {
            Name::Value | Name::Text | Name::Formula => self.within = None,
            Name::Phonetic => self.phonetic = false,
            _ => {}
        }
        name == Name::Cell
    }
}

impl SheetReader<'_, '_> {
    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), ReadError> {
        let name = start.local_name();
        if self.in_cell {
            match name.as_ref() {
                "v" | "t" => self.cell.within = Some(Within::Value),
                "f" => {
                    self.cell.within = Some(Within::Formula);
                    self.cell.has_formula = true;
                }
                "rPh" => self.cell.phonetic = true,
                _ => {}
            }
            return Ok(());
        }
        match name.as_ref() {
            "row" => self.open_row(start),
            "c" => self.open_cell(start),
            "col" => self.column(start),
            "mergeCell" => {
                let area = attribute(start, "ref").and_then(|text| area(&text));
                if let Some(area) = area {
                    self.sheet.merge(self.builder, area)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn open_row(&mut self, start: &BytesStart<'_>) {
        let row = number(start, "r").and_then(|row| row.checked_sub(1));
        self.row = row.unwrap_or(self.next_row).min(ROWS_MAX);
        self.next_row = self.row + 1;
        self.cell.next_column = 0;
        let is_flat = || attribute(start, "ht").is_some_and(|height| height == "0");
        if says_yes(start, "hidden") || is_flat() {
            self.sheet.hide_rows(self.row, self.row);
        }
    }

    fn open_cell(&mut self, start: &BytesStart<'_>) {
        let cell = &mut self.cell;
        let mut at = None;
        (cell.style, cell.kind) = (0, Kind::Number);
        for attribute in start.attributes().with_checks(false).filter_map(Result::ok) {
            let value = &attribute.value;
            match attribute.key.as_ref() {
                "r" => at = position(value),
                "s" => cell.style = value.parse().unwrap_or(0),
                "t" => {
                    cell.kind = match &**value {
                        "s" => Kind::SharedString,
                        "b" => Kind::Boolean,
                        "n" => Kind::Number,
                        _ => Kind::Text,
                    }
                }
                _ => {}
            }
        }
        if let Some((row, column)) = at {
            (self.row, cell.column) = (row, column);
        } else {
            cell.column = cell.next_column;
        }
        cell.next_column = cell.column + 1;
        cell.value.clear();
        cell.formula.clear();
        (cell.has_formula, cell.phonetic, cell.within) = (false, false, None);
        self.in_cell = true;
        if self.workbook.styles.is_ruled(cell.style) {
            self.sheet.rule(self.row);
        }
    }

    fn end(&mut self, name: Name) -> Result<(), ReadError> {
        match self.cell.end(name) {
            true => self.close_cell(),
            false => Ok(()),
        }
    }

    fn close_cell(&mut self) -> Result<(), ReadError> {
        self.in_cell = false;
        let cell = &self.cell;
        let place = self.sheet.place(self.row, cell.column);
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
        self.shown.clear();
        match cell.kind {
            Kind::SharedString => {
                let number = cell.value.trim().parse().ok();
                let text = number.and_then(|number| self.workbook.strings.get(number));
                match text {
                    Some(text) => format.show_text(text, &mut self.shown),
                    None => {
                        let reason = format!("no shared string {}", cell.value.trim());
                        self.builder.notice(NoticeKind::DamagedPage, reason, place);
                    }
                }
            }
            Kind::Number => {
                let printed = cell.value.trim();
                let number = printed.parse().unwrap_or(f64::NAN);
                let from_1904 = self.workbook.from_1904;
                format.show(number, Some(printed), from_1904, &mut self.shown);
            }
            Kind::Text => {
                let mut text = String::new();
                push_unescaped(&mut text, &cell.value);
                format.show_text(&text, &mut self.shown);
            }
            Kind::Boolean => {
                let yes = cell.value.trim() == "1";
                self.shown.push_str(if yes { "TRUE" } else { "FALSE" });
            }
        }
        let column = cell.column;
        self.sheet.put(self.builder, self.row, column, &self.shown)
    }

    fn column(&mut self, start: &BytesStart<'_>) {
        let is_flat = || attribute(start, "width").is_some_and(|width| width == "0");
        if !says_yes(start, "hidden") && !is_flat() {
            return;
        }
        let first = number(start, "min").unwrap_or(1).clamp(1, COLUMNS_MAX);
        let last = number(start, "max")
            .unwrap_or(first)
            .clamp(first, COLUMNS_MAX);
        self.sheet.hide_columns(first - 1, last - 1);
    }
}

/// Row and column, from 0, of `AB12`.
pub(super) fn position(text: &str) -> Option<(u32, u32)> {
    let mut column = 0u32;
    let mut row = 0u32;
    for byte in text.trim().bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                let letter = u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                column = (column * 26 + letter).min(COLUMNS_MAX * 2);
            }
            b'0'..=b'9' => row = (row * 10 + u32::from(byte - b'0')).min(ROWS_MAX * 2),
            b'$' => {}
            _ => return None,
        }
    }
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// The area of `A1:G1`.
fn area(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let ((top, left), (bottom, right)) = (position(first)?, position(last)?);
    Some(Area {
        top,
        left,
        bottom: bottom.min(ROWS_MAX - 1),
        right: right.min(COLUMNS_MAX - 1),
    })
}
