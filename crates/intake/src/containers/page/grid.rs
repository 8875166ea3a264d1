//! What are the cells of a table, and which are merged?
//!
//! The places of its bars (see [`bars`]) are the grid of a table; cells of the grid with no bar
//! between them are one cell.
//!
//! [`bars`]: super::bars

use super::Rule;
use super::bars::{Bar, Bars, Groups, SAME, tables};
use super::text::Line;

/// Tables on a page, at the most; and cells in a grid.
const GRIDS_MAX: usize = 256;
const CELLS_MAX: usize = 1_000_000;

/// A table with ruling lines.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Grid {
    /// Where its vertical and its horizontal lines are, the outermost included.
    pub(super) xs: Vec<f32>,
    pub(super) ys: Vec<f32>,
    /// How far down it goes on the last of its pages.
    pub(super) reach: f32,
    /// Its cells, by row and column.
    pub(super) cells: Vec<GridCell>,
    /// Which cell each part of the grid belongs to, row by row.
    owners: Vec<u32>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct GridCell {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) row_span: usize,
    pub(super) column_span: usize,
    /// No line is drawn above it, or below it.
    pub(super) is_open_above: bool,
    pub(super) is_open_below: bool,
    pub(super) lines: Vec<Line>,
}

impl GridCell {
    /// Its text, without blanks and line ends.
    pub(super) fn text(&self) -> String {
        self.lines.iter().map(Line::text).collect()
    }

    /// One past its last row.
    pub(super) fn row_end(&self) -> usize {
        self.row + self.row_span
    }

    /// One past its last column.
    pub(super) fn column_end(&self) -> usize {
        self.column + self.column_span
    }
}

impl Grid {
    pub(super) fn rows(&self) -> usize {
        self.ys.len().saturating_sub(1)
    }

    pub(super) fn columns(&self) -> usize {
        self.xs.len().saturating_sub(1)
    }

    pub(super) fn left(&self) -> f32 {
        self.xs.first().copied().unwrap_or(0.0)
    }

    pub(super) fn right(&self) -> f32 {
        self.xs.last().copied().unwrap_or(0.0)
    }

    pub(super) fn top(&self) -> f32 {
        self.ys.first().copied().unwrap_or(0.0)
    }

    pub(super) fn bottom(&self) -> f32 {
        self.ys.last().copied().unwrap_or(0.0)
    }

    /// Where a vertical line is.
    pub(super) fn x(&self, at: usize) -> f32 {
        self.xs.get(at).copied().unwrap_or(0.0)
    }

    pub(super) fn area(&self) -> f32 {
        (self.right() - self.left()) * (self.bottom() - self.top())
    }

    /// The cell at a point of the page.
    pub(super) fn cell_at(&self, x: f32, y: f32) -> Option<usize> {
        let column = interval(&self.xs, x)?;
        let row = interval(&self.ys, y)?;
        let owner = self.owners.get(row * self.columns() + column)?;
        Some(*owner as usize)
    }

    /// Whether a cell was drawn around all of another grid.
    pub(super) fn contains(&self, other: &Grid) -> bool {
        self.left() <= other.left()
            && self.right() >= other.right()
            && self.top() <= other.top()
            && self.bottom() >= other.bottom()
            && self != other
    }
}

/// Which interval between rising limits a point lies in.
fn interval(limits: &[f32], at: f32) -> Option<usize> {
    let after = limits.partition_point(|&limit| limit <= at);
    (1..limits.len()).contains(&after).then(|| after - 1)
}

/// The tables that these lines make, from top to bottom.
pub(super) fn grids(rules: &[Rule]) -> Vec<Grid> {
    let mut grids: Vec<Grid> = tables(rules).iter().filter_map(grid).collect();
    if grids.len() > GRIDS_MAX {
        grids.sort_by(|a, b| b.area().total_cmp(&a.area()));
        grids.truncate(GRIDS_MAX);
    }
    grids.sort_by(|a, b| {
        a.top()
            .total_cmp(&b.top())
            .then(a.left().total_cmp(&b.left()))
    });
    grids
}

/// The grid that bars make.
fn grid(Bars { lying, standing }: &Bars) -> Option<Grid> {
    let xs = limits(standing, lying);
    let ys = limits(lying, standing);
    let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
    let is_sensible = (1..=CELLS_MAX).contains(&columns.checked_mul(rows)?);
    if !is_sensible || standing.is_empty() {
        return None;
    }
    let walls = Walls {
        above: drawn(lying, &ys, &xs),
        left: drawn(standing, &xs, &ys),
        columns,
        rows,
    };
    let owners = walls.owners();
    let mut grid = Grid {
        reach: ys.last().copied().unwrap_or(0.0),
        xs,
        ys,
        cells: Vec::new(),
        owners,
    };
    grid.cells = walls.cells(&mut grid.owners);
    Some(grid)
}

/// The places of parallel bars, and of the ends of the others, if those go beyond.
fn limits(bars: &[Bar], across: &[Bar]) -> Vec<f32> {
    const BEYOND_MIN: f32 = 6.0;
    let mut limits: Vec<f32> = Vec::new();
    for bar in bars {
        match limits.last() {
            Some(&last) if bar.at - last <= SAME => {}
            _ => limits.push(bar.at),
        }
    }
    let start = across.iter().map(|bar| bar.from).fold(f32::MAX, f32::min);
    let end = across.iter().map(|bar| bar.to).fold(f32::MIN, f32::max);
    if limits
        .first()
        .is_none_or(|&first| start < first - BEYOND_MIN)
    {
        limits.insert(0, start);
    }
    if limits.last().is_none_or(|&last| end > last + BEYOND_MIN) {
        limits.push(end);
    }
    limits
}

/// For each limit, between which limits across it a bar is drawn: a row of flags each.
fn drawn(bars: &[Bar], limits: &[f32], across: &[f32]) -> Vec<bool> {
    let width = across.len() - 1;
    let mut drawn = vec![false; limits.len() * width];
    for bar in bars {
        let near = limits.partition_point(|&limit| limit < bar.at - SAME);
        if limits.get(near).is_none_or(|&limit| limit > bar.at + SAME) {
            continue;
        }
        let start = across.partition_point(|&limit| limit < bar.from).max(1) - 1;
        for (at, sides) in across.windows(2).enumerate().skip(start) {
            let [from, to] = [sides[0], sides[1]];
            if from >= bar.to {
                break;
            }
            let covered = to.min(bar.to) - from.max(bar.from);
            drawn[near * width + at] |= covered >= (to - from) / 2.0;
        }
    }
    drawn
}

/// Where lines are drawn between the parts of a grid.
struct Walls {
    /// By horizontal line, then by column.
    above: Vec<bool>,
    /// By vertical line, then by row.
    left: Vec<bool>,
    columns: usize,
    rows: usize,
}

impl Walls {
    fn is_above(&self, row: usize, column: usize) -> bool {
        self.above[row * self.columns + column]
    }

    fn is_left_of(&self, row: usize, column: usize) -> bool {
        self.left[column * self.rows + row]
    }

    /// Numbers the stretches of parts that no line parts.
    fn owners(&self) -> Vec<u32> {
        let mut groups = Groups::new(self.rows * self.columns);
        for row in 0..self.rows {
            for column in 0..self.columns {
                let at = row * self.columns + column;
                if column > 0 && !self.is_left_of(row, column) {
                    groups.join(at, at - 1);
                }
                if row > 0 && !self.is_above(row, column) {
                    groups.join(at, at - self.columns);
                }
            }
        }
        (0..self.rows * self.columns)
            .map(|at| groups.first(at) as u32)
            .collect()
    }

    /// The cells: stretches of parts that are rectangles, and others cut into rectangles. What
    /// belongs to which is renumbered by cell.
    fn cells(&self, owners: &mut [u32]) -> Vec<GridCell> {
        const NONE: u32 = u32::MAX;
        let mut cells = Vec::new();
        let groups = owners.to_vec();
        owners.fill(NONE);
        let part = |row: usize, column: usize| row * self.columns + column;
        for row in 0..self.rows {
            for column in 0..self.columns {
                if owners[part(row, column)] != NONE {
                    continue;
                }
                let group = groups[part(row, column)];
                let is_same = |row: usize, column: usize| {
                    let at = part(row, column);
                    groups[at] == group && owners[at] == NONE
                };
                let column_end = (column + 1..self.columns)
                    .find(|&c| !is_same(row, c) || self.is_left_of(row, c))
                    .unwrap_or(self.columns);
                let goes_down = |r: usize| {
                    (column..column_end).all(|c| is_same(r, c) && !self.is_above(r, c))
                        && (column + 1..column_end).all(|c| !self.is_left_of(r, c))
                };
                let row_end = (row + 1..self.rows)
                    .find(|&r| !goes_down(r))
                    .unwrap_or(self.rows);
                for r in row..row_end {
                    owners[part(r, column)..part(r, column_end - 1) + 1].fill(cells.len() as u32);
                }
                cells.push(self.cell(row..row_end, column..column_end));
            }
        }
        cells
    }

    fn cell(&self, rows: std::ops::Range<usize>, columns: std::ops::Range<usize>) -> GridCell {
        GridCell {
            row: rows.start,
            column: columns.start,
            row_span: rows.len(),
            column_span: columns.len(),
            is_open_above: columns.clone().all(|c| !self.is_above(rows.start, c)),
            is_open_below: columns.clone().all(|c| !self.is_above(rows.end, c)),
            lines: Vec::new(),
        }
    }
}
