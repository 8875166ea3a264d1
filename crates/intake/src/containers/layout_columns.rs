//! The columns of a table that is laid out with blanks.

use super::layout::{self, Segment, Segments, Width};

/// A table has no more columns than this.
pub(super) const COLUMNS_MAX: usize = 64;

/// Where a column stands on the page.
type Column = std::ops::Range<usize>;

/// How far the beginning of a cell may be from that of its column.
const NEAR: usize = 2;

/// Finds the columns, and says of every segment which it stands in. The lines with the most
/// segments part the columns most finely, so they come first.
pub(super) fn assign(source: &str, lines: &mut [Segments], width: Width) -> Option<()> {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse(lines[i].len()));
    let mut columns: Vec<Column> = Vec::new();
    for i in order {
        for segment in &lines[i] {
            widen(&mut columns, segment.left..segment.right);
            if columns.len() > COLUMNS_MAX {
                return None;
            }
        }
    }
    let begins_column = |at: usize| {
        let next = columns.partition_point(|column| column.start + NEAR < at);
        columns
            .get(next)
            .is_some_and(|column| column.start <= at + NEAR)
    };
    for line in lines {
        rejoin(line, &columns);
        assign_line(line, &columns);
        if line.iter().any(|segment| segment.columns.len() > 1) {
            // Words that stand in columns of their own are cells after all.
            let split = |s: Segment| {
                let begins_cell = |column: usize, (before, after)| {
                    begins_column(column) && !layout::parts_scripts(before, after)
                };
                let words = layout::split_at(source, s.clone(), width, begins_cell);
                let homes = words.iter().map(|word| home(&columns, word));
                if homes.is_sorted_by(|a, b| a < b) {
                    words
                } else {
                    vec![s]
                }
            };
            *line = line.drain(..).flat_map(split).collect();
            assign_line(line, &columns);
        }
    }
    Some(())
}

/// Makes room for a segment: in the one column it overlaps, or in a new one. One that overlaps
/// several columns is a merged cell and changes none.
fn widen(columns: &mut Vec<Column>, segment: Column) {
    let first = columns.partition_point(|column| column.end <= segment.start);
    let after = columns.partition_point(|column| column.start < segment.end);
    match after - first.min(after) {
        0 => columns.insert(first, segment),
        1 => {
            let floor = first.checked_sub(1).map_or(0, |i| columns[i].end);
            let ceiling = columns.get(after).map_or(usize::MAX, |next| next.start);
            let column = &mut columns[first];
            column.start = column.start.min(segment.start.max(floor));
            column.end = column.end.max(segment.end.min(ceiling));
        }
        _ => {}
    }
}

/// Takes segments together again that one blank parts and that stand in the same column.
fn rejoin(line: &mut Segments, columns: &[Column]) {
    line.dedup_by(|next, segment| {
        let is_same = next.left == segment.right + 1
            && home(columns, segment).is_some()
            && home(columns, segment) == home(columns, next);
        if is_same {
            segment.range.end = next.range.end;
            segment.right = next.right;
        }
        is_same
    });
}

/// The column a segment is in for the most part.
fn home(columns: &[Column], segment: &Segment) -> Option<usize> {
    let first = columns.partition_point(|column| column.end <= segment.left);
    let after = columns.partition_point(|column| column.start < segment.right);
    (first..after).max_by_key(|&i| overlap(&columns[i], segment.left, segment.right))
}

fn overlap(column: &Column, left: usize, right: usize) -> usize {
    right.min(column.end).saturating_sub(left.max(column.start))
}

/// No column is in two cells of one line: it goes to the one that covers more of it. And a
/// cell that only reaches into a column is not in it.
fn assign_line(line: &mut Segments, columns: &[Column]) {
    let mut free = 0;
    for i in 0..line.len() {
        let (left, right) = (line[i].left, line[i].right);
        let mut first = columns
            .partition_point(|column| column.end <= left)
            .max(free);
        let mut after = columns.partition_point(|column| column.start < right);
        let next = line
            .get(i + 1)
            .map_or((usize::MAX, usize::MAX), |n| (n.left, n.right));
        let is_in = |c: usize| {
            let covered = overlap(&columns[c], left, right);
            covered * 2 >= columns[c].len() && covered >= overlap(&columns[c], next.0, next.1)
        };
        while after > first + 1 && !is_in(after - 1) {
            after -= 1;
        }
        while after > first + 1 && !is_in(first) {
            first += 1;
        }
        first = first.min(columns.len() - 1);
        line[i].columns = first..after.max(first + 1);
        free = line[i].columns.end;
    }
}
