//! The part that holds the strings of all sheets.

use super::super::workbook::strings::Strings;
use super::xml::{Name, Node, Part, push_unescaped};

/// Reads the shared strings. Runs of rich text are joined; how to pronounce them is left out.
pub(super) fn read(text: &str) -> Strings {
    let mut strings = Strings::default();
    let mut part = Part::new(text);
    let (mut in_text, mut phonetic) = (false, false);
    while let Some(node) = part.next() {
        match node {
            Node::Start(start) => match start.local_name().as_ref() {
                "t" => in_text = true,
                "rPh" => phonetic = true,
                _ => {}
            },
            Node::Text(text) if in_text && !phonetic => push_unescaped(strings.open(), &text),
            Node::End(Name::Text) => in_text = false,
            Node::End(Name::Phonetic) => phonetic = false,
            Node::End(Name::Item) => strings.close(),
            _ => {}
        }
    }
    strings
}
