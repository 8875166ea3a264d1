//! Tables whose end has not been read. A row says only at its end where its cells stand.

use super::bytes::{byte, short};
use super::sprm;
use crate::containers::word::{Block, Cell, Merge, Row, Table};
use crate::paper::NoticeKind;

/// A table whose end has not been read.
#[derive(Default)]
pub(super) struct TableDraft {
    table: Table,
    /// For each row, the edges of its cells, left and right.
    edges: Vec<Vec<(i32, i32)>>,
    /// The cells of the row that is open.
    cells: Vec<Vec<Block>>,
    /// What is in the cell that is open.
    pub(super) blocks: Vec<Block>,
}

/// What becomes of a row.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Fate {
    /// It is read.
    Read,
    /// It is read; it was put in.
    Inserted,
    /// It is not read; it was taken out.
    Deleted,
}

/// A cell as the end of its row describes it.
#[derive(Clone, Copy, Debug)]
struct Look {
    left: i32,
    right: i32,
    /// Bits that say how it merges with the cell at its left; 0 not at all.
    across: u16,
    down: Merge,
}

impl TableDraft {
    pub(super) fn end_cell(&mut self) {
        let blocks = std::mem::take(&mut self.blocks);
        self.cells.push(blocks);
    }

    pub(super) fn end_row(&mut self, properties: &[&[u8]], fate: Fate) {
        if !self.blocks.is_empty() {
            self.end_cell();
        }
        let looks = looks(properties, self.cells.len());
        let mut row = Row::default();
        let mut edges: Vec<(i32, i32)> = Vec::new();
        let mut first_across = 0;
        for (blocks, look) in std::mem::take(&mut self.cells).into_iter().zip(looks) {
            // The first of merged cells has one mark and those that go on have another; which
            // is which, programs do not agree on.
            let goes_on = look.across != 0 && first_across != 0 && look.across != first_across;
            if !goes_on {
                first_across = look.across;
            }
            if !goes_on || row.cells.is_empty() {
                row.cells.push(Cell {
                    merge: look.down,
                    ..Cell::default()
                });
                edges.push((look.left, look.right));
            }
            if let (Some(cell), Some(edge)) = (row.cells.last_mut(), edges.last_mut()) {
                edge.1 = look.right;
                cell.fill(blocks);
            }
        }
        match fate {
            Fate::Deleted => return self.table.leave_out(&row, NoticeKind::Deletion),
            Fate::Inserted => row.remark(NoticeKind::Insertion),
            Fate::Read => {}
        }
        self.table.add(row);
        self.edges.push(edges);
    }

    pub(super) fn finish(mut self) -> Table {
        if !self.blocks.is_empty() || !self.cells.is_empty() {
            self.end_row(&[], Fate::Read);
        }
        let pairs = self.edges.iter().flatten();
        let mut all: Vec<i32> = pairs.flat_map(|(left, right)| [*left, *right]).collect();
        all.sort_unstable();
        all.dedup();
        let number = |edge: &i32| all.binary_search(edge).unwrap_or_default() as u32;
        for (row, edges) in self.table.rows.iter_mut().zip(&self.edges) {
            for (cell, (left, right)) in row.cells.iter_mut().zip(edges) {
                cell.left = number(left);
                cell.right = number(right);
            }
        }
        self.table.edges = all;
        self.table
    }
}

/// How so many cells of a row look, after the properties of its end.
fn looks(properties: &[&[u8]], count: usize) -> Vec<Look> {
    let mut looks = Vec::new();
    for sprm in properties.iter().flat_map(|list| sprm::sprms(list)) {
        match sprm.code {
            sprm::ROW => looks = described(sprm.operand),
            sprm::VERTICAL_MERGE => {
                if let Some(look) = looks.get_mut(usize::from(byte(sprm.operand, 0))) {
                    look.down = down(u16::from(byte(sprm.operand, 1)));
                }
            }
            sprm::MERGE => {
                let (first, end) = (byte(sprm.operand, 0), byte(sprm.operand, 1));
                let range = usize::from(first)..usize::from(end);
                for (at, look) in looks.iter_mut().enumerate() {
                    if range.contains(&at) {
                        look.across = 1 + u16::from(at != range.start);
                    }
                }
            }
            _ => {}
        }
    }
    // Cells that are not described stand one after the other.
    const WIDTH: i32 = 1440;
    let mut reached = 0;
    for look in &mut looks {
        look.left = look.left.max(reached);
        look.right = look.right.max(look.left.saturating_add(1));
        reached = look.right;
    }
    while looks.len() < count {
        let left = reached;
        reached = left.saturating_add(WIDTH);
        looks.push(Look {
            left,
            right: reached,
            across: 0,
            down: Merge::None,
        });
    }
    looks
}

/// The cells that the description of a row lists: their edges, then twenty bytes for each.
fn described(row: &[u8]) -> Vec<Look> {
    const CELL: usize = 20;
    let count = usize::from(byte(row, 0));
    let edge = |at: usize| {
        let edge = i32::from(short(row, 1 + 2 * at) as i16);
        edge + 0x8000 // some stand left of the text
    };
    let cells = 1 + 2 * (count + 1);
    (0..count)
        .map(|at| {
            let flags = short(row, cells + CELL * at);
            Look {
                left: edge(at),
                right: edge(at + 1),
                across: flags & 3,
                down: down(flags >> 5),
            }
        })
        .collect()
}

/// How a cell merges with those above and below.
fn down(flags: u16) -> Merge {
    match flags & 3 {
        1 => Merge::GoesOn,
        3 => Merge::First,
        _ => Merge::None,
    }
}
