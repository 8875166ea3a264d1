//! Texts as Word and WPS write them since 2007 (ECMA-376): an archive of XML parts.
//!
//! Headers and footers are not read: they are furniture of the page. Notes at the foot of pages
//! come after the text.

mod lists;
mod paragraph;
mod property;
mod story;
mod styles;
mod table;

use std::collections::HashMap;

use plumbline_model::Place;

use super::archive::Archive;
use super::builder::Builder;
use super::relations::Relations;
use super::word;
use super::xml::{Damage, Part};
use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::{Container, NoticeKind, Paper};
use story::{Note, Story};

/// Reads DOCX.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Paper, ReadError> {
    let mut builder = Builder::composing(Container::Docx, limits);
    let mut package = Package {
        archive: Archive::open(Container::Docx, bytes, limits)?,
        limits,
    };
    let root = package.relations("")?;
    let name = root.first("officeDocument").unwrap_or("word/document.xml");
    let relations = package.relations(name)?;
    let mut context = Context {
        styles: package.parse(&relations, "styles", styles::read)?,
        numbering: package.parse(&relations, "numbering", lists::read)?,
        comments: HashMap::new(),
        relations,
    };
    context.numbering.follow_styles(&mut context.styles);
    for note in package.notes(&mut context, "comments")? {
        let words = word::text_of(&note.blocks);
        context.comments.insert(note.id, words);
    }
    let Some(text) = Part::unpack(&mut package.archive, name)? else {
        return Err(ReadError::Damaged {
            container: Container::Docx.name(),
            reason: format!("{name} is missing"),
        });
    };
    let mut blocks = Story::read(&text, &mut context, limits)?.blocks;
    for kind in ["footnotes", "endnotes"] {
        for note in package.notes(&mut context, kind)? {
            blocks.extend(note.blocks);
        }
    }
    word::write(&mut builder, blocks)?;
    if package.is_signed() {
        builder.notice(NoticeKind::Signature, "", Place::Whole);
    }
    Ok(builder.finish())
}

/// What the text refers to.
struct Context {
    styles: styles::Styles,
    numbering: lists::Lists,
    /// Comments that the text has not referred to yet, by their numbers.
    comments: HashMap<String, String>,
    relations: Relations,
}

struct Package<'a> {
    archive: Archive<'a>,
    limits: &'a Limits,
}

impl Package<'_> {
    fn relations(&mut self, part: &str) -> Result<Relations, ReadError> {
        Relations::of(&mut self.archive, part, Damage::Refused)
    }

    /// A part that the text refers to as this, if there is one.
    fn part(&mut self, relations: &Relations, kind: &str) -> Result<Option<Part>, ReadError> {
        match relations.first(kind) {
            Some(name) => Part::unpack(&mut self.archive, name),
            None => Ok(None),
        }
    }

    /// What such a part says, or what stands for it if there is none.
    fn parse<T: Default>(
        &mut self,
        relations: &Relations,
        kind: &str,
        parse: fn(&Part) -> Result<T, ReadError>,
    ) -> Result<T, ReadError> {
        match self.part(relations, kind)? {
            Some(part) => parse(&part),
            None => Ok(T::default()),
        }
    }

    /// Comments or notes.
    fn notes(&mut self, context: &mut Context, kind: &str) -> Result<Vec<Note>, ReadError> {
        match self.part(&context.relations, kind)? {
            Some(part) => Ok(Story::read(&part, context, self.limits)?.notes),
            None => Ok(Vec::new()),
        }
    }

    fn is_signed(&self) -> bool {
        let mut names = self.archive.names();
        names.any(|name| name.starts_with("_xmlsignatures/"))
    }
}
