//! What texts of Word hold, in both of its formats, and how that becomes paper.
//!
//! The readers of DOCX and DOC find out what there is; `paper` writes it, and `grid` finds out
//! where the cells of a table stand.

mod grid;
pub(super) mod numbering;
mod paper;
pub(super) mod symbols;

pub(super) use paper::write;

use plumbline_model::Place;

use super::builder::is_blank;
use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::NoticeKind;

/// One thing in a text, or in a cell of it.
pub(super) enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// A page ends here.
    PageEnd,
}

/// A paragraph.
#[derive(Default)]
pub(super) struct Paragraph {
    /// Its text. Lines in it are parted by `\n`, pages by [`PAGE_END`].
    pub(super) text: String,
    /// Heading level from 1, or 0.
    pub(super) heading: u8,
    /// What should be known of it beyond its text.
    pub(super) remarks: Vec<Remark>,
}

/// Within the text of a paragraph: a page ends here.
pub(super) const PAGE_END: char = '\u{C}';

/// What should be known of a text beyond its words; see [`crate::paper::Notice`].
pub(super) struct Remark {
    /// What there is.
    pub(super) kind: NoticeKind,
    /// The words that belong to it.
    pub(super) text: String,
    /// Where in the paragraph, in bytes.
    pub(super) at: usize,
    /// How long the paragraph was when this was added last to.
    until: usize,
}

/// A table.
#[derive(Default)]
pub(super) struct Table {
    /// Its rows.
    pub(super) rows: Vec<Row>,
    /// How far from the left the edges between columns are, in twentieths of a point; empty if
    /// that is not known.
    pub(super) edges: Vec<i32>,
    /// What should be known of rows that were left out after the last row.
    left_out: Vec<Remark>,
}

/// A row of a table.
#[derive(Default)]
pub(super) struct Row {
    /// Its cells, from left to right.
    pub(super) cells: Vec<Cell>,
    /// What should be known of the row as a whole.
    pub(super) remarks: Vec<Remark>,
}

/// A cell of a table.
#[derive(Default)]
pub(super) struct Cell {
    /// The edge at its left.
    pub(super) left: u32,
    /// The edge at its right.
    pub(super) right: u32,
    /// Whether it is one with the cell above or below.
    pub(super) merge: Merge,
    /// What is in it.
    pub(super) blocks: Vec<Block>,
}

/// Whether a cell is one with the cell above or below.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Merge {
    /// It stands alone.
    #[default]
    None,
    /// It is the first of cells that are one.
    First,
    /// It goes on with the cell above.
    GoesOn,
}

impl Paragraph {
    /// Whether there is nothing in it.
    pub(super) fn is_blank(&self) -> bool {
        self.remarks.is_empty() && self.text.chars().all(is_blank)
    }

    /// Puts text in front.
    pub(super) fn prefix(&mut self, text: &str) {
        self.text.insert_str(0, text);
        for remark in &mut self.remarks {
            remark.at += text.len();
            remark.until += text.len();
        }
    }

    /// Goes on with the text of the next paragraph, and becomes it.
    pub(super) fn join(&mut self, next: Paragraph) {
        let before = self.text.len();
        self.text.push_str(&next.text);
        self.heading = next.heading;
        self.remarks
            .extend(next.remarks.into_iter().map(|remark| Remark {
                at: remark.at + before,
                until: remark.until + before,
                ..remark
            }));
    }

    /// Adds text that was inserted.
    pub(super) fn insert(&mut self, text: &str) {
        self.remark(NoticeKind::Insertion, text);
        self.text.push_str(text);
        if let Some(remark) = self.remarks.last_mut() {
            remark.until = self.text.len();
        }
    }

    /// Adds a remark on what stands here, which goes on with the last one if it is of its kind.
    pub(super) fn remark(&mut self, kind: NoticeKind, text: &str) {
        let at = self.text.len();
        let goes_on = matches!(
            kind,
            NoticeKind::Insertion | NoticeKind::Deletion | NoticeKind::HiddenText
        );
        if let Some(last) = self.remarks.last_mut()
            && goes_on
            && last.kind == kind
            && last.until == at
        {
            last.text.push_str(text);
            return;
        }
        self.remarks.push(Remark {
            until: at,
            ..Remark::new(kind, text, at)
        });
    }
}

impl Cell {
    /// Puts something in. A blank paragraph is nothing in a cell, and most cells of a table that
    /// is only long hold one.
    pub(super) fn fill(&mut self, blocks: Vec<Block>) {
        let blocks = blocks.into_iter().filter(|block| match block {
            Block::Paragraph(paragraph) => !paragraph.is_blank(),
            Block::Table(table) => !table.is_empty(),
            Block::PageEnd => true,
        });
        self.blocks.extend(blocks);
        self.blocks.shrink_to_fit();
    }
}

impl Remark {
    /// A remark on what stands at an offset.
    pub(super) fn new(kind: NoticeKind, text: &str, at: usize) -> Remark {
        Remark {
            kind,
            text: text.to_owned(),
            at,
            until: at,
        }
    }
}

impl Row {
    /// The text of all cells.
    pub(super) fn text(&self) -> String {
        let cells = self.cells.iter().map(|cell| text_of(&cell.blocks));
        let texts: Vec<String> = cells.filter(|text| !text.is_empty()).collect();
        texts.join(" ")
    }

    /// Remarks something of the row as a whole.
    pub(super) fn remark(&mut self, kind: NoticeKind) {
        self.remarks.push(Remark::new(kind, &self.text(), 0));
    }
}

impl Table {
    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.left_out.is_empty()
    }

    /// Adds a row.
    pub(super) fn add(&mut self, mut row: Row) {
        row.remarks.append(&mut self.left_out);
        self.rows.push(row);
    }

    /// Leaves out a row, and remarks why.
    pub(super) fn leave_out(&mut self, row: &Row, kind: NoticeKind) {
        self.left_out.push(Remark::new(kind, &row.text(), 0));
    }
}

/// How much of a text may still be taken in.
pub(super) struct Room<'l> {
    limits: &'l Limits,
    paragraphs: usize,
    cells: usize,
}

impl<'l> Room<'l> {
    /// All that the limits allow.
    pub(super) fn new(limits: &'l Limits) -> Self {
        Room {
            limits,
            paragraphs: 0,
            cells: 0,
        }
    }

    /// Takes in a paragraph.
    pub(super) fn paragraph(&mut self) -> Result<(), ReadError> {
        self.paragraphs += 1;
        within("paragraphs", self.paragraphs, self.limits.lines_max)
    }

    /// Takes in a cell.
    pub(super) fn cell(&mut self) -> Result<(), ReadError> {
        self.cells += 1;
        within("cells", self.cells, self.limits.cells_max)
    }

    /// Takes in something so deep in others.
    pub(super) fn depth(&self, what: &'static str, depth: usize) -> Result<(), ReadError> {
        within(what, depth, self.limits.depth_max)
    }
}

fn within(what: &'static str, found: usize, limit: usize) -> Result<(), ReadError> {
    match found > limit {
        false => Ok(()),
        true => Err(ReadError::OverLimit {
            what,
            found,
            limit,
            place: Place::Whole,
        }),
    }
}

/// All text of blocks, in one line.
pub(super) fn text_of(blocks: &[Block]) -> String {
    let mut texts: Vec<String> = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => texts.push(paragraph.text.trim().to_owned()),
            Block::Table(table) => texts.extend(table.rows.iter().map(Row::text)),
            Block::PageEnd => {}
        }
    }
    texts.retain(|text| !text.is_empty());
    texts.join(" ")
}
