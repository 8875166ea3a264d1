//! The physical lines of a source.

use std::ops::Range;

use plumbline_model::Place;

use super::builder::is_blank;
use crate::error::ReadError;
use crate::limits::Limits;

/// One line of the source, without its end. Form feeds end a line too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct SourceLine {
    start: u32,
    end: u32,
    /// Whether a page ends before it.
    pub(super) starts_page: bool,
}

impl SourceLine {
    /// Where it stands in the source.
    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Leaves out what stands before an offset.
    pub(super) fn cut_start(&mut self, offset: usize) {
        self.start = self.start.max(offset as u32).min(self.end);
    }

    /// Its text.
    pub(super) fn text(self, source: &str) -> &str {
        &source[self.range()]
    }

    /// Whether nothing is on it.
    pub(super) fn is_blank(self, source: &str) -> bool {
        self.text(source).chars().all(is_blank)
    }
}

/// All lines of a source.
pub(super) fn split(source: &str, limits: &Limits) -> Result<Vec<SourceLine>, ReadError> {
    let bytes = source.as_bytes();
    let mut lines = Vec::new();
    let mut start = 0;
    let mut starts_page = false;
    for at in memchr::memchr3_iter(b'\n', b'\r', b'\x0C', bytes) {
        if at < start {
            continue; // the LF of a CR LF
        }
        lines.push(SourceLine {
            start: start as u32,
            end: at as u32,
            starts_page,
        });
        let is_crlf = bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
        start = at + 1 + usize::from(is_crlf);
        starts_page = bytes[at] == b'\x0C';
        if lines.len() > limits.lines_max {
            return Err(too_many(lines.len(), limits));
        }
    }
    if start < bytes.len() {
        lines.push(SourceLine {
            start: start as u32,
            end: bytes.len() as u32,
            starts_page,
        });
    }
    Ok(lines)
}

fn too_many(found: usize, limits: &Limits) -> ReadError {
    let line = found as u32;
    ReadError::OverLimit {
        what: "lines",
        found,
        limit: limits.lines_max,
        place: Place::Text { line, column: 1 },
    }
}

/// The pieces of a line that characters within it ask to be shown as lines: the line separators
/// of Unicode and the vertical tab, which word processors leave for a break within a paragraph.
pub(super) fn soft_breaks(source: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = range.start;
    source[range.clone()]
        .split(is_soft_break)
        .map(move |piece| {
            let piece_range = at..at + piece.len();
            at = piece_range.end
                + source[piece_range.end..]
                    .chars()
                    .next()
                    .map_or(0, char::len_utf8);
            piece_range
        })
}

pub(super) fn is_soft_break(c: char) -> bool {
    matches!(c, '\u{0B}' | '\u{2028}' | '\u{2029}')
}
