//! Bytes to [`Paper`], one file a container.
//!
//! [`read_paper`] is the way in. The readers share three things: the `builder` they write
//! into, the physical `lines` of a source, and `markup`, the tags and character references
//! that Markdown and HTML have in common.

mod builder;
pub(crate) mod csv;
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
mod separated;
mod text;

use crate::detect::{Detected, detect};
use crate::encoding::{Encoding, decode};
use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::{Container, Paper};

/// Reads a file, whatever container and encoding it is in. (JSON, which is no paper, is read as
/// plain text; ask [`detect`] before.)
pub fn read_paper(bytes: &[u8], limits: &Limits) -> Result<(Paper, Encoding), ReadError> {
    let (text, encoding) = decode(bytes, limits)?;
    let container = match detect(&text) {
        Detected::Json => Container::Text,
        Detected::Paper(container) => container,
    };
    Ok((read_as(container, text, limits)?, encoding))
}

/// Reads a decoded text as what it is known to be.
pub fn read_as(container: Container, text: String, limits: &Limits) -> Result<Paper, ReadError> {
    let read = match container {
        Container::Text | Container::Json => text::read,
        Container::Markdown => markdown::read,
        Container::Html => html::read,
        Container::Csv => csv::read,
    };
    let mut paper = read(&text, limits)?;
    if paper.text.is_empty() {
        paper.text = text; // nothing had to be changed
    }
    Ok(paper)
}
