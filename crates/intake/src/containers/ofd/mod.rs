//! OFD, the national fixed-layout format (GB/T 33190), also as it was written before 2016: pages
//! as XML in an archive.
//!
//! Elements are known by their local names, since the namespace changed with the standard. What a
//! page draws goes to the same place as what a page of a PDF draws, and is read there.

mod draw;
mod package;
mod path;
mod resources;
mod text;
mod tree;

use plumbline_model::Place;

use self::draw::{Frame, Pen};
use self::package::{joined, optional};
use self::resources::{Resources, Sources};
use self::tree::Element;
use super::archive::Archive;
use super::builder::Builder;
use super::page::{Budget, Pages};
use super::xml::Part;
use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::{Container, NoticeKind, Paper};

/// Reads OFD.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Paper, ReadError> {
    let archive = Archive::open(Container::Ofd, bytes, limits)?;
    if is_encrypted(&archive) {
        let container = Container::Ofd.name();
        return Err(ReadError::Locked { container });
    }
    let mut reader = Reader {
        archive,
        limits,
        builder: Builder::composing(Container::Ofd, limits),
        pages: Pages::default(),
        count: 0,
        budget: Budget::new(limits),
    };
    reader.file()?;
    let Reader {
        mut builder, pages, ..
    } = reader;
    pages.write(&mut builder)?;
    Ok(builder.finish())
}

/// Whether the parts are encrypted (GM/T 0099), so that the archive opens and nothing in it.
fn is_encrypted(archive: &Archive) -> bool {
    let is_key = |name: &str| name.to_ascii_lowercase().ends_with("encryptions.xml");
    archive.names().any(|name| is_key(&name))
}

struct Reader<'a> {
    archive: Archive<'a>,
    limits: &'a Limits,
    builder: Builder<'a>,
    pages: Pages,
    /// Pages so far.
    count: usize,
    budget: Budget,
}

impl Reader<'_> {
    /// All documents of the file; mostly there is one.
    fn file(&mut self) -> Result<(), ReadError> {
        let part = self.needed("OFD.xml")?;
        let root = root(&part)?;
        for body in root.children_named("DocBody") {
            if let Some(signatures) = body.text_of("Signatures") {
                self.signatures(&joined("OFD.xml", signatures))?;
            }
            if let Some(document) = body.text_of("DocRoot") {
                self.document(&joined("OFD.xml", document))?;
            }
        }
        Ok(())
    }

    /// A part that a document cannot do without.
    fn needed(&mut self, name: &str) -> Result<Part, ReadError> {
        let part = Part::unpack(&mut self.archive, name)?;
        part.ok_or_else(|| damaged(format!("{name} is missing")))
    }

    fn document(&mut self, name: &str) -> Result<(), ReadError> {
        let part = self.needed(name)?;
        let root = root(&part)?;
        let common = root.child("CommonData");
        let frame = common
            .and_then(|common| common.child("PageArea"))
            .and_then(Frame::of)
            .unwrap_or_default();
        let sources = Sources::read(&mut self.archive, common, name)?;
        let resources = Resources::of(&sources)?;
        let first = self.count;
        let mut ids = Vec::new();
        for page in root.child("Pages").into_iter().flat_map(Element::children) {
            if let Some(place) = page.attribute("BaseLoc") {
                self.page(&joined(name, &place), frame, &resources)?;
                ids.push(page.attribute("ID").unwrap_or_default().into_owned());
            }
        }
        if let Some(place) = root.text_of("Attachments") {
            self.attachments(&joined(name, place))?;
        }
        if let Some(place) = root.text_of("Annotations") {
            self.annotations(&joined(name, place), &ids, first)?;
        }
        Ok(())
    }

    fn page(&mut self, name: &str, usual: Frame, resources: &Resources) -> Result<(), ReadError> {
        self.count += 1;
        if self.count > self.limits.pages_max {
            return Err(ReadError::OverLimit {
                what: "pages",
                found: self.count,
                limit: self.limits.pages_max,
                place: Place::Whole,
            });
        }
        let place = Place::of_page(page_number(self.count));
        let part = optional(&mut self.archive, name)?;
        let Some(page) = tree::parse(part.as_ref())? else {
            let reason = format!("{name} is missing or damaged");
            self.builder.notice(NoticeKind::DamagedPage, reason, place);
            return Ok(());
        };
        let frame = page.child("Area").and_then(Frame::of).unwrap_or(usual);
        let mut pen = Pen::new(frame, resources, &mut self.budget);
        pen.page(&page)?;
        let drawing = pen.into_drawing();
        self.budget.take(drawing.drawn())?;
        for (kind, text) in drawing.notices() {
            self.builder.notice(kind, text, place);
        }
        self.pages.add(drawing.into_page(page_number(self.count)));
        Ok(())
    }

    fn signatures(&mut self, name: &str) -> Result<(), ReadError> {
        let part = optional(&mut self.archive, name)?;
        let list = tree::parse(part.as_ref())?;
        for signature in list
            .iter()
            .flat_map(|list| list.children_named("Signature"))
        {
            let text = signature.attribute("Type").unwrap_or_default();
            self.builder
                .notice(NoticeKind::Signature, text, Place::Whole);
        }
        Ok(())
    }

    fn attachments(&mut self, name: &str) -> Result<(), ReadError> {
        let part = optional(&mut self.archive, name)?;
        let list = tree::parse(part.as_ref())?;
        for attachment in list
            .iter()
            .flat_map(|list| list.children_named("Attachment"))
        {
            let text = attachment.attribute("Name").unwrap_or_default();
            self.builder
                .notice(NoticeKind::Attachment, text, Place::Whole);
        }
        Ok(())
    }

    /// Annotations, a part for each page that has some.
    fn annotations(&mut self, name: &str, ids: &[String], first: usize) -> Result<(), ReadError> {
        let part = optional(&mut self.archive, name)?;
        let list = tree::parse(part.as_ref())?;
        for page in list.iter().flat_map(|list| list.children_named("Page")) {
            let id = page.attribute("PageID").unwrap_or_default();
            let number = ids.iter().position(|other| *other == id);
            let place = number.map_or(Place::Whole, |at| {
                Place::of_page(page_number(first + at + 1))
            });
            let Some(file) = page.text_of("FileLoc") else {
                continue;
            };
            let part = optional(&mut self.archive, &joined(name, file))?;
            let annotations = tree::parse(part.as_ref())?;
            for annotation in annotations.iter().flat_map(|a| a.children_named("Annot")) {
                if annotation.attribute("Type").as_deref() != Some("Link") {
                    let text = said_by(annotation);
                    self.builder.notice(NoticeKind::Annotation, text, place);
                }
            }
        }
        Ok(())
    }
}

/// What an annotation says: its remark, or the text of its appearance.
fn said_by(annotation: &Element) -> String {
    if let Some(remark) = annotation.text_of("Remark") {
        return remark.to_owned();
    }
    let mut text = String::new();
    let mut to_visit: Vec<&Element> = annotation.children_named("Appearance").collect();
    while let Some(element) = to_visit.pop() {
        if element.name() == "TextCode" {
            text.push_str(element.text.trim());
        }
        to_visit.extend(element.children().iter().rev());
    }
    text
}

/// The root element of a part that a document cannot do without.
fn root(part: &Part) -> Result<Element<'_>, ReadError> {
    let root = tree::parse(Some(part))?;
    root.ok_or_else(|| damaged(format!("{} is no XML", part.name())))
}

fn damaged(reason: String) -> ReadError {
    let container = Container::Ofd.name();
    ReadError::Damaged { container, reason }
}

fn page_number(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
