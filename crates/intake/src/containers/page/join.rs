//! Which tables go on on the next page?
//!
//! A table goes on if nothing but page furniture stands between it and a table with the same
//! columns on the next page, and that does not begin anew with the same label.

use std::collections::HashSet;

use super::grid::{Grid, GridCell};
use super::sheet::{Part, Sheet};
use super::text::Role;
use super::wrap::{self, Seam};

/// How far apart the edges of a column may be on two pages.
const MOVED_MAX: f32 = 4.0;
/// How much of the page a table that is closed must reach down to go on.
const REACH_MIN: f32 = 0.5;
/// Cells after which a table is not made longer: each page looks through the whole of it.
const CELLS_MAX: usize = 50_000;
/// Rows of headings that are looked for.
const HEAD_ROWS_MAX: usize = 8;

/// Rows of a form above the headings in it.
const ROWS_ABOVE_MAX: usize = 200;

/// Makes one table of each that goes over several pages.
pub(super) fn join(sheets: &mut [Sheet]) {
    let mut open: Option<(usize, usize)> = None;
    for at in 0..sheets.len() {
        let (before, rest) = sheets.split_at_mut(at);
        let Some(sheet) = rest.first_mut() else {
            return;
        };
        let above =
            open.and_then(
                |(sheet, part)| match before.get_mut(sheet)?.parts.get_mut(part) {
                    Some(Part::Grid(grid)) => Some(grid),
                    _ => None,
                },
            );
        let goes_on = above.is_some_and(|above| goes_on(above, sheet));
        let last = last_grid(sheet);
        if !goes_on || last.is_some() {
            open = last.map(|part| (at, part));
        } else if has_text(sheet) {
            open = None;
        }
    }
}

/// The table that stands last on a page, and reaches far down or is open at its end.
fn last_grid(sheet: &Sheet) -> Option<usize> {
    let (at, last) = sheet
        .parts
        .iter()
        .enumerate()
        .rfind(|(_, part)| !part.is_furniture())?;
    match last {
        Part::Grid(grid) if grid.bottom() >= REACH_MIN * sheet.height || shows_open(grid) => {
            Some(at)
        }
        _ => None,
    }
}

fn has_text(sheet: &Sheet) -> bool {
    sheet.parts.iter().any(|part| !part.is_furniture())
}

/// Takes the first table of a page into the one before, if it is the rest of it.
fn goes_on(above: &mut Grid, sheet: &mut Sheet) -> bool {
    let first = sheet.parts.iter().position(|part| !part.is_furniture());
    let Some(at) = first else { return false };
    let Some(Part::Grid(below)) = sheet.parts.get(at) else {
        return false;
    };
    if above.cells.len() > CELLS_MAX {
        return false;
    }
    let Some(skip) = heads_repeated(above, below) else {
        return false;
    };
    if let Part::Grid(below) = sheet.parts.remove(at) {
        append(above, below, skip);
    }
    let mut above = 0..at;
    sheet.parts.retain(|part| {
        let is_above = above.next().is_some();
        !is_above || !matches!(part, Part::Line(line) if line.role == Role::Repeated)
    });
    true
}

/// How many rows at the top of a table are the headings of the one before again. None, if it is
/// no part of that.
fn heads_repeated(above: &Grid, below: &Grid) -> Option<usize> {
    if !has_same_columns(above, below) {
        return None;
    }
    let is_again = |row: &usize| {
        let texts = row_texts(below, *row);
        !texts.is_empty() && texts == row_texts(above, *row)
    };
    let mut skip = (0..below.rows().min(HEAD_ROWS_MAX))
        .take_while(is_again)
        .count();
    while below
        .cells
        .iter()
        .any(|cell| cell.row < skip && cell.row_end() > skip)
    {
        skip -= 1;
    }
    let first = first_text(below, skip);
    let begins_anew = first.is_some() && first == first_text(above, skip);
    match skip {
        _ if begins_anew => None,
        0 => Some(usize::from(is_head_again(above, below))),
        _ => Some(skip),
    }
}

/// Whether a table begins with headings that stand further down in the one before: two tables that
/// touch look like one, and the headings of the lower are repeated.
fn is_head_again(above: &Grid, below: &Grid) -> bool {
    let first: Vec<&GridCell> = below
        .cells
        .iter()
        .take_while(|cell| cell.row == 0)
        .collect();
    let texts: HashSet<String> = first.iter().map(|cell| cell.text()).collect();
    // Values may be the same in two rows.
    let is_word = |text: &String| !text.is_empty() && !text.contains(|c: char| c.is_ascii_digit());
    let are_heads = texts.iter().all(is_word) && texts.len() == first.len() && first.len() > 1;
    let is_same = |(a, b): (&GridCell, &&GridCell)| {
        let apart = |at: fn(&GridCell) -> usize| (above.x(at(a)) - below.x(at(b))).abs();
        (a.row_span, b.row_span) == (1, 1)
            && apart(|cell| cell.column) <= MOVED_MAX
            && apart(GridCell::column_end) <= MOVED_MAX
            && a.text() == b.text()
    };
    let rows = above.cells.chunk_by(|a, b| a.row == b.row);
    let mut rows = rows.take(ROWS_ABOVE_MAX);
    are_heads && rows.any(|row| row.len() == first.len() && row.iter().zip(&first).all(is_same))
}

/// The texts of the cells that begin in a row; none, if all are blank.
fn row_texts(grid: &Grid, row: usize) -> Vec<String> {
    let cells = grid.cells.iter().filter(|cell| cell.row == row);
    let texts: Vec<String> = cells.map(GridCell::text).collect();
    match texts.iter().all(String::is_empty) {
        true => Vec::new(),
        false => texts,
    }
}

/// The text of the first cell of a row, if it has one.
fn first_text(grid: &Grid, row: usize) -> Option<String> {
    let first = grid
        .cells
        .iter()
        .find(|cell| cell.row == row && cell.column == 0);
    first.map(GridCell::text).filter(|text| !text.is_empty())
}

fn has_same_columns(above: &Grid, below: &Grid) -> bool {
    let is_near = |a: f32, b: f32| (a - b).abs() <= MOVED_MAX;
    let (fewer, more) = match above.columns() < below.columns() {
        true => (above, below),
        false => (below, above),
    };
    let shared = |x: &&f32| more.xs.iter().any(|&other| is_near(**x, other));
    let count = fewer.xs.iter().filter(shared).count();
    is_near(above.left(), below.left())
        && is_near(above.right(), below.right())
        && count * 2 >= fewer.xs.len()
}

/// Adds the rows of a table to another, without the first ones.
fn append(above: &mut Grid, mut below: Grid, skip: usize) {
    let xs = shared_limits(&above.xs, &below.xs);
    above.move_to_columns(&xs);
    below.move_to_columns(&xs);
    below.cells.retain(|cell| cell.row >= skip);
    let lines = above.cells.iter().flat_map(|cell| &cell.lines);
    let ends = Ends {
        page: lines.map(|line| line.page).max(),
        bottom: above.reach,
        top: below.ys.get(skip).copied().unwrap_or(0.0),
        xs,
        padding: above.padding(),
        has_heads: skip > 0,
        shows_open: shows_open(above),
    };
    let is_torn = is_torn(above, &below, skip, &ends);
    above.reach = below.reach;
    let shift = above.rows() - usize::from(is_torn);
    let rows = below.rows() - skip;
    let last_row = above.rows();
    // Where a group ends with the page, those within it end too, however full their cells are.
    let mut ends_group = false;
    for mut cell in below.cells {
        let is_first = cell.row == skip;
        cell.row = cell.row - skip + shift;
        let mut owners = above.cells.iter_mut().filter(|_| is_first);
        let owner = owners.find(|owner| owner.row_end() == last_row && owner.has_columns_of(&cell));
        match owner {
            Some(owner)
                if is_torn
                    || ends.is_open(owner, &cell)
                    || (!ends_group && goes_on_below(&ends, owner, &cell)) =>
            {
                owner.row_span = cell.row_end() - owner.row;
                owner.is_open_below = cell.is_open_below;
                owner.lines.append(&mut cell.lines);
            }
            owner => {
                ends_group |= owner.is_some_and(|owner| owner.row_span.max(cell.row_span) > 1);
                above.cells.push(cell);
            }
        }
    }
    let from = above.bottom();
    let added = below.ys.iter().skip(skip + 1).map(|y| from + y - ends.top);
    above
        .ys
        .extend(added.skip(usize::from(is_torn && rows > 0)));
    above.cells.sort_by_key(|cell| (cell.row, cell.column));
}

/// Whether a table that is closed at its top has cells at its end that are not.
fn shows_open(grid: &Grid) -> bool {
    let mut first = grid.cells.iter().filter(|cell| cell.row == 0);
    let mut last = (grid.cells.iter()).filter(|cell| cell.row_end() == grid.rows());
    first.all(|cell| !cell.is_open_above) && last.any(|cell| cell.is_open_below)
}

/// Whether a cell at the end of a page and one at the top of the next were merged though lines are
/// drawn between them: one holds the text of both, or the text goes on.
fn goes_on_below(ends: &Ends, above: &GridCell, below: &GridCell) -> bool {
    let is_merged = above.row_span > 1 || below.row_span > 1;
    let is_text_cut = || {
        !ends.shows_open
            && ends.fills(above)
            && ends.begins_at_top(below)
            && ends.text_goes_on(above, below)
    };
    is_merged && (above.lines.is_empty() != below.lines.is_empty() || is_text_cut())
}

/// Whether the first row of a table is the rest of the last row of the one before.
fn is_torn(above: &Grid, below: &Grid, skip: usize, ends: &Ends) -> bool {
    let (last, first) = (above.rows(), skip);
    let first = below.cells.iter().filter(|cell| cell.row == first);
    let last = |below: &GridCell| {
        let mut last = above.cells.iter().filter(|cell| cell.row_end() == last);
        last.find(|above| above.has_columns_of(below))
    };
    let pairs: Option<Vec<(&GridCell, &GridCell)>> =
        first.map(|below| Some((last(below)?, below))).collect();
    let Some(pairs) = pairs else { return false };
    // A cell that goes over several rows may be open between two of them.
    let mut own = pairs
        .iter()
        .filter(|(above, _)| above.row_span == 1)
        .peekable();
    let is_open = own.peek().is_some() && own.all(|(above, below)| ends.is_open(above, below));
    is_open || (!ends.shows_open && goes_on_in_text(ends, &pairs))
}

/// Whether cells only hold the rest of what could not be written in the cells above: wherever
/// there is text it is the rest of one, and either there are several, or cells with text above
/// are blank.
fn goes_on_in_text(ends: &Ends, pairs: &[(&GridCell, &GridCell)]) -> bool {
    let with_text = || pairs.iter().filter(|(_, below)| !below.lines.is_empty());
    let is_left_out = |(above, below): &(&GridCell, &GridCell)| {
        below.lines.is_empty() && !above.lines.is_empty() && above.row_span == 1
    };
    with_text().next().is_some()
        && with_text().any(|(_, below)| ends.begins_at_top(below))
        && with_text().all(|(above, below)| ends.text_goes_on(above, below))
        && (with_text().nth(1).is_some() || pairs.iter().any(is_left_out))
}

/// Where a table ends on one page and goes on on the next.
struct Ends {
    /// The first of the two pages.
    page: Option<u16>,
    /// Its lower edge on the first page, and its upper one, below the headings, on the second.
    bottom: f32,
    top: f32,
    xs: Vec<f32>,
    padding: f32,
    /// Headings are repeated on the second page; the line below them closes all cells.
    has_heads: bool,
    /// Cells that go on are drawn open here. Then closed ones do not go on, whatever their text.
    shows_open: bool,
}

impl Ends {
    /// Whether no line is drawn between a cell and the one below it.
    fn is_open(&self, above: &GridCell, below: &GridCell) -> bool {
        self.shows_open && above.is_open_below && (self.has_heads || below.is_open_above)
    }

    /// Whether a cell has no room for another line below its text.
    fn fills(&self, cell: &GridCell) -> bool {
        let last = cell.lines.last();
        last.is_some_and(|last| self.bottom - last.bottom < 1.2 * last.size)
    }

    /// Whether a cell begins with text, and does not keep it in its middle.
    fn begins_at_top(&self, cell: &GridCell) -> bool {
        let first = cell.lines.first();
        first.is_some_and(|first| first.top - self.top < 1.2 * first.size)
    }

    /// Whether text goes down to the very end of a cell, is full there, and what is in another may
    /// be the rest of it.
    fn text_goes_on(&self, above: &GridCell, below: &GridCell) -> bool {
        let (Some(last), Some(first)) = (above.lines.last(), below.lines.first()) else {
            return false;
        };
        let x = |at: usize| self.xs.get(at).copied().unwrap_or(0.0);
        let width = x(above.column_end()) - x(above.column) - 2.0 * self.padding;
        // There must be no doubt about it.
        let room = width - last.width() + wrap::SLACK * last.size;
        let is_value = first
            .text()
            .starts_with(['≥', '≤', '=', '<', '>', '＝', '＜', '＞']);
        !is_value
            && self.page == Some(last.page)
            && self.bottom - last.bottom < 2.0 * last.size
            && wrap::seam(last, first, room) != Seam::End
    }
}

/// All limits of both, those that are near each other once.
fn shared_limits(a: &[f32], b: &[f32]) -> Vec<f32> {
    let mut limits: Vec<f32> = a.to_vec();
    let is_new = |x: &&f32| a.iter().all(|other| (other - **x).abs() > MOVED_MAX);
    limits.extend(b.iter().filter(is_new));
    limits.sort_by(f32::total_cmp);
    limits
}

impl Grid {
    /// Counts columns by other limits, which have all of its own.
    fn move_to_columns(&mut self, xs: &[f32]) {
        let nearest = |x: f32| {
            let distances = xs
                .iter()
                .enumerate()
                .map(|(at, other)| (at, (other - x).abs()));
            distances
                .min_by(|a, b| a.1.total_cmp(&b.1))
                .map_or(0, |(at, _)| at)
        };
        let moved: Vec<usize> = self.xs.iter().map(|&x| nearest(x)).collect();
        let at = |column: usize| moved.get(column).copied().unwrap_or(0);
        for cell in &mut self.cells {
            let (start, end) = (at(cell.column), at(cell.column_end()));
            cell.column = start;
            cell.column_span = end.saturating_sub(start).max(1);
        }
        self.xs = xs.to_vec();
    }
}

impl GridCell {
    fn has_columns_of(&self, other: &GridCell) -> bool {
        (self.column, self.column_span) == (other.column, other.column_span)
    }
}

impl Part {
    fn is_furniture(&self) -> bool {
        matches!(self, Part::Line(line) if line.role != Role::Text)
    }
}
