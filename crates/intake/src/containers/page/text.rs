//! Which glyphs make a line of text, and where there are blanks in it?

use plumbline_model::Place;

use super::Glyph;
use super::radicals::folded;
use crate::containers::builder::is_blank;

/// A line of text on a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Page it stands on.
    pub(super) page: u16,
    /// Its text in pieces, from left to right; there is one at the least, and none is blank.
    pub(super) pieces: Vec<Piece>,
    /// Where it stands.
    pub(super) top: f32,
    pub(super) bottom: f32,
    /// Size of its font.
    pub(super) size: f32,
    /// Of its characters recognised with the least confidence.
    pub(super) confidence: Option<u8>,
    pub(super) role: Role,
}

/// What a line is on its page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    Text,
    /// The number of the page.
    PageNumber,
    /// It heads or foots several pages, apart from their text.
    RunningHead,
    /// It stands at the same place on the page before or after, but among other text.
    Repeated,
}

/// A piece of a line between wide gaps.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
}

impl Line {
    /// Left edge.
    pub(super) fn left(&self) -> f32 {
        self.pieces.first().map_or(0.0, |piece| piece.left)
    }

    /// Right edge.
    pub(super) fn right(&self) -> f32 {
        self.pieces.last().map_or(0.0, |piece| piece.right)
    }

    /// From its left to its right edge.
    pub(super) fn width(&self) -> f32 {
        self.right() - self.left()
    }

    /// Its text.
    pub(super) fn text(&self) -> String {
        let texts: Vec<&str> = self.pieces.iter().map(|piece| &*piece.text).collect();
        texts.join(" ")
    }

    /// The place of a piece of it.
    pub(super) fn place(&self, left: f32, right: f32) -> Place {
        Place::Page {
            page: self.page,
            left: left.max(0.0) as u16,
            top: self.top.max(0.0) as u16,
            right: right.max(0.0).ceil() as u16,
            bottom: self.bottom.max(0.0).ceil() as u16,
            confidence: self.confidence,
        }
    }
}

/// How far below the baseline of a line a glyph may stand and still be on it, in em: indices do.
const BASELINE_SLACK: f32 = 0.45;

/// Puts glyphs together into lines, from top to bottom.
pub(super) fn lines(page: u16, mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut lines = Vec::new();
    let mut rest = glyphs.as_mut_slice();
    while let Some(first) = rest.first().copied() {
        let is_below = |glyph: &Glyph| {
            glyph.baseline - first.baseline > BASELINE_SLACK * first.size.max(glyph.size)
        };
        let end = rest.iter().position(is_below).unwrap_or(rest.len());
        let (line, after) = rest.split_at_mut(end.max(1));
        line.sort_by(|a, b| a.left.total_cmp(&b.left));
        lines.extend(line_of(page, line));
        rest = after;
    }
    lines
}

/// A line of glyphs in order. None, if all are blank.
fn line_of(page: u16, glyphs: &[Glyph]) -> Option<Line> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before: Option<Glyph> = None;
    let mut has_blank = false;
    let (mut top, mut bottom, mut size) = (f32::MAX, f32::MIN, 0.0_f32);
    for glyph in glyphs {
        if is_blank(glyph.character) || glyph.character.is_control() {
            has_blank = true;
            continue;
        }
        if before.is_some_and(|before| is_again(&before, glyph)) {
            continue;
        }
        let character = folded(glyph.character);
        let joint = before.map_or(Joint::Piece, |before| joint(&before, glyph, has_blank));
        match (pieces.last_mut(), joint) {
            (Some(piece), Joint::None | Joint::Blank) => {
                if joint == Joint::Blank {
                    piece.text.push(' ');
                }
                piece.text.push(character);
                piece.right = glyph.right();
            }
            _ => pieces.push(Piece {
                text: character.into(),
                left: glyph.left,
                right: glyph.right(),
            }),
        }
        top = top.min(glyph.top());
        bottom = bottom.max(glyph.bottom());
        size = size.max(glyph.size);
        before = Some(*glyph);
        has_blank = false;
    }
    (!pieces.is_empty()).then_some(Line {
        page,
        pieces,
        top,
        bottom,
        size,
        confidence: glyphs.iter().filter_map(|glyph| glyph.confidence).min(),
        role: Role::Text,
    })
}

/// A glyph that is drawn twice, a hair apart, is meant to be bold.
fn is_again(before: &Glyph, glyph: &Glyph) -> bool {
    const APART_MAX: f32 = 0.2;
    before.character == glyph.character
        && (glyph.left - before.left).abs() < APART_MAX * glyph.size.min(glyph.advance)
        && (glyph.baseline - before.baseline).abs() < APART_MAX * glyph.size
}

/// What lies between two glyphs of a line.
#[derive(Clone, Copy, PartialEq)]
enum Joint {
    None,
    Blank,
    /// So much room that what comes next may be a column of its own.
    Piece,
}

fn joint(before: &Glyph, after: &Glyph, has_blank: bool) -> Joint {
    const PIECE_MIN: f32 = 1.05;
    const BLANK_MIN: f32 = 0.1;
    const WORDS_MIN: f32 = 0.25;
    let gap = (after.left - before.right()) / before.size.max(after.size);
    let parts_words = !is_wide(before.character) && !is_wide(after.character);
    if gap > PIECE_MIN {
        Joint::Piece
    } else if (has_blank && gap > BLANK_MIN) || (parts_words && gap > WORDS_MIN) {
        Joint::Blank
    } else {
        Joint::None
    }
}

/// Characters that are written without blanks between them.
pub(super) fn is_wide(c: char) -> bool {
    unicode_width::UnicodeWidthChar::width(c) == Some(2)
}
