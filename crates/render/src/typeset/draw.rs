//! How does a part of a table look on its page: texts in their cells, and ruling lines around?

use std::collections::BTreeMap;
use std::ops::Range;

use super::measures::baseline;
use super::split::Slice;
use super::table::{BESIDE, Grid, SetCell};
use super::{Page, Rule};

/// A stretch of rows on the page: which, and the edges between them.
struct Rows {
    rows: Range<usize>,
    edges: Vec<f32>,
    is_torn_above: bool,
    is_torn_below: bool,
}

impl Rows {
    fn new(rows: Range<usize>, heights: &[f32], top: f32) -> Rows {
        let mut at = top;
        let bottoms = heights.iter().map(|height| {
            at += height;
            at
        });
        let edges = std::iter::once(top).chain(bottoms).collect();
        Rows {
            rows,
            edges,
            is_torn_above: false,
            is_torn_below: false,
        }
    }

    fn bottom(&self) -> f32 {
        self.edges.last().copied().unwrap_or_default()
    }

    /// Top and bottom of what stands here of a cell.
    fn extent(&self, cell: &SetCell) -> Option<(f32, f32)> {
        let from = cell.row.max(self.rows.start);
        let to = cell.row_end.min(self.rows.end);
        let edge = |row: usize| self.edges.get(row.checked_sub(self.rows.start)?).copied();
        (from < to).then_some((edge(from)?, edge(to)?))
    }

    /// Whether a cell goes on from the page before, and on the next. No line is drawn there.
    fn is_open(&self, cell: &SetCell) -> (bool, bool) {
        let (first, end) = (self.rows.start, self.rows.end);
        let above = cell.row < first || (self.is_torn_above && cell.row == first);
        let below = cell.row_end > end || (self.is_torn_below && cell.row_end == end);
        (above, below)
    }
}

/// Draws a part of a table, its repeated head first. Gives where it ends.
pub(super) fn draw(page: &mut Page, grid: &Grid, slice: &Slice, left: f32, top: f32) -> f32 {
    let mut borders = Borders::default();
    let mut top = top;
    if slice.has_head {
        let heights = grid.heights.get(..grid.head_rows).unwrap_or_default();
        let head = Rows::new(0..grid.head_rows, heights, top);
        let cells = grid.cells.iter().filter(|cell| cell.row < grid.head_rows);
        for cell in cells {
            draw_cell(
                page,
                &mut borders,
                grid,
                cell,
                0..cell.lines.len(),
                &head,
                left,
            );
        }
        top = head.bottom();
    }
    let rows = Rows {
        is_torn_above: slice.is_torn_above,
        is_torn_below: slice.is_torn_below,
        ..Rows::new(slice.rows.clone(), &slice.heights, top)
    };
    for (index, lines) in &slice.lines {
        if let Some(cell) = grid.cells.get(*index) {
            draw_cell(page, &mut borders, grid, cell, lines.clone(), &rows, left);
        }
    }
    page.rules.extend(borders.rules());
    rows.bottom()
}

fn draw_cell(
    page: &mut Page,
    borders: &mut Borders,
    grid: &Grid,
    cell: &SetCell,
    lines: Range<usize>,
    rows: &Rows,
    left: f32,
) {
    let Some((top, bottom)) = rows.extent(cell) else {
        return;
    };
    let (from, to) = (
        left + grid.edges[cell.column],
        left + grid.edges[cell.column_end],
    );
    borders.add((from, to), (top, bottom), rows.is_open(cell));
    let text = lines.len() as f32 * grid.line;
    let first = top + (bottom - top - text) / 2.0;
    let inside = (from + BESIDE, to - from - 2.0 * BESIDE);
    for (number, line) in cell.lines[lines].iter().enumerate() {
        let line_top = first + number as f32 * grid.line;
        let baseline = line_top + baseline(grid.line, grid.size);
        page.runs
            .extend(line.runs(inside, baseline, cell.alignment));
    }
}

/// The sides of cells, in thousandths of a point: by where a line stands, from where to where it
/// reaches.
#[derive(Default)]
struct Borders {
    level: BTreeMap<i32, Vec<(i32, i32)>>,
    upright: BTreeMap<i32, Vec<(i32, i32)>>,
}

impl Borders {
    /// Adds the sides of a cell, but for the upper or the lower where it is open.
    fn add(
        &mut self,
        (left, right): (f32, f32),
        (top, bottom): (f32, f32),
        (is_open_above, is_open_below): (bool, bool),
    ) {
        let [left, top, right, bottom] = [left, top, right, bottom].map(|at| (at * 1e3) as i32);
        for (y, is_open) in [(top, is_open_above), (bottom, is_open_below)] {
            if !is_open {
                self.level.entry(y).or_default().push((left, right));
            }
        }
        for x in [left, right] {
            self.upright.entry(x).or_default().push((top, bottom));
        }
    }

    /// The lines, those of neighbours joined.
    fn rules(self) -> Vec<Rule> {
        let points = |at: i32| at as f32 / 1e3;
        let level = joined(self.level).map(|(y, from, to)| Rule {
            from: (points(from), points(y)),
            to: (points(to), points(y)),
        });
        let upright = joined(self.upright).map(|(x, from, to)| Rule {
            from: (points(x), points(from)),
            to: (points(x), points(to)),
        });
        level.chain(upright).collect()
    }
}

fn joined(lines: BTreeMap<i32, Vec<(i32, i32)>>) -> impl Iterator<Item = (i32, i32, i32)> {
    lines.into_iter().flat_map(|(at, mut pieces)| {
        pieces.sort_unstable();
        let mut whole: Vec<(i32, i32, i32)> = Vec::new();
        for (from, to) in pieces {
            match whole.last_mut() {
                Some((_, _, end)) if from <= *end => *end = to.max(*end),
                _ => whole.push((at, from, to)),
            }
        }
        whole
    })
}
