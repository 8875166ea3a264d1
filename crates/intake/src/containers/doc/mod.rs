//! Texts as Word wrote them before 2007 (`[MS-DOC]`): a compound file with a stream of characters and
//! a stream of tables that say where they stand and what they are.

mod boxes;
mod bytes;
mod characters;
mod formatting;
mod lists;
mod pieces;
mod sprm;
mod story;
mod styles;
mod table;

use std::collections::{HashMap, VecDeque};
use std::io::{Cursor, Read};
use std::ops::Range;

use cfb::CompoundFile;
use plumbline_model::Place;

use super::builder::Builder;
use super::word::numbering::Numbering;
use super::word::{self, Block, Room};
use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::{Container, Paper};
use boxes::Boxes;
use bytes::{long, short, slice};
use formatting::{Formatting, Kind};
use pieces::Pieces;
use story::Story;
use styles::Styles;

/// The first bytes of the stream of characters.
const WORD: u16 = 0xA5EC;
/// The first version of the format that is read here, that of Word 97.
const WORD_97: u16 = 0x00C1;
/// Locked with a password.
const LOCKED: u16 = 0x0100;
/// Which of two streams holds the tables.
const SECOND_TABLE: u16 = 0x0200;

/// Bytes of properties that are looked at.
const PROPERTIES_MAX: usize = 1 << 30;

/// Reads DOC.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Paper, ReadError> {
    let file = File::open(bytes, limits)?;
    let mut builder = Builder::composing(Container::Doc, limits);
    let blocks = file.blocks(limits)?;
    word::write(&mut builder, blocks)?;
    Ok(builder.finish())
}

/// The streams of the file.
struct File {
    text: Vec<u8>,
    tables: Vec<u8>,
    data: Vec<u8>,
}

/// Where a table of the file is named: its number among all that may be.
#[derive(Clone, Copy)]
enum Named {
    Styles = 1,
    Comments = 5,
    Sections = 6,
    CharacterPages = 12,
    ParagraphPages = 13,
    Fonts = 15,
    Pieces = 33,
    Anchors = 40,
    Boxes = 56,
    Lists = 73,
    ListUses = 74,
}

/// Parts of the text, in the order in which they follow each other, and where their lengths stand.
const BODY: usize = 0x4C;
const PARTS: [(Part, usize); 7] = [
    (Part::Body, BODY),
    (Part::Notes, 0x50),
    (Part::Furniture, 0x54),
    (Part::Comments, 0x5C),
    (Part::Notes, 0x60),
    (Part::Boxes, 0x64),
    (Part::Furniture, 0x68),
];

/// A part of the text.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Body,
    /// Notes at the foot of pages or at the end.
    Notes,
    /// Headers and footers.
    Furniture,
    Comments,
    /// Text boxes.
    Boxes,
}

impl Part {
    /// Whether it is read as it comes. Text boxes are where they hang.
    fn is_read(self) -> bool {
        matches!(self, Part::Body | Part::Notes)
    }
}

impl File {
    fn open(bytes: &[u8], limits: &Limits) -> Result<File, ReadError> {
        let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|e| damaged(&e))?;
        let mut left = limits.unpacked_max;
        let text = stream(&mut file, "/WordDocument", &mut left)?;
        if short(&text, 0) != WORD {
            return Err(damaged(&"its text is of a version before Word 97"));
        }
        let flags = short(&text, 0x0A);
        if flags & LOCKED != 0 {
            let container = Container::Doc.name();
            return Err(ReadError::Locked { container });
        }
        if short(&text, 2) < WORD_97 {
            return Err(damaged(&"its text is of a version before Word 97"));
        }
        let name = match flags & SECOND_TABLE {
            0 => "/0Table",
            _ => "/1Table",
        };
        let tables = stream(&mut file, name, &mut left)?;
        let data = match file.is_stream("/Data") {
            true => stream(&mut file, "/Data", &mut left)?,
            false => Vec::new(),
        };
        Ok(File { text, tables, data })
    }

    /// A table of the file.
    fn table(&self, named: Named) -> &[u8] {
        let at = place_of(named);
        let (offset, length) = (long(&self.text, at), long(&self.text, at + 4));
        slice(&self.tables, offset as usize, length as usize)
    }

    fn blocks(&self, limits: &Limits) -> Result<Vec<Block>, ReadError> {
        let pieces = Pieces::read(&self.text, self.table(Named::Pieces));
        if pieces.is_empty() && long(&self.text, BODY) > 0 {
            return Err(damaged(&"the table of its pieces is missing"));
        }
        let styles = Styles::read(self.table(Named::Styles));
        let fonts = styles::fonts(self.table(Named::Fonts));
        let formatting = self.formatting();
        let parts = self.parts();
        let part = |wanted| {
            let found = parts.iter().find(|(part, _)| *part == wanted);
            found.map_or(0..0, |(_, range)| range.clone())
        };
        let mut story = Story {
            pieces: &pieces,
            formatting: &formatting,
            styles: &styles,
            fonts: &fonts,
            numbering: self.numbering(),
            sections: self.sections(),
            comments: VecDeque::new(),
            boxes: Boxes::read(
                self.table(Named::Anchors),
                self.table(Named::Boxes),
                part(Part::Boxes),
            ),
            room: Room::new(limits),
            properties_left: PROPERTIES_MAX,
        };
        story.read_comments(part(Part::Comments), self.table(Named::Comments))?;
        let mut blocks = Vec::new();
        for (_, range) in parts.iter().filter(|(part, _)| part.is_read()) {
            blocks.extend(story.read(range.clone())?);
        }
        for range in story.boxes_left() {
            blocks.extend(story.read(range)?);
        }
        Ok(blocks)
    }

    /// The stretches of the text that are its parts.
    fn parts(&self) -> Vec<(Part, Range<u32>)> {
        let mut start = 0_u32;
        let part = |(part, length)| {
            let end = start.saturating_add(long(&self.text, length));
            let range = start..end;
            start = end;
            (part, range)
        };
        PARTS.into_iter().map(part).collect()
    }

    fn formatting(&self) -> Formatting<'_> {
        let runs = |named, kind| formatting::runs(&self.text, self.table(named), kind);
        Formatting {
            paragraphs: runs(Named::ParagraphPages, Kind::Paragraphs),
            characters: runs(Named::CharacterPages, Kind::Characters),
            text: &self.text,
            data: &self.data,
        }
    }

    fn numbering(&self) -> Numbering {
        let lists = self.table(Named::Lists);
        let start = long(&self.text, place_of(Named::Lists)) as usize;
        let with_levels = bytes::rest(&self.tables, start);
        lists::read(with_levels, lists.len(), self.table(Named::ListUses))
    }

    /// The characters at which sections begin, and whether a page does too.
    fn sections(&self) -> HashMap<u32, bool> {
        const CONTINUOUS: u8 = 0;
        let table = self.table(Named::Sections);
        let count = bytes::entries(table, 12);
        let mut sections = HashMap::new();
        for at in 0..count {
            let properties = long(table, 4 * (count + 1) + 12 * at + 2) as usize;
            let length = usize::from(short(&self.text, properties));
            let own = slice(&self.text, properties.saturating_add(2), length);
            let kind = sprm::sprms(own).find(|sprm| sprm.code == sprm::SECTION_BREAK);
            let is_page = kind.is_none_or(|kind| kind.operand.first() != Some(&CONTINUOUS));
            sections.insert(long(table, 4 * at), is_page);
        }
        sections
    }
}

/// Where the file says at which offset a table begins; its length comes after it.
fn place_of(named: Named) -> usize {
    0x9A + 8 * named as usize
}

/// A stream, as far as the limit allows.
fn stream(
    file: &mut CompoundFile<Cursor<&[u8]>>,
    name: &str,
    left: &mut usize,
) -> Result<Vec<u8>, ReadError> {
    let stream = file.open_stream(name).map_err(|e| damaged(&e))?;
    let mut bytes = Vec::new();
    stream
        .take(*left as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| damaged(&e))?;
    match left.checked_sub(bytes.len()) {
        Some(rest) => *left = rest,
        None => {
            return Err(ReadError::OverLimit {
                what: "unpacked bytes",
                found: bytes.len(),
                limit: *left,
                place: Place::Whole,
            });
        }
    }
    Ok(bytes)
}

fn damaged(reason: &dyn std::fmt::Display) -> ReadError {
    ReadError::Damaged {
        container: Container::Doc.name(),
        reason: reason.to_string(),
    }
}
