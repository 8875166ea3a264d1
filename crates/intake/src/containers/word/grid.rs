//! Where do the cells of a table stand?
//!
//! Word knows edges, not columns: each row has its own, and they need not lie exactly below each
//! other. Edges that some cell begins or ends at become the lines of a grid; edges so near each
//! other that they were meant as one, become one.

use std::collections::{BTreeMap, HashMap};

use super::{Merge, Remark, Row, Table, text_of};
use crate::paper::NoticeKind;

/// Edges at most so far apart, in twentieths of a point, are the same if no cell lies between.
const NEAR: i32 = 100;

/// Where a cell stands.
pub(super) struct Position {
    /// Column from 0.
    pub(super) column: u32,
    /// Columns it covers.
    pub(super) columns: u32,
    /// Rows it covers.
    pub(super) rows: u32,
}

/// The positions of the cells of each row. Cells that go on with the one above are taken out.
pub(super) fn positions(table: &mut Table) -> Vec<Vec<Position>> {
    let columns = columns(table);
    let mut positions: Vec<Vec<Position>> = Vec::with_capacity(table.rows.len());
    // By column and width: the row and the cell that the row above belongs to.
    let mut above: HashMap<(u32, u32), (usize, usize)> = HashMap::new();
    for (at, row) in table.rows.iter_mut().enumerate() {
        let mut here = HashMap::new();
        let mut in_row = Vec::new();
        let Row { cells, remarks } = row;
        cells.retain(|cell| {
            let column = columns.get(&cell.left).copied().unwrap_or_default();
            let right = columns.get(&cell.right).copied().unwrap_or_default();
            let place = (column, right.saturating_sub(column).max(1));
            let first = above.get(&place).copied();
            if let Some((row, index)) = first.filter(|_| cell.merge == Merge::GoesOn) {
                if let Some(first) = positions.get_mut(row).and_then(|row| row.get_mut(index)) {
                    first.rows = (at - row) as u32 + 1;
                }
                here.insert(place, (row, index));
                let covered = text_of(&cell.blocks);
                if !covered.is_empty() {
                    remarks.push(Remark::new(NoticeKind::HiddenText, &covered, 0));
                }
                return false;
            }
            if cell.merge != Merge::None {
                here.insert(place, (at, in_row.len()));
            }
            in_row.push(Position {
                column,
                columns: place.1,
                rows: 1,
            });
            true
        });
        positions.push(in_row);
        above = here;
    }
    positions
}

/// The column that begins at each edge that any cell has.
fn columns(table: &Table) -> BTreeMap<u32, u32> {
    // For each edge, the last edge at which a cell begins that ends here.
    let mut edges: BTreeMap<u32, Option<u32>> = BTreeMap::new();
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        edges.entry(cell.left).or_default();
        let begins = edges.entry(cell.right).or_default();
        *begins = (*begins).max(Some(cell.left));
    }
    let position = |edge: u32| table.edges.get(edge as usize).copied();
    let mut columns = BTreeMap::new();
    let mut column = 0;
    let mut first_of_column = None;
    for (&edge, &begins) in &edges {
        if let Some(first) = first_of_column {
            let distance = position(edge)
                .zip(position(first))
                .map(|(edge, first)| edge.saturating_sub(first));
            let is_near = distance.is_some_and(|distance| (0..=NEAR).contains(&distance));
            if !is_near || begins >= Some(first) {
                column += 1;
                first_of_column = Some(edge);
            }
        } else {
            first_of_column = Some(edge);
        }
        columns.insert(edge, column);
    }
    columns
}
