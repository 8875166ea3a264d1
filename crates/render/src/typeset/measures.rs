//! How large is what? The figures of GB/T 9704-2012, in points.

use crate::composition::{Orientation, Style};
use crate::fonts::Typeface;

const MM: f32 = 72.0 / 25.4;

/// 三号, as 28 characters make a line of 156 mm.
const TEXT_SIZE: f32 = 15.75;
/// 22 lines make a page of 225 mm.
pub(super) const LINE: f32 = 225.0 * MM / 22.0;
/// 小四 and 五号.
pub(super) const TABLE_SIZES: [f32; 2] = [12.0, 10.5];
/// 四号.
pub(super) const NUMBER_SIZE: f32 = 14.0;
/// From the lower edge of the type area to the dashes beside the page number.
pub(super) const NUMBER_BELOW: f32 = 7.0 * MM;

/// The part of a page that is filled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) page: (f32, f32),
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Frame {
    /// The type area on paper held so. Paper on its side is upright paper turned.
    pub(super) fn of(orientation: Orientation) -> Frame {
        let (short, long) = (210.0 * MM, 297.0 * MM);
        let (across, along) = (156.0 * MM, 225.0 * MM);
        match orientation {
            Orientation::Portrait => Frame {
                page: (short, long),
                left: 28.0 * MM,
                top: 37.0 * MM,
                width: across,
                height: along,
            },
            Orientation::Landscape => Frame {
                page: (long, short),
                left: 37.0 * MM,
                top: 28.0 * MM,
                width: along,
                height: across,
            },
        }
    }

    pub(super) fn bottom(&self) -> f32 {
        self.top + self.height
    }
}

/// Where a line of a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alignment {
    /// At the left.
    Left,
    /// In the middle.
    Centre,
    /// At the right.
    Right,
    /// At the left, and spread to the right margin but for the last.
    Both,
}

/// How a style is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    pub(super) typeface: Typeface,
    pub(super) size: f32,
    /// Height of a line.
    pub(super) line: f32,
    pub(super) alignment: Alignment,
    /// Indent of the first line, in characters.
    pub(super) indent: f32,
    /// Space after it.
    pub(super) after: f32,
    /// Room there must be on the page below it, so that it does not stand there alone.
    pub(super) keep: f32,
}

/// How a style is set.
pub(super) fn setting(style: Style) -> Setting {
    let text = Setting {
        typeface: Typeface::Text,
        size: TEXT_SIZE,
        line: LINE,
        alignment: Alignment::Both,
        indent: 2.0,
        after: 0.0,
        keep: 0.0,
    };
    let centred = Setting {
        alignment: Alignment::Centre,
        indent: 0.0,
        ..text
    };
    let note = Setting {
        size: 12.0,
        line: 20.0,
        alignment: Alignment::Left,
        indent: 0.0,
        after: 2.0,
        keep: 2.0 * LINE,
        ..text
    };
    match style {
        Style::Cover => Setting {
            typeface: Typeface::Title,
            size: 36.0,
            line: 54.0,
            ..centred
        },
        Style::CoverLine => centred,
        Style::Title => Setting {
            typeface: Typeface::Title,
            size: 22.0,
            line: 34.0,
            after: 8.0,
            keep: 3.0 * LINE,
            ..centred
        },
        Style::Subtitle => Setting {
            typeface: Typeface::Script,
            after: 4.0,
            keep: 3.0 * LINE,
            ..centred
        },
        Style::Heading => Setting {
            typeface: Typeface::Heading,
            keep: 2.0 * LINE,
            ..text
        },
        Style::Subheading => Setting {
            typeface: Typeface::Script,
            keep: 2.0 * LINE,
            ..text
        },
        Style::Body => text,
        Style::Note => note,
        Style::NoteRight => Setting {
            alignment: Alignment::Right,
            ..note
        },
    }
}

/// Where the baseline stands in a line, so that Chinese characters stand in its middle.
pub(super) fn baseline(line: f32, size: f32) -> f32 {
    line / 2.0 + 0.38 * size
}
