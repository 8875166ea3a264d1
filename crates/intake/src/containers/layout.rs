//! Tables that are laid out with blanks, as `pdftotext -layout` prints them.
//!
//! Such a table is found in five steps: lines are cut into *segments* at runs of blanks; a stretch
//! of the page with enough lines of several segments is a *region*; the lines of a region that
//! share their edges are a *block*, if the edges agree by more than chance; the segments of a block
//! are ordered into *columns* by where they overlap; and its lines are put together into *rows*,
//! because the lines of wrapped cells, and cells centred beside them, stand on lines of their own.
//!
//! It is better to leave a table as lines than to make one out of prose, so much is asked for.

use std::ops::Range;

use plumbline_model::Place;

use super::builder::{Builder, is_blank, plain_cell};
use super::layout_rows::{Piece, Row, Spacing, rows};
use super::lines::SourceLine;
use super::{layout_blocks, layout_columns, layout_wrap};
use crate::error::ReadError;
use crate::paper::Cell;

/// A table that was found.
pub(super) struct LayoutTable {
    /// The lines it takes.
    pub(super) lines: Range<usize>,
    rows: Vec<Row>,
}

/// A piece of a line between wide gaps.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    /// Where it stands in the source.
    pub(super) range: Range<usize>,
    /// Where it stands on the page.
    pub(super) left: usize,
    pub(super) right: usize,
    /// The columns it stands in; set when they are known.
    pub(super) columns: Range<usize>,
}

/// The segments of one line.
pub(super) type Segments = Vec<Segment>;

/// How many columns of the page a character takes. Programs differ: one each, or two for a Chinese
/// one.
pub(super) type Width = fn(char) -> usize;

fn one(_: char) -> usize {
    1
}

pub(super) fn display_width(c: char) -> usize {
    if c.is_ascii() {
        return 1;
    }
    if is_chinese(c) {
        return 2;
    }
    unicode_width::UnicodeWidthChar::width(c).unwrap_or(0)
}

/// Blank lines that may lie within a table.
const BLANK_LINES_MAX: usize = 2;
/// Lines of at least three segments that a table has at least.
const STRONG_LINES_MIN: usize = 2;
/// Rows of at least three cells that it has at least.
const ROWS_MIN: usize = 3;

/// Finds the tables among these lines, in order.
pub(super) fn find(source: &str, lines: &[SourceLine]) -> Vec<LayoutTable> {
    // Lines with tabs are laid out with tabs.
    let has_tab = |line: &SourceLine| line.text(source).contains('\t');
    let is_same_page = |a: &SourceLine, b: &SourceLine| !b.starts_page && has_tab(a) == has_tab(b);
    let has_gap = |line: &&SourceLine| has_gap(line.text(source));
    let mut tables = Vec::new();
    let mut start = 0;
    let mut context = Context::default();
    for page in lines.chunk_by(is_same_page) {
        let strong_min = context.strong_lines_min();
        let is_candidate = page.iter().filter(has_gap).nth(strong_min - 1).is_some();
        if is_candidate && !has_tab(&page[0]) {
            tables.extend(find_on_page(source, page, start, &mut context));
        } else {
            context.is_within_table = false;
        }
        start += page.len();
    }
    tables
}

/// What the pages before tell about the next.
#[derive(Default)]
pub(super) struct Context {
    pub(super) spacing: Spacing,
    /// A table went down to the end of the page, so what the next page begins with may be the rest
    /// of it, however little that is.
    pub(super) is_within_table: bool,
}

impl Context {
    fn strong_lines_min(&self) -> usize {
        if self.is_within_table {
            1
        } else {
            STRONG_LINES_MIN
        }
    }
}

/// A quick look whether a line can have several segments.
fn has_gap(line: &str) -> bool {
    let line = line.trim();
    line.contains("  ") || line.contains('\u{3000}')
}

fn find_on_page(
    source: &str,
    page: &[SourceLine],
    start: usize,
    context: &mut Context,
) -> Vec<LayoutTable> {
    let mut tables = Vec::new();
    let by_character = segments_of(source, page, one);
    let groups = groups(&by_character);
    let mut rest = groups.as_slice();
    while !rest.is_empty() {
        let region = &rest[..region_length(source, page, &by_character, rest)];
        let found = read_region(source, page, &by_character, region, context);
        let is_page_number = || region.is_empty() && is_page_number(source, &page[rest[0].clone()]);
        context.is_within_table =
            !found.is_empty() || (context.is_within_table && is_page_number());
        tables.extend(found.into_iter().map(|(lines, rows)| LayoutTable {
            lines: start + lines.start..start + lines.end,
            rows,
        }));
        rest = &rest[region.len().max(1)..];
    }
    tables
}

/// `- 18 -`: what comes after it may be the rest of a table.
fn is_page_number(source: &str, lines: &[SourceLine]) -> bool {
    let is_sign = |c: char| c.is_ascii_digit() || is_blank(c) || "-—–/第共页".contains(c);
    lines.len() == 1 && lines[0].text(source).chars().all(is_sign)
}

fn segments_of(source: &str, lines: &[SourceLine], width: impl Fn(char) -> usize) -> Vec<Segments> {
    lines
        .iter()
        .map(|line| segments(source, line.range(), &width))
        .collect()
}

/// Cuts a line at every run of at least two blanks.
fn segments(source: &str, range: Range<usize>, width: &impl Fn(char) -> usize) -> Segments {
    let mut segments: Segments = Vec::new();
    let (mut column, mut blanks) = (0, 2);
    for (at, c) in source[range.clone()].char_indices() {
        let at = range.start + at;
        if is_blank(c) {
            blanks += width(c);
        } else {
            let end = at + c.len_utf8();
            match segments.last_mut().filter(|_| blanks < 2) {
                Some(last) => (last.range.end, last.right) = (end, column + width(c)),
                None => segments.push(Segment {
                    range: at..end,
                    left: column,
                    right: column + width(c),
                    columns: 0..0,
                }),
            }
            blanks = 0;
        }
        column += width(c);
    }
    segments
}

/// Stretches of lines between blank lines.
fn groups(lines: &[Segments]) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        if line.is_empty() {
            continue;
        }
        match groups.last_mut() {
            Some(last) if last.end == i => last.end = i + 1,
            _ => groups.push(i..i + 1),
        }
    }
    groups
}

/// How many of these groups have text side by side, from the first to the last.
fn region_length(
    source: &str,
    page: &[SourceLine],
    lines: &[Segments],
    groups: &[Range<usize>],
) -> usize {
    let mut length = 0; // up to the last group that has columns
    let mut has_headings = false;
    for (i, group) in groups.iter().enumerate() {
        let is_near = i == 0 || group.start - groups[i - 1].end <= BLANK_LINES_MAX;
        if is_page_number(source, &page[group.clone()]) {
            break;
        }
        let group = &lines[group.clone()];
        // Repeated headings head a table of their own.
        if has_headings && group.first().is_some_and(|line| are_headings(source, line)) {
            break;
        }
        has_headings |= group.iter().any(|line| are_headings(source, line));
        if has_columns(group) && is_near {
            length = i + 1;
        } else if i == 0 || !is_near || !is_floating(group) {
            break;
        }
    }
    length
}

fn are_headings(source: &str, line: &Segments) -> bool {
    const HEADINGS_MIN: usize = 3;
    let is_heading = |s: &&Segment| layout_wrap::is_heading(&source[s.range.clone()]);
    line.len() >= HEADINGS_MIN && line.iter().filter(is_heading).count() >= HEADINGS_MIN
}

/// Text stands side by side, though not always on one line.
fn has_columns(group: &[Segments]) -> bool {
    if group.iter().any(|line| line.len() >= 2) {
        return true;
    }
    let segments = || group.iter().flatten();
    let first_end = segments().map(|segment| segment.right).min();
    let last_start = segments().map(|segment| segment.left).max();
    first_end < last_start
}

/// A short text by itself near the left edge: a label beside several rows.
fn is_floating(group: &[Segments]) -> bool {
    const LEFT_MAX: usize = 16;
    const WIDTH_MAX: usize = 12;
    let is_label = |s: &Segment| s.left <= LEFT_MAX && s.right - s.left <= WIDTH_MAX;
    group.iter().flatten().all(is_label)
}

/// Reads the tables of a region, if there are any after all.
fn read_region(
    source: &str,
    page: &[SourceLine],
    by_character: &[Segments],
    groups: &[Range<usize>],
    context: &mut Context,
) -> Vec<(Range<usize>, Vec<Row>)> {
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else {
        return Vec::new();
    };
    let region = first.start..last.end;
    let by_character = &by_character[region.clone()];
    let strong = by_character.iter().filter(|line| line.len() >= 3).count();
    if strong < context.strong_lines_min() {
        return Vec::new();
    }
    let by_width = segments_of(source, &page[region.clone()], display_width);
    let (lines, width): (_, Width) = if alignment(&by_width) > alignment(by_character) {
        (by_width, display_width)
    } else {
        (by_character.to_vec(), one)
    };
    let mut read = |blocks: Vec<Range<usize>>| -> Vec<(Range<usize>, Vec<Row>)> {
        let read = |block: Range<usize>| {
            let rows = read_block(source, &lines[block.clone()], width, context);
            context.is_within_table = false;
            Some((region.start + block.start..region.start + block.end, rows?))
        };
        blocks.into_iter().filter_map(read).collect()
    };
    // The upper part of a form may be a table of its own, part of one table, or lines.
    let parts = layout_blocks::blocks(&lines, groups.len(), |line| are_headings(source, line));
    let blocks = layout_blocks::blocks(&lines, groups.len(), |_| false);
    let is_parted = parts != blocks;
    let parted = read(parts);
    let joined = if is_parted { read(blocks) } else { Vec::new() };
    let covered = |tables: &[(Range<usize>, Vec<Row>)]| -> usize {
        tables.iter().map(|(lines, _)| lines.len()).sum()
    };
    let tables = if covered(&parted) < covered(&joined) {
        joined
    } else {
        parted
    };
    if tables.is_empty() {
        // Its parts may be too small to tell what they are.
        return read(layout_blocks::all(&lines));
    }
    tables
}

/// Reads a block, if it is a table after all.
fn read_block(
    source: &str,
    block: &[Segments],
    width: Width,
    context: &mut Context,
) -> Option<Vec<Row>> {
    if !context.is_within_table && !layout_blocks::is_aligned(block) {
        return None;
    }
    let mut lines = block.to_vec();
    let starts = starts(&lines);
    for line in &mut lines {
        let split = |s| {
            split_at(source, s, width, |at, between| {
                begins_cell(&starts, at, between)
            })
        };
        *line = line.drain(..).flat_map(split).collect();
    }
    layout_columns::assign(source, &mut lines, width)?;
    let rows = rows(source, &lines, &groups(&lines), context);
    let rows_min = if context.is_within_table { 1 } else { ROWS_MIN };
    is_convincing(&rows, rows_min).then_some(rows)
}

/// How well segments stand below each other: the more often they begin at the same places, the
/// higher.
fn alignment(lines: &[Segments]) -> usize {
    starts(lines).iter().map(|count| count * count).sum()
}

/// How many segments begin at each column of the page.
fn starts(lines: &[Segments]) -> Vec<usize> {
    let segments = || lines.iter().flatten();
    let columns = segments().map(|segment| segment.left + 1).max();
    let mut starts = vec![0; columns.unwrap_or(0)];
    for segment in segments() {
        starts[segment.left] += 1;
    }
    starts
}

/// Cells that fill their column have but one blank between them. So have words, so a single blank
/// parts cells only where others begin.
fn begins_cell(starts: &[usize], column: usize, (before, after): (char, char)) -> bool {
    match starts.get(column).copied().unwrap_or(0) {
        0 => false,
        1 => is_chinese(before) && is_chinese(after),
        2 => !parts_scripts(before, after),
        _ => true,
    }
}

/// Between Chinese characters and others many programs leave a blank: `12 月`.
pub(super) fn parts_scripts(before: char, after: char) -> bool {
    (is_chinese(before) && after.is_ascii_alphanumeric())
        || (before.is_ascii_alphanumeric() && is_chinese(after))
}

/// Cuts a segment at the blanks after which a cell begins, to judge by the column of the page and
/// the characters before and after the blank.
pub(super) fn split_at(
    source: &str,
    mut rest: Segment,
    width: Width,
    begins_cell: impl Fn(usize, (char, char)) -> bool,
) -> Segments {
    let mut parts = Vec::new();
    let text = &source[rest.range.clone()];
    if !text.contains(is_blank) {
        return vec![rest];
    }
    let (start, mut column, mut before) = (rest.range.start, rest.left, None);
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next();
        column += width(c);
        if is_blank(c)
            && let (Some(before), Some(after)) = (before, after)
            && begins_cell(column, (before, after))
        {
            let mut part = rest.clone();
            part.range.end = start + at;
            part.right = column - width(c);
            parts.push(part);
            rest.range.start = start + at + c.len_utf8();
            rest.left = column;
        }
        before = Some(c);
    }
    parts.push(rest);
    parts
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}')
}

/// A table has rows of several cells, most of all: prose and lists have not.
fn is_convincing(rows: &[Row], rows_min: usize) -> bool {
    let with = |cells: usize| rows.iter().filter(|row| row.len() >= cells).count();
    with(3) >= rows_min && with(2) * 5 >= rows.len() * 3
}

impl LayoutTable {
    /// Adds the table.
    pub(super) fn read(
        &self,
        builder: &mut Builder,
        source: &str,
        lines: &[SourceLine],
    ) -> Result<(), ReadError> {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
            return Ok(());
        };
        // Places are asked for in the order of the source, which is not that of the cells.
        let mut starts: Vec<usize> = self.pieces().map(|range| range.start).collect();
        starts.sort_unstable();
        let places: Vec<Place> = starts.iter().map(|&start| builder.place(start)).collect();
        let place = |start: usize| {
            starts
                .binary_search(&start)
                .map_or(Place::Whole, |i| places[i])
        };
        builder.open(first.range().start);
        self.write(builder, source, place)?;
        builder.close(last.range().end);
        Ok(())
    }

    /// Adds the table within a replacement of the source, or where all text is composed.
    pub(super) fn write(
        &self,
        builder: &mut Builder,
        source: &str,
        place: impl Fn(usize) -> Place,
    ) -> Result<(), ReadError> {
        let mut cells = Vec::new();
        for (row, row_cells) in self.rows.iter().enumerate() {
            builder.count_cells(row_cells.len())?;
            for cell in row_cells {
                for Piece { range, .. } in &cell.pieces {
                    builder.append_break();
                    builder.append_text(&source[range.clone()], place(range.start));
                }
                let span = builder.close(0);
                builder.part();
                cells.push(Cell {
                    row_span: cell.row_span as u32,
                    column_span: cell.columns.len() as u32,
                    ..plain_cell(row, cell.columns.start, span)
                });
            }
        }
        builder.table(cells);
        Ok(())
    }

    fn pieces(&self) -> impl Iterator<Item = &Range<usize>> {
        let pieces = self.rows.iter().flatten().flat_map(|cell| &cell.pieces);
        pieces.map(|piece| &piece.range)
    }
}
