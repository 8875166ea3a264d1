//! The markup within a line or cell of Markdown: what of it is text, and what only looks.

use std::ops::Range;

use super::builder::{Builder, is_blank};
use super::markup::{self, Markup};
use crate::paper::Span;

/// Adds a piece of Markdown, without its markup.
pub(super) fn piece(
    builder: &mut Builder,
    markup: &Markup,
    source: &str,
    range: Range<usize>,
) -> Span {
    let text = &source[range.clone()];
    if !text.contains(['\\', '*', '_', '`', '<', '&', '[', '\n', '\r']) {
        return builder.keep(range);
    }
    let marks = marks(text);
    let mut marks = marks.iter().map(|&(at, length)| (range.start + at, length));
    let mut mark = marks.next();
    builder.open(range.start);
    let mut at = range.start;
    while at < range.end {
        while mark.is_some_and(|(offset, _)| offset < at) {
            mark = marks.next(); // it lies in something that is left out already
        }
        let special = source[at..range.end]
            .find(['\\', '*', '_', '`', '<', '&', '[', ']', '!', '\n', '\r'])
            .map_or(range.end, |length| at + length);
        builder.append(at..special);
        if special == range.end {
            break;
        }
        at = match mark {
            Some((offset, length)) if offset == special => special + length,
            _ => special_at(builder, markup, source, special..range.end),
        };
    }
    builder.close(range.end)
}

/// Reads what a special character begins, and says where the text goes on.
fn special_at(builder: &mut Builder, markup: &Markup, source: &str, range: Range<usize>) -> usize {
    let at = range.start;
    let rest = &source[range.clone()];
    let next = rest.as_bytes().get(1).copied();
    match rest.as_bytes()[0] {
        b'\n' | b'\r' => {
            builder.append_break();
            return at + 1;
        }
        b'\\' if next.is_some_and(|b| b.is_ascii_punctuation()) => {
            builder.append(at + 1..at + 2);
            return at + 2;
        }
        b'\\' if next.is_none() => return at + 1, // a hard line break
        b'<' => {
            let end = tag_or_comment(builder, markup, range.clone());
            if let Some(end) = end {
                return end;
            }
        }
        b'&' => {
            if let Some((text, length)) = markup::reference(rest) {
                let place = builder.place(at);
                builder.append_text(&text, place);
                return at + length;
            }
        }
        b'!' if next == Some(b'[') && link(&rest[1..]).is_some() => return at + 1,
        b'[' => {
            if let Some((text, length)) = link(rest) {
                builder.append(at + text.start..at + text.end);
                return at + length;
            }
        }
        _ => {}
    }
    builder.append(at..at + 1);
    at + 1
}

/// Tags that Markdown documents contain. Anything else in angle brackets is text.
const INLINE_TAGS: [&str; 24] = [
    "b", "i", "u", "s", "a", "em", "strong", "sup", "sub", "span", "font", "code", "small", "big",
    "del", "ins", "mark", "center", "img", "tt", "kbd", "strike", "o:p", "nobr",
];
/// Tags that begin or end a line of their own.
const LINE_TAGS: [&str; 8] = ["br", "p", "div", "li", "ul", "ol", "hr", "tr"];

fn tag_or_comment(builder: &mut Builder, markup: &Markup, range: Range<usize>) -> Option<usize> {
    let Some(tag) = markup.tag(range.start) else {
        let end = markup.declaration(range.start);
        return end.filter(|&end| end <= range.end);
    };
    let breaks_line = LINE_TAGS.contains(&&*tag.name);
    if tag.end > range.end || !(breaks_line || INLINE_TAGS.contains(&&*tag.name)) {
        return None;
    }
    if breaks_line {
        builder.append_break();
    }
    Some(tag.end)
}

/// The longest link text and the longest address that are looked for.
const LINK_MAX: usize = 2048;

/// `[text](address)` at the beginning: where its text stands, and the length of it all. Brackets
/// are common in Chinese official names, so the address has to look like one.
fn link(rest: &str) -> Option<(Range<usize>, usize)> {
    let window = &rest[..rest.floor_char_boundary(LINK_MAX)];
    let text_end = window.find(']')?;
    let address = window[text_end + 1..].strip_prefix('(')?;
    let address_end = address.find(')')?;
    let address = &address[..address_end];
    let looks_like_one = address.starts_with(['/', '#', '.'])
        || address.contains("://")
        || address.starts_with("mailto:");
    looks_like_one.then_some((1..text_end, text_end + 1 + 1 + address_end + 1))
}

/// The marks of emphasis and code in a text: offset and length, in order. A mark counts only if
/// its partner is there: asterisks also multiply, and underscores are blanks to fill in.
fn marks(text: &str) -> Vec<(usize, usize)> {
    let mut marks = Vec::new();
    for (byte, lengths) in [(b'*', 1..=3), (b'_', 2..=3), (b'`', 1..=2)] {
        let mut open: Option<(usize, usize)> = None;
        for (at, length) in runs(text, byte) {
            let closes = open.is_some_and(|(_, opened)| opened == length)
                && can_close(text, at, length, byte);
            if closes && let Some(open) = open.take() {
                marks.extend([open, (at, length)]);
            } else if lengths.contains(&length) && can_open(text, at, length, byte) {
                open = Some((at, length));
            }
        }
    }
    marks.sort_unstable();
    marks
}

/// Runs of a byte that no backslash escapes: offset and length.
fn runs(text: &str, byte: u8) -> impl Iterator<Item = (usize, usize)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + memchr::memchr(byte, bytes.get(at..)?)?;
        let length = bytes[start..].iter().take_while(|&&b| b == byte).count();
        at = start + length;
        Some((start, length))
    })
    .filter(|&(start, _)| start == 0 || bytes[start - 1] != b'\\')
}

/// A mark opens before text. A single asterisk also has to follow a blank: `3*5*2` is arithmetic.
fn can_open(text: &str, at: usize, length: usize, byte: u8) -> bool {
    let after = text[at + length..].chars().next();
    let is_before_text = after.is_some_and(|c| !is_blank(c));
    let before = text[..at].chars().next_back();
    is_before_text && (length > 1 || byte == b'`' || is_at_edge(before))
}

fn can_close(text: &str, at: usize, length: usize, byte: u8) -> bool {
    let before = text[..at].chars().next_back();
    let is_after_text = before.is_some_and(|c| !is_blank(c));
    let after = text[at + length..].chars().next();
    is_after_text && (length > 1 || byte == b'`' || is_at_edge(after))
}

fn is_at_edge(neighbour: Option<char>) -> bool {
    neighbour.is_none_or(|c| is_blank(c) || c == '|' || c == '*' || c == '_')
}
