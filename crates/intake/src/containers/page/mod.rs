//! What stands on a page of fixed layout (PDF, OFD), before anybody knows which glyphs make a
//! line and which lines a table. All lengths are in points (1/72 inch), from the top left corner
//! of the page as a reader sees it (rotation is done already).
//!
//! A reader of such a container gives its pages to [`Pages::add`], one by one, and at the end
//! [`Pages::write`] writes all of them: which pages a table goes over, and what only heads a page,
//! shows when all are known.

mod bars;
mod furniture;
mod grid;
mod join;
mod loose;
mod radicals;
pub(super) mod scan;
mod sheet;
mod text;
mod wrap;
mod write;

use plumbline_model::Place;

use self::sheet::Sheet;
use super::builder::Builder;
use crate::error::ReadError;
use crate::limits::Limits;

/// How many things (glyphs, rules, clips) are drawn on one page. A reader that finds more says so
/// with a notice.
pub(super) const ON_PAGE_MAX: usize = 500_000;

/// A character on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Glyph {
    /// The character.
    pub(super) character: char,
    /// Left edge of its advance box.
    pub(super) left: f32,
    /// Baseline.
    pub(super) baseline: f32,
    /// Width of its advance.
    pub(super) advance: f32,
    /// Size of the font as shown.
    pub(super) size: f32,
    /// How sure its recognition is, in percent, if the page is a picture.
    pub(super) confidence: Option<u8>,
}

/// A straight horizontal or vertical ruling line: the two ends are equal in one direction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    /// Smaller x.
    pub(super) left: f32,
    /// Smaller y.
    pub(super) top: f32,
    /// Larger x.
    pub(super) right: f32,
    /// Larger y.
    pub(super) bottom: f32,
}

/// All of a page that bears on its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Page {
    /// Number of the page in the file, from 1.
    pub(super) number: u16,
    /// Width.
    pub(super) width: f32,
    /// Height.
    pub(super) height: f32,
    /// Characters, in the order of the file.
    pub(super) glyphs: Vec<Glyph>,
    /// Ruling lines.
    pub(super) rules: Vec<Rule>,
}

/// How many things may still be drawn in a file.
pub(super) struct Budget {
    left: usize,
    limit: usize,
}

impl Budget {
    pub(super) fn new(limits: &Limits) -> Budget {
        let limit = limits.drawn_max;
        Budget { left: limit, limit }
    }

    /// Takes so many.
    ///
    /// # Errors
    ///
    /// If there are not so many left.
    pub(super) fn take(&mut self, count: usize) -> Result<(), ReadError> {
        let Some(left) = self.left.checked_sub(count) else {
            return Err(ReadError::OverLimit {
                what: "things drawn",
                found: self.limit - self.left + count,
                limit: self.limit,
                place: Place::Whole,
            });
        };
        self.left = left;
        Ok(())
    }
}

/// Pages on their way to lines and tables.
#[derive(Debug, Default)]
pub(super) struct Pages {
    sheets: Vec<Sheet>,
}

impl Pages {
    /// Adds the next page.
    pub(super) fn add(&mut self, page: Page) {
        self.sheets.push(Sheet::of(page));
    }

    /// Writes all pages.
    pub(super) fn write(mut self, builder: &mut Builder) -> Result<(), ReadError> {
        furniture::mark(&mut self.sheets);
        furniture::take_out(&mut self.sheets, builder);
        join::join(&mut self.sheets);
        write::write(&self.sheets, builder)
    }
}

impl Glyph {
    fn right(&self) -> f32 {
        self.left + self.advance
    }

    fn top(&self) -> f32 {
        self.baseline - 0.88 * self.size
    }

    fn bottom(&self) -> f32 {
        self.baseline + 0.12 * self.size
    }

    fn middle(&self) -> (f32, f32) {
        let y = (self.top() + self.bottom()) / 2.0;
        (self.left + self.advance / 2.0, y)
    }

    /// Whether it can be placed at all.
    fn is_sound(&self) -> bool {
        let numbers = [self.left, self.baseline, self.advance, self.size];
        numbers.iter().all(|number| number.is_finite()) && self.size > 0.0
    }
}
