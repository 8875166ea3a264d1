//! What stands beside the cells of a sheet, each kind in a part of its own: comments, drawings.

use super::super::archive::Archive;
use super::super::builder::Builder;
use super::super::relations::Relations;
use super::super::workbook::Sheet;
use super::super::xml::{Damage, Part, Piece, Xml};
use super::notation::{position, unescaped};
use crate::error::ReadError;
use crate::paper::NoticeKind;

/// Reads what stands beside the cells of a sheet: comments, pictures, texts in boxes.
pub(super) fn read(
    builder: &mut Builder,
    archive: &mut Archive,
    part: &str,
    sheet: &mut Sheet,
) -> Result<(), ReadError> {
    for relation in Relations::of(archive, part, Damage::Ends)?.all {
        let read = match relation.kind.as_str() {
            "comments" => read_comments,
            "drawing" => read_drawing,
            _ => continue,
        };
        if let Some(part) = Part::unpack(archive, &relation.target)? {
            read(builder, &part, sheet)?;
        }
    }
    Ok(())
}

fn read_comments(builder: &mut Builder, part: &Part, sheet: &mut Sheet) -> Result<(), ReadError> {
    let mut xml = Xml::new(part, Damage::Ends);
    let mut at = (0, 0);
    let mut said = String::new();
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(element) => match element.name() {
                "comment" => {
                    let cell = element.attribute("ref");
                    at = cell.and_then(|cell| position(&cell)).unwrap_or_default();
                    said.clear();
                }
                "rPh" => xml.skip()?,
                _ => {}
            },
            Piece::Text(text) if xml.around(0) == "t" => said.push_str(&unescaped(text)),
            Piece::Close("comment") => {
                let place = sheet.place(at.0, at.1);
                builder.notice(NoticeKind::Comment, said.trim(), place);
            }
            _ => {}
        }
    }
    Ok(())
}

/// Reads pictures and texts in boxes, each with the cell at its corner.
fn read_drawing(builder: &mut Builder, part: &Part, sheet: &mut Sheet) -> Result<(), ReadError> {
    let mut xml = Xml::new(part, Damage::Ends);
    let (mut row, mut column) = (0, 0);
    let mut said = String::new();
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(element) => match element.name() {
                "from" => {
                    sheet.put_above(builder, row, column, &said)?;
                    said.clear();
                }
                "pic" => builder.notice(NoticeKind::Picture, "", sheet.place(row, column)),
                "p" if !said.is_empty() => said.push('\n'),
                _ => {}
            },
            Piece::Text(text) => match (xml.around(1), xml.around(0)) {
                ("from", "row") => row = text.trim().parse().unwrap_or(0),
                ("from", "col") => column = text.trim().parse().unwrap_or(0),
                // What programs show that do not know the real thing stands beside it.
                (_, "t") if !xml.is_within("Fallback") => said.push_str(&text),
                _ => {}
            },
            Piece::Close(_) => {}
        }
    }
    sheet.put_above(builder, row, column, &said)
}
