//! Workbooks as Excel and WPS write them since 2007 (ECMA-376, part 1, chapter 18).

mod beside;
mod notation;
mod parts;
mod sheet;
mod strings;

use plumbline_model::Place;

use super::archive::Archive;
use super::builder::Builder;
use super::workbook::Sheet;
use super::xml::Part;
use crate::detect::is_compound;
use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::{Container, NoticeKind, Paper};
use parts::{Entry, Workbook};

/// Reads XLSX.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Paper, ReadError> {
    let container = Container::Xlsx.name();
    if is_compound(bytes) {
        return Err(ReadError::Locked { container });
    }
    let mut archive = Archive::open(Container::Xlsx, bytes, limits)?;
    let Some(workbook) = Workbook::read(&mut archive)? else {
        let is_binary = archive.names().any(|name| name == "xl/workbook.bin");
        if is_binary {
            return Err(ReadError::NotText {
                found: "a binary workbook (XLSB)",
            });
        }
        let reason = "it has no workbook".to_owned();
        return Err(ReadError::Damaged { container, reason });
    };
    if workbook.sheets.len() > limits.pages_max {
        return Err(ReadError::OverLimit {
            what: "sheets",
            found: workbook.sheets.len(),
            limit: limits.pages_max,
            place: Place::Whole,
        });
    }
    let mut builder = Builder::composing(Container::Xlsx, limits);
    for (number, entry) in (1..=u16::MAX).zip(&workbook.sheets) {
        read_sheet(&mut builder, &mut archive, &workbook, entry, number, limits)?;
    }
    Ok(builder.finish())
}

fn read_sheet(
    builder: &mut Builder,
    archive: &mut Archive,
    workbook: &Workbook,
    entry: &Entry,
    number: u16,
    limits: &Limits,
) -> Result<(), ReadError> {
    let mut sheet = Sheet::new(number, limits);
    let place = sheet.place(0, 0);
    let Some(part) = Part::unpack(archive, &entry.part)? else {
        let reason = format!("{}: no such part", entry.part);
        builder.notice(NoticeKind::DamagedPage, reason, place);
        return Ok(());
    };
    if entry.hidden {
        builder.notice(NoticeKind::HiddenSheet, entry.name.as_str(), place);
    }
    if let Some(damage) = sheet::read(builder, workbook, &part, &mut sheet)? {
        builder.notice(NoticeKind::DamagedPage, damage, place);
    }
    drop(part);
    beside::read(builder, archive, &entry.part, &mut sheet)?;
    sheet.lay(builder)
}
