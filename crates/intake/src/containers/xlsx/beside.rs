//! What stands beside the cells of a sheet, each kind in a part of its own: comments, drawings.

use super::super::archive::Archive;
use super::super::builder::Builder;
use super::super::workbook::Sheet;
use super::parts::{relations, text};
use super::sheet::position;
use super::xml::{Name, Node, Part, attribute, push_unescaped};
use crate::error::ReadError;
use crate::paper::NoticeKind;

/// Reads what stands beside the cells of a sheet: comments, pictures, texts in boxes.
pub(super) fn read(
    builder: &mut Builder,
    archive: &mut Archive,
    part: &str,
    sheet: &mut Sheet,
) -> Result<(), ReadError> {
    for relation in relations(archive, part)? {
        match relation.kind.as_str() {
            "comments" => {
                if let Some(source) = text(archive, &relation.target)? {
                    tell_comments(builder, &source, sheet);
                }
            }
            "drawing" => {
                if let Some(source) = text(archive, &relation.target)? {
                    read_drawing(builder, &source, sheet)?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn tell_comments(builder: &mut Builder, source: &str, sheet: &Sheet) {
    let mut part = Part::new(source);
    let mut at = (0, 0);
    let mut said = String::new();
    let (mut in_text, mut phonetic) = (false, false);
    while let Some(node) = part.next() {
        match node {
            Node::Start(start) => match start.local_name().as_ref() {
                "comment" => {
                    let cell = attribute(&start, "ref");
                    at = cell.and_then(|cell| position(&cell)).unwrap_or_default();
                    said.clear();
                }
                "t" => in_text = true,
                "rPh" => phonetic = true,
                _ => {}
            },
            Node::Text(text) if in_text && !phonetic => push_unescaped(&mut said, &text),
            Node::End(Name::Text) => in_text = false,
            Node::End(Name::Phonetic) => phonetic = false,
            Node::End(Name::Comment) => {
                let place = sheet.place(at.0, at.1);
                builder.notice(NoticeKind::Comment, said.trim(), place);
            }
            _ => {}
        }
    }
}

/// What a text of a drawing is.
#[derive(Clone, Copy)]
enum Within {
    Nothing,
    Row,
    Column,
    Text,
}

/// Reads pictures and texts in boxes, each with the cell at its corner.
fn read_drawing(builder: &mut Builder, source: &str, sheet: &mut Sheet) -> Result<(), ReadError> {
    let mut part = Part::new(source);
    let (mut row, mut column) = (0, 0);
    let mut said = String::new();
    let mut within = Within::Nothing;
    let (mut at_corner, mut in_fallback) = (false, false);
    while let Some(node) = part.next() {
        match node {
            Node::Start(start) => match start.local_name().as_ref() {
                "from" => {
                    sheet.put_above(builder, row, column, &said)?;
                    said.clear();
                    at_corner = true;
                }
                "to" => at_corner = false,
                "row" if at_corner => within = Within::Row,
                "col" if at_corner => within = Within::Column,
                "pic" => builder.notice(NoticeKind::Picture, "", sheet.place(row, column)),
                // What programs show that do not know the real thing, beside which it stands.
                "Fallback" => in_fallback = true,
                "p" if !said.is_empty() => said.push('\n'),
                "t" if !in_fallback => within = Within::Text,
                _ => {}
            },
            Node::Text(text) => match within {
                Within::Text => said.push_str(&text),
                Within::Row => row = text.trim().parse().unwrap_or(0),
                Within::Column => column = text.trim().parse().unwrap_or(0),
                Within::Nothing => {}
            },
            Node::End(Name::Fallback) => in_fallback = false,
            Node::End(_) => within = Within::Nothing,
        }
    }
    sheet.put_above(builder, row, column, &said)
}
