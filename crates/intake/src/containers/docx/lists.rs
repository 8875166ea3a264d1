//! The lists of a text, from the part that defines them.

use std::collections::HashMap;

use super::property::{is_on, number, text, value};
use super::styles::Styles;
use crate::containers::word::numbering::{LEVELS, Level, List, Numbering, PATTERN_MAX, Style, Use};
use crate::containers::xml::{Damage, Element, Part, Piece, Xml};
use crate::error::ReadError;

/// The lists of a text.
#[derive(Default)]
pub(super) struct Lists {
    /// They count.
    pub(super) numbering: Numbering,
    /// Lists that are defined by the style of another, and the style.
    linked: Vec<(usize, String)>,
    /// Styles that stand for a level of a list.
    styles: Vec<(String, u8)>,
}

impl Lists {
    /// Settles what styles and lists say of each other.
    pub(super) fn follow_styles(&mut self, styles: &mut Styles) {
        for (style, level) in &self.styles {
            styles.set_level(style, *level);
        }
        let uses = &mut self.numbering.uses;
        for (list, style) in &self.linked {
            let number = styles.get(style).and_then(|look| look.list);
            let used = number.and_then(|number| uses.get(&number));
            let Some(source) = used.map(|used| used.list).filter(|source| source != list) else {
                continue;
            };
            for used in uses.values_mut().filter(|used| used.list == *list) {
                used.list = source; // they are counted together
            }
        }
    }
}

/// Reads the lists of a text.
pub(super) fn read(part: &Part) -> Result<Lists, ReadError> {
    let mut reader = Reader::default();
    let mut xml = Xml::new(part, Damage::Refused);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(element) if element.name() == "numPicBullet" => xml.skip()?,
            Piece::Open(element) => reader.open(&element),
            Piece::Close(name) => reader.close(name),
            Piece::Text(_) => {}
        }
    }
    Ok(reader.lists)
}

#[derive(Default)]
struct Reader {
    lists: Lists,
    /// Lists by their numbers in the file.
    ids: HashMap<String, usize>,
    level: Option<(u8, Level)>,
    used: Option<(u32, Use)>,
    /// The level that a use of a list changes.
    changed: u8,
}

impl Reader {
    fn open(&mut self, element: &Element) {
        match element.name() {
            "abstractNum" => {
                let id = element.attribute("abstractNumId").unwrap_or_default();
                let lists = &mut self.lists.numbering.lists;
                self.ids.insert(id.into_owned(), lists.len());
                lists.push(List::default());
            }
            "numStyleLink" => {
                let list = self.lists.numbering.lists.len().saturating_sub(1);
                let style = text(element).unwrap_or_default();
                self.lists.linked.push((list, style));
            }
            "num" => {
                let id = element.number("numId");
                self.used = id.map(|id| (id, Use::default()));
            }
            "abstractNumId" => {
                let list = value(element).and_then(|id| self.ids.get(&*id).copied());
                if let Some((_, used)) = &mut self.used {
                    used.list = list.unwrap_or(usize::MAX);
                }
            }
            "lvlOverride" => self.changed = level_of(element),
            "startOverride" => {
                if let Some((_, used)) = &mut self.used {
                    let start = number(element).unwrap_or_default();
                    used.starts.insert(self.changed, start);
                }
            }
            "lvl" => {
                let level = Level {
                    start: 0,
                    ..Level::default()
                };
                self.level = Some((level_of(element), level));
            }
            _ => self.property(element),
        }
    }

    /// A property of the level that is open.
    fn property(&mut self, element: &Element) {
        let Some((at, level)) = &mut self.level else {
            return;
        };
        match element.name() {
            "start" => level.start = number(element).unwrap_or_default(),
            "numFmt" => level.style = style(element),
            "lvlText" => level.pattern = pattern(&value(element).unwrap_or_default()),
            "isLgl" => level.all_decimal = is_on(element),
            "lvlRestart" => level.restart = number(element),
            "suff" => level.no_blank = value(element).as_deref() == Some("nothing"),
            "pStyle" => {
                let style = text(element).unwrap_or_default();
                self.lists.styles.push((style, *at));
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "lvl" => {
                let Some((number, level)) = self.level.take() else {
                    return;
                };
                if let Some((_, used)) = &mut self.used {
                    used.levels.insert(number, level);
                } else if let Some(list) = self.lists.numbering.lists.last_mut() {
                    let at = usize::from(number).min(LEVELS - 1);
                    if list.levels.len() <= at {
                        list.levels.resize_with(at + 1, Level::default);
                    }
                    list.levels[at] = level;
                }
            }
            "num" => self.lists.numbering.uses.extend(self.used.take()),
            _ => {}
        }
    }
}

fn level_of(element: &Element) -> u8 {
    element.number("ilvl").unwrap_or_default()
}

/// `（%1）` with the level's number in place of `%1`.
fn pattern(printed: &str) -> String {
    let mut pattern = String::new();
    let mut characters = printed.chars().take(PATTERN_MAX).peekable();
    while let Some(c) = characters.next() {
        let level = characters.peek().and_then(|next| next.to_digit(10));
        match level.filter(|level| c == '%' && *level > 0) {
            Some(level) => {
                characters.next();
                pattern.extend(char::from_u32(level - 1));
            }
            None => pattern.push(c),
        }
    }
    pattern
}

fn style(element: &Element) -> Style {
    match &*value(element).unwrap_or_default() {
        "none" => Style::None,
        "bullet" => Style::Bullet,
        "decimalZero" => Style::DecimalZero,
        "upperRoman" => Style::UpperRoman,
        "lowerRoman" => Style::LowerRoman,
        "upperLetter" => Style::UpperLetter,
        "lowerLetter" => Style::LowerLetter,
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => Style::Chinese,
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            Style::ChineseDigits
        }
        "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => {
            Style::ChineseLegal
        }
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Style::Circled,
        "decimalEnclosedParen" => Style::Parenthesised,
        "decimalEnclosedFullstop" => Style::Stopped,
        "decimalFullWidth" | "decimalFullWidth2" => Style::FullWidth,
        "ideographTraditional" => Style::Stems,
        "ideographZodiac" => Style::Branches,
        _ => Style::Decimal,
    }
}
