//! Parts of an OFD package as trees of elements.

use std::borrow::Cow;

use plumbline_model::Place;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::error::ReadError;
use crate::limits::Limits;

/// Elements of a part, at most: a very full page has some ten thousand.
const ELEMENTS_MAX: usize = 1_000_000;

/// An element.
#[derive(Debug)]
pub(super) struct Element<'s> {
    start: BytesStart<'s>,
    children: Vec<Element<'s>>,
    /// The text directly in it.
    pub(super) text: String,
}

impl<'s> Element<'s> {
    fn new(start: BytesStart<'s>) -> Self {
        Element {
            start,
            children: Vec::new(),
            text: String::new(),
        }
    }

    /// Its name without the namespace.
    pub(super) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// An attribute. Its name has no namespace.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let attribute = self.start.try_get_attribute(name).ok()??;
        attribute.normalized_value(XmlVersion::Explicit1_0).ok()
    }

    pub(super) fn children(&self) -> &[Element<'s>] {
        &self.children
    }

    pub(super) fn into_children(self) -> impl Iterator<Item = Element<'s>> {
        self.children.into_iter()
    }

    pub(super) fn children_named<'e>(
        &'e self,
        name: &'e str,
    ) -> impl Iterator<Item = &'e Element<'s>> {
        self.children
            .iter()
            .filter(move |child| child.name() == name)
    }

    pub(super) fn child(&self, name: &str) -> Option<&Element<'s>> {
        self.children.iter().find(|child| child.name() == name)
    }

    /// The text of a child.
    pub(super) fn text_of(&self, child: &str) -> Option<&str> {
        self.child(child).map(|child| child.text.trim())
    }
}

/// The root element of a part, as far as the part is sound; none if there is no element in it.
/// Entities that the part defines itself are not expanded.
pub(super) fn parse<'s>(
    source: &'s str,
    limits: &Limits,
) -> Result<Option<Element<'s>>, ReadError> {
    let mut reader = Reader::from_str(source);
    reader.config_mut().check_end_names = false;
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    let mut count = 0;
    loop {
        let event = reader.read_event();
        if let Ok(Event::Start(_) | Event::Empty(_)) = event {
            count += 1;
            within("elements", count, ELEMENTS_MAX)?;
            within("nesting", open.len(), limits.depth_max)?;
        }
        match event {
            Ok(Event::Start(start)) => open.push(Element::new(start)),
            Ok(Event::Empty(start)) => close(Element::new(start), &mut open, &mut root),
            Ok(Event::End(_)) => {
                if let Some(element) = open.pop() {
                    close(element, &mut open, &mut root);
                }
            }
            Ok(Event::Text(text)) => push(&mut open, &text.xml10_content()),
            Ok(Event::CData(text)) => push(&mut open, &text),
            Ok(Event::GeneralRef(reference)) => push(&mut open, &resolved(&reference)),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    while let Some(element) = open.pop() {
        close(element, &mut open, &mut root);
    }
    Ok(root)
}

fn push(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

/// An element has ended: it belongs to the one around it, or is the root.
fn close<'s>(element: Element<'s>, open: &mut [Element<'s>], root: &mut Option<Element<'s>>) {
    match open.last_mut() {
        Some(parent) => parent.children.push(element),
        None => *root = root.take().or(Some(element)),
    }
}

fn resolved(reference: &BytesRef) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => character.to_string(),
        _ => resolve_predefined_entity(reference)
            .unwrap_or_default()
            .to_owned(),
    }
}

fn within(what: &'static str, found: usize, limit: usize) -> Result<(), ReadError> {
    if found <= limit {
        return Ok(());
    }
    Err(ReadError::OverLimit {
        what,
        found,
        limit,
        place: Place::Whole,
    })
}
