//! The part that holds the strings of all sheets.

use super::super::workbook::strings::Strings;
use super::super::xml::{Damage, Part, Piece, Xml};
use super::notation::unescaped;
use crate::error::ReadError;

/// Reads the shared strings. Runs of rich text are joined; how to pronounce them is left out.
pub(super) fn read(part: &Part) -> Result<Strings, ReadError> {
    let mut strings = Strings::default();
    let mut xml = Xml::new(part, Damage::Ends);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(element) if element.name() == "rPh" => xml.skip()?,
            Piece::Text(text) if xml.around(0) == "t" => strings.open().push_str(&unescaped(text)),
            Piece::Close("si") => strings.close(),
            _ => {}
        }
    }
    Ok(strings)
}
