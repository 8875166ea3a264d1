//! Styles: what a paragraph or a run is, if it does not say so itself.

use std::borrow::Cow;
use std::collections::HashMap;

use super::property::{is_on, number, text};
use crate::containers::xml::{Damage, Element, Part, Piece, Xml};
use crate::error::ReadError;

/// Styles rest on each other; in a circle, if the file is hostile.
const RESTING_MAX: usize = 20;

/// The styles of a text.
#[derive(Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Look>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
}

/// What a paragraph or run, or a style of it, says of itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Look {
    /// The style it rests on.
    pub(super) style: Option<String>,
    /// Heading level from 1, or 0 if it is none.
    pub(super) heading: Option<u8>,
    /// The use of a list, or 0 for none.
    pub(super) list: Option<u32>,
    /// The level of the list.
    pub(super) level: Option<u8>,
    /// Whether a page begins with it.
    pub(super) page: Option<bool>,
    /// Whether it is hidden.
    pub(super) hidden: Option<bool>,
    /// The font.
    pub(super) font: Option<String>,
}

impl Look {
    /// Takes note of a property, which stands in `around`. Whether it was one.
    pub(super) fn set(&mut self, element: &Element, around: &str) -> bool {
        match (around, element.name()) {
            ("pPr", "pStyle") | ("rPr", "rStyle") => self.style = text(element),
            ("pPr", "outlineLvl") => {
                let level = number::<u8>(element).filter(|level| *level < 9);
                self.heading = Some(level.map_or(0, |level| level + 1));
            }
            ("numPr", "numId") => self.list = number(element),
            ("numPr", "ilvl") => self.level = number(element),
            ("pPr", "pageBreakBefore") => self.page = Some(is_on(element)),
            ("rPr", "vanish") => self.hidden = Some(is_on(element)),
            ("rPr", "rFonts") => {
                let font = element.attribute("ascii");
                let font = font.or_else(|| element.attribute("hAnsi"));
                self.font = font.map(Cow::into_owned);
            }
            _ => return false,
        }
        true
    }

    /// Takes over what it does not say itself.
    fn rest_on(&mut self, below: &Look) {
        self.heading = self.heading.or(below.heading);
        self.list = self.list.or(below.list);
        self.level = self.level.or(below.level);
        self.page = self.page.or(below.page);
        self.hidden = self.hidden.or(below.hidden);
        if self.font.is_none() {
            self.font.clone_from(&below.font);
        }
    }
}

impl Styles {
    /// A paragraph's look with all that it rests on.
    pub(super) fn of_paragraph(&self, own: &Look) -> Look {
        let mut look = own.clone();
        look.style = look.style.or_else(|| self.usual.clone());
        self.complete(&mut look);
        look
    }

    /// A run's look with the style it names.
    pub(super) fn of_run(&self, own: &Look) -> Look {
        let mut look = own.clone();
        self.complete(&mut look);
        look
    }

    /// The look of a style itself.
    pub(super) fn get(&self, id: &str) -> Option<&Look> {
        self.by_id.get(id)
    }

    /// Sets the level of a style that belongs to a list without saying which level.
    pub(super) fn set_level(&mut self, id: &str, level: u8) {
        if let Some(look) = self.by_id.get_mut(id)
            && look.list.is_some()
        {
            look.level.get_or_insert(level);
        }
    }

    fn complete(&self, look: &mut Look) {
        let mut next = look.style.clone();
        for _ in 0..RESTING_MAX {
            let Some(below) = next.as_ref().and_then(|id| self.by_id.get(id)) else {
                break;
            };
            look.rest_on(below);
            next.clone_from(&below.style);
        }
    }
}

/// Reads the styles of a text.
pub(super) fn read(part: &Part) -> Result<Styles, ReadError> {
    let mut styles = Styles::default();
    let mut xml = Xml::new(part, Damage::Refused);
    let mut open: Option<(String, Look)> = None;
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(element) => match element.name() {
                "style" => {
                    let id = element
                        .attribute("styleId")
                        .unwrap_or_default()
                        .into_owned();
                    let is_usual = element.attribute("default").is_some_and(|on| on != "0");
                    if is_usual && element.attribute("type").as_deref() == Some("paragraph") {
                        styles.usual = Some(id.clone());
                    }
                    open = Some((id, Look::default()));
                }
                "pPrChange" | "rPrChange" | "tblStylePr" => xml.skip()?,
                "basedOn" => {
                    if let Some((_, look)) = &mut open {
                        look.style = text(&element);
                    }
                }
                _ => {
                    if let Some((_, look)) = &mut open {
                        look.set(&element, xml.around(1));
                    }
                }
            },
            Piece::Close("style") => styles.by_id.extend(open.take()),
            _ => {}
        }
    }
    Ok(styles)
}
