//! Lines of text cut out of a page, one below the other.

use super::Area;
use super::ink::Ink;
use crate::scan::Picture;

/// Height of a full character on a ribbon, in pixels; lines are scaled to it, for a ribbon of one
/// size of type is recognised best.
const HEIGHT: f32 = 28.0;
/// Room around each line.
const ROOM: usize = 18;
/// No ribbon is longer, in pixels.
const LENGTH_MAX: usize = 12_000;

/// A line of text on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cutting {
    pub(super) area: Area,
    /// Height of a full character, as far as it can be known.
    pub(super) height: f32,
}

impl Cutting {
    /// Pixels on the ribbon to the pixel on the page.
    fn scale(&self) -> f32 {
        HEIGHT / self.height.max(1.0)
    }

    /// Its size on the ribbon.
    fn size(&self) -> (usize, usize) {
        let Area {
            left,
            top,
            right,
            bottom,
        } = self.area;
        let scaled = |length: usize| (length as f32 * self.scale()).ceil() as usize;
        (scaled(right - left), scaled(bottom - top))
    }
}

/// A picture of lines of text.
pub(super) struct Ribbon {
    pub(super) picture: Picture,
    pieces: Vec<Piece>,
}

/// A line of text on a ribbon.
pub(super) struct Piece {
    pub(super) cutting: Cutting,
    /// Where its part of the ribbon ends.
    bottom: usize,
}

impl Ribbon {
    /// The line of text at a height of the ribbon, and which it is.
    pub(super) fn piece_at(&self, y: usize) -> Option<(usize, &Piece)> {
        let at = self.pieces.partition_point(|piece| piece.bottom <= y);
        Some((at, self.pieces.get(at)?))
    }
}

impl Piece {
    /// Where on the page something stands that was found on the ribbon.
    pub(super) fn page_x(&self, x: usize) -> f32 {
        let from_left = (x as f32 - ROOM as f32) / self.cutting.scale();
        self.cutting.area.left as f32 + from_left
    }
}

/// The lines of text in an area.
pub(super) fn lines_of_text(ink: &Ink, area: Area, per_point: f32) -> Vec<Cutting> {
    let mut runs = runs_of_rows(ink, area);
    let usual = usual_height(&runs, per_point);
    join_parts(&mut runs, usual);
    let cutting = |&(top, bottom): &(usize, usize)| {
        let rows = (top..bottom).map(|y| ink.row(y, area.left, area.right));
        let left = rows
            .clone()
            .filter_map(|row| row.iter().position(|&dark| dark))
            .min()?;
        let right = rows
            .filter_map(|row| row.iter().rposition(|&dark| dark))
            .max()?;
        let speck = per_point * 1.5;
        let is_speck = ((right - left) as f32) < speck && ((bottom - top) as f32) < speck;
        (!is_speck).then_some(Cutting {
            area: Area {
                left: area.left + left,
                top,
                right: area.left + right + 1,
                bottom,
            },
            height: usual.max((bottom - top) as f32),
        })
    };
    runs.iter().filter_map(cutting).collect()
}

/// Rows with ink in them, without a gap.
fn runs_of_rows(ink: &Ink, area: Area) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for y in area.top..area.bottom {
        if !ink.row(y, area.left, area.right).contains(&true) {
            continue;
        }
        match runs.last_mut() {
            Some(last) if last.1 == y => last.1 = y + 1,
            _ => runs.push((y, y + 1)),
        }
    }
    runs
}

/// The height of most lines. Where there are but dashes, ten points.
fn usual_height(runs: &[(usize, usize)], per_point: f32) -> f32 {
    const LEAST: f32 = 6.0;
    let mut heights: Vec<usize> = runs.iter().map(|run| run.1 - run.0).collect();
    heights.retain(|&height| height as f32 >= LEAST * per_point);
    heights.sort_unstable();
    let middle = heights.get(heights.len() / 2);
    middle.map_or(10.0 * per_point, |&height| height as f32)
}

/// Joins what is but a part of a character (the strokes of 二, the dot of an i) to the line it
/// belongs to: both together are no higher than a line.
fn join_parts(runs: &mut Vec<(usize, usize)>, usual: f32) {
    const HIGHER_MAX: f32 = 1.2;
    const GAP_MAX: f32 = 0.8;
    let mut joined: Vec<(usize, usize)> = Vec::with_capacity(runs.len());
    for run in runs.drain(..) {
        match joined.last_mut() {
            Some(last)
                if ((run.1 - last.0) as f32) <= HIGHER_MAX * usual
                    && ((run.0 - last.1) as f32) <= GAP_MAX * usual =>
            {
                last.1 = run.1;
            }
            _ => joined.push(run),
        }
    }
    *runs = joined;
}

/// Puts lines of text one below the other.
pub(super) fn ribbons(picture: &Picture, ink: &Ink, cuttings: &[Cutting]) -> Vec<Ribbon> {
    let mut ribbons = Vec::new();
    let mut rest = cuttings;
    while !rest.is_empty() {
        let mut length = 0;
        let fits = rest.iter().take_while(|cutting| {
            length += cutting.size().1 + ROOM;
            length <= LENGTH_MAX
        });
        let (now, later) = rest.split_at(fits.count().max(1));
        ribbons.push(ribbon(picture, ink, now));
        rest = later;
    }
    ribbons
}

fn ribbon(picture: &Picture, ink: &Ink, cuttings: &[Cutting]) -> Ribbon {
    let sizes = cuttings.iter().map(Cutting::size);
    let width = sizes.clone().map(|(width, _)| width).max().unwrap_or(0) + 2 * ROOM;
    let length = sizes.map(|(_, height)| height + ROOM).sum::<usize>() + ROOM;
    let mut ribbon = Ribbon {
        picture: Picture::white(width, length),
        pieces: Vec::with_capacity(cuttings.len()),
    };
    let mut top = ROOM;
    for cutting in cuttings {
        paste(&mut ribbon.picture, top, picture, ink, cutting);
        top += cutting.size().1 + ROOM;
        ribbon.pieces.push(Piece {
            cutting: *cutting,
            bottom: top - ROOM / 2,
        });
    }
    ribbon
}

/// Copies a line of text to its size on the ribbon. Ink that was erased is left out, with the blur
/// around it.
fn paste(to: &mut Picture, top: usize, from: &Picture, ink: &Ink, cutting: &Cutting) {
    let is_near_ink = |x: usize, y: usize| {
        let rows = y.saturating_sub(1)..=y + 1;
        rows.into_iter()
            .any(|y| ink.row(y, x.saturating_sub(1), x + 2).contains(&true))
    };
    let shade = |x: usize, y: usize| match is_near_ink(x, y) {
        true => f32::from(from.shade(x, y)),
        false => 255.0,
    };
    let (width, height) = cutting.size();
    for y in 0..height {
        let from_y = cutting.area.top as f32 + y as f32 / cutting.scale();
        let (row, down) = (from_y as usize, from_y.fract());
        for x in 0..width {
            let from_x = cutting.area.left as f32 + x as f32 / cutting.scale();
            let (column, across) = (from_x as usize, from_x.fract());
            let between =
                |y: usize| shade(column, y) * (1.0 - across) + shade(column + 1, y) * across;
            let mixed = between(row) * (1.0 - down) + between(row + 1) * down;
            to.paint(ROOM + x, top + y, mixed as u8);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_of_one_character_are_one_line() {
        let mut runs = vec![(0, 20), (30, 32), (45, 48), (70, 90)];
        join_parts(&mut runs, 20.0);
        assert_eq!(runs, [(0, 20), (30, 48), (70, 90)]);
    }
}
