//! The general reader of forms: from paper to documents.
//!
//! There is one reader for every layout. A form, however it is laid out, is labels and what they
//! label: [`label`] finds a label where it stands, [`filler`] joins it with its value and fills
//! the [`draft`] of a document through the [`desk`]. Layout comes in through two doors only:
//! [`grid`] walks tables (with [`columns`] for rows under headings and [`lists`] for rows that are documents), [`lines`] and [`linear`] walk
//! running text (with [`records`] for tables whose ruling is gone and [`clause`] for prose).

mod budget;
mod clause;
mod columns;
mod desk;
mod draft;
mod filler;
mod grid;
mod indicators;
mod label;
mod linear;
mod lines;
mod lists;
mod meaning;
mod narrative;
mod plan;
mod records;

use std::collections::HashSet;

use plumbline_model::{Detail, Document, DocumentKind, Field, Text};

use crate::error::ReadError;
use crate::fold::tidy;
use crate::ledger::{Furniture, Ledger, Taken};
use crate::limits::Limits;
use crate::numbering::item_number;
use crate::paper::{Block, Gap, Line, Paper, Span};
use desk::{Desk, Volume};
use filler::Filler;
use grid::GridReader;
use lines::LineReader;

/// Reads the documents on a paper, and enters every piece of it in a ledger. The only error is a
/// limit passed.
pub(crate) fn read(paper: &Paper, limits: &Limits) -> Result<(Vec<Document>, Ledger), ReadError> {
    let mut filler = Filler::new(Desk::new(paper, limits));
    let mut grid = GridReader::default();
    let double_spaced = is_double_spaced(paper);
    let mut contents = false;
    let mut lines: Vec<Line> = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Line(line) => lines.push(*line),
            Block::Table(table) => {
                LineReader::new(&lines, double_spaced).read(&mut filler, &mut contents);
                lines.clear();
                contents = false;
                filler.settle();
                grid.read(&mut filler, table);
            }
        }
    }
    LineReader::new(&lines, double_spaced).read(&mut filler, &mut contents);
    filler.finish();
    filler.desk.close();
    let Desk {
        mut done,
        mut ledger,
        volume,
        over_limit,
        ..
    } = filler.desk;
    if let Some(passed) = over_limit {
        return Err(passed);
    }
    inherit_year(&mut done, volume.year);
    inherit_cover(&mut done, volume);
    enter_names_as_headings(paper, &done, &mut ledger);
    Ok((done, ledger))
}

/// A line that says no more than the name of a project in the file heads that project. (What was
/// taken for something else before stays that.)
fn enter_names_as_headings(paper: &Paper, documents: &[Document], ledger: &mut Ledger) {
    let names = documents.iter().map(|d| d.project.name.text());
    let names: HashSet<&str> = names.filter(|name| !name.is_empty()).collect();
    let longest = names.iter().map(|name| name.len()).max().unwrap_or(0);
    for block in &paper.blocks {
        let Block::Line(Line { span, .. }) = *block else {
            continue;
        };
        let text = paper.text(span);
        if text.len() > 2 * longest + 20 {
            continue;
        }
        let number = item_number(text).map_or(0, |number| number.end);
        if names.contains(tidy(&text[number..]).as_str()) {
            let at = span.start as usize + number;
            ledger.enter(
                Span::new(at, span.end as usize),
                Taken::Furniture(Furniture::Heading),
            );
            ledger.enter(
                Span::new(span.start as usize, at),
                Taken::Furniture(Furniture::Numbering),
            );
        }
    }
}

/// Gives the documents of a volume what its cover says.
fn inherit_cover(documents: &mut [Document], volume: Volume) {
    for document in &mut *documents {
        document.draft_mark = volume.draft_mark.clone();
    }
    let Some(first) = documents.first_mut() else {
        return;
    };
    if first.kind == DocumentKind::DepartmentTarget && first.budget_unit.name.is_absent() {
        first.budget_unit.name = volume.compiled_by;
    } else if volume.compiled_by.is_written() {
        first
            .details
            .push(detail("compiled_by", volume.compiled_by));
    }
    if volume.reviewed_by.is_written() {
        first
            .details
            .push(detail("reviewed_by", volume.reviewed_by));
    }
}

fn detail(key: &str, text: Text) -> Detail {
    Detail {
        key: key.to_owned(),
        label: String::new(),
        text,
    }
}

/// Whether nearly every line is followed by a blank one, as some extractors leave text: then a
/// blank line parts nothing.
fn is_double_spaced(paper: &Paper) -> bool {
    let (mut lines, mut parted) = (0usize, 0usize);
    for block in &paper.blocks {
        if let Block::Line(line) = block {
            lines += 1;
            parted += usize::from(line.gap != Gap::None);
        }
    }
    lines >= 8 && parted * 4 >= lines * 3
}

/// Gives documents that print no year the year of their volume: the one on its cover, or the one
/// all its other documents agree on.
fn inherit_year(documents: &mut [Document], volume: Option<u16>) {
    let mut stated = documents
        .iter()
        .filter_map(|d| d.fiscal_year.get().copied());
    let agreed = match stated.next() {
        Some(first) if stated.all(|year| year == first) => Some(first),
        _ => None,
    };
    let Some(year) = volume.or(agreed) else {
        return;
    };
    for document in documents {
        if !document.fiscal_year.is_written() {
            document.fiscal_year = Field::Stated(year, document.extent.from);
        }
    }
}
