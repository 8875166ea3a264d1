//! The XML of the parts of a workbook, read forwards.

use std::borrow::Cow;

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// What a reader of a part meets next.
pub(super) enum Node<'x> {
    Start(BytesStart<'x>),
    /// The end of an element; those without content have one too.
    End(Name),
    Text(Cow<'x, str>),
}

/// The names of elements that readers wait for the end of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Cell,
    Value,
    Text,
    Formula,
    Phonetic,
    Item,
    Comment,
    Styles,
    Fallback,
    Other,
}

impl Name {
    fn of(local: &str) -> Name {
        match local {
            "c" => Name::Cell,
            "v" => Name::Value,
            "t" => Name::Text,
            "f" => Name::Formula,
            "rPh" => Name::Phonetic,
            "si" => Name::Item,
            "comment" => Name::Comment,
            "Fallback" => Name::Fallback,
            "cellXfs" => Name::Styles,
            _ => Name::Other,
        }
    }
}

/// A part of a workbook.
pub(super) struct Part<'x> {
    reader: Reader<&'x [u8]>,
    depth: usize,
    /// Why it could not be read to its end.
    pub(super) damage: Option<String>,
}

impl<'x> Part<'x> {
    pub(super) fn new(text: &'x str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_dangling_amp = true;
        Part {
            reader,
            depth: 0,
            damage: None,
        }
    }

    /// The next node. What is damaged ends a part.
    pub(super) fn next(&mut self) -> Option<Node<'x>> {
        loop {
            match self.reader.read_event() {
                Ok(Event::Start(start)) => {
                    self.depth += 1;
                    return Some(Node::Start(start));
                }
                Ok(Event::End(end)) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Some(Node::End(Name::of(end.local_name().as_ref())));
                }
                Ok(Event::Text(text)) => return Some(Node::Text(text.xml10_content())),
                Ok(Event::CData(text)) => return Some(Node::Text(text.xml10_content())),
                Ok(Event::GeneralRef(name)) => {
                    let text = match name.resolve_char_ref() {
                        Ok(Some(c)) => Cow::Owned(c.to_string()),
                        _ => match resolve_xml_entity(&name) {
                            Some(text) => Cow::Borrowed(text),
                            // No program writes entities of its own; they are never expanded.
                            None => Cow::Owned(format!("&{};", &*name)),
                        },
                    };
                    return Some(Node::Text(text));
                }
                Ok(Event::Eof) => {
                    if self.depth > 0 {
                        self.damage = Some("it breaks off".to_owned());
                    }
                    return None;
                }
                Ok(_) => {}
                Err(error) => {
                    self.damage = Some(error.to_string());
                    return None;
                }
            }
        }
    }
}

/// An attribute, by its name without prefix.
pub(super) fn attribute<'s>(start: &'s BytesStart<'_>, name: &str) -> Option<Cow<'s, str>> {
    let mut attributes = start.attributes();
    let found = attributes
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(match quick_xml::escape::unescape(&found.value) {
        Ok(text) => Cow::Owned(text.into_owned()),
        Err(_) => found.value,
    })
}

/// A number in an attribute.
pub(super) fn number(start: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(start, name)?.trim().parse().ok()
}

/// Whether an attribute says yes.
pub(super) fn says_yes(start: &BytesStart<'_>, name: &str) -> bool {
    attribute(start, name).is_some_and(|value| matches!(&*value, "1" | "true"))
}

/// Appends a text in which `_x000D_` stands for a character that XML cannot hold.
pub(super) fn push_unescaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6);
        let code = code.filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        let Some(c) = code.and_then(char::from_u32) else {
            out.push_str(&rest[..at + 2]);
            rest = &rest[at + 2..];
            continue;
        };
        out.push_str(&rest[..at]);
        if c != '\r' {
            out.push(c);
        }
        rest = &rest[at + 7..];
    }
    out.push_str(rest);
}
