//! Documents into forms: a composition for what they say, or a blank one to be filled in.

mod context;
mod grid;
mod indicators;
mod lists;
mod prose;
mod table;

use plumbline_model::{Document, DocumentKind};

use crate::composition::{self, Composition};
use crate::form::{Block, Each, Form, Paragraph, Repeat, Section};
use context::{Context, Item};

/// How a blank form is to be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    /// On paper or in a word processor: levels are merged cells, as in the official form.
    Page,
    /// As a workbook: each row has its levels, to be chosen from the frame.
    Sheet,
}

/// Sets documents in a form. Those that the form is not for are left out.
pub fn fill(form: &Form, documents: &[Document]) -> Composition {
    let mut sections = Vec::new();
    for run in runs(&form.sections) {
        let of_kind = |document: &&Document| is_in(run, document.kind);
        match run[0].each {
            Each::Volume => {
                let made = volume(documents).map(|document| {
                    let context = Context::new(form, document, None, 1);
                    self::section(&run[0], &context)
                });
                sections.extend(made);
            }
            Each::Document(_) => {
                let chosen = documents.iter().filter(of_kind);
                for (i, document) in chosen.enumerate() {
                    let context = Context::new(form, document, None, i + 1);
                    let own = run.iter().filter(|section| is_of(section, document.kind));
                    sections.extend(own.map(|section| self::section(section, &context)));
                }
            }
        }
    }
    composition(form, sections)
}

/// A blank form.
pub fn blank(form: &Form, blank: Blank) -> Composition {
    let document = Document::default();
    let context = Context::new(form, &document, Some(blank), 1);
    let sections = form.sections.iter();
    composition(
        form,
        sections
            .map(|section| self::section(section, &context))
            .collect(),
    )
}

fn composition(form: &Form, mut sections: Vec<composition::Section>) -> Composition {
    if form.is_continuous && !sections.is_empty() {
        let rest = sections.split_off(1);
        let blocks = rest.into_iter().flat_map(|section| section.blocks);
        sections[0].blocks.extend(blocks);
    }
    Composition {
        title: form.title.clone(),
        sections,
    }
}

/// Sections that stand together: all those of one document come before those of the next.
fn runs(sections: &[Section]) -> impl Iterator<Item = &[Section]> {
    sections.chunk_by(|a, b| a.each == b.each && a.each != Each::Volume)
}

fn is_of(section: &Section, kind: DocumentKind) -> bool {
    section.each == Each::Document(kind)
}

fn is_in(run: &[Section], kind: DocumentKind) -> bool {
    run.iter().any(|section| is_of(section, kind))
}

/// The document that speaks for a whole volume: that of the department, or the first.
fn volume(documents: &[Document]) -> Option<&Document> {
    let of_department = documents
        .iter()
        .find(|document| document.kind == DocumentKind::DepartmentTarget);
    of_department.or(documents.first())
}

fn section(section: &Section, context: &Context<'_>) -> composition::Section {
    let mut blocks = Vec::new();
    for block in &section.blocks {
        match block {
            Block::Contents => blocks.push(composition::Block::Contents),
            Block::Paragraph(paragraph) => blocks.extend(self::paragraph(paragraph, context)),
            Block::Repeat { of, paragraphs } => {
                for item in items(*of, context) {
                    let context = context.with_item(&item);
                    let made = paragraphs.iter().filter_map(|p| paragraph(p, &context));
                    blocks.extend(made);
                }
            }
            Block::Table(table) => {
                blocks.push(composition::Block::Table(table::table(table, context)));
            }
        }
    }
    let name = context.words(&section.name);
    let has_name = !name.trim_matches('\u{3000}').is_empty();
    composition::Section {
        name: if has_name {
            name
        } else {
            context.form.title.clone()
        },
        orientation: section.orientation,
        is_numbered: section.is_numbered,
        blocks,
    }
}

fn paragraph(paragraph: &Paragraph, context: &Context<'_>) -> Option<composition::Block> {
    let is_said = |slot: &crate::form::Slot| context.is_said(slot);
    if !paragraph.when.as_ref().is_none_or(is_said) {
        return None;
    }
    let mut slots = paragraph
        .text
        .slots()
        .filter(|slot| {
            !matches!(
                slot,
                crate::form::Slot::Number | crate::form::Slot::ChineseNumber
            )
        })
        .peekable();
    if slots.peek().is_some() && !slots.any(is_said) {
        return None;
    }
    Some(composition::Block::Paragraph(composition::Paragraph {
        style: paragraph.style,
        text: context
            .words(&paragraph.text)
            .trim_matches([' ', '\n'])
            .to_owned(),
    }))
}

/// What paragraphs are repeated for.
fn items(of: Repeat, context: &Context<'_>) -> Vec<Item> {
    let document = context.document;
    let clause = &context.form.clause;
    let numbered = |(i, item): (usize, Item)| Item {
        number: i + 1,
        ..item
    };
    let items: Vec<Item> = match of {
        Repeat::Goals => {
            let goals = document.goals.iter();
            goals.map(|goal| Item::of_text(&goal.value)).collect()
        }
        Repeat::SubGoals => {
            let goals = document.sub_goals.iter().map(|goal| Item {
                name: goal.name.text().to_owned(),
                text: goal.goal.text().to_owned(),
                indicators: prose::clauses(&goal.indicators, clause),
                number: 0,
            });
            goals.collect()
        }
        Repeat::Safeguards => {
            let safeguards = document.safeguards.iter().map(|safeguard| Item {
                name: safeguard.name.text().to_owned(),
                ..Item::of_text(safeguard.text.text())
            });
            safeguards.collect()
        }
        Repeat::Level1 => {
            let runs = document
                .indicators
                .chunk_by(|a, b| a.level1.text() == b.level1.text());
            let items = runs.map(|run| Item {
                name: run[0].level1.text().to_owned(),
                indicators: prose::clauses(run, clause),
                ..Item::default()
            });
            items.collect()
        }
    };
    items.into_iter().enumerate().map(numbered).collect()
}
