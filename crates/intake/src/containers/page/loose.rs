//! Lines that stand in no ruled table: which of them are one paragraph, and which a table by
//! alignment?

use std::ops::Range;

use plumbline_model::Place;

use super::sheet::{Part, Sheet};
use super::text::{Line, Role};
use super::wrap::{self, Seam};
use super::write::write_paragraph;
use crate::containers::builder::Builder;
use crate::containers::layout;
use crate::containers::lines::{self, SourceLine};
use crate::error::ReadError;

/// Lines that wait to be written, as text that is laid out with blanks.
#[derive(Default)]
pub(super) struct Loose<'p> {
    text: String,
    /// The lines, and where they stand in the text.
    lines: Vec<(Range<usize>, &'p Line)>,
    /// Where each piece of a line begins in the text, and its place on the page.
    places: Vec<(usize, Place)>,
    /// Edges of the text of the page.
    left: f32,
    right: f32,
    starts_page: bool,
}

impl<'p> Loose<'p> {
    /// What comes next stands on this page.
    pub(super) fn begin_page(&mut self, sheet: &'p Sheet) {
        self.left = sheet.parts.iter().map(Part::left).fold(f32::MAX, f32::min);
        // The margin on the right is as wide as that on the left, unless text goes beyond.
        let right = sheet.parts.iter().map(Part::right);
        self.right = right.fold(sheet.width - self.left, f32::max);
        self.starts_page = true;
    }

    /// Adds the next line.
    pub(super) fn add(&mut self, line: &'p Line) {
        // Text half as wide as high makes one column of the page, as a Latin letter does.
        let unit = (line.size / 2.0).max(1.0);
        let above = self.lines.last().map(|(_, above)| *above);
        if let Some(above) = above {
            let is_apart = line.top - above.bottom > line.size;
            self.text.push_str(match (self.starts_page, is_apart) {
                (true, _) => "\n\u{C}",
                (false, true) => "\n\n",
                (false, false) => "\n",
            });
        }
        self.starts_page = false;
        let start = self.text.len();
        let mut column = 0;
        for piece in &line.pieces {
            let wanted = ((piece.left - self.left) / unit).max(0.0) as usize;
            let least = column + 2 * usize::from(column > 0);
            let wanted = wanted.clamp(least, least.max(COLUMNS_MAX));
            self.text.extend(std::iter::repeat_n(' ', wanted - column));
            self.places
                .push((self.text.len(), line.place(piece.left, piece.right)));
            self.text.push_str(&piece.text);
            column = wanted + piece.text.chars().map(layout::display_width).sum::<usize>();
        }
        self.lines.push((start..self.text.len(), line));
    }

    /// Writes what waits.
    pub(super) fn write(&mut self, builder: &mut Builder) -> Result<(), ReadError> {
        let source = std::mem::take(&mut self.text);
        let lines = std::mem::take(&mut self.lines);
        let places = std::mem::take(&mut self.places);
        let source_lines = lines::split(&source, builder.limits())?;
        let mut next = 0;
        for table in layout::find(&source, &source_lines) {
            let start = start_of(&source_lines, table.lines.start);
            let end = start_of(&source_lines, table.lines.end);
            let from = lines.partition_point(|(range, _)| range.start < start);
            self.write_lines(&lines[next..from.max(next)], builder)?;
            let place = |offset: usize| {
                let after = places.partition_point(|(at, _)| *at <= offset);
                after.checked_sub(1).map_or(Place::Whole, |at| places[at].1)
            };
            table.write(builder, &source, place)?;
            next = lines.partition_point(|(range, _)| range.start < end);
        }
        self.write_lines(&lines[next..], builder)
    }

    fn write_lines(
        &self,
        lines: &[(Range<usize>, &Line)],
        builder: &mut Builder,
    ) -> Result<(), ReadError> {
        let mut above: Option<&Line> = None;
        for paragraph in lines.chunk_by(|(_, a), (_, b)| self.goes_on(a, b)) {
            let paragraph: Vec<&Line> = paragraph.iter().map(|(_, line)| *line).collect();
            if let (Some(above), Some(first)) = (above, paragraph.first()) {
                match above.page == first.page {
                    true if first.top - above.bottom > first.size => builder.blank_line(),
                    true => {}
                    false => builder.page_end(),
                }
            }
            above = paragraph.last().copied();
            write_paragraph(&paragraph, builder)?;
        }
        Ok(())
    }

    /// Whether a line is the rest of the paragraph that the line before belongs to: it begins at
    /// the edge of the text or both stand in its middle, and what it begins with had no room in
    /// the line before.
    fn goes_on(&self, above: &Line, line: &Line) -> bool {
        let size = line.size;
        let is_text = above.role == Role::Text && line.role == Role::Text;
        let is_one_column = above.pieces.len() == 1 && line.pieces.len() == 1;
        let (left, right) = (above.left() - self.left, self.right - above.right());
        let is_at_edge = line.left() - self.left < size / 2.0 && left < 3.0 * size;
        let is_centred = [above, line].into_iter().all(|line| self.is_centred(line));
        let is_full = |room| wrap::seam(above, line, room) != Seam::End;
        let is_near = above.page != line.page || line.top - above.bottom < 1.2 * size;
        is_text
            && is_one_column
            && (is_at_edge && is_full(right) || is_centred && is_full(left + right))
            && is_near
            && (above.size - size).abs() < 0.5
    }

    /// Whether a line stands in the middle of the text.
    fn is_centred(&self, line: &Line) -> bool {
        let (left, right) = (line.left() - self.left, self.right - line.right());
        (left - right).abs() < line.size
    }
}

/// Columns of the page after which blanks are not counted any more.
const COLUMNS_MAX: usize = 2_000;

fn start_of(lines: &[SourceLine], at: usize) -> usize {
    lines.get(at).map_or(usize::MAX, |line| line.range().start)
}
