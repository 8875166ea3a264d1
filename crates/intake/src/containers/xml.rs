//! The XML that packed files (XLSX, DOCX, OFD) keep their parts in, read forwards.
//!
//! Elements and attributes are told by their local names: namespaces differ between the editions
//! of the standards, and nothing that matters to a reader has the same name in two of them.
//! References to characters and the five predefined entities are read; what a file defines itself
//! is never looked up, and stays as printed.

use std::borrow::Cow;
use std::str::FromStr;

use encoding_rs::{UTF_16BE, UTF_16LE};
use plumbline_model::Place;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesRef, Event};
use quick_xml::reader::Reader;

use super::archive::Archive;
use crate::error::ReadError;
use crate::paper::Container;

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
    text: &'x str,
    reader: Reader<&'x [u8]>,
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
        let text = part.text.strip_prefix('\u{FEFF}').unwrap_or(&part.text);
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_end_names = if_damaged == Damage::Refused;
        config.allow_dangling_amp = if_damaged == Damage::Ends;
        Xml {
            part,
            text,
            reader,
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
            return Ok(self.close());
        }
        loop {
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(error) => return self.damaged(&error),
            };
            return Ok(Some(match event {
                Event::Start(start) => return self.open(start.len(), ">"),
                Event::Empty(start) => {
                    self.is_empty = true;
                    return self.open(start.len(), "/>");
                }
                Event::End(_) => return Ok(self.close()),
                Event::Text(text) => Piece::Text(text.xml10_content()),
                Event::CData(text) => Piece::Text(text.xml10_content()),
                Event::GeneralRef(reference) => Piece::Text(resolved(&reference)),
                Event::Eof if self.open.is_empty() => return Ok(None),
                Event::Eof => return self.damaged(&"it breaks off"),
                _ => continue,
            }));
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

    /// Opens the element whose tag ends here, with so many bytes before the end of the tag.
    fn open(&mut self, length: usize, end: &str) -> Result<Option<Piece<'x>>, ReadError> {
        let position = self.reader.buffer_position() as usize;
        let end = position.saturating_sub(end.len());
        let tag = self.text.get(end.saturating_sub(length)..end);
        let element = Element::new(tag.unwrap_or_default());
        self.open.push(element.name);
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

    fn close(&mut self) -> Option<Piece<'x>> {
        self.open.pop().map(Piece::Close)
    }

    #[cold]
    fn damaged(&mut self, why: &dyn ToString) -> Result<Option<Piece<'x>>, ReadError> {
        let reason = format!("{}: {}", self.part.name, why.to_string());
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

fn resolved<'x>(reference: &BytesRef<'x>) -> Cow<'x, str> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Cow::Owned(character.to_string());
    }
    match resolve_xml_entity(reference) {
        Some(text) => Cow::Borrowed(text),
        None => Cow::Owned(format!("&{};", &**reference)),
    }
}

/// The beginning of an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element<'x> {
    name: &'x str,
    attributes: &'x str,
}

impl<'x> Element<'x> {
    fn new(tag: &'x str) -> Self {
        let name_end = tag.bytes().position(is_space);
        let (name, attributes) = tag.split_at(name_end.unwrap_or(tag.len()));
        Element {
            name: local(name),
            attributes,
        }
    }

    /// Its name.
    pub(super) fn name(&self) -> &'x str {
        self.name
    }

    /// Its attributes: names, and values as they are written.
    pub(super) fn attributes(&self) -> Attributes<'x> {
        Attributes {
            rest: self.attributes,
        }
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'x, str>> {
        let (_, value) = self.attributes().find(|(found, _)| *found == name)?;
        Some(unescape(value).unwrap_or(Cow::Borrowed(value)))
    }

    /// A number in an attribute.
    pub(super) fn number<N: FromStr>(&self, name: &str) -> Option<N> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// The attributes of an element; what is none is passed over.
pub(super) struct Attributes<'x> {
    rest: &'x str,
}

impl<'x> Iterator for Attributes<'x> {
    type Item = (&'x str, &'x str);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (before, after) = self.rest.split_once('=')?;
            let after = after.trim_ascii_start();
            self.rest = after;
            let Some(quote @ ('"' | '\'')) = after.chars().next() else {
                continue;
            };
            let (value, rest) = after[1..].split_once(quote)?;
            self.rest = rest;
            if let Some(name) = before.split_ascii_whitespace().next_back() {
                return Some((local(name), value));
            }
        }
    }
}

/// A name without the prefix that stands for its namespace.
fn local(name: &str) -> &str {
    match name.split_once(':') {
        Some((_, local)) => local,
        None => name,
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}
