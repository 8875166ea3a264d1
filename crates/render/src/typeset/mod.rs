//! From a composition to pages: where does each character and each ruling line stand?
//!
//! Pages are set as GB/T 9704-2012 sets official documents: A4, a type area of 156 mm by 225 mm,
//! 22 lines of 28 characters. All lengths are in points from the top left corner of the page.

mod draw;
mod flow;
mod line;
mod measures;
mod split;
mod table;

use crate::composition::{Block, Composition, Section};
use crate::fonts::{Fonts, Measure, Source};

use flow::Flow;

/// A page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Page {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) runs: Vec<Run>,
    pub(crate) rules: Vec<Rule>,
}

/// Characters on one line that are taken from one font.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Run {
    pub(crate) left: f32,
    pub(crate) baseline: f32,
    pub(crate) size: f32,
    pub(crate) source: Source,
    pub(crate) letters: Vec<Letter>,
}

/// A character with the room it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Letter {
    pub(crate) character: char,
    /// How far the next character stands from it.
    pub(crate) advance: f32,
}

/// A ruling line, level or upright.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rule {
    pub(crate) from: (f32, f32),
    pub(crate) to: (f32, f32),
}

/// A section that has been set: where an outline or a table of contents points.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Part {
    pub(crate) name: String,
    /// The page it begins on, from 0.
    pub(crate) page: usize,
    /// The number on that page, if its pages bear numbers.
    pub(crate) number: Option<usize>,
}

/// A composition that has been set.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Volume {
    pub(crate) pages: Vec<Page>,
    pub(crate) parts: Vec<Part>,
}

/// Sets a composition.
pub(crate) fn set(composition: &Composition, fonts: &Fonts) -> Volume {
    let measure = fonts.measure();
    let sections = &composition.sections;
    // Contents need the pages of all sections. An entry is as long whatever its number is, so
    // setting the contents once more moves nothing.
    let unknown = parts(sections, &vec![Vec::new(); sections.len()]);
    let mut set: Vec<Vec<Page>> = sections
        .iter()
        .map(|section| set_section(section, &unknown, &measure))
        .collect();
    let parts = parts(sections, &set);
    for (section, pages) in sections.iter().zip(&mut set) {
        if section.blocks.contains(&Block::Contents) {
            *pages = set_section(section, &parts, &measure);
        }
    }
    for (part, pages) in parts.iter().zip(&mut set) {
        let numbers = part.number.into_iter().flat_map(|first| first..);
        for (page, number) in pages.iter_mut().zip(numbers) {
            flow::number_page(page, number, &measure);
        }
    }
    Volume {
        pages: set.into_iter().flatten().collect(),
        parts,
    }
}

/// Where the sections begin, as far as they are set.
fn parts(sections: &[Section], set: &[Vec<Page>]) -> Vec<Part> {
    let (mut page, mut number) = (0, 1);
    let of_section = |(section, pages): (&Section, &Vec<Page>)| {
        let part = Part {
            name: section.name.clone(),
            page,
            number: section.is_numbered.then_some(number),
        };
        page += pages.len();
        number += pages.len() * usize::from(section.is_numbered);
        part
    };
    sections.iter().zip(set).map(of_section).collect()
}

/// Sets a section with its tables in the larger size, or in the smaller if that takes fewer pages.
fn set_section(section: &Section, parts: &[Part], measure: &Measure) -> Vec<Page> {
    let [large, small] = measures::TABLE_SIZES;
    let pages = Flow::set(section, parts, measure, large);
    let has_table = |block: &Block| matches!(block, Block::Table(_));
    if pages.len() < 2 || !section.blocks.iter().any(has_table) {
        return pages;
    }
    let denser = Flow::set(section, parts, measure, small);
    match denser.len() < pages.len() {
        true => denser,
        false => pages,
    }
}

#[cfg(test)]
mod tests;
