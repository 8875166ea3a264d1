//! Styles of paragraphs, and the names of fonts.

use super::bytes::{byte, rest, short, slice, utf16};

/// Styles rest on each other; in a circle, if the file is hostile.
const RESTING_MAX: usize = 20;
/// The styles 1 to 9 are the headings.
const HEADINGS: std::ops::RangeInclusive<u16> = 1..=9;
/// What rests on nothing.
const NONE: u16 = 0x0FFF;

/// The styles of a text.
pub(super) struct Styles<'a> {
    all: Vec<Style<'a>>,
}

struct Style<'a> {
    below: u16,
    paragraph: &'a [u8],
}

impl<'a> Styles<'a> {
    /// Reads the table of styles.
    pub(super) fn read(table: &'a [u8]) -> Self {
        let head = usize::from(short(table, 0));
        let (count, base) = (short(table, 2), usize::from(short(table, 4)));
        let mut left = rest(table, 2 + head);
        let mut all = Vec::new();
        for _ in 0..count {
            if left.is_empty() {
                break;
            }
            let length = usize::from(short(left, 0));
            all.push(style(slice(left, 2, length), base));
            left = rest(left, 2 + length + length % 2);
        }
        Styles { all }
    }

    /// What a style says of paragraphs, and all it rests on, from the lowest.
    pub(super) fn properties(&self, style: u16) -> Vec<&'a [u8]> {
        let mut found = Vec::new();
        let mut next = style;
        for _ in 0..RESTING_MAX {
            let Some(style) = self.all.get(usize::from(next)) else {
                break;
            };
            found.push(style.paragraph);
            next = style.below;
        }
        found.reverse();
        found
    }

    /// The heading level that a style has by its number.
    pub(super) fn heading(style: u16) -> Option<u8> {
        HEADINGS.contains(&style).then_some(style as u8)
    }
}

fn style(bytes: &[u8], base: usize) -> Style<'_> {
    const OF_PARAGRAPHS: u16 = 1;
    let kind = short(bytes, 2);
    let below = kind >> 4;
    let name = usize::from(short(bytes, base));
    // The name, its length before it and a zero after it; then properties, which begin evenly.
    let properties = base + 2 + 2 * name + 2;
    let paragraph = match kind & 0x000F {
        OF_PARAGRAPHS => {
            let length = usize::from(short(bytes, properties));
            // They begin with the number of the style.
            rest(slice(bytes, properties + 2, length), 2)
        }
        _ => &[],
    };
    Style {
        below: if bytes.is_empty() { NONE } else { below },
        paragraph,
    }
}

/// The names of the fonts, by their numbers.
pub(super) fn fonts(table: &[u8]) -> Vec<String> {
    let mut fonts = Vec::new();
    let mut left = rest(table, 4);
    while !left.is_empty() {
        let length = usize::from(byte(left, 0));
        let entry = slice(left, 1, length);
        let name = utf16(rest(entry, 39));
        let end = name.find('\0').unwrap_or(name.len());
        fonts.push(name[..end].to_owned());
        left = rest(left, 1 + length);
    }
    fonts
}
