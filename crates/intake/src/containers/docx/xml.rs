//! The parts of a file of Office as elements, told by their local names: the namespaces differ
//! between the two editions of the standard, and nothing that matters here has the same name in
//! two of them. Entities are never looked up; what is unknown stays as printed.

use std::borrow::Cow;

use plumbline_model::Place;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::Container;

/// A piece of XML.
pub(super) enum Piece<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// An element ends; its name.
    Close(String),
    /// Text.
    Text(Cow<'a, str>),
}

/// The beginning of an element.
pub(super) struct Element<'a> {
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// Its name.
    pub(super) fn name(&self) -> &str {
        let name = self.start.name().into_inner();
        name.rsplit(':').next().unwrap_or(name)
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let attribute = attributes
            .with_checks(false)
            .filter_map(Result::ok)
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        let value = match unescape(&attribute.value) {
            Ok(value) => value.into_owned(),
            Err(_) => attribute.value.into_owned(),
        };
        Some(value)
    }

    /// The attribute that most elements have.
    pub(super) fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// The attribute that most elements have, as a number.
    pub(super) fn number<N: std::str::FromStr>(&self) -> Option<N> {
        self.value()?.trim().parse().ok()
    }

    /// Whether a property that is on or off is on.
    pub(super) fn is_on(&self) -> bool {
        let value = self.value();
        !matches!(value.as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// A part that is being read.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a str,
    depth_max: usize,
    /// The names of the open elements, one after the other, and where each begins.
    names: String,
    open: Vec<usize>,
}

impl<'a> Xml<'a> {
    pub(super) fn new(part: &'a str, text: &'a str, limits: &Limits) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Xml {
            reader,
            part,
            depth_max: limits.depth_max,
            names: String::new(),
            open: Vec::new(),
        }
    }

    /// The next piece, or none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'a>>, ReadError> {
        loop {
            let event = self.reader.read_event().map_err(|e| self.damaged(&e))?;
            return Ok(Some(match event {
                Event::Start(start) => {
                    let element = Element { start };
                    self.open.push(self.names.len());
                    self.names.push_str(element.name());
                    self.check_depth()?;
                    Piece::Open(element)
                }
                Event::End(_) => Piece::Close(self.close()),
                Event::Text(text) => Piece::Text(text.xml10_content()),
                Event::CData(text) => Piece::Text(text.into_inner()),
                Event::GeneralRef(name) => {
                    let printed = format!("&{};", &*name);
                    Piece::Text(match unescape(&printed) {
                        Ok(text) => Cow::Owned(text.into_owned()),
                        Err(_) => Cow::Owned(printed),
                    })
                }
                Event::Eof if self.open.is_empty() => return Ok(None),
                Event::Eof => return Err(self.damaged(&"it ends within an element")),
                _ => continue,
            }));
        }
    }

    /// Passes over everything in the element that was opened last.
    pub(super) fn skip(&mut self) -> Result<(), ReadError> {
        let depth = self.open.len();
        while self.open.len() >= depth {
            self.next()?;
        }
        Ok(())
    }

    /// The name of an open element: 0 the innermost, 1 the one around it.
    pub(super) fn around(&self, levels: usize) -> &str {
        let Some(at) = self.open.len().checked_sub(levels + 1) else {
            return "";
        };
        let start = self.open[at];
        let end = self.open.get(at + 1).copied();
        &self.names[start..end.unwrap_or(self.names.len())]
    }

    /// Whether an element of this name is open.
    pub(super) fn is_within(&self, name: &str) -> bool {
        (0..self.open.len()).any(|levels| self.around(levels) == name)
    }

    fn close(&mut self) -> String {
        let start = self.open.pop().unwrap_or_default();
        self.names.split_off(start)
    }

    fn check_depth(&self) -> Result<(), ReadError> {
        match self.open.len() > self.depth_max {
            false => Ok(()),
            true => Err(ReadError::OverLimit {
                what: "nested elements",
                found: self.open.len(),
                limit: self.depth_max,
                place: Place::Whole,
            }),
        }
    }

    fn damaged(&self, reason: &dyn std::fmt::Display) -> ReadError {
        ReadError::Damaged {
            container: Container::Docx.name(),
            reason: format!("{}: {reason}", self.part),
        }
    }
}

/// The text of a part.
pub(super) fn decoded(bytes: Vec<u8>) -> String {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(&bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[length..]);
        return text.into_owned();
    }
    match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    }
}
