//! The records of a sheet.

use std::collections::HashMap;

use super::super::builder::Builder;
use super::super::workbook::Sheet;
use super::super::workbook::areas::Area;
use super::Workbook;
use super::records::{Length, Record, Records, Writing, kind};
use crate::error::ReadError;
use crate::paper::NoticeKind;

/// Reads a sheet, as far as `left` bytes go. Says whether its end was reached.
pub(super) fn read(
    builder: &mut Builder,
    workbook: &Workbook,
    mut records: Records,
    left: &mut usize,
    sheet: &mut Sheet,
) -> Result<bool, ReadError> {
    let mut reader = SheetReader {
        builder,
        workbook,
        sheet,
        shown: String::new(),
        waits: None,
        object: None,
        notes: HashMap::new(),
        boxes: Vec::new(),
    };
    // A chart in a sheet has a beginning and an end of its own.
    let mut depth = 0usize;
    loop {
        let at = records.at;
        let Some((kind, mut record)) = records.next() else {
            return Ok(false);
        };
        let Some(rest) = left.checked_sub(records.at - at) else {
            return Ok(false);
        };
        *left = rest;
        match kind {
            kind::BEGIN => depth += 1,
            kind::END if depth <= 1 => {
                reader.put_boxes()?;
                return Ok(depth == 1);
            }
            kind::END => depth -= 1,
            _ if depth == 0 => return Ok(false),
            _ if depth > 1 => {}
            _ => {
                if let Some(result) = reader.record(kind, &mut record) {
                    result?;
                }
            }
        }
    }
}

struct SheetReader<'r, 'b> {
    builder: &'r mut Builder<'b>,
    workbook: &'r Workbook,
    sheet: &'r mut Sheet,
    /// Text of a cell in the making.
    shown: String,
    /// The cell of a formula whose text comes in a record of its own.
    waits: Option<At>,
    /// The kind and number of the drawn thing that a text may follow.
    object: Option<(u16, u16)>,
    /// Texts of notes by their numbers.
    notes: HashMap<u16, String>,
    /// Texts in boxes above the cells.
    boxes: Vec<String>,
}

/// A cell and its style.
#[derive(Clone, Copy)]
struct At {
    row: u32,
    column: u32,
    style: u32,
}

/// The result of a record; none if it is cut short, and then it says nothing.
type Read = Option<Result<(), ReadError>>;

impl SheetReader<'_, '_> {
    fn record(&mut self, kind: u16, record: &mut Record) -> Read {
        match kind {
            kind::SHARED_LABEL => {
                let at = self.at(record)?;
                let number = record.u32()?;
                let workbook = self.workbook;
                match workbook.strings.get(number as usize) {
                    Some(text) => return Some(self.put_text(at, text)),
                    None => {
                        let reason = format!("no shared string {number}");
                        let place = self.sheet.place(at.row, at.column);
                        self.builder.notice(NoticeKind::DamagedPage, reason, place);
                    }
                }
            }
            kind::LABEL | kind::RICH_LABEL => {
                let at = self.at(record)?;
                let text = self.text(record);
                return Some(self.put_text(at, &text));
            }
            kind::NUMBER => {
                let at = self.at(record)?;
                let number = f64::from_le_bytes(record.bytes()?);
                return Some(self.put_number(at, number));
            }
            kind::RK => {
                let at = self.at(record)?;
                let number = short_number(record.u32()?);
                return Some(self.put_number(at, number));
            }
            kind::MANY_RK => return Some(self.many_numbers(record)),
            kind::BLANK => {
                self.at(record)?;
            }
            kind::MANY_BLANK => self.many_blank(record)?,
            kind::BOOL_OR_ERROR => {
                let at = self.at(record)?;
                let [value, is_error] = record.bytes()?;
                return Some(self.put_text(at, bool_or_error(value, is_error != 0)));
            }
            kind::FORMULA => return self.formula(record),
            kind::STRING => {
                let at = self.waits.take()?;
                let text = self.text(record);
                return Some(self.put_text(at, &text));
            }
            kind::MERGED => {
                for _ in 0..record.u16()? {
                    let [top, bottom, left, right] = self.four(record)?;
                    let area = Area {
                        top,
                        left,
                        bottom,
                        right,
                    };
                    if let Err(passed) = self.sheet.merge(self.builder, area) {
                        return Some(Err(passed));
                    }
                }
            }
            kind::ROW => {
                let row = u32::from(record.u16()?);
                record.skip(10)?;
                const HIDDEN: u32 = 0x20;
                if record.u32()? & HIDDEN != 0 {
                    self.sheet.hide_rows(row, row);
                }
            }
            kind::COLUMNS => {
                let [first, last, width, _] = self.four(record)?;
                let hidden = record.u16()? & 1 != 0;
                if (hidden || width == 0) && first <= last {
                    self.sheet.hide_columns(first, last);
                }
            }
            _ => self.beside(kind, record)?,
        }
        Some(Ok(()))
    }

    fn four(&self, record: &mut Record) -> Option<[u32; 4]> {
        let mut four = [0; 4];
        for number in &mut four {
            *number = u32::from(record.u16()?);
        }
        Some(four)
    }

    /// The cell that a record is about.
    fn at(&mut self, record: &mut Record) -> Option<At> {
        let at = At {
            row: u32::from(record.u16()?),
            column: u32::from(record.u16()?),
            style: u32::from(record.u16()?),
        };
        self.rule(at);
        Some(at)
    }

    fn rule(&mut self, at: At) {
        if self.workbook.styles.is_ruled(at.style) {
            self.sheet.rule(at.row);
        }
    }

    fn text(&self, record: &mut Record) -> String {
        let mut text = String::new();
        // A text that is cut short is taken as far as it goes.
        let _ = record.text(self.workbook.writing, Length::Two, &mut text);
        text
    }

    fn put_text(&mut self, at: At, text: &str) -> Result<(), ReadError> {
        let format = self.workbook.styles.format(at.style);
        self.shown.clear();
        format.show_text(text, &mut self.shown);
        self.sheet.put(self.builder, at.row, at.column, &self.shown)
    }

    fn put_number(&mut self, at: At, number: f64) -> Result<(), ReadError> {
        let format = self.workbook.styles.format(at.style);
        self.shown.clear();
        format.show(number, None, self.workbook.from_1904, &mut self.shown);
        self.sheet.put(self.builder, at.row, at.column, &self.shown)
    }

    fn many_numbers(&mut self, record: &mut Record) -> Result<(), ReadError> {
        let (Some(row), Some(mut column)) = (record.u16(), record.u16()) else {
            return Ok(());
        };
        while let (Some(style), Some(number)) = (record.u16(), record.u32()) {
            let at = At {
                row: u32::from(row),
                column: u32::from(column),
                style: u32::from(style),
            };
            self.rule(at);
            self.put_number(at, short_number(number))?;
            column = column.saturating_add(1);
        }
        Ok(())
    }

    fn many_blank(&mut self, record: &mut Record) -> Option<()> {
        let row = u32::from(record.u16()?);
        let mut column = u32::from(record.u16()?);
        // The last number is no style but the last column, and of no use.
        while let Some(style) = record.u16() {
            if record.is_at_end() {
                break;
            }
            let style = u32::from(style);
            self.rule(At { row, column, style });
            column += 1;
        }
        Some(())
    }

    /// The value that was kept with a formula.
    fn formula(&mut self, record: &mut Record) -> Read {
        let at = self.at(record)?;
        let value: [u8; 8] = record.bytes()?;
        if value[6..] != [0xFF, 0xFF] {
            return Some(self.put_number(at, f64::from_le_bytes(value)));
        }
        match value[0] {
            0 => self.waits = Some(at),
            1 => return Some(self.put_text(at, bool_or_error(value[2], false))),
            2 => return Some(self.put_text(at, bool_or_error(value[2], true))),
            _ => {}
        }
        Some(Ok(()))
    }

    fn put_boxes(&mut self) -> Result<(), ReadError> {
        for text in std::mem::take(&mut self.boxes) {
            self.sheet.put_above(self.builder, 0, 0, &text)?;
        }
        Ok(())
    }

    /// What stands beside the cells: notes, pictures, texts that float above them.
    fn beside(&mut self, kind: u16, record: &mut Record) -> Option<()> {
        const TEXT_BOX: u16 = 6;
        const PICTURE: u16 = 8;
        const NOTE: u16 = 0x19;
        match kind {
            kind::OBJECT => {
                record.skip(4)?;
                let object = (record.u16()?, record.u16()?);
                self.object = Some(object);
                if object.0 == PICTURE {
                    let place = self.sheet.place(0, 0);
                    self.builder.notice(NoticeKind::Picture, "", place);
                }
            }
            kind::TEXT_OBJECT => {
                let (object, number) = self.object.take()?;
                record.skip(10)?;
                let length = usize::from(record.u16()?);
                record.skip(6)?;
                let mut text = String::new();
                let wide = record.byte()? & 1 != 0;
                record.characters(length, wide, &mut text);
                match object {
                    NOTE => {
                        self.notes.insert(number, text);
                    }
                    TEXT_BOX => self.boxes.push(text),
                    _ => {}
                }
            }
            kind::NOTE => {
                let row = u32::from(record.u16()?);
                let column = u32::from(record.u16()?);
                let place = self.sheet.place(row, column);
                let text = match self.workbook.writing {
                    Writing::Unicode => {
                        record.skip(2)?;
                        self.notes.remove(&record.u16()?).unwrap_or_default()
                    }
                    Writing::CodePage(_) => self.text(record),
                };
                let text = text.trim();
                self.builder.notice(NoticeKind::Comment, text, place);
            }
            _ => {}
        }
        Some(())
    }
}

/// A number in four bytes: a whole one, or the upper half of a longer one, or a hundredth of them.
fn short_number(bits: u32) -> f64 {
    let number = match bits & 2 {
        0 => f64::from_bits(u64::from(bits & !3) << 32),
        _ => f64::from((bits as i32) >> 2),
    };
    match bits & 1 {
        0 => number,
        _ => number / 100.0,
    }
}

fn bool_or_error(value: u8, is_error: bool) -> &'static str {
    match (value, is_error) {
        (0, false) => "FALSE",
        (_, false) => "TRUE",
        (0x00, true) => "#NULL!",
        (0x07, true) => "#DIV/0!",
        (0x0F, true) => "#VALUE!",
        (0x17, true) => "#REF!",
        (0x1D, true) => "#NAME?",
        (0x24, true) => "#NUM!",
        (_, true) => "#N/A",
    }
}
