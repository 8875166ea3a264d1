//! OFD, the national fixed-layout format (GB/T 33190-2016): pages as XML in an archive.
//!
//! Fonts are embedded cut down, or named where there is none to embed. The same composition and
//! fonts give the same bytes.

mod page;
mod parts;

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::composition::Composition;
use crate::fonts::{Fonts, Outlines, Source};
use crate::typeset;
use crate::written::{Shown, WriteError, Written};

/// The namespace of the standard.
const NAMESPACE: &str = "http://www.ofdspec.org/2016";

/// A font of the document.
struct FontOfFile {
    id: u32,
    name: String,
    /// The file that is embedded, and its bytes.
    file: Option<(String, Vec<u8>)>,
}

/// Writes a composition as an OFD file.
pub fn write(composition: &Composition, fonts: &Fonts) -> Result<Written, WriteError> {
    let volume = typeset::set(composition, fonts);
    let shown = Shown::of(&volume, fonts)?;
    let mut ids = Ids::default();
    let fonts = fonts_of(&shown, &mut ids)?;
    let pages: Vec<(u32, String)> = volume
        .pages
        .iter()
        .map(|page| Ok((ids.next(), page::content(page, &fonts, &mut ids)?)))
        .collect::<Result<_, std::io::Error>>()?;

    let mut package = Package::new();
    package.add(
        "OFD.xml",
        parts::root(&composition.title, &pages)?.as_bytes(),
    )?;
    let document = parts::document(&volume, &pages, ids.last)?;
    package.add("Doc_0/Document.xml", document.as_bytes())?;
    let resources = parts::resources(fonts.values())?;
    package.add("Doc_0/PublicRes.xml", resources.as_bytes())?;
    for font in fonts.values() {
        if let Some((name, bytes)) = &font.file {
            package.add(&format!("Doc_0/Res/{name}"), bytes)?;
        }
    }
    for (number, (_, content)) in pages.iter().enumerate() {
        let name = format!("Doc_0/Pages/Page_{number}/Content.xml");
        package.add(&name, content.as_bytes())?;
    }
    Ok(Written {
        bytes: package.finish()?,
        warnings: shown.warnings(),
    })
}

/// Numbers of things in a document, each used once.
#[derive(Default)]
struct Ids {
    last: u32,
}

impl Ids {
    fn next(&mut self) -> u32 {
        self.last += 1;
        self.last
    }
}

fn fonts_of(shown: &Shown, ids: &mut Ids) -> Result<BTreeMap<Source, FontOfFile>, WriteError> {
    let mut fonts = BTreeMap::new();
    for (source, cut) in &shown.cuts {
        let id = ids.next();
        let extension = match cut.outlines {
            Outlines::TrueType => "ttf",
            Outlines::PostScript => "otf",
        };
        let bytes = cut.with_map().ok_or_else(|| WriteError::Font {
            family: cut.name.clone(),
        })?;
        let font = FontOfFile {
            id,
            name: cut.name.clone(),
            file: Some((format!("font_{id}.{extension}"), bytes)),
        };
        fonts.insert(Source::Embedded(*source), font);
    }
    for typeface in shown.named.keys() {
        let font = FontOfFile {
            id: ids.next(),
            name: typeface.name().to_owned(),
            file: None,
        };
        fonts.insert(Source::Named(*typeface), font);
    }
    Ok(fonts)
}

/// The archive.
struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    fn new() -> Package {
        Package {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
        }
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT);
        self.zip.start_file(name, options)?;
        self.zip.write_all(bytes)?;
        Ok(())
    }

    fn finish(self) -> Result<Vec<u8>, WriteError> {
        Ok(self.zip.finish()?.into_inner())
    }
}
