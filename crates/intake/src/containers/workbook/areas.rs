//! Merged cells: which cell of a sheet is shown, and how far it reaches.

use std::collections::BTreeMap;

/// A rectangle of cells, all ends within it, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) struct Area {
    pub(in super::super) top: u32,
    pub(in super::super) left: u32,
    pub(in super::super) bottom: u32,
    pub(in super::super) right: u32,
}

impl Area {
    /// The area of one cell.
    pub(super) fn of_cell(row: u32, column: u32) -> Area {
        Area {
            top: row,
            left: column,
            bottom: row,
            right: column,
        }
    }
}

/// What merging makes of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cover {
    /// Nothing.
    None,
    /// It is the first of an area and shown in all of it.
    First(Area),
    /// Another cell is shown in its place.
    Covered,
}

/// The merged areas of a sheet, asked for row by row downwards. Of areas that overlap, as in
/// broken files, the upper one holds and the other is as if it were not there.
pub(super) struct Merged {
    /// The areas that begin further down, the next one last.
    coming: Vec<Area>,
    /// Those that begin in this row or above, by their first column; some have ended.
    open: BTreeMap<u32, Area>,
}

impl Merged {
    pub(super) fn new(mut areas: Vec<Area>) -> Self {
        areas.retain(|area| area.top <= area.bottom && area.left <= area.right);
        areas.sort_unstable_by(|a, b| b.cmp(a));
        Merged {
            coming: areas,
            open: BTreeMap::new(),
        }
    }

    /// What merging makes of a cell. Rows are asked for in order.
    pub(super) fn at(&mut self, row: u32, column: u32) -> Cover {
        while let Some(area) = self.coming.pop_if(|area| area.top <= row) {
            self.open(area);
        }
        match self.open.range(..=column).next_back() {
            Some((_, area)) if column <= area.right && row <= area.bottom => {
                if (row, column) == (area.top, area.left) {
                    Cover::First(*area)
                } else {
                    Cover::Covered
                }
            }
            _ => Cover::None,
        }
    }

    /// Opens an area, unless it overlaps one that is open. Those that ended above it make room.
    fn open(&mut self, area: Area) {
        while let Some((&left, other)) = self.open.range(..=area.right).next_back() {
            if other.right < area.left {
                break;
            }
            if other.bottom >= area.top {
                return;
            }
            self.open.remove(&left);
        }
        self.open.insert(area.left, area);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(top: u32, left: u32, bottom: u32, right: u32) -> Area {
        Area {
            top,
            left,
            bottom,
            right,
        }
    }

    #[test]
    fn of_areas_that_overlap_the_upper_one_holds() {
        let (upper, lower, beside) = (area(0, 1, 2, 3), area(2, 3, 4, 4), area(2, 4, 3, 4));
        let mut merged = Merged::new(vec![lower, beside, upper, area(9, 0, 8, 0)]);
        assert_eq!(merged.at(0, 1), Cover::First(upper));
        assert_eq!(merged.at(1, 0), Cover::None);
        assert_eq!(merged.at(2, 3), Cover::Covered);
        assert_eq!(merged.at(2, 4), Cover::First(beside));
        assert_eq!(merged.at(4, 4), Cover::None);
        assert_eq!(merged.at(9, 0), Cover::None);
    }
}
