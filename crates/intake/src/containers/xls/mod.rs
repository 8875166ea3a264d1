//! Workbooks as Excel wrote them before 2007 (`[MS-XLS]`, since Excel 5).

mod records;
mod sheet;

use std::io::{Cursor, Read};

use encoding_rs::{BIG5, Encoding, GB18030, SHIFT_JIS, UTF_8, WINDOWS_1252};
use plumbline_model::Place;

use super::builder::Builder;
use super::workbook::Sheet;
use super::workbook::strings::Strings;
use super::workbook::styles::Styles;
use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::{Container, NoticeKind, Paper};
use records::{Length, Record, Records, Writing, kind};

/// Reads XLS.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Paper, ReadError> {
    let stream = stream(bytes).map_err(|error| damaged(error.to_string()))?;
    let workbook = Workbook::read(&stream)?;
    if workbook.sheets.len() > limits.pages_max {
        return Err(ReadError::OverLimit {
            what: "sheets",
            found: workbook.sheets.len(),
            limit: limits.pages_max,
            place: Place::Whole,
        });
    }
    let mut builder = Builder::composing(Container::Xls, limits);
    // Sheets do not overlap, so all of them together are no longer than the stream.
    let mut left = stream.len();
    for (number, entry) in (1..=u16::MAX).zip(&workbook.sheets) {
        let mut sheet = Sheet::new(number, limits);
        let place = sheet.place(0, 0);
        if entry.hidden {
            builder.notice(NoticeKind::HiddenSheet, entry.name.as_str(), place);
        }
        let is_whole = sheet::read(
            &mut builder,
            &workbook,
            Records::new(&stream, entry.offset),
            &mut left,
            &mut sheet,
        )?;
        if !is_whole {
            let reason = "the sheet breaks off";
            builder.notice(NoticeKind::DamagedPage, reason, place);
        }
        sheet.lay(&mut builder)?;
    }
    Ok(builder.finish())
}

fn damaged(reason: String) -> ReadError {
    let container = Container::Xls.name();
    ReadError::Damaged { container, reason }
}

/// The stream that is the workbook. It is no longer than the file, whatever its directory says.
fn stream(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes))?;
    let name = match file.is_stream("/Workbook") {
        true => "/Workbook",
        false => "/Book",
    };
    let mut stream = Vec::new();
    file.open_stream(name)?
        .take(bytes.len() as u64)
        .read_to_end(&mut stream)?;
    Ok(stream)
}

/// What all sheets of a workbook share.
struct Workbook {
    sheets: Vec<Entry>,
    strings: Strings,
    styles: Styles,
    from_1904: bool,
    writing: Writing,
}

/// A sheet in the list of sheets.
struct Entry {
    name: String,
    hidden: bool,
    /// Where its records begin.
    offset: usize,
}

impl Workbook {
    fn read(stream: &[u8]) -> Result<Workbook, ReadError> {
        const UNICODE: u16 = 0x0600;
        let mut records = Records::new(stream, 0);
        let version = match records.next() {
            Some((kind::BEGIN, mut begin)) => begin.u16(),
            _ => None,
        };
        let Some(version) = version else {
            let reason = "it does not begin as a workbook does".to_owned();
            return Err(damaged(reason));
        };
        let mut workbook = Workbook {
            sheets: Vec::new(),
            strings: Strings::default(),
            styles: Styles::default(),
            from_1904: false,
            writing: match version {
                UNICODE => Writing::Unicode,
                _ => Writing::CodePage(GB18030),
            },
        };
        let mut looks = Vec::new();
        while let Some((kind, mut record)) = records.next() {
            match kind {
                kind::END => break,
                kind::FILE_PASS => {
                    let container = Container::Xls.name();
                    return Err(ReadError::Locked { container });
                }
                kind::STYLE => looks.extend(workbook.look(&mut record)),
                _ => {
                    // A record that is cut short says nothing.
                    let _ = workbook.global(kind, &mut record);
                }
            }
        }
        for (format, ruled) in looks {
            workbook.styles.add(format, ruled);
        }
        Ok(workbook)
    }

    /// Reads a record that holds for all sheets.
    fn global(&mut self, kind: u16, record: &mut Record) -> Option<()> {
        match kind {
            kind::CODE_PAGE => {
                let page = record.u16()?;
                if let Writing::CodePage(encoding) = &mut self.writing {
                    *encoding = encoding_of(page);
                }
            }
            kind::FROM_1904 => self.from_1904 = record.u16()? == 1,
            kind::FORMAT => {
                let number = record.u16()?;
                let length = match self.writing {
                    Writing::Unicode => Length::Two,
                    Writing::CodePage(_) => Length::One,
                };
                let mut code = String::new();
                record.text(self.writing, length, &mut code)?;
                self.styles.add_format(u32::from(number), code);
            }
            kind::SHEET => {
                let offset = record.u32()? as usize;
                let hidden = record.byte()? & 3 != 0;
                let is_sheet = record.byte()? == 0;
                let mut name = String::new();
                record.text(self.writing, Length::One, &mut name);
                if is_sheet {
                    self.sheets.push(Entry {
                        name,
                        hidden,
                        offset,
                    });
                }
            }
            kind::STRINGS => {
                record.skip(8)?;
                while !record.is_at_end() {
                    let whole = record.text(self.writing, Length::Two, self.strings.open());
                    self.strings.close();
                    whole?;
                }
            }
            _ => {}
        }
        Some(())
    }

    /// The number format of a style, and whether it has borders.
    fn look(&self, record: &mut Record) -> Option<(u32, bool)> {
        record.skip(2)?;
        let format = record.u16()?;
        let borders = match self.writing {
            Writing::Unicode => {
                record.skip(6)?;
                u32::from(record.u16()?)
            }
            Writing::CodePage(_) => {
                record.skip(4)?;
                let bottom = record.u32()? & 0x01C0_0000;
                bottom | (record.u32()? & 0x1FF)
            }
        };
        Some((u32::from(format), borders != 0))
    }
}

fn encoding_of(page: u16) -> &'static Encoding {
    match page {
        932 => SHIFT_JIS,
        950 => BIG5,
        1252 | 32769 => WINDOWS_1252,
        65001 => UTF_8,
        _ => GB18030,
    }
}
