//! A part that holds text: its paragraphs and tables.
//!
//! One way through the elements, with a stack of what is open: nothing here calls itself, so depth
//! costs nothing. Elements that are not known are passed through to what is in them.

use super::Context;
use super::paragraph::{Change, Draft, Fate, Fields};
use super::property::{is_on, value};
use super::table::{CellDraft, RowDraft, TableDraft};
use crate::containers::word::{Block, Paragraph, Room};
use crate::containers::xml::{Damage, Element, Part, Piece, Xml};
use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::NoticeKind;

/// A text.
pub(super) struct Story<'c> {
    context: &'c mut Context,
    pub(super) open: Vec<Open>,
    notes: Vec<Note>,
    fields: Fields,
    /// Tracked changes that are open.
    changes: Vec<Change>,
    /// For each open alternative, whether one of its choices was read.
    choices: Vec<bool>,
    /// For each open content control, whether it only shows what should be filled in.
    prompts: Vec<bool>,
    /// The first block of the section.
    section: usize,
    room: Room<'c>,
}

/// All that was found.
pub(super) struct Found {
    /// The text.
    pub(super) blocks: Vec<Block>,
    /// Comments or notes, if the part holds them.
    pub(super) notes: Vec<Note>,
}

/// A comment, or a note at the foot of a page.
pub(super) struct Note {
    /// The number that the text refers to it by.
    pub(super) id: String,
    /// What is in it.
    pub(super) blocks: Vec<Block>,
}

/// What is open.
pub(super) enum Open {
    /// The text, a note or a text box.
    Flow(Flow),
    Paragraph(Box<Draft>),
    Table(TableDraft),
    Row(RowDraft),
    Cell(CellDraft),
}

/// Blocks that follow each other.
#[derive(Default)]
pub(super) struct Flow {
    blocks: Vec<Block>,
    /// A paragraph whose end was deleted, so that the next one goes on with it.
    unended: Option<Paragraph>,
    /// The number of a note.
    id: String,
}

impl Flow {
    fn add(&mut self, block: Block) {
        match block {
            Block::Paragraph(_) => {}
            _ => self.end(),
        }
        self.blocks.push(block);
    }

    fn end(&mut self) {
        let unended = self.unended.take();
        self.blocks.extend(unended.map(Block::Paragraph));
    }

    /// All of them.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.end();
        self.blocks
    }
}

impl<'c> Story<'c> {
    /// Reads a part.
    pub(super) fn read(
        part: &Part,
        context: &'c mut Context,
        limits: &'c Limits,
    ) -> Result<Found, ReadError> {
        let mut story = Story {
            context,
            open: vec![Open::Flow(Flow::default())],
            notes: Vec::new(),
            fields: Fields::default(),
            changes: Vec::new(),
            choices: Vec::new(),
            prompts: Vec::new(),
            section: 0,
            room: Room::new(limits),
        };
        let mut xml = Xml::new(part, Damage::Refused);
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(element) => story.open(&element, &mut xml)?,
                Piece::Close(name) => story.close(name, &xml),
                Piece::Text(text) => story.text(&text, &xml),
            }
        }
        let blocks = match story.open.pop() {
            Some(Open::Flow(flow)) => flow.finish(),
            _ => Vec::new(),
        };
        let notes = story.notes;
        Ok(Found { blocks, notes })
    }

    fn open(&mut self, element: &Element, xml: &mut Xml) -> Result<(), ReadError> {
        let name = element.name();
        match name {
            "p" => {
                self.room.paragraph()?;
                self.open.push(Open::Paragraph(Box::default()));
            }
            "tbl" => self.open.push(Open::Table(TableDraft::default())),
            "tr" => self.open.push(Open::Row(RowDraft::default())),
            "tc" => {
                self.room.cell()?;
                self.open.push(Open::Cell(CellDraft::default()));
            }
            "txbxContent" => self.open.push(Open::Flow(Flow::default())),
            "comment" | "footnote" | "endnote" => {
                let id = element.attribute("id").unwrap_or_default().into_owned();
                let flow = Flow {
                    id,
                    ..Flow::default()
                };
                self.open.push(Open::Flow(flow));
            }
            "AlternateContent" => self.choices.push(false),
            "Choice" | "Fallback" => {
                let was_read = self.choices.last_mut();
                if was_read.is_some_and(|was_read| std::mem::replace(was_read, true)) {
                    xml.skip()?;
                }
            }
            "sdt" => self.prompts.push(false),
            "showingPlcHdr" => {
                if let Some(prompt) = self.prompts.last_mut() {
                    *prompt = is_on(element);
                }
            }
            // How it was before a tracked change, what a field computes, how Chinese is read.
            "pPrChange" | "rPrChange" | "tblPrChange" | "tblPrExChange" | "trPrChange"
            | "tcPrChange" | "sectPrChange" | "tblGridChange" | "numberingChange" | "rt"
            | "instrText" | "delInstrText" => xml.skip()?,
            "ins" | "moveTo" => self.change(Change::Insertion, xml),
            "del" | "moveFrom" => self.change(Change::Deletion, xml),
            _ if self.table_property(element, xml) => {}
            "type" if xml.around(1) == "sectPr" => self.section_type(element),
            _ => self.in_paragraph(element, xml),
        }
        Ok(())
    }

    fn close(&mut self, name: &str, xml: &Xml) {
        match name {
            "p" => self.close_paragraph(),
            "tbl" => self.close_table(),
            "tr" => self.close_row(),
            "tc" => self.close_cell(),
            "txbxContent" => self.close_text_box(),
            "comment" | "footnote" | "endnote" => self.close_note(),
            "AlternateContent" => _ = self.choices.pop(),
            "sdt" => _ = self.prompts.pop(),
            "ins" | "del" | "moveTo" | "moveFrom" if is_around_text(xml.around(0)) => {
                self.changes.pop();
            }
            "sectPr" => self.end_section(xml),
            "r" | "checkBox" | "ddList" => {
                if let Some(draft) = self.draft() {
                    draft.close(name);
                }
            }
            _ => {}
        }
    }

    /// The paragraph that is open.
    fn draft(&mut self) -> Option<&mut Draft> {
        match self.open.last_mut() {
            Some(Open::Paragraph(draft)) => Some(draft),
            _ => None,
        }
    }

    /// What takes the blocks that end now.
    fn flow(&mut self) -> Option<&mut Flow> {
        self.open.iter_mut().rev().find_map(|open| match open {
            Open::Flow(flow) => Some(flow),
            Open::Cell(cell) => Some(&mut cell.flow),
            _ => None,
        })
    }

    /// Adds a block that has ended.
    pub(super) fn add(&mut self, block: Block) {
        if let Some(flow) = self.flow() {
            flow.add(block);
        }
    }

    /// A tracked change of text, of the end of a paragraph, or of a row.
    fn change(&mut self, change: Change, xml: &Xml) {
        let around = xml.around(1);
        if is_around_text(around) {
            self.changes.push(change);
            return;
        }
        match self.open.last_mut() {
            Some(Open::Paragraph(draft)) if around == "rPr" && xml.around(2) == "pPr" => {
                draft.end_is_deleted |= change == Change::Deletion;
            }
            Some(Open::Row(row)) if around == "trPr" => row.change = Some(change),
            _ => {}
        }
    }

    // Text.

    fn in_paragraph(&mut self, element: &Element, xml: &Xml) {
        let fate = self.fate();
        if element.name() == "fldChar" {
            let kind = element.attribute("fldCharType");
            self.fields.mark(&kind.unwrap_or_default());
        } else if let Some(Open::Paragraph(draft)) = self.open.last_mut() {
            draft.open(element, xml, fate, self.context);
        } else if element.name() == "altChunk" {
            let id = element.attribute("id").unwrap_or_default();
            let target = self.context.relations.target(&id);
            let mut paragraph = Paragraph::default();
            paragraph.remark(NoticeKind::Attachment, target);
            self.add(Block::Paragraph(paragraph));
        }
    }

    fn text(&mut self, text: &str, xml: &Xml) {
        let fate = self.fate();
        if let Some(Open::Paragraph(draft)) = self.open.last_mut()
            && matches!(xml.around(0), "t" | "delText")
        {
            let text = text.replace(['\r', '\n'], " "); // only the lines of the XML end here
            draft.write(&text, fate, self.context);
        }
    }

    /// What becomes of text where we are.
    fn fate(&self) -> Fate {
        if !self.fields.are_shown() {
            Fate::Passed
        } else if self.changes.contains(&Change::Deletion) {
            Fate::Deleted
        } else if self.prompts.contains(&true) {
            Fate::Hidden
        } else if self.changes.is_empty() {
            Fate::Read
        } else {
            Fate::Inserted
        }
    }

    fn close_paragraph(&mut self) {
        let Some(Open::Paragraph(draft)) = self.open.pop() else {
            return;
        };
        self.fields.end_of_paragraph();
        let Draft {
            paragraph,
            own,
            boxes,
            end_is_deleted,
            ..
        } = *draft;
        let look = self.context.styles.of_paragraph(&own);
        if look.page == Some(true) {
            self.add(Block::PageEnd);
        }
        let unended = self.flow().and_then(|flow| flow.unended.take());
        let mut whole = unended.unwrap_or_default();
        whole.join(paragraph);
        whole.heading = look.heading.unwrap_or_default();
        if end_is_deleted {
            if let Some(flow) = self.flow() {
                flow.unended = Some(whole);
                flow.blocks.extend(boxes);
            }
            return;
        }
        let list = look.list.filter(|list| *list > 0);
        let level = look.level.unwrap_or_default();
        let numbering = &mut self.context.numbering.numbering;
        if let Some(number) = list.and_then(|list| numbering.next(list, level)) {
            whole.prefix(&number);
        }
        self.add(Block::Paragraph(whole));
        for block in boxes {
            self.add(block);
        }
    }

    fn close_text_box(&mut self) {
        let Some(Open::Flow(flow)) = self.open.pop() else {
            return;
        };
        let blocks = flow.finish();
        match self.draft() {
            Some(draft) => draft.boxes.extend(blocks),
            None => blocks.into_iter().for_each(|block| self.add(block)),
        }
    }

    fn close_note(&mut self) {
        if let Some(Open::Flow(flow)) = self.open.pop() {
            let id = flow.id.clone();
            let blocks = flow.finish();
            self.notes.push(Note { id, blocks });
        }
    }

    /// How the section begins that ends here: on a new page, unless it says otherwise.
    fn section_type(&mut self, element: &Element) {
        if value(element).as_deref() == Some("continuous") {
            self.section = usize::MAX;
        }
    }

    fn end_section(&mut self, xml: &Xml) {
        let [Open::Flow(flow), ..] = self.open.as_mut_slice() else {
            return;
        };
        if self.section > 0 && self.section < flow.blocks.len() {
            flow.blocks.insert(self.section, Block::PageEnd);
        }
        // The paragraph that holds the end of a section is its last one, and not yet added.
        let is_held = xml.around(0) == "pPr";
        self.section = flow.blocks.len() + usize::from(is_held);
    }
}

/// Whether text stands in such an element, so that a change in it is one of text.
fn is_around_text(name: &str) -> bool {
    !matches!(name, "rPr" | "trPr" | "tcPr" | "numPr" | "ctrlPr" | "pPr")
}
