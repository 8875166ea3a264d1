//! Texts as Word and WPS write them since 2007 (ECMA-376): an archive of XML parts.
//!
//! Headers and footers are not read: they are furniture of the page. Notes at the foot of pages
//! come after the text.

mod lists;
mod paragraph;
mod relations;
mod story;
mod styles;
mod table;
mod xml;

use std::collections::HashMap;

use plumbline_model::Place;

use super::archive::Archive;
use super::builder::Builder;
use super::word;
use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::{Container, NoticeKind, Paper};
use relations::{Relations, join};
use story::{Note, Story};

/// Reads DOCX.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Paper, ReadError> {
    let mut builder = Builder::composing(Container::Docx, limits);
    let mut package = Package {
        archive: Archive::open(Container::Docx, bytes, limits)?,
        limits,
    };
    let name = package.main_part()?;
    let relations = package.relations(&name)?;
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
    let Some(text) = package.part(&name)? else {
        return Err(ReadError::Damaged {
            container: Container::Docx.name(),
            reason: format!("{name} is missing"),
        });
    };
    let mut blocks = Story::read(&name, &text, &mut context, limits)?.blocks;
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
    fn part(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let bytes = self.archive.part(name)?;
        Ok(bytes.map(xml::decoded))
    }

    fn relations(&mut self, part: &str) -> Result<Relations, ReadError> {
        let name = relations::part_of(part);
        match self.part(&name)? {
            Some(text) => relations::read(&name, &text, self.limits),
            None => Ok(Relations::default()),
        }
    }

    /// The name of the part that holds the text.
    fn main_part(&mut self) -> Result<String, ReadError> {
        let package = self.relations("")?;
        let target = package
            .first("officeDocument")
            .unwrap_or("word/document.xml");
        Ok(join("", target))
    }

    /// A part that the text refers to, or what stands for it if there is none.
    fn parse<T: Default>(
        &mut self,
        relations: &Relations,
        kind: &str,
        parse: fn(&str, &str, &Limits) -> Result<T, ReadError>,
    ) -> Result<T, ReadError> {
        let Some(name) = relations.first(kind).map(str::to_owned) else {
            return Ok(T::default());
        };
        match self.part(&name)? {
            Some(text) => parse(&name, &text, self.limits),
            None => Ok(T::default()),
        }
    }

    /// Comments or notes.
    fn notes(&mut self, context: &mut Context, kind: &str) -> Result<Vec<Note>, ReadError> {
        let Some(name) = context.relations.first(kind).map(str::to_owned) else {
            return Ok(Vec::new());
        };
        match self.part(&name)? {
            Some(text) => Ok(Story::read(&name, &text, context, self.limits)?.notes),
            None => Ok(Vec::new()),
        }
    }

    fn is_signed(&self) -> bool {
        let mut names = self.archive.names();
        names.any(|name| name.starts_with("_xmlsignatures/"))
    }
}
