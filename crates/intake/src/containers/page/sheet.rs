//! What stands on one page: lines and tables, from top to bottom.

use super::grid::{Grid, grids};
use super::text::{Line, lines};
use super::{Glyph, Page};

/// A page of lines and tables.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) parts: Vec<Part>,
}

/// One thing on a page.
#[derive(Debug)]
pub(super) enum Part {
    Line(Line),
    Grid(Grid),
}

impl Part {
    pub(super) fn top(&self) -> f32 {
        match self {
            Part::Line(line) => line.top,
            Part::Grid(grid) => grid.top(),
        }
    }

    pub(super) fn bottom(&self) -> f32 {
        match self {
            Part::Line(line) => line.bottom,
            Part::Grid(grid) => grid.bottom(),
        }
    }

    pub(super) fn left(&self) -> f32 {
        match self {
            Part::Line(line) => line.left(),
            Part::Grid(grid) => grid.left(),
        }
    }

    pub(super) fn right(&self) -> f32 {
        match self {
            Part::Line(line) => line.right(),
            Part::Grid(grid) => grid.right(),
        }
    }
}

impl Sheet {
    pub(super) fn lines(&self) -> impl Iterator<Item = &Line> {
        self.parts.iter().filter_map(|part| match part {
            Part::Line(line) => Some(line),
            Part::Grid(_) => None,
        })
    }

    pub(super) fn grids(&self) -> impl Iterator<Item = &Grid> {
        self.parts.iter().filter_map(|part| match part {
            Part::Line(_) => None,
            Part::Grid(grid) => Some(grid),
        })
    }

    pub(super) fn of(page: Page) -> Sheet {
        let mut grids = grids(&page.rules);
        keep_innermost(&mut grids);
        let mut loose = Vec::new();
        let mut filled: Vec<Vec<Vec<Glyph>>> = grids
            .iter()
            .map(|grid| vec![Vec::new(); grid.cells.len()])
            .collect();
        for glyph in page.glyphs.into_iter().filter(Glyph::is_sound) {
            let (x, y) = glyph.middle();
            // Of tables within tables the last is the inner one.
            let found = grids.iter().enumerate().rev();
            let mut found = found.filter_map(|(at, grid)| Some((at, grid.cell_at(x, y)?)));
            match found.next() {
                Some((grid, cell)) => filled[grid][cell].push(glyph),
                None => loose.push(glyph),
            }
        }
        for (grid, filled) in grids.iter_mut().zip(filled) {
            for (cell, glyphs) in grid.cells.iter_mut().zip(filled) {
                cell.lines = lines(page.number, glyphs);
            }
        }
        let loose = lines(page.number, loose);
        let mut parts: Vec<Part> = loose.into_iter().map(Part::Line).collect();
        parts.extend(grids.into_iter().map(Part::Grid));
        parts.sort_by(|a, b| a.top().total_cmp(&b.top()));
        Sheet {
            width: page.width,
            height: page.height,
            parts,
        }
    }
}

/// Leaves out frames that are drawn around tables.
fn keep_innermost(grids: &mut Vec<Grid>) {
    let is_frame =
        |grid: &Grid| grid.cells.len() == 1 && grids.iter().any(|inner| grid.contains(inner));
    let keep: Vec<bool> = grids.iter().map(|grid| !is_frame(grid)).collect();
    let mut keep = keep.into_iter();
    grids.retain(|_| keep.next().unwrap_or(true));
}
