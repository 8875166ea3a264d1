//! Which ink is a ruling line?

use super::Area;
use super::ink::Ink;
use crate::containers::page::Rule;

/// What is shorter, in points, is a stroke of a character; what is shorter than the second is one
/// too, unless it goes from one long line to another, as the side of a cell does.
const LENGTH_MIN: (f32, f32) = (10.0, 30.0);
/// What is thicker, in points, is no ruling line.
const THICKNESS_MAX: f32 = 5.0;
/// Strokes of one page, at most.
const STROKES_MAX: usize = 50_000;

/// A straight line of ink.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stroke {
    /// All its ink and the blur beside it.
    pub(super) area: Area,
    is_lying: bool,
    /// Where its ends are, across its direction.
    ends: (usize, usize),
}

impl Stroke {
    fn length(&self) -> usize {
        match self.is_lying {
            true => self.area.right - self.area.left,
            false => self.area.bottom - self.area.top,
        }
    }

    fn end_points(&self) -> [(usize, usize); 2] {
        let Area {
            left,
            top,
            right,
            bottom,
        } = self.area;
        let (x, y) = (usize::midpoint(left, right), usize::midpoint(top, bottom));
        match self.is_lying {
            true => [(left, y), (right, y)],
            false => [(x, top), (x, bottom)],
        }
    }

    /// The line on the page.
    pub(super) fn rule(&self, per_point: f32) -> Rule {
        let [left, top, right, bottom] = [
            self.area.left,
            self.area.top,
            self.area.right,
            self.area.bottom,
        ]
        .map(|at| at as f32 / per_point);
        let (x, y) = ((left + right) / 2.0, (top + bottom) / 2.0);
        match self.is_lying {
            true => Rule {
                left,
                top: y,
                right,
                bottom: y,
            },
            false => Rule {
                left: x,
                top,
                right: x,
                bottom,
            },
        }
    }
}

/// The ruling lines of a page.
pub(super) fn strokes(ink: &Ink, per_point: f32) -> Vec<Stroke> {
    let mut strokes = lying(ink, per_point);
    let standing = lying(&ink.transposed(), per_point).into_iter();
    strokes.extend(standing.map(|stroke| Stroke {
        area: Area {
            left: stroke.area.top,
            top: stroke.area.left,
            right: stroke.area.bottom,
            bottom: stroke.area.right,
        },
        is_lying: false,
        ..stroke
    }));
    without_characters(strokes, per_point)
}

/// Leaves out what may be strokes of characters.
fn without_characters(strokes: Vec<Stroke>, per_point: f32) -> Vec<Stroke> {
    let (long, short): (Vec<Stroke>, Vec<Stroke>) = strokes
        .into_iter()
        .partition(|stroke| stroke.length() as f32 >= LENGTH_MIN.1 * per_point);
    let slack = (2.0 * per_point) as usize;
    let ends_at_lines = |stroke: &Stroke| {
        let ends = stroke.end_points();
        ends.iter().all(|&(x, y)| {
            let mut across = long.iter().filter(|line| line.is_lying != stroke.is_lying);
            across.any(|line| line.area.is_near(x, y, slack))
        })
    };
    let sides: Vec<Stroke> = short.into_iter().filter(ends_at_lines).collect();
    [long, sides].concat()
}

/// How far lying lines fall for each pixel to the right, if that is worth turning the page.
pub(super) fn slope(strokes: &[Stroke], width: usize) -> Option<f32> {
    const SLOPE_MIN: f32 = 0.001;
    const SLOPE_MAX: f32 = 0.08;
    // By what a line falls over the width of the page, at the least, it is told from a straight one.
    let long = strokes
        .iter()
        .filter(|stroke| stroke.is_lying && (stroke.area.right - stroke.area.left) * 4 >= width);
    let mut slopes: Vec<f32> = long
        .map(|stroke| {
            let fall = stroke.ends.1 as f32 - stroke.ends.0 as f32;
            fall / (stroke.area.right - stroke.area.left) as f32
        })
        .collect();
    slopes.sort_by(f32::total_cmp);
    let slope = slopes.get(slopes.len() / 2).copied()?;
    (SLOPE_MIN..SLOPE_MAX)
        .contains(&slope.abs())
        .then_some(slope)
}

/// A piece of a line that is being followed from row to row.
struct Growing {
    area: Area,
    /// The row where it reaches furthest to the left, and to the right.
    ends: (usize, usize),
    /// Its extent in the last row it was seen in.
    last: (usize, usize),
}

/// Long runs of ink in rows; those that touch in rows one below the other are one line.
fn lying(ink: &Ink, per_point: f32) -> Vec<Stroke> {
    const ROWS_APART_MAX: usize = 2;
    let length = (LENGTH_MIN.0 * per_point) as usize;
    let gap = per_point.ceil() as usize;
    let (mut growing, mut done): (Vec<Growing>, Vec<Growing>) = (Vec::new(), Vec::new());
    for y in 0..ink.height {
        let ended = growing.extract_if(.., |line| line.area.bottom + ROWS_APART_MAX < y);
        done.extend(ended);
        for (left, right) in long_runs(ink.row(y, 0, ink.width), length, gap) {
            let touched =
                |line: &&mut Growing| left <= line.last.1 + gap && line.last.0 <= right + gap;
            let has_room = growing.len() + done.len() < STROKES_MAX;
            match growing.iter_mut().find(touched) {
                Some(line) => line.grow(y, left, right),
                None if has_room => growing.push(Growing::new(y, left, right)),
                None => {}
            }
        }
    }
    done.append(&mut growing);
    let is_thin = |line: &Growing| {
        let fall = line.ends.0.abs_diff(line.ends.1);
        let thickness =
            line.area.bottom - line.area.top - fall.min(line.area.bottom - line.area.top);
        thickness as f32 <= THICKNESS_MAX * per_point
    };
    done.into_iter()
        .filter(is_thin)
        .map(|line| line.stroke(ink))
        .collect()
}

impl Growing {
    fn new(y: usize, left: usize, right: usize) -> Growing {
        Growing {
            area: Area {
                left,
                top: y,
                right,
                bottom: y + 1,
            },
            ends: (y, y),
            last: (left, right),
        }
    }

    fn grow(&mut self, y: usize, left: usize, right: usize) {
        if left < self.area.left {
            (self.area.left, self.ends.0) = (left, y);
        }
        if right > self.area.right {
            (self.area.right, self.ends.1) = (right, y);
        }
        self.last = match self.area.bottom > y {
            true => (self.last.0.min(left), self.last.1.max(right)),
            false => (left, right),
        };
        self.area.bottom = y + 1;
    }

    fn stroke(&self, ink: &Ink) -> Stroke {
        Stroke {
            area: Area {
                top: self.area.top.saturating_sub(1),
                bottom: (self.area.bottom + 1).min(ink.height),
                ..self.area
            },
            is_lying: true,
            ends: self.ends,
        }
    }
}

/// Runs of ink of a row that are long enough, over gaps that are short enough.
fn long_runs(row: &[bool], length: usize, gap: usize) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut x = 0;
    while let Some(start) = row[x..].iter().position(|&dark| dark).map(|at| at + x) {
        let end = row[start..].iter().position(|&dark| !dark);
        let end = end.map_or(row.len(), |at| at + start);
        match runs.last_mut() {
            // Only a long run goes on over a gap: characters stand close to each other too.
            Some(last) if start - last.1 <= gap && last.1 - last.0 >= length => last.1 = end,
            Some(last) if last.1 - last.0 < length => *last = (start, end),
            _ => runs.push((start, end)),
        }
        x = end;
    }
    runs.retain(|run| run.1 - run.0 >= length);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::Picture;

    fn drawn(lines: &[(usize, usize, usize, usize)]) -> Ink {
        let mut picture = Picture::white(400, 300);
        for &(left, top, right, bottom) in lines {
            for y in top..bottom {
                (left..right).for_each(|x| picture.paint(x, y, 0));
            }
        }
        Ink::of(&picture)
    }

    #[test]
    fn long_thin_ink_is_a_line_and_short_or_thick_is_none() {
        let found = strokes(
            &drawn(&[
                (10, 20, 390, 22),    // lying
                (50, 20, 52, 250),    // standing
                (100, 60, 115, 62),   // a stroke of a character
                (200, 100, 300, 160), // a seal
            ]),
            1.0,
        );
        let rules: Vec<(f32, f32)> = found
            .iter()
            .map(|stroke| stroke.rule(1.0))
            .map(|rule| (rule.left, rule.top))
            .collect();
        assert_eq!(rules, [(10.0, 21.0), (51.0, 20.0)]);
    }

    #[test]
    fn a_page_that_lies_askew_is_noticed() {
        let steps: Vec<_> = (0..38)
            .map(|i| (10 + i * 10, 50 + i / 4, 21 + i * 10, 52 + i / 4))
            .collect();
        let found = strokes(&drawn(&steps), 0.5);
        let slope = slope(&found, 400).expect("it is askew");
        assert!((0.02..0.03).contains(&slope), "{slope}");
        assert_eq!(
            super::slope(&strokes(&drawn(&[(10, 20, 390, 22)]), 1.0), 400),
            None
        );
    }
}
