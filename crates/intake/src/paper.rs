//! Paper: what is physically there, before anybody asks what it means.
//!
//! Every container (plain text, Markdown, HTML, CSV …) is turned into the same two things: one
//! string that holds all the text, and blocks (lines and tables) that are spans of it. A span is
//! therefore a full reference to a piece of the source: its text, and through the anchors its
//! place. The ledger is kept in spans too, so nothing can be bound without being accounted for.

use plumbline_model::Place;

/// A piece of [`Paper::text`], in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end && end <= u32::MAX as usize);
        Span {
            start: start as u32,
            end: end as u32,
        }
    }

    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The byte range, for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// From this offset of the text on, characters stand at this place and the ones after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor {
    /// Byte offset in [`Paper::text`].
    pub offset: u32,
    /// Place of the character at that offset.
    pub place: Place,
}

/// What lies between a line and the line before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gap {
    /// Nothing: the line follows at once.
    #[default]
    None,
    /// So many blank lines.
    Blank(u16),
    /// The end of a page.
    Page,
}

/// One line (of plain text) or one paragraph (of a container that has paragraphs). Never blank.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Its text, trimmed.
    pub span: Span,
    /// Heading level from 1, or 0.
    pub heading: u8,
    /// What lies between this line and the one before it.
    pub gap: Gap,
}

/// One cell of a table. Covered cells of a merged area are not listed; blank cells may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Row from 0.
    pub row: u32,
    /// Column from 0.
    pub column: u32,
    /// Rows it covers, at least 1.
    pub row_span: u32,
    /// Columns it covers, at least 1.
    pub column_span: u32,
    /// Its text, trimmed; lines within the cell are parted by `\n`.
    pub span: Span,
}

/// A table: its cells by row, then by column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The cells.
    pub cells: Vec<Cell>,
}

/// One thing on the paper, in reading order.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A line or paragraph.
    Line(Line),
    /// A table.
    Table(Table),
}

/// The container a paper was read from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Container {
    /// Plain text, with or without tab-separated tables in it.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// One table of comma- (or tab-, semicolon-) separated values.
    Csv,
    /// Our own JSON, which is data already and has no paper.
    Json,
    /// A workbook as Excel and WPS write it since 2007 (ECMA-376).
    Xlsx,
    /// A workbook as Excel wrote it before (BIFF in a compound file).
    Xls,
    /// A text as Word and WPS write it since 2007 (ECMA-376).
    Docx,
    /// A text as Word wrote it before (a compound file).
    Doc,
    /// PDF (ISO 32000).
    Pdf,
    /// OFD, the national fixed-layout format (GB/T 33190).
    Ofd,
}

impl Container {
    /// The name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Container::Text => "text",
            Container::Markdown => "markdown",
            Container::Html => "html",
            Container::Csv => "csv",
            Container::Json => "json",
            Container::Xlsx => "xlsx",
            Container::Xls => "xls",
            Container::Docx => "docx",
            Container::Doc => "doc",
            Container::Pdf => "pdf",
            Container::Ofd => "ofd",
        }
    }
}

/// What a person who reads the source should know of it beyond its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What there is.
    pub kind: NoticeKind,
    /// The words that belong to it: the name of a hidden sheet, the text of a comment or of a
    /// deletion, the name of an attachment. May be empty.
    pub text: String,
    /// Where.
    pub place: Place,
}

/// Kinds of [`Notice`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    /// A sheet that is not shown; it was read.
    HiddenSheet,
    /// Rows that are not shown; they were read.
    HiddenRows,
    /// Columns that are not shown; they were read.
    HiddenColumns,
    /// Text that is not shown; it was not read.
    HiddenText,
    /// A comment beside the text; it was not read as text.
    Comment,
    /// A tracked insertion, read as accepted.
    Insertion,
    /// A tracked deletion, left out as accepted.
    Deletion,
    /// A formula without a value that was kept with it.
    FormulaWithoutValue,
    /// A picture where text may stand; it was not read.
    Picture,
    /// A page that is only a picture (a scan) and was not read.
    ScannedPage,
    /// A page whose text was recognised from its picture; the text is the confidence in percent.
    RecognisedPage,
    /// A page that is damaged, and why.
    DamagedPage,
    /// A file within the file; it was not read.
    Attachment,
    /// A note that a reader put on the page (of a PDF or OFD); it was not read as text.
    Annotation,
    /// A line at the head or foot of several pages; it was not read as text.
    RunningHead,
    /// The file carries an electronic signature or seal; it was not verified.
    Signature,
    /// It was read through a conversion by this program.
    Converted,
}

/// What is physically there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paper {
    /// The container it came in.
    pub container: Container,
    /// All text, in reading order, without markup.
    pub text: String,
    /// Places, by rising offset; there is one at the start of every line and cell, at the least.
    pub anchors: Vec<Anchor>,
    /// Lines and tables, in reading order.
    pub blocks: Vec<Block>,
    /// What should be known of the source beyond its text.
    pub notices: Vec<Notice>,
}

impl Paper {
    /// The text of a span.
    pub fn text(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The place of the first character of a span.
    pub fn place(&self, span: Span) -> Place {
        Places::of(self).first(span)
    }

    /// The place of the last character of a span.
    pub fn end_place(&self, span: Span) -> Place {
        Places::of(self).last(span)
    }

    /// Every line and cell that has text, in reading order.
    pub fn pieces(&self) -> impl Iterator<Item = Span> + '_ {
        self.blocks
            .iter()
            .flat_map(|block| {
                let (line, cells) = match block {
                    Block::Line(line) => (Some(line.span), [].as_slice()),
                    Block::Table(table) => (None, table.cells.as_slice()),
                };
                line.into_iter().chain(cells.iter().map(|cell| cell.span))
            })
            .filter(|span| !span.is_empty())
    }
}

/// The places on a paper. What is asked for usually stands near what was asked for before, and is
/// looked for there first.
#[derive(Debug)]
pub struct Places<'p> {
    paper: &'p Paper,
    /// The anchor after the place that was asked for last.
    near: std::cell::Cell<usize>,
}

impl<'p> Places<'p> {
    /// The places on a paper.
    pub fn of(paper: &'p Paper) -> Self {
        Places {
            paper,
            near: std::cell::Cell::new(0),
        }
    }

    /// The place of the first character of a span.
    pub fn first(&self, span: Span) -> Place {
        self.at(span.start)
    }

    /// The place of the last character of a span.
    pub fn last(&self, span: Span) -> Place {
        match self.paper.text(span).char_indices().next_back() {
            Some((last, _)) => self.at(span.start + last as u32),
            None => self.at(span.start),
        }
    }

    /// The place of the character at a byte offset: that of the last anchor before it, advanced
    /// by the characters between where the place counts characters.
    fn at(&self, offset: u32) -> Place {
        let before = self.anchor_after(offset).checked_sub(1);
        let Some(anchor) = before.and_then(|i| self.paper.anchors.get(i)) else {
            return Place::Whole;
        };
        let Place::Text { line, column } = anchor.place else {
            return anchor.place;
        };
        let between = self.paper.text(Span {
            start: anchor.offset,
            end: offset,
        });
        Place::Text {
            line,
            column: column + between.chars().count() as u32,
        }
    }

    /// The index of the first anchor after a byte offset.
    fn anchor_after(&self, offset: u32) -> usize {
        const NEAR: usize = 16;
        let anchors = &self.paper.anchors;
        let from = self.near.get().saturating_sub(NEAR);
        let window = &anchors[from..anchors.len().min(from + 2 * NEAR)];
        let is_near = window.first().is_some_and(|first| first.offset <= offset)
            && window.last().is_some_and(|last| last.offset > offset);
        let (from, looked_through) = match is_near {
            true => (from, window),
            false => (0, anchors.as_slice()),
        };
        let after = from + looked_through.partition_point(|anchor| anchor.offset <= offset);
        self.near.set(after);
        after
    }
}
