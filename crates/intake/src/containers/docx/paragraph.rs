//! A paragraph whose end has not been read: its runs, fields and tracked changes.

use super::Context;
use super::property::{is_on, number, text};
use super::styles::Look;
use crate::containers::word::symbols::{shown, symbol};
use crate::containers::word::{Block, PAGE_END, Paragraph};
use crate::containers::xml::{Element, Xml};
use crate::paper::NoticeKind;

/// A tracked change.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Change {
    /// Text that was put in.
    Insertion,
    /// Text that was taken out.
    Deletion,
}

/// A paragraph whose end has not been read.
#[derive(Default)]
pub(super) struct Draft {
    /// As far as it is read.
    pub(super) paragraph: Paragraph,
    /// What it says of itself.
    pub(super) own: Look,
    /// Whether its end was deleted, so that the next one goes on with it.
    pub(super) end_is_deleted: bool,
    /// Text boxes that hang on it.
    pub(super) boxes: Vec<Block>,
    /// The look of the run that is open.
    run: Look,
    /// What the picture that comes next is called.
    picture: String,
    choice: Choice,
}

/// A field to choose in, of the old kind.
#[derive(Default)]
struct Choice {
    is_checked: bool,
    chosen: usize,
    entries: Vec<String>,
}

/// Fields: what they compute is not shown, what they came to is.
#[derive(Default)]
pub(super) struct Fields {
    /// For each open field, whether its result is being read.
    in_result: Vec<bool>,
}

/// Fields within fields.
const NESTED_MAX: usize = 100;

impl Fields {
    /// A field begins, goes over to its result, or ends.
    pub(super) fn mark(&mut self, kind: &str) {
        match kind {
            "begin" if self.in_result.len() < NESTED_MAX => self.in_result.push(false),
            "separate" => {
                if let Some(last) = self.in_result.last_mut() {
                    *last = true;
                }
            }
            _ => _ = self.in_result.pop(),
        }
    }

    /// What a field computes does not go on over paragraphs: its end is missing.
    pub(super) fn end_of_paragraph(&mut self) {
        if self.in_result.contains(&false) {
            self.in_result.clear();
        }
    }

    /// Whether text is shown where we are.
    pub(super) fn are_shown(&self) -> bool {
        !self.in_result.contains(&false)
    }
}

/// What becomes of text.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Fate {
    /// It is read.
    Read,
    /// It is read; it was put in.
    Inserted,
    /// It is not read; it was taken out.
    Deleted,
    /// It is not read; it is no text of the document.
    Hidden,
    /// It is not read; it is what a field computes.
    Passed,
}

impl Draft {
    /// An element in the paragraph begins.
    pub(super) fn open(&mut self, element: &Element, xml: &Xml, fate: Fate, context: &mut Context) {
        let around = xml.around(1);
        let is_own = around == "pPr" || (around == "numPr" && xml.around(2) == "pPr");
        if is_own && self.own.set(element, around) {
            return;
        }
        if around == "rPr" && xml.around(2) == "r" && self.run.set(element, around) {
            return;
        }
        let character = match (around, element.name()) {
            (_, "r") => {
                self.run = Look::default();
                return;
            }
            ("r", "tab" | "ptab") => Some('\t'),
            ("r", "br") if element.attribute("type").as_deref() == Some("page") => Some(PAGE_END),
            ("r", "br" | "cr") => Some('\n'),
            ("r", "noBreakHyphen") => Some('-'),
            ("r", "sym") => symbol_of(element),
            _ => None,
        };
        match character {
            Some(character) => self.write(&character.to_string(), fate, context),
            None => {
                self.choose(element, around);
                self.refer(element, xml, context);
            }
        }
    }

    /// Text of the run that is open.
    pub(super) fn write(&mut self, text: &str, fate: Fate, context: &Context) {
        let run = context.styles.of_run(&self.run);
        let is_hidden = run.hidden.unwrap_or_else(|| {
            let own = context.styles.of_paragraph(&self.own);
            own.hidden == Some(true)
        });
        let text = match &run.font {
            Some(font) => shown(font, text),
            None => text.to_owned(),
        };
        match fate {
            Fate::Passed => {}
            Fate::Deleted => self.paragraph.remark(NoticeKind::Deletion, &text),
            Fate::Hidden => self.paragraph.remark(NoticeKind::HiddenText, &text),
            _ if is_hidden => self.paragraph.remark(NoticeKind::HiddenText, &text),
            Fate::Inserted => self.paragraph.insert(&text),
            Fate::Read => self.paragraph.text.push_str(&text),
        }
    }

    /// An element in the paragraph ends.
    pub(super) fn close(&mut self, name: &str) {
        match name {
            "r" => self.run = Look::default(),
            "checkBox" => {
                let is_checked = std::mem::take(&mut self.choice).is_checked;
                self.paragraph.text.push(if is_checked { '☑' } else { '☐' });
            }
            "ddList" => {
                let choice = std::mem::take(&mut self.choice);
                if let Some(entry) = choice.entries.get(choice.chosen) {
                    self.paragraph.text.push_str(entry);
                }
            }
            _ => {}
        }
    }

    /// Takes note of what is chosen in a field of the old kind.
    fn choose(&mut self, element: &Element, around: &str) {
        let choice = &mut self.choice;
        match (around, element.name()) {
            ("checkBox", "default" | "checked") => choice.is_checked = is_on(element),
            ("ddList", "result") => choice.chosen = number(element).unwrap_or_default(),
            ("ddList", "listEntry") => choice.entries.extend(text(element)),
            _ => {}
        }
    }

    /// Remarks what the text refers to and does not hold.
    fn refer(&mut self, element: &Element, xml: &Xml, context: &mut Context) {
        let target = || {
            let id = element.attribute("id").unwrap_or_default();
            context.relations.target(&id).to_owned()
        };
        let (kind, words) = match element.name() {
            "docPr" => {
                let name = element.attribute("descr").or(element.attribute("name"));
                self.picture = name.unwrap_or_default().into_owned();
                return;
            }
            "blip" | "imagedata" if xml.is_within("object") => return,
            "blip" | "imagedata" | "chart" | "relIds" => {
                (NoticeKind::Picture, std::mem::take(&mut self.picture))
            }
            "OLEObject" => (NoticeKind::Attachment, target()),
            "altChunk" => (NoticeKind::Attachment, target()),
            "commentReference" => {
                let id = element.attribute("id").unwrap_or_default();
                let Some(words) = context.comments.remove(&*id) else {
                    return;
                };
                (NoticeKind::Comment, words)
            }
            _ => return,
        };
        self.paragraph.remark(kind, &words);
    }
}

/// The character that a symbol looks like.
fn symbol_of(element: &Element) -> Option<char> {
    let code = u32::from_str_radix(&element.attribute("char")?, 16).ok()?;
    let font = element.attribute("font").unwrap_or_default();
    symbol(&font, code).or_else(|| char::from_u32(code))
}
