//! Bytes to [`Paper`], one file a container.
//!
//! [`read_paper`] is the way in. The readers share three things: the `builder` they write
//! into, the physical `lines` of a source, and `markup`, the tags and character references
//! that Markdown and HTML have in common.

pub(crate) mod archive;
mod builder;
pub(crate) mod compound;
pub(crate) mod csv;
mod doc;
mod docx;
mod html;
mod html_table;
mod inline;
mod layout;
mod layout_blocks;
mod layout_columns;
mod layout_rows;
mod layout_shares;
mod layout_wrap;
mod lines;
pub(crate) mod markdown;
mod markup;
mod ofd;
mod page;
mod pdf;
mod relations;
mod separated;
mod text;
mod word;
mod workbook;
mod xls;
mod xlsx;
mod xml;

use crate::detect::{Detected, detect, packed};
use crate::encoding::{Encoding, check_size, decode};
use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::{Container, Paper};
use crate::scan::Recogniser;

/// Reads a file, whatever container and encoding it is in. (JSON, which is no paper, is read as
/// plain text; ask [`detect`] before.)
pub fn read_paper(bytes: &[u8], limits: &Limits) -> Result<(Paper, Option<Encoding>), ReadError> {
    if let Some(container) = packed(bytes) {
        return Ok((read_packed(container, bytes, limits, None)?, None));
    }
    let (text, encoding) = decode(bytes, limits)?;
    let container = match detect(&text) {
        Detected::Json => Container::Text,
        Detected::Paper(container) => container,
    };
    Ok((read_as(container, text, limits)?, Some(encoding)))
}

/// Reads a decoded text as what it is known to be; what is no text at all is taken for plain text.
pub fn read_as(container: Container, text: String, limits: &Limits) -> Result<Paper, ReadError> {
    let read = match container {
        Container::Markdown => markdown::read,
        Container::Html => html::read,
        Container::Csv => csv::read,
        _ => text::read,
    };
    let mut paper = read(&text, limits)?;
    if paper.text.is_empty() {
        paper.text = text; // nothing had to be changed
    }
    Ok(paper)
}

/// Reads a file whose container is not text, as [`packed`] found it; its pages that are pictures
/// by what recognises characters, if there is something.
pub fn read_packed(
    container: Container,
    bytes: &[u8],
    limits: &Limits,
    recogniser: Option<&dyn Recogniser>,
) -> Result<Paper, ReadError> {
    check_size(bytes.len(), limits)?;
    let paper = match container {
        Container::Xlsx => xlsx::read(bytes, limits)?,
        Container::Xls => xls::read(bytes, limits)?,
        Container::Docx => docx::read(bytes, limits)?,
        Container::Doc => doc::read(bytes, limits)?,
        Container::Pdf => pdf::read(bytes, limits, recogniser)?,
        Container::Ofd => ofd::read(bytes, limits)?,
        _ => return read_paper(bytes, limits).map(|(paper, _)| paper),
    };
    match paper.blocks.is_empty() && paper.notices.is_empty() {
        true => Err(ReadError::Empty),
        false => Ok(paper),
    }
}
