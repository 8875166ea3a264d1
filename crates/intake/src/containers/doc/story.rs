//! A stretch of the text as paragraphs and tables.
//!
//! Characters follow each other without structure; a mark ends each paragraph and each cell, and
//! the properties that stand with the mark say what it was that ended.

use std::collections::{HashMap, VecDeque};
use std::ops::Range;

use super::boxes::Boxes;
use super::bytes::{entries, long};
use super::characters::{Characters, Fields, Style};
use super::formatting::Formatting;
use super::pieces::{Pieces, Unit};
use super::sprm;
use super::styles::Styles;
use super::table::{Fate, TableDraft};
use crate::containers::word::numbering::Numbering;
use crate::containers::word::{Block, Paragraph, Room, text_of};
use crate::error::ReadError;
use crate::paper::Container;

const CELL_END: u16 = 0x07;
const PAGE_OR_SECTION_END: u16 = 0x0C;
const PARAGRAPH_END: u16 = 0x0D;
const DRAWING: u16 = 0x08;

/// All that is needed to read stretches of a text.
pub(super) struct Story<'a> {
    pub(super) pieces: &'a Pieces<'a>,
    pub(super) formatting: &'a Formatting<'a>,
    pub(super) styles: &'a Styles<'a>,
    pub(super) fonts: &'a [String],
    pub(super) numbering: Numbering,
    /// The characters at which sections begin, and whether a page does too.
    pub(super) sections: HashMap<u32, bool>,
    /// Comments that the text has not referred to yet.
    pub(super) comments: VecDeque<String>,
    /// Text boxes that were not read yet.
    pub(super) boxes: Boxes,
    /// How much may still be taken in.
    pub(super) room: Room<'a>,
    /// Bytes of properties that may still be looked at: many paragraphs may name the same ones.
    pub(super) properties_left: usize,
}

/// A stretch that is being read.
#[derive(Default)]
struct Draft {
    blocks: Vec<Block>,
    /// The tables that are open, outermost first.
    tables: Vec<TableDraft>,
    paragraph: Paragraph,
    /// A paragraph whose end was deleted, so that the next one goes on with it.
    unended: Option<Paragraph>,
    /// Text boxes that hang on the paragraph.
    boxes: Vec<Block>,
}

/// What the properties of a paragraph say.
#[derive(Default)]
struct Look<'a> {
    /// How many tables it is in.
    depth: usize,
    ends_row: bool,
    ends_inner_cell: bool,
    page_before: bool,
    heading: u8,
    list: u32,
    level: u8,
    /// All its properties.
    properties: Vec<&'a [u8]>,
}

impl<'a> Story<'a> {
    /// Reads a stretch.
    pub(super) fn read(&mut self, range: Range<u32>) -> Result<Vec<Block>, ReadError> {
        let pieces = self.pieces;
        let mut draft = Draft::default();
        let mut characters = Characters::default();
        let mut fields = Fields::default();
        let mut style = Style::default();
        for unit in pieces.units(range.start, range.end) {
            if !style.holds_for(&unit) {
                style = Style::at(self.formatting, &unit);
            }
            let section = self.sections.get(&(unit.number + 1)).copied();
            let is_end = match unit.unit {
                PARAGRAPH_END | CELL_END => true,
                PAGE_OR_SECTION_END => section.is_some(),
                _ => false,
            };
            if !is_end {
                if unit.unit == DRAWING
                    && let Some(text_box) = self.text_box(unit.number)?
                {
                    draft.boxes.extend(text_box);
                    continue;
                }
                characters.add(&unit, &style, &mut fields, &mut draft.paragraph, self);
                continue;
            }
            characters.flush(&mut draft.paragraph);
            fields.end_of_paragraph();
            self.end_paragraph(&mut draft, &unit, &style)?;
            if unit.unit == PAGE_OR_SECTION_END && section == Some(true) {
                draft.add(Block::PageEnd);
            }
        }
        characters.flush(&mut draft.paragraph);
        Ok(draft.finish())
    }

    /// The text box that hangs on a character. Those that hang in it come at the end.
    fn text_box(&mut self, character: u32) -> Result<Option<Vec<Block>>, ReadError> {
        let Some(range) = self.boxes.anchored.remove(&character) else {
            return Ok(None);
        };
        let others = std::mem::take(&mut self.boxes);
        let blocks = self.read(range);
        self.boxes = others;
        blocks.map(Some)
    }

    /// The text boxes that were not read yet, in order.
    pub(super) fn boxes_left(&mut self) -> Vec<Range<u32>> {
        let Boxes { anchored, others } = std::mem::take(&mut self.boxes);
        let mut left: Vec<Range<u32>> = anchored.into_values().chain(others).collect();
        left.sort_by_key(|range| range.start);
        left
    }

    fn end_paragraph(
        &mut self,
        draft: &mut Draft,
        mark: &Unit<'a>,
        style: &Style,
    ) -> Result<(), ReadError> {
        let look = self.look(mark)?;
        self.room.paragraph()?;
        self.room.depth("nested tables", look.depth)?;
        for _ in draft.tables.len()..look.depth {
            self.room.cell()?;
        }
        draft.go_to(look.depth);
        let mut paragraph = std::mem::take(&mut draft.paragraph);
        if let Some(mut unended) = draft.unended.take() {
            unended.join(paragraph);
            paragraph = unended;
        }
        if look.ends_row {
            if !paragraph.text.is_empty() {
                draft.add(Block::Paragraph(paragraph));
            }
            let fate = match (style.is_deleted, style.is_inserted) {
                (true, _) => Fate::Deleted,
                (false, true) => Fate::Inserted,
                (false, false) => Fate::Read,
            };
            if let Some(table) = draft.tables.last_mut() {
                table.end_row(&look.properties, fate);
            }
            return Ok(());
        }
        if mark.unit == PARAGRAPH_END && style.is_deleted && !look.ends_inner_cell {
            draft.unended = Some(paragraph);
            return Ok(());
        }
        paragraph.heading = look.heading;
        if look.list > 0
            && let Some(number) = self.numbering.next(look.list, look.level)
        {
            paragraph.prefix(&number);
        }
        if look.page_before {
            draft.add(Block::PageEnd);
        }
        draft.add(Block::Paragraph(paragraph));
        draft.add_boxes();
        if (mark.unit == CELL_END || look.ends_inner_cell)
            && let Some(table) = draft.tables.last_mut()
        {
            self.room.cell()?;
            table.end_cell();
        }
        Ok(())
    }

    fn look(&mut self, mark: &Unit<'a>) -> Result<Look<'a>, ReadError> {
        let mut look = Look::default();
        let (style, own) = self.formatting.of_paragraph(mark.offset);
        look.heading = Styles::heading(style).unwrap_or_default();
        look.properties = self.styles.properties(style);
        look.properties.extend(own);
        look.properties.push(mark.changes);
        let length: usize = look.properties.iter().map(|list| list.len()).sum();
        self.properties_left = match self.properties_left.checked_sub(length) {
            Some(left) => left,
            None => {
                return Err(ReadError::Damaged {
                    container: Container::Doc.name(),
                    reason: "its properties have no end".to_owned(),
                });
            }
        };
        let mut depth = None;
        let mut in_table = mark.unit == CELL_END;
        for sprm in look.properties.iter().flat_map(|list| sprm::sprms(list)) {
            match sprm.code {
                sprm::IN_TABLE => in_table |= sprm.is_on(),
                sprm::TABLE_DEPTH => depth = Some(sprm.number() as usize),
                sprm::ROW_END | sprm::INNER_ROW_END => look.ends_row |= sprm.is_on(),
                sprm::INNER_CELL_END => look.ends_inner_cell = sprm.is_on(),
                sprm::PAGE_BEFORE => look.page_before = sprm.is_on(),
                sprm::OUTLINE_LEVEL => {
                    let level = sprm.operand.first().copied().unwrap_or_default();
                    look.heading = if level < 9 { level + 1 } else { 0 };
                }
                sprm::LIST_USE => look.list = sprm.number() & 0xFFFF,
                sprm::LIST_LEVEL => look.level = sprm.number() as u8,
                _ => {}
            }
        }
        look.depth = match (in_table, depth) {
            (true, depth) => depth.unwrap_or(1).max(1),
            (false, _) => 0,
        };
        Ok(look)
    }

    /// Reads the comments, which stand one after the other as a table says.
    pub(super) fn read_comments(
        &mut self,
        range: Range<u32>,
        table: &[u8],
    ) -> Result<(), ReadError> {
        let mut start = range.start;
        for at in 0..entries(table, 0) {
            let end = range.start.saturating_add(long(table, 4 * (at + 1)));
            let end = end.clamp(start, range.end.max(start));
            let comment = self.read(start..end)?;
            start = end;
            self.comments.push_back(text_of(&comment));
        }
        Ok(())
    }
}

impl Draft {
    /// Opens and closes tables until so many are open.
    fn go_to(&mut self, depth: usize) {
        while self.tables.len() > depth {
            let table = self.tables.pop().map(TableDraft::finish);
            let table = table.filter(|table| !table.is_empty());
            self.blocks_here().extend(table.map(Block::Table));
        }
        self.tables.resize_with(depth, TableDraft::default);
    }

    fn blocks_here(&mut self) -> &mut Vec<Block> {
        match self.tables.last_mut() {
            Some(table) => &mut table.blocks,
            None => &mut self.blocks,
        }
    }

    fn add(&mut self, block: Block) {
        self.blocks_here().push(block);
    }

    fn add_boxes(&mut self) {
        let mut boxes = std::mem::take(&mut self.boxes);
        self.blocks_here().append(&mut boxes);
    }

    fn finish(mut self) -> Vec<Block> {
        let mut last = self.unended.take().unwrap_or_default();
        last.join(std::mem::take(&mut self.paragraph));
        if !last.text.is_empty() || !last.remarks.is_empty() {
            self.add(Block::Paragraph(last));
        }
        self.add_boxes();
        self.go_to(0);
        self.blocks
    }
}
