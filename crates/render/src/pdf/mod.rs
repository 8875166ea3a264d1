//! PDF: pages as they are to be printed, stamped and filed.
//!
//! The same composition and fonts give the same bytes: no clock, no random numbers.

mod font;

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::LineCapStyle;
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use crate::composition::Composition;
use crate::fonts::{Fonts, Source};
use crate::typeset::{self, Page, Part, Rule, Run, Volume};
use crate::written::{Shown, WriteError, Written, fingerprint};

use font::Codes;

/// Width of ruling lines.
const RULE: f32 = 0.5;

/// Writes a composition as a PDF file.
pub fn write(composition: &Composition, fonts: &Fonts) -> Result<Written, WriteError> {
    let volume = typeset::set(composition, fonts);
    let shown = Shown::of(&volume, fonts)?;
    let mut file = File::new();
    let fonts = file.fonts(&shown)?;
    file.pages(&volume, &fonts)?;
    file.outline(&volume.parts);
    file.information(&composition.title);
    Ok(Written {
        bytes: file.finish(),
        warnings: shown.warnings(),
    })
}

/// A font in the file: its object, and how characters are written in it.
struct FontOfFile {
    name: String,
    id: Ref,
    codes: Codes,
}

/// A file in the making.
struct File {
    pdf: Pdf,
    next: Ref,
    catalog: Ref,
    tree: Ref,
    outline: Option<Ref>,
    pages: Vec<(Ref, f32)>,
}

impl File {
    fn new() -> File {
        let mut next = Ref::new(1);
        File {
            pdf: Pdf::new(),
            catalog: next.bump(),
            tree: next.bump(),
            next,
            outline: None,
            pages: Vec::new(),
        }
    }

    fn fonts(&mut self, shown: &Shown) -> Result<BTreeMap<Source, FontOfFile>, WriteError> {
        let mut fonts = BTreeMap::new();
        let embedded = shown.cuts.iter();
        let embedded = embedded.map(|(id, cut)| (Source::Embedded(*id), Some(cut)));
        let named = shown.named.keys().map(|face| (Source::Named(*face), None));
        for (number, (source, cut)) in embedded.chain(named).enumerate() {
            let (id, codes) = match cut {
                Some(cut) => font::embed(&mut self.pdf, &mut self.next, cut)?,
                None => font::name(&mut self.pdf, &mut self.next),
            };
            let name = format!("F{}", number + 1);
            fonts.insert(source, FontOfFile { name, id, codes });
        }
        Ok(fonts)
    }

    fn pages(
        &mut self,
        volume: &Volume,
        fonts: &BTreeMap<Source, FontOfFile>,
    ) -> Result<(), WriteError> {
        for page in &volume.pages {
            let (id, content) = (self.next.bump(), self.next.bump());
            let packed = packed(&content_of(page, fonts))?;
            let mut stream = self.pdf.stream(content, &packed);
            stream.filter(Filter::FlateDecode);
            stream.finish();
            let mut entry = self.pdf.page(id);
            entry.parent(self.tree).contents(content);
            entry.media_box(Rect::new(0.0, 0.0, page.width, page.height));
            let mut resources = entry.resources();
            let mut named = resources.fonts();
            for font in fonts.values() {
                named.pair(Name(font.name.as_bytes()), font.id);
            }
            self.pages.push((id, page.height));
        }
        let mut tree = self.pdf.pages(self.tree);
        tree.count(self.pages.len() as i32);
        tree.kids(self.pages.iter().map(|page| page.0));
        Ok(())
    }

    /// The sections as an outline beside the pages.
    fn outline(&mut self, parts: &[Part]) {
        let items: Vec<(&Part, Ref, f32)> = parts
            .iter()
            .filter(|part| !part.name.is_empty())
            .filter_map(|part| {
                let (page, height) = self.pages.get(part.page)?;
                Some((part, *page, *height))
            })
            .collect();
        if items.len() < 2 {
            return;
        }
        let outline = self.next.bump();
        let ids: Vec<Ref> = items.iter().map(|_| self.next.bump()).collect();
        for (number, (part, page, height)) in items.iter().enumerate() {
            let mut item = self.pdf.outline_item(ids[number]);
            item.parent(outline).title(TextStr(&part.name));
            if let Some(before) = number.checked_sub(1) {
                item.prev(ids[before]);
            }
            if let Some(after) = ids.get(number + 1) {
                item.next(*after);
            }
            item.dest().page(*page).xyz(0.0, *height, None);
        }
        let mut entry = self.pdf.outline(outline);
        entry.first(ids[0]).last(ids[ids.len() - 1]);
        entry.count(ids.len() as i32);
        self.outline = Some(outline);
    }

    fn information(&mut self, title: &str) {
        let information = self.next.bump();
        let mut entry = self.pdf.document_info(information);
        entry.title(TextStr(title)).producer(TextStr("Plumbline"));
        entry.finish();
        let mut catalog = self.pdf.catalog(self.catalog);
        catalog.pages(self.tree).lang(TextStr("zh-CN"));
        catalog.viewer_preferences().display_doc_title(true);
        if let Some(outline) = self.outline {
            catalog.outlines(outline);
        }
    }

    fn finish(mut self) -> Vec<u8> {
        let id = fingerprint(self.pdf.as_bytes()).to_be_bytes().to_vec();
        self.pdf.set_file_id((id.clone(), id));
        self.pdf.finish()
    }
}

/// What a page shows, as operators of PDF.
fn content_of(page: &Page, fonts: &BTreeMap<Source, FontOfFile>) -> Vec<u8> {
    let mut content = Content::new();
    if !page.rules.is_empty() {
        content.set_line_width(RULE);
        content.set_line_cap(LineCapStyle::ProjectingSquareCap);
    }
    for Rule { from, to } in &page.rules {
        content.move_to(from.0, page.height - from.1);
        content.line_to(to.0, page.height - to.1);
        content.stroke();
    }
    for run in &page.runs {
        if let Some(font) = fonts.get(&run.source) {
            show(&mut content, run, font, page.height - run.baseline);
        }
    }
    content.finish().into_vec()
}

/// Shows a run; where a letter takes more or less room than its font says, the next is moved.
fn show(content: &mut Content, run: &Run, font: &FontOfFile, baseline: f32) {
    const MOVED_MIN: f32 = 0.5;
    content.begin_text();
    content.set_font(Name(font.name.as_bytes()), run.size);
    content.set_text_matrix([1.0, 0.0, 0.0, 1.0, run.left, baseline]);
    let mut positioned = content.show_positioned();
    let mut items = positioned.items();
    let mut text = Vec::new();
    let mut moved = 0.0;
    for letter in &run.letters {
        if f32::abs(moved) >= MOVED_MIN && !text.is_empty() {
            items.show(Str(&text)).adjust(moved);
            text.clear();
            moved = 0.0;
        }
        let advance = font.codes.push(letter.character, &mut text);
        moved += (advance - letter.advance / run.size) * 1000.0;
    }
    items.show(Str(&text));
    items.finish();
    positioned.finish();
    content.end_text();
}

fn packed(bytes: &[u8]) -> Result<Vec<u8>, std::io::Error> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
