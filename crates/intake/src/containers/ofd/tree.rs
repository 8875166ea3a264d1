//! Parts of an OFD package as trees of elements: what a page draws is looked up in it, and
//! templates and graphics are drawn again and again.

use std::borrow::Cow;

use plumbline_model::Place;

use crate::containers::xml::{self, Damage, Part, Piece, Xml};
use crate::error::ReadError;

/// Elements of a part, at most: a very full page has some ten thousand.
const ELEMENTS_MAX: usize = 1_000_000;

/// An element.
#[derive(Debug)]
pub(super) struct Element<'x> {
    start: xml::Element<'x>,
    children: Vec<Element<'x>>,
    /// The text directly in it.
    pub(super) text: String,
}

impl<'x> Element<'x> {
    /// Its name.
    pub(super) fn name(&self) -> &'x str {
        self.start.name()
    }

    /// An attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'x, str>> {
        self.start.attribute(name)
    }

    pub(super) fn children(&self) -> &[Element<'x>] {
        &self.children
    }

    pub(super) fn into_children(self) -> impl Iterator<Item = Element<'x>> {
        self.children.into_iter()
    }

    pub(super) fn children_named<'e>(
        &'e self,
        name: &'e str,
    ) -> impl Iterator<Item = &'e Element<'x>> {
        self.children
            .iter()
            .filter(move |child| child.name() == name)
    }

    pub(super) fn child(&self, name: &str) -> Option<&Element<'x>> {
        self.children.iter().find(|child| child.name() == name)
    }

    /// The text of a child.
    pub(super) fn text_of(&self, child: &str) -> Option<&str> {
        self.child(child).map(|child| child.text.trim())
    }
}

/// The root element of a part, as far as the part is sound; none if there is no part or no element
/// in it.
pub(super) fn parse(part: Option<&Part>) -> Result<Option<Element<'_>>, ReadError> {
    let Some(part) = part else {
        return Ok(None);
    };
    let mut xml = Xml::new(part, Damage::Ends);
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    let mut count = 0;
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(start) => {
                count += 1;
                check_count(count)?;
                open.push(Element {
                    start,
                    children: Vec::new(),
                    text: String::new(),
                });
            }
            Piece::Close(_) => close(&mut open, &mut root),
            Piece::Text(text) => {
                if let Some(element) = open.last_mut() {
                    element.text.push_str(&text);
                }
            }
        }
    }
    while !open.is_empty() {
        close(&mut open, &mut root);
    }
    Ok(root)
}

/// The innermost element has ended: it belongs to the one around it, or is the root.
fn close<'x>(open: &mut Vec<Element<'x>>, root: &mut Option<Element<'x>>) {
    let ended = open.pop();
    match open.last_mut() {
        Some(parent) => parent.children.extend(ended),
        None => *root = root.take().or(ended),
    }
}

fn check_count(found: usize) -> Result<(), ReadError> {
    if found <= ELEMENTS_MAX {
        return Ok(());
    }
    Err(ReadError::OverLimit {
        what: "elements",
        found,
        limit: ELEMENTS_MAX,
        place: Place::Whole,
    })
}
