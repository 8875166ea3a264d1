//! What every container reader writes into: pieces of the source become spans of a paper.
//!
//! Most text of most sources stands in the source exactly as it is wanted. So the paper's text is
//! the source itself, and a piece is only a span of it; nothing is copied. Where text is wanted
//! that does not stand there in one stretch (an escape, a cell whose text is wrapped), that
//! stretch of the source is *replaced*: the source up to it is copied, the wanted text appended,
//! and the source goes on after it. Replacements come in the order of the source.

use std::ops::Range;

use plumbline_model::Place;

use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::{
    Anchor, Block, Cell, Container, Gap, Line, Notice, NoticeKind, Paper, Span, Table,
};

/// A place is looked up by counting characters from the anchor before it, so long pieces get an
/// anchor every so many bytes.
const ANCHOR_EVERY: usize = 1024;

/// A paper in the making.
pub(super) struct Builder<'a> {
    source: &'a str,
    limits: &'a Limits,
    paper: Paper,
    /// Bytes of the source that the paper's text already stands for; the rest follows as it is.
    taken: usize,
    /// Where in the text the piece begins that is being composed.
    opened: usize,
    cursor: Cursor<'a>,
    gap: Gap,
    lines: usize,
    cells: usize,
}

impl<'a> Builder<'a> {
    pub(super) fn new(container: Container, source: &'a str, limits: &'a Limits) -> Self {
        let paper = Paper {
            container,
            ..Paper::default()
        };
        Builder {
            source,
            limits,
            paper,
            taken: 0,
            opened: 0,
            cursor: Cursor::new(source),
            gap: Gap::None,
            lines: 0,
            cells: 0,
        }
    }

    /// For a source whose text does not stand in its bytes as it is (a packed file): everything
    /// is composed.
    pub(super) fn composing(container: Container, limits: &'a Limits) -> Self {
        Builder::new(container, "", limits)
    }

    /// Says something of the source that is not its text.
    pub(super) fn notice(&mut self, kind: NoticeKind, text: impl Into<String>, place: Place) {
        const NOTICES_MAX: usize = 10_000;
        if self.paper.notices.len() < NOTICES_MAX {
            let text = text.into();
            self.paper.notices.push(Notice { kind, text, place });
        }
    }

    /// The paper. Its text is empty if the whole source is its text.
    pub(super) fn finish(mut self) -> Paper {
        if self.taken > 0 || !self.paper.text.is_empty() {
            self.open(self.source.len());
        }
        self.paper
    }

    /// The place of a source offset; see [`Cursor::place`].
    pub(super) fn place(&mut self, offset: usize) -> Place {
        self.cursor.place(offset)
    }

    /// A piece that stands in the source as it is, in one stretch without line ends. Blanks at
    /// its ends are cut off.
    pub(super) fn keep(&mut self, range: Range<usize>) -> Span {
        let range = trimmed(self.source, range);
        let mut at = range.start;
        loop {
            let place = self.cursor.place(at);
            self.anchor(self.in_text(at), place);
            at = self.source.ceil_char_boundary(at + ANCHOR_EVERY);
            if at >= range.end {
                return Span::new(self.in_text(range.start), self.in_text(range.end));
            }
        }
    }

    /// Where a source offset that is not yet taken will stand in the text.
    fn in_text(&self, offset: usize) -> usize {
        self.paper.text.len() + offset - self.taken
    }

    fn anchor(&mut self, offset: usize, place: Place) {
        let offset = offset as u32;
        self.paper.anchors.push(Anchor { offset, place });
    }

    /// From here on nothing of the source is wanted as it stands: all text will be composed.
    pub(super) fn compose_all(&mut self) {
        self.taken = self.source.len();
    }

    /// Begins a replacement of the source from this offset on.
    pub(super) fn open(&mut self, offset: usize) {
        if self.taken < offset {
            let as_it_is = &self.source[self.taken..offset];
            self.paper.text.push_str(as_it_is);
            self.taken = offset;
        }
        self.opened = self.paper.text.len();
    }

    /// Within a replacement: appends a piece of the source.
    pub(super) fn append(&mut self, mut range: Range<usize>) {
        if self.is_at_line_start() {
            let trimmed = self.source[range.clone()].trim_start_matches(is_blank);
            range.start = range.end - trimmed.len();
        }
        if range.is_empty() {
            return;
        }
        let place = self.cursor.place(range.start);
        self.append_text(&self.source[range], place);
    }

    /// Within a replacement: appends text whose first character stands at this place.
    pub(super) fn append_text(&mut self, text: &str, place: Place) {
        self.anchor(self.paper.text.len(), place);
        self.paper.text.push_str(text);
    }

    /// Within a replacement: appends a blank that stands for white space of the source.
    pub(super) fn append_blank(&mut self) {
        self.paper.text.push(' ');
    }

    /// Within a replacement: begins a new line, if anything is on this one.
    pub(super) fn append_break(&mut self) {
        self.cut_blanks();
        if !self.is_at_line_start() {
            self.paper.text.push('\n');
        }
    }

    /// Ends a replacement, and a piece with it: the source goes on from this offset.
    pub(super) fn close(&mut self, offset: usize) -> Span {
        self.taken = self.taken.max(offset);
        self.cut_blanks();
        let span = Span::new(self.opened, self.paper.text.len());
        self.opened = span.end as usize;
        span
    }

    fn is_at_line_start(&self) -> bool {
        self.composed().is_empty() || self.composed().ends_with('\n')
    }

    /// Within a replacement: the piece as far as it is composed.
    pub(super) fn composed(&self) -> &str {
        &self.paper.text[self.opened..]
    }

    /// Within a replacement: parts one piece from the next, so that even a blank one has an
    /// offset, and therefore a place, of its own.
    pub(super) fn part(&mut self) {
        self.paper.text.push('\n');
        self.opened = self.paper.text.len();
    }

    /// Takes blanks and line breaks back from the end of the piece that is being composed.
    fn cut_blanks(&mut self) {
        let kept = trimmed(&self.paper.text, self.opened..self.paper.text.len()).end;
        self.paper.text.truncate(kept);
        let anchors = &mut self.paper.anchors;
        while anchors.last().is_some_and(|a| a.offset as usize > kept) {
            anchors.pop();
        }
    }

    /// A blank line lies before whatever comes next.
    pub(super) fn blank_line(&mut self) {
        self.gap = match self.gap {
            Gap::None => Gap::Blank(1),
            Gap::Blank(n) => Gap::Blank(n.saturating_add(1)),
            Gap::Page => Gap::Page,
        };
    }

    /// A page ends before whatever comes next.
    pub(super) fn page_end(&mut self) {
        self.gap = Gap::Page;
    }

    /// Adds a line, unless it is blank.
    pub(super) fn line(&mut self, span: Span, heading: u8) -> Result<(), ReadError> {
        if span.is_empty() {
            return Ok(());
        }
        self.lines += 1;
        self.within("lines", self.lines, self.limits.lines_max)?;
        let gap = std::mem::take(&mut self.gap);
        let line = Line { span, heading, gap };
        self.paper.blocks.push(Block::Line(line));
        Ok(())
    }

    /// Counts a cell against the limit.
    pub(super) fn count_cells(&mut self, more: usize) -> Result<(), ReadError> {
        self.cells += more;
        self.within("cells", self.cells, self.limits.cells_max)
    }

    /// The limits on the source.
    pub(super) fn limits(&self) -> &'a Limits {
        self.limits
    }

    /// Checks how deep something is nested.
    pub(super) fn check_depth(&self, what: &'static str, depth: usize) -> Result<(), ReadError> {
        self.within(what, depth, self.limits.depth_max)
    }

    /// The length of the text so far.
    pub(super) fn text_len(&self) -> usize {
        self.paper.text.len()
    }

    /// Refuses what is over its limit, naming the place read last.
    fn within(&self, what: &'static str, found: usize, limit: usize) -> Result<(), ReadError> {
        if found <= limit {
            return Ok(());
        }
        let anchor = self.paper.anchors.last();
        Err(ReadError::OverLimit {
            what,
            found,
            limit,
            place: anchor.map_or(Place::Whole, |anchor| anchor.place),
        })
    }

    /// Adds a table, unless all of it is blank.
    pub(super) fn table(&mut self, cells: Vec<Cell>) {
        if cells.iter().all(|cell| cell.span.is_empty()) {
            return;
        }
        self.gap = Gap::None;
        self.paper.blocks.push(Block::Table(Table { cells }));
    }

    /// The blocks so far, for readers that learn only at its end what a block is.
    pub(super) fn blocks(&mut self) -> &mut Vec<Block> {
        &mut self.paper.blocks
    }
}

/// A cell that covers nothing but itself.
pub(super) fn plain_cell(row: usize, column: usize, span: Span) -> Cell {
    Cell {
        row: row as u32,
        column: column as u32,
        row_span: 1,
        column_span: 1,
        span,
    }
}

/// Blank on paper: white space of any kind and the characters that have no width at all.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// The range without blanks at its ends. A blank range becomes empty and keeps its start.
pub(super) fn trimmed(source: &str, range: Range<usize>) -> Range<usize> {
    let piece = &source[range.clone()];
    let from_start = piece.trim_start_matches(is_blank);
    if from_start.is_empty() {
        return range.start..range.start;
    }
    let start = range.end - from_start.len();
    start..start + from_start.trim_end_matches(is_blank).len()
}

/// Turns offsets of a source into places. Lines end as in every editor: at LF, CR LF or CR.
#[derive(Clone)]
pub(super) struct Cursor<'a> {
    source: &'a str,
    offset: usize,
    line: u32,
    column: u32,
}

impl<'a> Cursor<'a> {
    fn new(source: &'a str) -> Self {
        Cursor {
            source,
            offset: 0,
            line: 1,
            column: 1,
        }
    }

    /// The place of an offset. Offsets should rise from call to call: then all calls together
    /// read the source once. (A lower one starts again from the top.)
    pub(super) fn place(&mut self, offset: usize) -> Place {
        if offset < self.offset {
            debug_assert!(false, "places must be asked for in the order of the source");
            *self = Cursor::new(self.source);
        }
        let passed = &self.source[self.offset..offset];
        let mut line_start = None;
        for at in memchr::memchr2_iter(b'\n', b'\r', passed.as_bytes()) {
            let is_second_half =
                passed.as_bytes()[at] == b'\n' && self.source[..self.offset + at].ends_with('\r');
            self.line += u32::from(!is_second_half);
            line_start = Some(at + 1);
        }
        if line_start.is_some() {
            self.column = 1;
        }
        let in_line = &passed[line_start.unwrap_or(0)..];
        self.column += in_line.chars().count() as u32;
        self.offset = offset;
        Place::Text {
            line: self.line,
            column: self.column,
        }
    }
}
