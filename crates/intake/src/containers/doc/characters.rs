//! Characters as text: which are shown, which stand for something else, which were changed.

use super::bytes::{byte, long, rest, short, slice};
use super::formatting::Formatting;
use super::pieces::Unit;
use super::sprm;
use super::story::Story;
use crate::containers::word::symbols::{shown, symbol};
use crate::containers::word::{PAGE_END, Paragraph};
use crate::paper::NoticeKind;

/// How a run of characters looks.
#[derive(Default)]
pub(super) struct Style<'a> {
    offsets: std::ops::Range<u32>,
    changes: &'a [u8],
    pub(super) is_deleted: bool,
    pub(super) is_inserted: bool,
    is_hidden: bool,
    is_special: bool,
    is_data: bool,
    is_object: bool,
    data: u32,
    /// Number of a font and of a character in it.
    symbol: Option<(usize, u32)>,
    font: Option<usize>,
}

impl<'a> Style<'a> {
    /// How the character looks.
    pub(super) fn at(formatting: &Formatting<'a>, unit: &Unit<'a>) -> Self {
        let (end, own) = formatting.of_characters(unit.offset);
        let mut style = Style {
            offsets: unit.offset..end,
            changes: unit.changes,
            ..Style::default()
        };
        for sprm in sprm::sprms(own).chain(sprm::sprms(unit.changes)) {
            match sprm.code {
                sprm::DELETED => style.is_deleted = sprm.is_on(),
                sprm::INSERTED => style.is_inserted = sprm.is_on(),
                sprm::HIDDEN => style.is_hidden = sprm.is_on(),
                sprm::SPECIAL => style.is_special = sprm.is_on(),
                sprm::IS_DATA => style.is_data = sprm.is_on(),
                sprm::OBJECT => style.is_object = sprm.is_on(),
                sprm::DATA => style.data = sprm.number(),
                sprm::FONT => style.font = Some(usize::from(short(sprm.operand, 0))),
                sprm::SYMBOL => {
                    let font = usize::from(short(sprm.operand, 0));
                    style.symbol = Some((font, u32::from(short(sprm.operand, 2))));
                }
                _ => {}
            }
        }
        style
    }

    /// Whether the character is of the same run.
    pub(super) fn holds_for(&self, unit: &Unit) -> bool {
        self.offsets.contains(&unit.offset) && std::ptr::eq(self.changes, unit.changes)
    }

    fn fate(&self) -> Fate {
        if self.is_deleted {
            Fate::Deleted
        } else if self.is_hidden {
            Fate::Hidden
        } else if self.is_inserted {
            Fate::Inserted
        } else {
            Fate::Read
        }
    }
}

/// What becomes of text.
#[derive(Clone, Copy, Default, PartialEq)]
enum Fate {
    #[default]
    Read,
    Inserted,
    Deleted,
    Hidden,
}

/// Fields: what they compute is not shown, what they came to is.
#[derive(Default)]
pub(super) struct Fields {
    /// For each open field, what it computes, and whether its result is being read.
    open: Vec<(String, bool)>,
}

/// Fields within fields.
const NESTED_MAX: usize = 100;

impl Fields {
    fn are_shown(&self) -> bool {
        self.open.iter().all(|(_, in_result)| *in_result)
    }

    /// What a field computes does not go on over paragraphs: its end is missing.
    pub(super) fn end_of_paragraph(&mut self) {
        if !self.are_shown() {
            self.open.clear();
        }
    }

    fn is_check_box(&self) -> bool {
        let last = self.open.last();
        last.is_some_and(|(computed, _)| computed.trim() == "FORMCHECKBOX")
    }
}

/// Characters that wait to be added to the paragraph together.
#[derive(Default)]
pub(super) struct Characters {
    waiting: Vec<u16>,
    fate: Fate,
    font: Option<String>,
}

impl Characters {
    /// Adds a character.
    pub(super) fn add(
        &mut self,
        unit: &Unit,
        style: &Style,
        fields: &mut Fields,
        paragraph: &mut Paragraph,
        story: &mut Story,
    ) {
        let font = style.font.and_then(|font| story.fonts.get(font));
        if self.fate != style.fate() || self.font.as_ref() != font {
            self.flush(paragraph);
            self.fate = style.fate();
            self.font = font.cloned();
        }
        match (unit.unit, style.is_special) {
            (0x13, _) if fields.open.len() < NESTED_MAX => fields.open.push((String::new(), false)),
            (0x14, _) => {
                if let Some((_, in_result)) = fields.open.last_mut() {
                    *in_result = true;
                }
            }
            (0x15, _) => _ = fields.open.pop(),
            (0x01, _) if fields.is_check_box() => {
                let is_checked = is_checked(story.formatting.data, style.data);
                self.push(if is_checked { '☑' } else { '☐' });
            }
            (character, _) if !fields.are_shown() => {
                if let Some((computed, _)) = fields.open.last_mut()
                    && computed.len() < 20
                {
                    computed.extend(char::from_u32(character.into()));
                }
            }
            (0x28, true) => {
                if let Some((font, code)) = style.symbol {
                    let font = story.fonts.get(font).map_or("", String::as_str);
                    let character = symbol(font, code).or(char::from_u32(code));
                    character.into_iter().for_each(|c| self.push(c));
                }
            }
            (0x01..=0x08, _) => {
                self.flush(paragraph);
                self.refer(unit.unit, style, paragraph, story);
            }
            (0x09, _) => self.push('\t'),
            (0x0B | 0x0E, _) => self.push('\n'),
            (0x0C, _) => self.push(PAGE_END),
            (0x1E, _) => self.push('-'),
            (0x00..=0x1F, _) => {}
            (character, _) => self.waiting.push(character),
        }
    }

    fn push(&mut self, character: char) {
        let mut units = [0; 2];
        self.waiting
            .extend_from_slice(character.encode_utf16(&mut units));
    }

    /// Adds what waits to the paragraph.
    pub(super) fn flush(&mut self, paragraph: &mut Paragraph) {
        if self.waiting.is_empty() {
            return;
        }
        let mut text = String::from_utf16_lossy(&self.waiting);
        self.waiting.clear();
        if let Some(font) = &self.font {
            text = shown(font, &text);
        }
        match self.fate {
            Fate::Read => paragraph.text.push_str(&text),
            Fate::Inserted => paragraph.insert(&text),
            Fate::Deleted => paragraph.remark(NoticeKind::Deletion, &text),
            Fate::Hidden => paragraph.remark(NoticeKind::HiddenText, &text),
        }
    }

    /// Remarks what a character stands for that is no text.
    fn refer(&self, unit: u16, style: &Style, paragraph: &mut Paragraph, story: &mut Story) {
        const PICTURE: u16 = 0x01;
        const COMMENT: u16 = 0x05;
        const DRAWING: u16 = 0x08;
        match unit {
            COMMENT => {
                if let Some(comment) = story.comments.pop_front() {
                    paragraph.remark(NoticeKind::Comment, &comment);
                }
            }
            PICTURE if style.is_object => paragraph.remark(NoticeKind::Attachment, ""),
            PICTURE if style.is_special && !style.is_data => {
                paragraph.remark(NoticeKind::Picture, "");
            }
            DRAWING => paragraph.remark(NoticeKind::Picture, ""),
            _ => {}
        }
    }
}

/// Whether a box to check is checked, from what the stream of data says of it.
fn is_checked(data: &[u8], offset: u32) -> bool {
    const UNDECIDED: u16 = 25;
    let at = offset as usize;
    let head = usize::from(short(data, at.saturating_add(4)));
    let length = (long(data, at) as usize).saturating_sub(head);
    let field = slice(rest(data, at.saturating_add(head)), 0, length);
    let chosen = short(field, 4) >> 2 & 0x1F;
    if chosen != UNDECIDED {
        return chosen == 1;
    }
    let name = usize::from(short(field, 10));
    byte(field, 12 + 2 * name + 2) == 1
}
