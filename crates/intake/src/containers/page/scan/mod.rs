//! A page that is a picture: its ruling lines are found here, its characters by a program that is
//! good at lines of text and bad at tables. It is therefore given no table, but the lines of text
//! of all cells, one below the other on a *ribbon*; and what it finds there is put back to where
//! it was cut out.

mod ink;
mod ribbon;
mod signs;
mod strokes;

use self::ink::Ink;
use self::ribbon::{Cutting, Ribbon};
use super::grid::grids;
use super::{Glyph, Page, Rule};
use crate::scan::{Picture, Recogniser, Word};

/// A page as a picture.
pub(in crate::containers) struct Scan {
    pub(in crate::containers) picture: Picture,
    /// Pixels to the point.
    pub(in crate::containers) per_point: f32,
}

/// What a scanned page says.
pub(in crate::containers) struct Recognised {
    pub(in crate::containers) page: Page,
    /// Mean confidence of its characters, in percent.
    pub(in crate::containers) confidence: u8,
}

/// An area in pixels; right and bottom are the first that are not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Area {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
}

impl Area {
    /// Whether a point is in it, or no further than so many pixels beside it.
    fn is_near(&self, x: usize, y: usize, slack: usize) -> bool {
        let (left, top) = (
            self.left.saturating_sub(slack),
            self.top.saturating_sub(slack),
        );
        (left..self.right + slack).contains(&x) && (top..self.bottom + slack).contains(&y)
    }
}

impl Scan {
    /// Recognises the characters of the page.
    pub(in crate::containers) fn recognised(
        mut self,
        number: u16,
        recogniser: &dyn Recogniser,
    ) -> Result<Recognised, String> {
        let mut ink = Ink::of(&self.picture);
        let mut lines = strokes::strokes(&ink, self.per_point);
        if let Some(slope) = strokes::slope(&lines, ink.width) {
            self.picture = ink::straightened(&self.picture, slope);
            ink = Ink::of(&self.picture);
            lines = strokes::strokes(&ink, self.per_point);
        }
        for line in &lines {
            ink.erase(line.area);
        }
        let rules: Vec<Rule> = lines.iter().map(|line| line.rule(self.per_point)).collect();
        let mut glyphs = Vec::new();
        let mut cuttings = Vec::new();
        for line in self.lines_of_text(&ink, &rules) {
            let (texts, signs) = signs::parted(&ink, line);
            cuttings.extend(texts);
            glyphs.extend(signs.iter().map(|(at, sign)| self.sign(at, *sign)));
        }
        for ribbon in ribbon::ribbons(&self.picture, &ink, &cuttings) {
            let words = recogniser.words(&ribbon.picture)?;
            self.put_back(&ribbon, &words, &mut glyphs);
        }
        let sure = glyphs.iter().filter_map(|glyph| glyph.confidence);
        let sum: usize = sure.map(usize::from).sum();
        let confidence = sum.checked_div(glyphs.len()).unwrap_or(0);
        let page = Page {
            number,
            width: self.picture.width as f32 / self.per_point,
            height: self.picture.height as f32 / self.per_point,
            glyphs,
            rules,
        };
        Ok(Recognised {
            page,
            confidence: u8::try_from(confidence).unwrap_or(100),
        })
    }

    /// The lines of text: of each cell, and of what is left of the page then.
    fn lines_of_text(&self, ink: &Ink, rules: &[Rule]) -> Vec<Cutting> {
        let whole = Area {
            left: 0,
            top: 0,
            right: ink.width,
            bottom: ink.height,
        };
        let pixel = |at: f32| (at * self.per_point).max(0.0) as usize;
        let mut rest = ink.clone();
        let mut lines = Vec::new();
        // Of tables within tables the last is the inner one.
        for grid in grids(rules).iter().rev() {
            for cell in &grid.cells {
                let area = Area {
                    left: pixel(grid.xs[cell.column]),
                    top: pixel(grid.ys[cell.row]),
                    right: pixel(grid.xs[cell.column_end()]).min(ink.width),
                    bottom: pixel(grid.ys[cell.row_end()]).min(ink.height),
                };
                lines.extend(ribbon::lines_of_text(&rest, area, self.per_point));
                rest.erase(area);
            }
        }
        lines.extend(ribbon::lines_of_text(&rest, whole, self.per_point));
        lines
    }

    /// A sign that was told by its shape.
    fn sign(&self, at: &Cutting, sign: char) -> Glyph {
        const CONFIDENCE: u8 = 90;
        let size = at.height / self.per_point;
        Glyph {
            character: sign,
            left: at.area.left as f32 / self.per_point,
            baseline: at.area.bottom as f32 / self.per_point - 0.12 * size,
            advance: (at.area.right - at.area.left) as f32 / self.per_point,
            size,
            confidence: Some(CONFIDENCE),
        }
    }

    /// The characters of words, at the places where their lines were cut out.
    fn put_back(&self, ribbon: &Ribbon, words: &[Word], glyphs: &mut Vec<Glyph>) {
        let mut line = 0;
        let mut at = 0.0_f32;
        for (index, word) in words.iter().enumerate() {
            let Some((piece_at, piece)) = ribbon.piece_at(word.middle()) else {
                continue;
            };
            if piece_at != line {
                (line, at) = (piece_at, 0.0);
            }
            // Boxes of words overlap; what is said first stands first.
            let next = words.get(index + 1);
            let next = next.filter(|next| next.top < word.bottom && next.left > word.left);
            let right = next.map_or(word.right, |next| word.right.min(next.left));
            let [left, right] = [word.left, right].map(|x| piece.page_x(x) / self.per_point);
            let size = piece.cutting.height / self.per_point;
            let left = left.max(at);
            let width = (right - left).max(0.1 * size);
            let share = |c: char| if super::text::is_wide(c) { 2.0 } else { 1.0 };
            let shares: f32 = word.text.chars().map(share).sum();
            at = left;
            for character in word.text.chars() {
                let advance = width * share(character) / shares;
                glyphs.push(Glyph {
                    character,
                    left: at,
                    baseline: piece.cutting.area.bottom as f32 / self.per_point - 0.12 * size,
                    advance,
                    size,
                    confidence: Some(word.confidence.min(100)),
                });
                at += advance;
            }
        }
    }
}
