//! The beginning of an element: its name, and its attributes.

use std::borrow::Cow;
use std::str::FromStr;

use super::reference::resolved;

/// The beginning of an element.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Element<'x> {
    name: &'x str,
    attributes: &'x str,
}

impl<'x> Element<'x> {
    /// From what stands between `<` and `>`.
    pub(super) fn new(tag: &'x str) -> Self {
        let name_end = tag.bytes().position(is_space).unwrap_or(tag.len());
        let (name, attributes) = tag.split_at(name_end);
        Element {
            name: local(name),
            attributes,
        }
    }

    /// Its name.
    pub(in super::super) fn name(&self) -> &'x str {
        self.name
    }

    /// Its attributes: names, and values as they are written.
    pub(in super::super) fn attributes(&self) -> Attributes<'x> {
        Attributes {
            rest: self.attributes,
        }
    }

    /// The value of an attribute.
    pub(in super::super) fn attribute(&self, name: &str) -> Option<Cow<'x, str>> {
        let (_, value) = self.attributes().find(|(found, _)| *found == name)?;
        Some(resolved(value))
    }

    /// A number in an attribute.
    pub(in super::super) fn number<N: FromStr>(&self, name: &str) -> Option<N> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// The attributes of an element; what is none is passed over.
pub(in super::super) struct Attributes<'x> {
    rest: &'x str,
}

impl<'x> Iterator for Attributes<'x> {
    type Item = (&'x str, &'x str);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (before, after) = parted(self.rest, b'=')?;
            self.rest = after.trim_ascii_start();
            let Some(quote @ (b'"' | b'\'')) = self.rest.bytes().next() else {
                continue;
            };
            let (value, rest) = parted(&self.rest[1..], quote)?;
            self.rest = rest;
            let before = before.trim_ascii_end();
            let name_start = before.bytes().rposition(is_space).map_or(0, |at| at + 1);
            return Some((local(&before[name_start..]), value));
        }
    }
}

/// What stands before and after an ASCII character. What is parted here is short.
fn parted(text: &str, at: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == at)?;
    Some((&text[..at], &text[at + 1..]))
}

/// A name without the prefix that stands for its namespace.
pub(super) fn local(name: &str) -> &str {
    parted(name, b':').map_or(name, |(_, local)| local)
}

fn is_space(byte: u8) -> bool {
    byte.is_ascii_whitespace()
}
