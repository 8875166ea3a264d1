//! What a form is being filled with: a document, or nothing yet, and what of it a paragraph is
//! repeated for.

use plumbline_model::Document;

use super::Blank;
use crate::form::goals;
use crate::form::{Form, ItemPart, Numbering, Piece, Slot, Template};
use crate::text::chinese_number;

/// Room for writing in a line of a blank form.
const BLANK: &str = "\u{3000}\u{3000}\u{3000}\u{3000}";

/// What a form is filled with.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub form: &'a Form,
    pub document: &'a Document,
    /// A form to be filled in by hand, and how.
    pub blank: Option<Blank>,
    /// Number of the document among those of its kind, from 1.
    number: usize,
    item: Option<&'a Item>,
}

/// One of the things a paragraph is repeated for.
#[derive(Clone, Debug, Default)]
pub(super) struct Item {
    pub number: usize,
    pub name: String,
    pub text: String,
    pub indicators: String,
}

impl Item {
    pub fn of_text(text: &str) -> Item {
        Item {
            text: text.to_owned(),
            ..Item::default()
        }
    }
}

impl<'a> Context<'a> {
    pub fn new(
        form: &'a Form,
        document: &'a Document,
        blank: Option<Blank>,
        number: usize,
    ) -> Context<'a> {
        Context {
            form,
            document,
            blank,
            number,
            item: None,
        }
    }

    pub fn with_item(self, item: &'a Item) -> Context<'a> {
        Context {
            item: Some(item),
            ..self
        }
    }

    /// Whether there is something to print for a field. In a blank form there always is: room.
    pub fn is_said(&self, slot: &Slot) -> bool {
        match slot {
            // A note about the making of a volume has no room in a blank one.
            Slot::Detail(_) | Slot::DraftMark if self.blank.is_some() => false,
            slot => self.blank.is_some() || !self.text(slot, &Numbering::default()).is_empty(),
        }
    }

    /// Words with their fields filled in.
    pub fn words(&self, template: &Template) -> String {
        let mut words = String::new();
        for piece in &template.pieces {
            match piece {
                Piece::Words(text) => words += text,
                Piece::Field {
                    before,
                    slot,
                    after,
                } => {
                    let numbering = Numbering {
                        many: "{n}.".to_owned(),
                        one: String::new(),
                    };
                    let text = match (self.blank, slot) {
                        (Some(_), Slot::Unit(_)) => "万元".to_owned(),
                        (Some(_), Slot::Number | Slot::ChineseNumber) | (None, _) => {
                            self.text(slot, &numbering)
                        }
                        (Some(_), _) => BLANK.to_owned(),
                    };
                    if !text.is_empty() {
                        words.extend([before.as_str(), text.as_str(), after.as_str()]);
                    }
                }
            }
        }
        words
    }

    /// A field as it is printed.
    pub fn text(&self, slot: &Slot, numbering: &Numbering) -> String {
        let item = |pick: fn(&Item) -> &String| self.item.map(pick).cloned().unwrap_or_default();
        let number = self.item.map_or(self.number, |item| item.number);
        match slot {
            Slot::Item(ItemPart::Name) => item(|item| &item.name),
            Slot::Item(ItemPart::Text) => item(|item| &item.text),
            Slot::Item(ItemPart::Indicators) => item(|item| &item.indicators),
            Slot::Number => number.to_string(),
            Slot::ChineseNumber => chinese_number(number),
            Slot::Goals(of) => {
                let goals = goals(*of, self.document);
                let before = if goals.len() == 1 {
                    &numbering.one
                } else {
                    &numbering.many
                };
                let lines = goals.iter().enumerate().map(|(i, goal)| {
                    let number = before.replace("{n}", &(i + 1).to_string());
                    format!("{number}{}", goal.value)
                });
                lines.collect::<Vec<_>>().join("\n")
            }
            slot => slot.of(self.document),
        }
    }

    /// A label, with the demands that the document says its form prints there.
    pub fn label(&self, template: &Template) -> String {
        self.with_demands(self.words(template))
    }

    /// A label with the demands about it.
    pub fn with_demands(&self, label: String) -> String {
        if !self.form.prints_demands {
            return label;
        }
        let about = label.trim_end_matches('：');
        let mut texts: Vec<&str> = Vec::new();
        for demand in &self.document.requirements {
            if demand.about == about && !texts.contains(&demand.text.value.as_str()) {
                texts.push(&demand.text.value);
            }
        }
        let demands: String = texts.iter().map(|text| format!("（{text}）")).collect();
        label + &demands
    }
}
