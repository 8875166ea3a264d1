//! Where is a table cut that is longer than the page?
//!
//! Between rows, where few merged cells are cut and little of the page is left free. A merged cell
//! that is cut shows its text in its first part. Only a row that is higher than a page is cut
//! itself, between lines of its text.

use std::ops::Range;

use super::table::Grid;

/// The part of a table that stands on one page.
#[derive(Debug)]
pub(super) struct Slice {
    /// The rows, without the head repeated above them.
    pub(super) rows: Range<usize>,
    /// Their heights on this page.
    pub(super) heights: Vec<f32>,
    /// For each cell that has lines here: which.
    pub(super) lines: Vec<(usize, Range<usize>)>,
    /// Whether the head of the table stands above.
    pub(super) has_head: bool,
    /// Whether its first row is the rest of one on the page before, and whether its last goes on
    /// on the next.
    pub(super) is_torn_above: bool,
    pub(super) is_torn_below: bool,
}

/// Cuts a table from its top to its end, page by page.
#[derive(Debug)]
pub(super) struct Splitter<'g> {
    grid: &'g Grid,
    /// The row that comes next, and the heights rows still need.
    row: usize,
    heights: Vec<f32>,
    /// Lines of each cell that have been shown.
    shown: Vec<usize>,
    /// Whether a part of the next row has been shown.
    is_torn: bool,
    /// The height of a whole page.
    page: f32,
}

impl<'g> Splitter<'g> {
    pub(super) fn new(grid: &'g Grid, page: f32) -> Self {
        Splitter {
            grid,
            row: 0,
            heights: grid.heights.clone(),
            shown: vec![0; grid.cells.len()],
            is_torn: false,
            page,
        }
    }

    /// Whether nothing is left.
    pub(super) fn is_done(&self) -> bool {
        self.row >= self.heights.len()
    }

    /// The height of the head where it is repeated.
    fn head(&self) -> f32 {
        let head: f32 = self.grid.heights.iter().take(self.grid.head_rows).sum();
        match self.row >= self.grid.head_rows && self.row > 0 && head < self.page / 3.0 {
            true => head,
            false => 0.0,
        }
    }

    /// The part that fits into this room; none if it had better begin on a new page.
    pub(super) fn next(&mut self, room: f32, is_page_fresh: bool) -> Option<Slice> {
        let head = self.head();
        let room = room - head;
        let fitting = self.fitting(room);
        let end = match self.row + fitting == self.heights.len() {
            true => self.heights.len(),
            false => self.best_end(fitting, room, is_page_fresh),
        };
        match (end > self.row, is_page_fresh) {
            (true, _) => Some(self.take_rows(end, room, head)),
            (false, true) => Some(self.take_lines(room, head)),
            (false, false) => None,
        }
    }

    /// How many rows fit.
    fn fitting(&self, room: f32) -> usize {
        const ROUNDING: f32 = 0.01;
        let mut left = room + ROUNDING;
        let rows = self.heights.iter().skip(self.row);
        rows.take_while(|height| {
            left -= **height;
            left >= 0.0
        })
        .count()
    }

    /// The row before which this part had best end, of those that fit.
    fn best_end(&self, fitting: usize, room: f32, is_page_fresh: bool) -> usize {
        const FREE_MAX: f32 = 0.4;
        let last = self.row + fitting;
        let first = self.row.max(self.grid.head_rows) + 1;
        let costs = (first..=last).filter_map(|end| {
            let used: f32 = self.heights[self.row..end].iter().sum();
            let free = (room - used) / self.page;
            (end == last || free < FREE_MAX)
                .then(|| (end, 3.0 * free + self.cost_of_cuts(end, room - used)))
        });
        let best = costs.min_by(|a, b| a.1.total_cmp(&b.1)).map(|best| best.0);
        // Of a group that begins low on a page, a row or two before the break help nobody.
        let whole: f32 = self.heights[self.row..].iter().sum();
        let is_short = whole < self.page / 4.0;
        match best {
            Some(_) if is_short && !is_page_fresh => self.row,
            Some(end) => end,
            None if is_page_fresh => last,
            None => self.row,
        }
    }

    /// What it costs to end before this row: merged cells that are cut, above all those whose
    /// text does not fit above the cut.
    fn cost_of_cuts(&self, end: usize, free: f32) -> f32 {
        let open = self.open_at(end);
        open.map(|index| {
            let lacks = self.lack_above(index, end) > free;
            0.25 + f32::from(u8::from(lacks))
        })
        .sum()
    }

    /// The cells that go on after a cut before this row.
    fn open_at(&self, end: usize) -> impl Iterator<Item = usize> + '_ {
        let cells = self.grid.cells.iter().enumerate();
        cells
            .filter(move |(_, cell)| cell.row < end && end < cell.row_end)
            .map(|(index, _)| index)
    }

    /// How much higher the rows above a cut would have to be for all text of this cell.
    fn lack_above(&self, index: usize, end: usize) -> f32 {
        let left = self.lines_left(index);
        if left == 0 {
            return 0.0;
        }
        let from = self.grid.cells[index].row.max(self.row);
        let above: f32 = self.heights[from..end].iter().sum();
        self.grid.height_of(left) - above
    }

    fn lines_left(&self, index: usize) -> usize {
        self.grid.cells[index].lines.len() - self.shown[index]
    }

    /// Takes whole rows.
    fn take_rows(&mut self, end: usize, room: f32, head: f32) -> Slice {
        let used: f32 = self.heights[self.row..end].iter().sum();
        let lack = self
            .open_at(end)
            .map(|index| self.lack_above(index, end))
            .fold(0.0, f32::max);
        self.heights[end - 1] += lack.clamp(0.0, (room - used).max(0.0));
        let slice = self.slice(end, head);
        for row in self.row..end {
            self.heights[row] = 0.0;
        }
        self.row = end;
        self.is_torn = false;
        self.raise_rest();
        slice
    }

    /// Takes as many lines as fit of a row that is higher than a page.
    fn take_lines(&mut self, room: f32, head: f32) -> Slice {
        let row = self.row;
        self.heights[row] = room.max(self.grid.height_of(1));
        let mut slice = self.slice(row + 1, head);
        self.heights[row] = self.need_of(row);
        self.is_torn = self.heights[row] > self.grid.height_of(0);
        slice.is_torn_below = self.is_torn;
        if !self.is_torn {
            self.row += 1;
        }
        self.raise_rest();
        slice
    }

    /// The height that the rest of the text of a row needs.
    fn need_of(&self, row: usize) -> f32 {
        let cells = self.grid.cells.iter().enumerate();
        let left = cells
            .filter(|(_, cell)| cell.row <= row && row + 1 == cell.row_end)
            .map(|(index, _)| self.lines_left(index));
        self.grid.height_of(left.max().unwrap_or(0))
    }

    /// The part of the table from the next row to this one, with the lines that fit into it.
    fn slice(&mut self, end: usize, head: f32) -> Slice {
        let mut lines = Vec::new();
        for (index, cell) in self.grid.cells.iter().enumerate() {
            let from = cell.row.max(self.row);
            let to = cell.row_end.min(end);
            if from >= to {
                continue;
            }
            let height: f32 = self.heights[from..to].iter().sum();
            let fitting = ((height - self.grid.height_of(0)) / self.grid.line + 0.01).floor();
            let first = self.shown[index];
            let last = cell.lines.len().min(first + fitting.max(1.0) as usize);
            self.shown[index] = last;
            lines.push((index, first..last));
        }
        Slice {
            rows: self.row..end,
            heights: self.heights[self.row..end].to_vec(),
            lines,
            has_head: head > 0.0,
            is_torn_above: self.is_torn,
            is_torn_below: false,
        }
    }

    /// Makes the rows that are left high enough for the text that merged cells still have.
    fn raise_rest(&mut self) {
        for index in 0..self.grid.cells.len() {
            let cell = &self.grid.cells[index];
            let is_cut = cell.row < self.row && self.row < cell.row_end;
            if is_cut && self.lines_left(index) > 0 {
                let rows = self.row..cell.row_end;
                let has: f32 = self.heights[rows].iter().sum();
                let lack = self.grid.height_of(self.lines_left(index)) - has;
                self.heights[cell.row_end - 1] += lack.max(0.0);
            }
        }
    }
}
