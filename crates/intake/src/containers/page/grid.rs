//! Which ruling lines make a table, and which of its cells are merged?
//!
//! Programs draw the lines of a table in many small pieces. Pieces on one line are put together
//! into *bars*; bars that cross or touch are one table; the places of its bars are its grid; and
//! cells of the grid with no bar between them are one cell.

use super::Rule;
use super::text::Line;

/// How far apart two lines may be and still be one, in points.
const SAME: f32 = 2.5;
/// How wide a gap in a line may be.
const GAP_MAX: f32 = 3.5;
/// What is shorter is no line of a table.
const BAR_MIN: f32 = 5.0;
/// Crossings of bars that are looked for on a page, at the most.
const CROSSINGS_MAX: usize = 20_000_000;
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

/// A ruling line in one piece: where it is, and from where to where it goes.
#[derive(Clone, Copy, Debug)]
struct Bar {
    at: f32,
    from: f32,
    to: f32,
}

/// The tables that these lines make, from top to bottom.
pub(super) fn grids(rules: &[Rule]) -> Vec<Grid> {
    let lying = rules.iter().filter(|rule| rule.top == rule.bottom);
    let standing = rules.iter().filter(|rule| rule.top != rule.bottom);
    let lying = bars(lying.map(|rule| Bar {
        at: rule.top,
        from: rule.left,
        to: rule.right,
    }));
    let standing = bars(standing.map(|rule| Bar {
        at: rule.left,
        from: rule.top,
        to: rule.bottom,
    }));
    let mut grids: Vec<Grid> = tables(&lying, &standing)
        .into_iter()
        .filter_map(|(lying, standing)| grid(&lying, &standing))
        .collect();
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

/// Puts the pieces of lines together.
fn bars(pieces: impl Iterator<Item = Bar>) -> Vec<Bar> {
    let mut pieces: Vec<Bar> = pieces.collect();
    pieces.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut bars = Vec::new();
    let mut rest = pieces.as_mut_slice();
    while let Some(first) = rest.first().copied() {
        let end = rest.partition_point(|piece| piece.at - first.at <= SAME);
        let (line, after) = rest.split_at_mut(end.max(1));
        line.sort_by(|a, b| a.from.total_cmp(&b.from));
        let mut open: Option<Bar> = None;
        for piece in line {
            match &mut open {
                Some(bar) if piece.from - bar.to <= GAP_MAX => bar.to = bar.to.max(piece.to),
                _ => bars.extend(open.replace(*piece)),
            }
        }
        bars.extend(open);
        rest = after;
    }
    bars.retain(|bar| bar.to - bar.from >= BAR_MIN);
    bars
}

/// Parts bars into those that hang together.
fn tables(lying: &[Bar], standing: &[Bar]) -> Vec<(Vec<Bar>, Vec<Bar>)> {
    if lying.len().saturating_mul(standing.len()) > CROSSINGS_MAX {
        return Vec::new();
    }
    let mut groups = Groups::new(lying.len() + standing.len());
    for (v, stands) in standing.iter().enumerate() {
        let from = lying.partition_point(|lies| lies.at < stands.from - GAP_MAX);
        for (h, lies) in lying.iter().enumerate().skip(from) {
            if lies.at > stands.to + GAP_MAX {
                break;
            }
            if lies.from - GAP_MAX <= stands.at && stands.at <= lies.to + GAP_MAX {
                groups.join(h, lying.len() + v);
            }
        }
    }
    let mut tables: Vec<(Vec<Bar>, Vec<Bar>)> = vec![Default::default(); groups.0.len()];
    for (h, bar) in lying.iter().enumerate() {
        tables[groups.first(h)].0.push(*bar);
    }
    for (v, bar) in standing.iter().enumerate() {
        tables[groups.first(lying.len() + v)].1.push(*bar);
    }
    let lone = tables.iter().filter(|(lying, _)| lying.is_empty());
    let lone: Vec<Bar> = lone.flat_map(|(_, standing)| standing).copied().collect();
    tables.retain(|(lying, standing)| !lying.is_empty() && lying.len() + standing.len() >= 3);
    if lone.len().saturating_mul(tables.len()) <= CROSSINGS_MAX {
        for (lying, standing) in &mut tables {
            standing.extend(beside(lying, &lone));
            standing.sort_by(|a, b| a.at.total_cmp(&b.at));
        }
    }
    tables
}

/// Bars that cross nothing and go down a table from top to bottom: the side of a cell that began
/// on the page before and ends on the next.
fn beside(lying: &[Bar], lone: &[Bar]) -> impl Iterator<Item = Bar> {
    let top = lying.first().map_or(f32::MAX, |bar| bar.at);
    let bottom = lying.last().map_or(f32::MIN, |bar| bar.at);
    lone.iter()
        .filter(move |bar| bar.from <= top + SAME && bar.to >= bottom - SAME)
        .copied()
}

/// Things that are put together into groups; each is named by the first of its group.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Groups {
        Groups((0..count).collect())
    }

    fn first(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        self.0[a.max(b)] = a.min(b);
    }
}

/// The grid that bars make.
fn grid(lying: &[Bar], standing: &[Bar]) -> Option<Grid> {
    let xs = limits(standing, lying);
    let ys = limits(lying, standing);
    let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
    let is_sensible = (1..=CELLS_MAX).contains(&columns.checked_mul(rows)?);
    if !is_sensible || lying.is_empty() || standing.is_empty() {
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
