//! The rows of a table that is laid out with blanks: which lines are one row.
//!
//! The text of a cell that is wrapped stands on several lines, and the cells beside it are centred:
//!
//! ```text
//!                    recheck every
//!   quantity         form that was     100 %    October
//!                    returned
//! ```

use std::ops::Range;

use super::layout::{Context, Segment, Segments};
use super::layout_shares;
use super::layout_wrap;

/// The cells of one row, from left to right.
pub(super) type Row = Vec<RowCell>;

/// A cell: what it covers, and its lines.
pub(super) struct RowCell {
    pub(super) columns: Range<usize>,
    pub(super) row_span: usize,
    pub(super) pieces: Vec<Piece>,
    /// How far it reaches on the page.
    extent: Range<usize>,
}

impl RowCell {
    fn add(&mut self, piece: Piece, segment: &Segment) {
        self.columns.end = self.columns.end.max(segment.columns.end);
        self.extent.start = self.extent.start.min(segment.left);
        self.extent.end = self.extent.end.max(segment.right);
        self.pieces.push(piece);
    }

    /// Whether a segment below is the rest of it: it begins in the same column, or, where a cell
    /// that covers several is centred, stands in the middle of it.
    fn goes_on_in(&self, segment: &Segment) -> bool {
        let is_within = self.extent.start <= segment.left && segment.right <= self.extent.end;
        self.columns.start == segment.columns.start
            || (is_within && segment.columns.end <= self.columns.end)
    }
}

/// One line of a cell.
pub(super) struct Piece {
    /// The line of the region it stands on.
    line: usize,
    /// Where it stands in the source.
    pub(super) range: Range<usize>,
}

/// How rows are parted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Spacing {
    /// One follows the other without a gap.
    #[default]
    Tight,
    /// Blank lines lie between them.
    Spaced,
}

/// Puts the lines of a region together into rows. The groups are its stretches between blank
/// lines. A region too small to show its spacing has that of the one before.
pub(super) fn rows(
    source: &str,
    lines: &[Segments],
    groups: &[Range<usize>],
    context: &mut Context,
) -> Vec<Row> {
    context.spacing = spacing_of(lines, groups).unwrap_or(context.spacing);
    let (cuts, is_centred) = match context.spacing {
        Spacing::Spaced => {
            let cuts = groups
                .iter()
                .map(|group| cuts_between_records(&lines[group.clone()]));
            (cuts.collect(), true)
        }
        Spacing::Tight => {
            let links = layout_wrap::links(source, lines);
            layout_shares::cuts(lines, groups, &links)
        }
    };
    let mut rows = Vec::new();
    for (group, cuts) in groups.iter().zip(cuts) {
        let mut start = group.start;
        let ends = cuts.iter().map(|cut| group.start + cut);
        for end in ends.chain([group.end]) {
            rows.push(join(lines, start..end));
            start = end;
        }
    }
    let key = key_column(&rows);
    // Where a table goes on, the label of its first rows may stand on the page before.
    let goes_on = context.is_within_table;
    if is_centred || (!goes_on && has_label_below_heading(source, &rows, key)) {
        for column in 0..key {
            merge_labels(&mut rows, column);
        }
    }
    rows
}

/// Whether a row below headings has no label, so that labels do not begin at the top of their rows.
fn has_label_below_heading(source: &str, rows: &[Row], key: usize) -> bool {
    let is_heading = |cell: &&RowCell| {
        let text = cell
            .pieces
            .first()
            .map(|piece| &source[piece.range.clone()]);
        cell.pieces.len() == 1 && text.is_some_and(layout_wrap::is_heading)
    };
    rows.windows(2).any(|pair| {
        let headings = pair[0].iter().filter(is_heading);
        let first = headings.clone().map(|cell| cell.columns.start).min();
        let below = pair[1].first().map(|cell| cell.columns.start);
        headings.count() >= 2 && first < below && below <= Some(key)
    })
}

/// A line in which so many columns have text is the middle of a row, at least.
fn is_full(line: &Segments, most: usize) -> bool {
    line.len() >= 2 && line.len() * 5 >= most * 3
}

fn full_lines(group: &[Segments]) -> Vec<usize> {
    let most = group.iter().map(Vec::len).max().unwrap_or(0);
    (0..group.len())
        .filter(|&i| is_full(&group[i], most))
        .collect()
}

/// Where blank lines part the rows, a group has one full line, or a few if labels that stand beside
/// several rows fill the gaps between them.
fn spacing_of(lines: &[Segments], groups: &[Range<usize>]) -> Option<Spacing> {
    const GROUPS_MIN: usize = 3;
    let full = |group: &Range<usize>| full_lines(&lines[group.clone()]).len();
    let full: usize = groups.iter().map(full).sum();
    if full > groups.len() * 5 / 2 && full > 4 {
        Some(Spacing::Tight)
    } else if groups.len() >= GROUPS_MIN {
        Some(Spacing::Spaced)
    } else {
        None
    }
}

/// A group is one row, unless a column has text, then none for a while, then text again. (A label
/// that stands beside several rows keeps the blank line between two of them from being blank.)
fn cuts_between_records(group: &[Segments]) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut last_line = std::collections::HashMap::<usize, usize>::new();
    for (i, line) in group.iter().enumerate() {
        let begins_record = line.iter().any(|segment| {
            let last = last_line.get(&segment.columns.start);
            last.is_some_and(|&last| {
                let both_are_records = line.len() >= 2 && group[last].len() >= 2;
                i - last > 2 || (i - last == 2 && both_are_records && is_label(&group[i - 1]))
            })
        });
        if begins_record {
            cuts.push(start_of_label(group, i));
            last_line.clear();
        }
        for segment in line {
            last_line.insert(segment.columns.start, i);
        }
    }
    cuts
}

/// Where a record begins, if a label that is wrapped reaches into its first line.
fn start_of_label(group: &[Segments], line: usize) -> usize {
    let continues_label = group[line].first().is_some_and(|s| s.columns.start == 0);
    if !continues_label {
        return line;
    }
    let above = group[..line].iter().rev().take_while(|line| is_label(line));
    line - above.count()
}

/// A text in the leftmost column and nothing else.
fn is_label(line: &Segments) -> bool {
    matches!(line.as_slice(), [only] if only.columns.start == 0)
}

/// Puts the segments of some lines together, column by column.
fn join(lines: &[Segments], range: Range<usize>) -> Row {
    let mut row: Row = Vec::new();
    for line in range {
        for segment in &lines[line] {
            let range = segment.range.clone();
            let piece = Piece { line, range };
            let at = row.partition_point(|cell| cell.columns.start <= segment.columns.start);
            match row[..at].last_mut() {
                Some(cell) if cell.goes_on_in(segment) => cell.add(piece, segment),
                _ => {
                    let cell = RowCell {
                        columns: segment.columns.clone(),
                        row_span: 1,
                        pieces: vec![piece],
                        extent: segment.left..segment.right,
                    };
                    row.insert(at, cell);
                }
            }
        }
    }
    // A cell ends where the next one begins.
    for i in 1..row.len() {
        let next = row[i].columns.start;
        row[i - 1].columns.end = row[i - 1].columns.end.min(next);
    }
    row
}

// Labels beside several rows. They stand in the middle of them, so they come out in a row in the
// middle; but that they are in the middle also tells which rows they stand beside.

/// The column with text in the most rows. Only left of it are there labels beside several rows.
fn key_column(rows: &[Row]) -> usize {
    let mut filled = std::collections::BTreeMap::<usize, usize>::new();
    for cell in rows.iter().flatten() {
        *filled.entry(cell.columns.start).or_default() += 1;
    }
    let most = filled.values().max().copied();
    filled
        .into_iter()
        .find(|&(_, count)| Some(count) == most)
        .map_or(0, |(column, _)| column)
}

/// Lines by which the middle of a label may miss the middle of its rows, times two.
const OFF_CENTRE_MAX: usize = 1;

/// Lets the labels of a column cover the rows they stand in the middle of.
fn merge_labels(rows: &mut [Row], column: usize) {
    let state: Vec<Beside> = rows.iter().map(|row| Beside::of(row, column)).collect();
    let mut first = 0; // no label covers rows before this one
    for (i, beside) in state.iter().enumerate() {
        let Beside::Label { index, middle } = *beside else {
            first = if *beside == Beside::Other {
                i + 1
            } else {
                first
            };
            continue;
        };
        let free = state[i + 1..]
            .iter()
            .take_while(|&beside| *beside == Beside::Nothing);
        let last_max = i + free.count();
        let off_centre = |last: &usize| {
            let beside = &rows[first..=*last];
            let extent = extent(beside, column).filter(|_| are_parts(beside, column));
            extent.map_or(usize::MAX, |(top, bottom)| middle.abs_diff(top + bottom))
        };
        let last = (i..=last_max).min_by_key(off_centre).unwrap_or(i);
        if (first, last) != (i, i) && off_centre(&last) <= OFF_CENTRE_MAX {
            let mut label = rows[i].remove(index);
            label.row_span = last + 1 - first;
            let at = rows[first].partition_point(|cell| cell.columns.start < column);
            rows[first].insert(at, label);
            first = last + 1;
        } else {
            first = i + 1;
        }
    }
}

/// Rows with labels of their own are no parts of something.
fn are_parts(rows: &[Row], column: usize) -> bool {
    let has_label = |row: &&Row| row.first().is_some_and(|cell| cell.columns.start < column);
    rows.iter().filter(has_label).nth(1).is_none()
}

/// What a row has in a column.
#[derive(Clone, Copy, PartialEq)]
enum Beside {
    Nothing,
    /// The cell with this index begins there; its middle, in half lines.
    Label {
        index: usize,
        middle: usize,
    },
    /// Part of a wider cell.
    Other,
}

impl Beside {
    fn of(row: &Row, column: usize) -> Beside {
        let Some(index) = row.iter().position(|cell| cell.columns.contains(&column)) else {
            return Beside::Nothing;
        };
        let lines = |cell: &RowCell| Some((cell.pieces.first()?.line, cell.pieces.last()?.line));
        match lines(&row[index]) {
            Some((top, bottom)) if row[index].columns == (column..column + 1) => {
                let middle = top + bottom;
                Beside::Label { index, middle }
            }
            _ => Beside::Other,
        }
    }
}

/// The first and the last line on which rows have text right of a column.
fn extent(rows: &[Row], column: usize) -> Option<(usize, usize)> {
    let lines = |row: &Row| {
        let cells = row
            .iter()
            .filter(|cell| cell.columns.start > column && cell.row_span == 1);
        let lines = cells.flat_map(|cell| &cell.pieces).map(|piece| piece.line);
        lines.fold(None, |extent: Option<(usize, usize)>, line| {
            let (top, bottom) = extent.unwrap_or((line, line));
            Some((top.min(line), bottom.max(line)))
        })
    };
    Some((lines(rows.first()?)?.0, lines(rows.last()?)?.1))
}
