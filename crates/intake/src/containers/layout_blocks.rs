//! Which lines of a region share a column system, and whether they have one at all.
//!
//! Text whose cells are merely parted by a few blanks looks like a table that is laid out, but its
//! edges agree by chance only. And the upper part of a form often has columns of its own.

use std::collections::BTreeMap;
use std::ops::Range;

use super::layout::{Segment, Segments};
use super::layout_columns::COLUMNS_MAX;

/// How far edges that agree may be apart.
const NEAR: usize = 1;

/// Parts blocks before headings whose columns are not those of the lines above: the upper part of
/// a form has a grid of its own.
fn part_at_headings(
    lines: &[Segments],
    blocks: Vec<Range<usize>>,
    are_headings: impl Fn(&Segments) -> bool,
) -> Vec<Range<usize>> {
    let part = |block: Range<usize>| {
        let headings = block.clone().skip(1).find(|&i| are_headings(&lines[i]));
        let above = headings.map(|at| &lines[block.start..at]);
        let has_own_grid = |above: &[Segments]| {
            let second = headings.and_then(|at| lines[at].get(1));
            let begins =
                |s: &Segment| second.is_some_and(|second| s.left.abs_diff(second.left) <= NEAR);
            !above
                .iter()
                .flat_map(|line| line.iter().skip(1))
                .any(begins)
        };
        match headings.filter(|_| above.is_some_and(has_own_grid)) {
            Some(at) => vec![block.start..at, at..block.end],
            None => std::iter::once(block).collect(),
        }
    };
    blocks.into_iter().flat_map(part).collect()
}

/// The whole region, but for the titles above it.
pub(super) fn all(lines: &[Segments]) -> Vec<Range<usize>> {
    without_titles(lines, std::iter::once(0..lines.len()).collect())
}

/// Parts a region where its column system changes: lines that fit into the usual columns, and
/// lines that do not. Titles between them are in no block. (Rows with blank lines between them are
/// real print; they are cells of one table more surely than their edges could tell.)
pub(super) fn blocks(
    lines: &[Segments],
    groups: usize,
    are_headings: impl Fn(&Segments) -> bool,
) -> Vec<Range<usize>> {
    let several = lines.iter().filter(|line| line.len() >= 2).count();
    let blocks = if several > groups * 5 / 2 && several > 4 {
        let mut blocks = blocks_of_tight_lines(lines);
        let has_titles = blocks.windows(2).any(|pair| pair[0].end < pair[1].start);
        if blocks.len() > 1 && !has_titles && evidence(lines).is_strong() {
            blocks = std::iter::once(0..lines.len()).collect();
        }
        part_at_headings(lines, blocks, are_headings)
    } else {
        std::iter::once(0..lines.len()).collect()
    };
    without_titles(lines, blocks)
}

fn without_titles(lines: &[Segments], mut blocks: Vec<Range<usize>>) -> Vec<Range<usize>> {
    for block in &mut blocks {
        block.start += lines_of_titles(&lines[block.clone()]);
    }
    blocks
}

fn blocks_of_tight_lines(lines: &[Segments]) -> Vec<Range<usize>> {
    let edges = usual_edges(lines);
    let several = |line: &Segments| (line.len() >= 2).then(|| fits(line, &edges));
    let mut kind = lines.iter().find_map(several);
    let mut kinds = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        kind = match line.as_slice() {
            [only] if is_title(only, &edges) && !is_wrapped(only, i, lines) => None,
            [] | [_] => kind,
            _ => several(line),
        };
        kinds.push(kind);
    }
    let mut start = 0;
    let blocks = kinds.chunk_by(|a, b| a == b).filter_map(|chunk| {
        start += chunk.len();
        chunk[0].map(|_| start - chunk.len()..start)
    });
    blocks.collect()
}

/// Where segments begin in at least a quarter of the lines that have several.
fn usual_edges(lines: &[Segments]) -> Vec<usize> {
    let several: Vec<&Segments> = lines.iter().filter(|line| line.len() >= 2).collect();
    let mut counts = BTreeMap::<usize, usize>::new();
    for segment in several.iter().copied().flatten() {
        *counts.entry(segment.left).or_default() += 1;
    }
    let near = |at: usize| -> usize {
        let near = counts.range(at.saturating_sub(NEAR)..=at + NEAR);
        near.map(|(_, count)| count).sum()
    };
    let min = 2.max(several.len().div_ceil(4));
    let mut edges: Vec<usize> = Vec::new();
    for &at in counts.keys() {
        let is_new = edges.last().is_none_or(|last| at > last + 2 * NEAR);
        if near(at) >= min && is_new {
            edges.push(at);
        }
    }
    edges
}

fn is_edge(edges: &[usize], at: usize) -> bool {
    let next = edges.partition_point(|edge| edge + 2 * NEAR < at);
    edges.get(next).is_some_and(|edge| *edge <= at + NEAR)
}

/// Every cell begins at an edge, or is alone between two edges, as centred cells are.
fn fits(line: &Segments, edges: &[usize]) -> bool {
    let column = |at: usize| edges.partition_point(|edge| *edge <= at + NEAR);
    let strays = (1..line.len()).filter(|&i| {
        let segment = &line[i];
        let has_neighbour = column(line[i - 1].left) == column(segment.left)
            || column(line[i - 1].right.saturating_sub(2 * NEAR + 1)) > column(segment.left);
        !is_edge(edges, segment.left) && has_neighbour
    });
    strays.count() < 2
}

/// A text that begins at no edge and lies across one.
fn is_title(segment: &Segment, edges: &[usize]) -> bool {
    const PART_MIN: usize = 3;
    let next = edges.partition_point(|&edge| edge < segment.left + PART_MIN);
    let is_across = edges
        .get(next)
        .is_some_and(|edge| edge + PART_MIN <= segment.right);
    is_across && !is_edge(edges, segment.left)
}

/// The text of a wrapped cell lies above or below a shorter or a longer line of it.
fn is_wrapped(segment: &Segment, at: usize, lines: &[Segments]) -> bool {
    let near = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    let near = near
        .filter_map(|i| lines.get(i))
        .filter(|line| line.len() >= 2);
    let holds = |a: &Segment, b: &Segment| a.left <= b.left && b.right <= a.right;
    near.flatten()
        .any(|other| holds(other, segment) || holds(segment, other))
}

/// How many lines at the start of a block are titles. Above its first row only the upper part of
/// cells can stand that go on below it.
fn lines_of_titles(block: &[Segments]) -> usize {
    let above = block.iter().take_while(|line| line.len() <= 1).count();
    let Some(row) = block.get(above) else {
        return 0;
    };
    let goes_on = |title: &Segment| {
        let is_below = |s: &Segment| s.left.abs_diff(title.left) <= 2 * NEAR;
        let is_beside = |s: &Segment| s.left < title.right && title.left < s.right;
        let has_room = !row.iter().any(is_beside);
        let rest = block[above + 1..].iter().take(LINES_NEAR);
        rest.filter(|line| line.len() == 1 || has_room)
            .flatten()
            .any(is_below)
    };
    let last_title = block[..above]
        .iter()
        .rposition(|line| !line.first().is_some_and(goes_on));
    last_title.map_or(0, |last| last + 1)
}

/// What cells have to do with those of the lines below them.
#[derive(Default)]
struct Evidence {
    /// Their edges agree although the gaps before them differ.
    aligned: usize,
    /// Their edges agree.
    agree: usize,
    /// They stand above others, and no edge agrees.
    disagree: usize,
}

impl Evidence {
    /// All lines share one column system, whatever else they look like.
    fn is_strong(&self) -> bool {
        self.aligned >= 2 * ALIGNED_MIN && self.aligned >= 5 * self.disagree
    }
}

/// Whether the edges of the cells agree because they were made to.
pub(super) fn is_aligned(lines: &[Segments]) -> bool {
    let several: Vec<&Segments> = lines.iter().filter(|line| line.len() >= 2).collect();
    if several.iter().any(|line| line.len() > COLUMNS_MAX) {
        return false;
    }
    let evidence = evidence(lines);
    evidence.aligned >= ALIGNED_MIN
        && evidence.aligned * 3 >= evidence.disagree * 5
        && !are_parted(&several)
}

fn evidence(lines: &[Segments]) -> Evidence {
    let has_cells = |line: &&Segments| (2..=COLUMNS_MAX).contains(&line.len());
    let lines: Vec<&Segments> = lines.iter().filter(has_cells).collect();
    let mut evidence = Evidence::default();
    for (i, line) in lines.iter().enumerate() {
        for below in lines[i + 1..].iter().take(LINES_NEAR) {
            for gap in gaps(line) {
                let is_above = |other: &Gap| other.is_beside(&gap) && !is_wide(other, line);
                if gaps(below).any(|other| gap.is_aligned(&other)) {
                    evidence.aligned += 1;
                } else if gaps(below).any(|other| gap.is_alike(&other)) {
                    evidence.agree += 1;
                } else if !is_wide(&gap, below) && gaps(below).any(|other| is_above(&other)) {
                    evidence.disagree += 1;
                }
            }
        }
    }
    evidence
}

/// Lines above and below that an edge is compared with.
const LINES_NEAR: usize = 3;
/// Edges that agree in a table at least.
const ALIGNED_MIN: usize = 3;

/// A cell and the end of the one before it.
struct Gap {
    before: usize,
    left: usize,
    right: usize,
}

fn gaps(line: &Segments) -> impl Iterator<Item = Gap> {
    (0..line.len()).filter_map(|at| gaps_at(line, at))
}

/// The gap before a cell; indentation is one too.
fn gaps_at(line: &Segments, at: usize) -> Option<Gap> {
    let before = at.checked_sub(1).map_or(0, |before| line[before].right);
    let (left, right) = (line[at].left, line[at].right);
    (left > before + NEAR).then_some(Gap {
        before,
        left,
        right,
    })
}

/// A cell that stands above or below several of another line agrees with none of them.
fn is_wide(gap: &Gap, other: &Segments) -> bool {
    let beside = other
        .iter()
        .filter(|s| s.left < gap.right && gap.left < s.right);
    beside.take(2).count() == 2
}

impl Gap {
    fn is_beside(&self, other: &Gap) -> bool {
        self.left < other.right && other.left < self.right
    }

    fn is_alike(&self, other: &Gap) -> bool {
        self.left.abs_diff(other.left) <= NEAR
    }

    /// Texts of different lengths begin, end or are centred at the same place.
    fn is_aligned(&self, other: &Gap) -> bool {
        let left = self.left.abs_diff(other.left);
        let right = self.right.abs_diff(other.right);
        let middle = (self.left + self.right).abs_diff(other.left + other.right);
        (left <= NEAR && self.before.abs_diff(other.before) > left + NEAR)
            || (left > NEAR && (right <= NEAR || middle <= 2 * NEAR))
    }
}

/// Whether nearly all gaps are of one width, so that they part cells but align nothing.
fn are_parted(lines: &[&Segments]) -> bool {
    let mut widths = BTreeMap::<usize, usize>::new();
    let mut count = 0;
    for pair in lines.iter().flat_map(|line| line.windows(2)) {
        *widths.entry(pair[1].left - pair[0].right).or_default() += 1;
        count += 1;
    }
    let with_next =
        |(width, count): (&usize, &usize)| count + widths.get(&(width + 1)).unwrap_or(&0);
    let most = widths.iter().map(with_next).max().unwrap_or(0);
    most * 20 >= count * 17
}
