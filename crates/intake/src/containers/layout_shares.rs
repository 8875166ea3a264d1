//! Which lines of a table that is laid out with blanks, with no blank lines between its rows, are
//! one row: of all ways to part them the most likely one.

use std::ops::Range;

use super::layout::Segments;
use super::layout_wrap::{Cost, Link, SURE};

/// A row has no more lines than this.
const LINES_MAX: usize = 24;
/// That there is a row at all: without evidence lines are parts of one.
const ROW: Cost = 4;
/// That a text is wrapped.
const WRAP: Cost = 1;
/// Text that is missing in a column where most rows have text.
const MISSING: Cost = 2;
const MISSING_MAX: Cost = 6;
/// A line by which a cell is off the place where it should stand.
const OFF: Cost = 4;

/// How texts stand in their cells.
#[derive(Clone, Copy, PartialEq)]
enum Alignment {
    Top,
    Centre,
}

/// Where rows end within groups of lines, and whether texts surely stand in the middle of their
/// cells.
pub(super) fn cuts(
    lines: &[Segments],
    groups: &[Range<usize>],
    links: &[Vec<Link>],
) -> (Vec<Vec<usize>>, bool) {
    let pages = || {
        groups
            .iter()
            .map(|group| Page::new(lines, links, group.clone()))
    };
    let share_out = |alignment| -> (Vec<Vec<usize>>, Cost) {
        let shares = pages().map(|page| page.share_out(alignment));
        let (cuts, costs): (Vec<_>, Vec<_>) = shares.map(|s| (s.cuts, s.cost)).unzip();
        (cuts, costs.iter().sum())
    };
    let (top, centred) = (share_out(Alignment::Top), share_out(Alignment::Centre));
    if centred.1 < top.1 {
        (centred.0, centred.1 + SURE <= top.1)
    } else {
        (top.0, false)
    }
}

/// A way to share lines out to rows.
struct Shares {
    cuts: Vec<usize>,
    cost: Cost,
}

/// The lines to be shared out.
struct Page<'a> {
    group: &'a [Segments],
    links: &'a [Vec<Link>],
    /// The number of its first line, which the links count from.
    first: usize,
    /// Columns with text in most rows.
    usual: Vec<usize>,
    /// That a text is wrapped at all.
    wrap: Cost,
    /// Left of this column there are labels, which may stand beside several rows.
    key: usize,
}

/// The lines that a cell stands on.
struct Extent {
    column: usize,
    first: usize,
    last: usize,
    lines: usize,
}

impl<'a> Page<'a> {
    fn new(lines: &'a [Segments], links: &'a [Vec<Link>], range: Range<usize>) -> Page<'a> {
        let group = &lines[range.clone()];
        let most = group.iter().map(Vec::len).max().unwrap_or(0);
        let full = || {
            group
                .iter()
                .filter(|line| line.len() >= 2 && line.len() * 5 >= most * 3)
        };
        let columns = group
            .iter()
            .flatten()
            .map(|s| s.columns.start + 1)
            .max()
            .unwrap_or(0);
        let mut in_full = vec![0; columns];
        full()
            .flatten()
            .for_each(|segment| in_full[segment.columns.start] += 1);
        let rows = full().count();
        let most = in_full.iter().max().copied();
        // Where all lines have several texts, none is there for the rest of one text only.
        let has_rest = group.iter().any(|line| line.len() == 1);
        Page {
            group,
            wrap: if has_rest { WRAP } else { 4 * WRAP },
            links: &links[range.clone()],
            first: range.start,
            usual: (0..columns)
                .filter(|&c| in_full[c] * 3 >= rows * 2)
                .collect(),
            key: in_full
                .iter()
                .position(|count| Some(*count) == most)
                .unwrap_or(0),
        }
    }

    fn share_out(&self, alignment: Alignment) -> Shares {
        let lines = self.group.len();
        // The least cost up to each line, and where the last row begins then.
        let mut best = vec![(Cost::MAX, 0); lines + 1];
        best[0].0 = 0;
        let mut extents = Vec::new();
        for start in 0..lines {
            extents.clear();
            let above = best[start].0 + self.cost_of_cut(start) + ROW;
            let mut joined = 0;
            for line in start..lines.min(start + LINES_MAX) {
                let end = line + 1;
                joined += self.add_line(&mut extents, start, line);
                if joined > 4 * SURE {
                    break;
                }
                let cost = above + joined + self.off(&extents, start..end, alignment);
                if cost <= best[end].0 {
                    best[end] = (cost, start);
                }
            }
        }
        let mut cuts = Vec::new();
        let mut end = best[lines].1;
        while end > 0 {
            cuts.push(end);
            end = best[end].1;
        }
        cuts.reverse();
        Shares {
            cuts,
            cost: best[lines].0,
        }
    }

    /// How unlikely it is that a row begins at a line.
    fn cost_of_cut(&self, line: usize) -> Cost {
        let goes_on = |link: &&Link| line > 0 && link.above == Some(self.first + line - 1);
        let links = self.links[line].iter().filter(goes_on);
        let cost = |link: &Link| {
            if link.column < self.key {
                link.part / 2
            } else {
                link.part
            }
        };
        links.map(cost).sum()
    }

    /// Adds a line to a row, and says how unlikely it is that its cells go on there.
    fn add_line(&self, extents: &mut Vec<Extent>, start: usize, line: usize) -> Cost {
        let mut joined = 0;
        for link in &self.links[line] {
            if link.above.is_some_and(|above| above >= self.first + start) {
                joined += link.join + self.wrap;
            }
            match extents
                .iter_mut()
                .find(|extent| extent.column == link.column)
            {
                Some(extent) => {
                    extent.lines += usize::from(extent.last != line);
                    extent.last = line;
                }
                None => extents.push(Extent {
                    column: link.column,
                    first: line,
                    last: line,
                    lines: 1,
                }),
            }
        }
        joined
    }

    /// How unlikely it is that cells with these extents are a row.
    fn off(&self, extents: &[Extent], row: Range<usize>, alignment: Alignment) -> Cost {
        let has = |column: &&usize| extents.iter().any(|extent| extent.column == **column);
        let usual = self.usual.iter().filter(|column| **column >= self.key);
        let missing = usual.filter(|column| !has(column)).count();
        let off = |extent: &Extent| {
            let off = match alignment {
                Alignment::Top => extent.off_top(row.start),
                Alignment::Centre => extent.off_centre(row.start + row.end - 1),
            };
            if extent.column < self.key {
                off.min(OFF / 2)
            } else {
                off
            }
        };
        (missing * MISSING).min(MISSING_MAX) + extents.iter().map(off).sum::<Cost>()
    }
}

impl Extent {
    fn holes(&self) -> usize {
        self.last + 1 - self.first - self.lines
    }

    fn off_top(&self, top: usize) -> Cost {
        (self.first - top + self.holes()) * OFF
    }

    /// The middle of a cell with an even number of lines is between two of them, so it may be on
    /// half lines: nothing stands on the middle one, or all stand half a line up or down.
    fn off_centre(&self, middles: usize) -> Cost {
        let off = match (self.first + self.last).abs_diff(middles) {
            off @ 0..=1 => off,
            off => off * OFF,
        };
        let is_even = self.lines == 2 && self.holes() == 1;
        off + if is_even { 0 } else { self.holes() * OFF }
    }
}
