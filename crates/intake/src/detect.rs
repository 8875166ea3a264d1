//! Which container a text is in. The file's name plays no part: it is often wrong.

use crate::containers::{archive, compound, csv, markdown};
use crate::paper::Container;

/// First bytes of every ZIP archive with something in it.
const ZIP: &[u8] = b"PK\x03\x04";
/// First bytes of every compound file.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// A PDF may begin with so many bytes of something else.
const PDF_WITHIN: usize = 1024;

/// The container of a file that is not text, by its first bytes and the names of its parts. None
/// for everything else, text or not.
pub fn packed(bytes: &[u8]) -> Option<Container> {
    if bytes.starts_with(ZIP) {
        return archive::container(bytes);
    }
    if is_compound(bytes) {
        return compound::container(bytes);
    }
    let start = &bytes[..bytes.len().min(PDF_WITHIN)];
    memchr::memmem::find(start, b"%PDF-").map(|_| Container::Pdf)
}

/// Whether a file is a compound file.
pub(crate) fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(COMPOUND)
}

/// What a text turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detected {
    /// JSON, which is not read into a paper.
    Json,
    /// A container that is.
    Paper(Container),
}

/// Bytes of the text that are looked at.
const SAMPLE: usize = 1 << 20;

/// Finds out what a decoded text is.
pub fn detect(text: &str) -> Detected {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    if is_json(sample) {
        return Detected::Json;
    }
    let container = if is_html(sample) {
        Container::Html
    } else if markdown::is_markdown(sample) {
        Container::Markdown
    } else if csv::delimiter(sample).is_some() {
        Container::Csv
    } else {
        Container::Text
    };
    Detected::Paper(container)
}

/// An object with a key, or an array of objects. No document of this field begins so.
fn is_json(text: &str) -> bool {
    let text = text.trim_start();
    let (first, rest) = (text.chars().next(), text.get(1..).unwrap_or_default());
    let second = rest.trim_start().chars().next();
    matches!(
        (first, second),
        (Some('{'), Some('"' | '}')) | (Some('['), Some('{'))
    )
}

/// Tags that only HTML documents have, or that a piece of one begins with.
const DOCUMENT_TAGS: [&str; 4] = ["<!doctype html", "<html", "<head", "<body"];
const FIRST_TAGS: [&str; 12] = [
    "<table", "<div", "<p", "<span", "<style", "<meta", "<title", "<center", "<h1", "<h2", "<h3",
    "<form",
];

/// Bytes within which a document must show that it is HTML; comments and blanks may come first.
const PROLOGUE: usize = 4 << 10;

fn is_html(text: &str) -> bool {
    let prologue = &text[..text.floor_char_boundary(PROLOGUE)];
    let prologue = prologue.to_ascii_lowercase();
    if DOCUMENT_TAGS.iter().any(|tag| find_tag(&prologue, tag)) {
        return true;
    }
    let start = prologue.trim_start();
    let begins_with_tag = start.starts_with("<!--")
        || FIRST_TAGS
            .iter()
            .any(|tag| start.strip_prefix(tag).is_some_and(is_tag_end));
    begins_with_tag && !markdown::has_signs(text)
}

fn find_tag(text: &str, tag: &str) -> bool {
    memchr::memmem::find_iter(text.as_bytes(), tag).any(|at| is_tag_end(&text[at + tag.len()..]))
}

fn is_tag_end(rest: &str) -> bool {
    rest.starts_with(|c: char| c == '>' || c == '/' || c.is_ascii_whitespace())
}
