//! The XML that packed files (XLSX, DOCX, OFD) keep their parts in, read forwards.
//!
//! Elements and attributes are told by their local names: namespaces differ between the editions
//! of the standards, and nothing that matters to a reader has the same name in two of them.
//! References to characters and the five predefined entities are read; what a file defines itself
//! is never looked up, and stays as printed.

mod element;
mod reference;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE};
use memchr::memchr;
use memchr::memmem::find;
use plumbline_model::Place;

use super::archive::Archive;
use crate::error::ReadError;
use crate::paper::Container;
use element::local;
use reference::resolved;

pub(super) use element::Element;

/// A part of an archive as text.
pub(super) struct Part {
    container: Container,
    name: String,
    text: String,
    depth_max: usize,
}

impl Part {
    /// Unpacks a part, or none if there is none of this name.
    pub(super) fn unpack(archive: &mut Archive, name: &str) -> Result<Option<Part>, ReadError> {
        let Some(bytes) = archive.part(name)? else {
            return Ok(None);
        };
        Ok(Some(Part {
            container: archive.container(),
            name: name.to_owned(),
            text: decoded(bytes),
            depth_max: archive.depth_max(),
        }))
    }

    /// Its name.
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}

/// XML without a label is in UTF-8, or in UTF-16, where its first character shows the order of bytes
/// if no mark does. The formats know no other encoding.
fn decoded(bytes: Vec<u8>) -> String {
    let utf16 = match bytes.as_slice() {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] | [0, b'<', ..] => Some(UTF_16BE),
        _ => None,
    };
    if let Some(encoding) = utf16 {
        return encoding.decode_with_bom_removal(&bytes).0.into_owned();
    }
    String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// What becomes of a part that is damaged.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Damage {
    /// It is refused.
    Refused,
    /// It is read as far as it is sound, and small faults are passed over.
    Ends,
}

/// A piece of XML.
pub(super) enum Piece<'x> {
    /// An element begins.
    Open(Element<'x>),
    /// The element of this name ends; those without content have an end too.
    Close(&'x str),
    /// Text, which may come in several pieces.
    Text(Cow<'x, str>),
}

/// A part that is being read.
pub(super) struct Xml<'x> {
    part: &'x Part,
    /// What is not yet read.
    rest: &'x str,
    if_damaged: Damage,
    damage: Option<String>,
    /// The names of the elements that are open.
    open: Vec<&'x str>,
    /// The element that was opened last has no content, and ends at once.
    is_empty: bool,
}

impl<'x> Xml<'x> {
    /// Begins to read a part.
    pub(super) fn new(part: &'x Part, if_damaged: Damage) -> Self {
        Xml {
            part,
            rest: part.text.strip_prefix('\u{FEFF}').unwrap_or(&part.text),
            if_damaged,
            damage: None,
            open: Vec::new(),
            is_empty: false,
        }
    }

    /// The next piece, or none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'x>>, ReadError> {
        if self.is_empty {
            self.is_empty = false;
            return Ok(self.open.pop().map(Piece::Close));
        }
        loop {
            let Some(inner) = self.rest.strip_prefix('<') else {
                return self.text();
            };
            match inner.as_bytes() {
                [b'/', ..] => {
                    let Some(tag) = self.take("</", ">") else {
                        return self.damaged("it breaks off");
                    };
                    let name = local(tag.trim_ascii_end());
                    match self.open.pop() {
                        Some(open) if open == name || self.if_damaged == Damage::Ends => {
                            return Ok(Some(Piece::Close(open)));
                        }
                        None if self.if_damaged == Damage::Ends => {}
                        _ => return self.damaged(&format!("</{name}> ends nothing")),
                    }
                }
                [b'!' | b'?', ..] => match self.aside(inner) {
                    Some("") => {}
                    Some(text) => return Ok(Some(Piece::Text(Cow::Borrowed(text)))),
                    None => return self.damaged("it breaks off"),
                },
                _ => return self.open(inner),
            }
        }
    }

    /// Passes over everything in the element that was opened last.
    pub(super) fn skip(&mut self) -> Result<(), ReadError> {
        let depth = self.open.len();
        while self.open.len() >= depth && self.next()?.is_some() {}
        Ok(())
    }

    /// Why it was not read to its end, if damage ended it.
    pub(super) fn damage(self) -> Option<String> {
        self.damage
    }

    /// The name of an open element: 0 the innermost, 1 the one around it.
    pub(super) fn around(&self, levels: usize) -> &'x str {
        let name = self.open.iter().rev().nth(levels);
        name.copied().unwrap_or_default()
    }

    /// Whether an element of this name is open.
    pub(super) fn is_within(&self, name: &str) -> bool {
        self.open.contains(&name)
    }

    /// The text up to the next tag, or the end.
    fn text(&mut self) -> Result<Option<Piece<'x>>, ReadError> {
        let length = memchr(b'<', self.rest.as_bytes()).unwrap_or(self.rest.len());
        if length == 0 {
            return match self.open.is_empty() {
                true => Ok(None),
                false => self.damaged("it breaks off"),
            };
        }
        let (text, rest) = self.rest.split_at(length);
        self.rest = rest;
        Ok(Some(Piece::Text(resolved(text))))
    }

    /// Opens the element that begins here.
    fn open(&mut self, inner: &'x str) -> Result<Option<Piece<'x>>, ReadError> {
        let Some(end) = tag_end(inner) else {
            return self.damaged("it breaks off");
        };
        self.rest = &inner[end + 1..];
        let tag = &inner[..end];
        let content = tag.strip_suffix('/');
        self.is_empty = content.is_some();
        let element = Element::new(content.unwrap_or(tag));
        self.open.push(element.name());
        if self.open.len() > self.part.depth_max {
            return Err(ReadError::OverLimit {
                what: "nesting",
                found: self.open.len(),
                limit: self.part.depth_max,
                place: Place::Whole,
            });
        }
        Ok(Some(Piece::Open(element)))
    }

    /// Passes over what is no element: comments, instructions, and the definitions at the top.
    /// Gives back the text of what is marked as text.
    fn aside(&mut self, inner: &'x str) -> Option<&'x str> {
        const TEXT: &str = "<![CDATA[";
        if inner.starts_with('?') {
            self.take("<?", "?>")?;
        } else if inner.starts_with("!--") {
            self.take("<!--", "-->")?;
        } else if self.rest.starts_with(TEXT) {
            return self.take(TEXT, "]]>");
        } else {
            self.rest = &inner[definitions_end(inner)? + 1..];
        }
        Some("")
    }

    /// Takes what stands between this start and the next such end.
    fn take(&mut self, start: &str, end: &str) -> Option<&'x str> {
        let inner = self.rest.get(start.len()..)?;
        let length = match end.as_bytes() {
            [end] => memchr(*end, inner.as_bytes()),
            end => find(inner.as_bytes(), end),
        }?;
        self.rest = &inner[length + end.len()..];
        Some(&inner[..length])
    }

    #[cold]
    fn damaged(&mut self, why: &str) -> Result<Option<Piece<'x>>, ReadError> {
        let reason = format!("{}: {why}", self.part.name);
        self.rest = "";
        self.open.clear();
        match self.if_damaged {
            Damage::Refused => Err(ReadError::Damaged {
                container: self.part.container.name(),
                reason,
            }),
            Damage::Ends => {
                self.damage = Some(reason);
                Ok(None)
            }
        }
    }
}

/// Where a tag ends: values of attributes may hold what ends one.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    tag.bytes().position(|byte| {
        match quote {
            Some(open) if open == byte => quote = None,
            Some(_) => {}
            None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
            None => return byte == b'>',
        }
        false
    })
}

/// Where definitions end that hold others in turn.
fn definitions_end(inner: &str) -> Option<usize> {
    let mut depth = 0;
    let mut at = 0;
    loop {
        at += memchr::memchr2(b'<', b'>', &inner.as_bytes()[at..])?;
        match inner.as_bytes()[at] {
            b'<' => depth += 1,
            _ if depth == 0 => return Some(at),
            _ => depth -= 1,
        }
        at += 1;
    }
}
