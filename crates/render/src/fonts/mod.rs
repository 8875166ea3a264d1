//! Which fonts are on this machine, and what do their glyphs measure?
//!
//! Official documents ask for five typefaces by name. Machines have them under several names, or
//! have others that must do; [`Fonts::find`] takes the first that is there.

mod cut;
mod find;
mod names;

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ttf_parser::{Face, GlyphId, Permissions};

pub(crate) use cut::{Cut, Outlines, cut};
pub use find::usual_folders;

/// The typefaces of official documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Typeface {
    /// 小标宋: titles.
    Title,
    /// 仿宋: running text.
    Text,
    /// 黑体: headings.
    Heading,
    /// 楷体: lines below titles.
    Script,
    /// 宋体: page numbers.
    Plain,
}

impl Typeface {
    pub(crate) const ALL: [Typeface; 5] = [
        Typeface::Title,
        Typeface::Text,
        Typeface::Heading,
        Typeface::Script,
        Typeface::Plain,
    ];

    /// What it is called where it cannot be embedded.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Typeface::Title => "方正小标宋简体",
            Typeface::Text => "仿宋",
            Typeface::Heading => "黑体",
            Typeface::Script => "楷体",
            Typeface::Plain => "宋体",
        }
    }
}

/// A font file that was found and may be embedded.
#[derive(Clone, Debug)]
pub(crate) struct Font {
    pub(crate) family: String,
    data: Arc<Vec<u8>>,
    index: u32,
}

impl Font {
    /// Loads a font, unless its glyphs cannot be drawn or its licence forbids to embed it.
    fn load(family: &str, data: Arc<Vec<u8>>, index: u32) -> Option<Font> {
        let face = Face::parse(&data, index).ok()?;
        let has_outlines = face.tables().glyf.is_some() || face.tables().cff.is_some();
        let may_embed = face.permissions() != Some(Permissions::Restricted)
            && face.is_outline_embedding_allowed()
            && face.is_subsetting_allowed();
        if !has_outlines || !may_embed {
            return None;
        }
        let family = family.to_owned();
        Some(Font {
            family,
            data,
            index,
        })
    }

    fn face(&self) -> Option<Face<'_>> {
        Face::parse(&self.data, self.index).ok()
    }
}

/// The fonts that documents are set in.
#[derive(Clone, Debug, Default)]
pub struct Fonts {
    fonts: Vec<Font>,
    /// For each typeface the fonts that stand for it, best first.
    choices: HashMap<Typeface, Vec<usize>>,
}

impl Fonts {
    /// No fonts: documents name the typefaces and embed nothing.
    pub fn none() -> Fonts {
        Fonts::default()
    }

    /// Looks for fonts in these folders and the folders in them, see [`usual_folders`]. Earlier
    /// folders are preferred where a font is in several.
    pub fn find(folders: &[PathBuf]) -> Fonts {
        let found = find::in_folders(folders);
        let mut files: HashMap<&Path, Arc<Vec<u8>>> = HashMap::new();
        let mut loaded: HashMap<(&Path, u32), Option<usize>> = HashMap::new();
        let mut fonts = Fonts::none();
        for typeface in Typeface::ALL {
            let mut choices: Vec<usize> = Vec::new();
            for candidate in find::candidates(&found, typeface) {
                let key = (candidate.path.as_path(), candidate.index);
                let font = *loaded.entry(key).or_insert_with(|| {
                    let data = match files.get(key.0) {
                        Some(data) => Arc::clone(data),
                        None => Arc::new(std::fs::read(key.0).ok()?),
                    };
                    files.insert(key.0, Arc::clone(&data));
                    fonts
                        .fonts
                        .push(Font::load(&candidate.family, data, key.1)?);
                    Some(fonts.fonts.len() - 1)
                });
                choices.extend(font.filter(|font| !choices.contains(font)));
                if choices.len() == find::CHOICES {
                    break;
                }
            }
            fonts.choices.insert(typeface, choices);
        }
        fonts
    }

    /// The names of the font families that stand for a typeface, best first. The further ones
    /// only lend characters that the first has not.
    pub fn families(&self, typeface: Typeface) -> Vec<&str> {
        let choices = self.choices.get(&typeface).into_iter().flatten();
        choices
            .filter_map(|&font| self.fonts.get(font))
            .map(|font| font.family.as_str())
            .collect()
    }

    pub(crate) fn get(&self, id: FontId) -> Option<&Font> {
        self.fonts.get(usize::from(id.0))
    }

    /// Opens the fonts for measuring.
    pub(crate) fn measure(&self) -> Measure<'_> {
        Measure {
            choices: &self.choices,
            faces: self.fonts.iter().map(Font::face).collect(),
            known: RefCell::default(),
        }
    }
}

/// One of the [`Fonts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct FontId(u16);

/// What a run of text is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Source {
    /// A font that is embedded.
    Embedded(FontId),
    /// A typeface by name: no font at hand has the character.
    Named(Typeface),
}

/// Measures characters.
pub(crate) struct Measure<'a> {
    choices: &'a HashMap<Typeface, Vec<usize>>,
    faces: Vec<Option<Face<'a>>>,
    known: RefCell<HashMap<(Typeface, char), (Source, f32)>>,
}

impl Measure<'_> {
    /// Where a character is taken from, and its advance at size 1.
    pub(crate) fn character(&self, typeface: Typeface, character: char) -> (Source, f32) {
        let key = (typeface, character);
        if let Some(known) = self.known.borrow().get(&key) {
            return *known;
        }
        let measured = self
            .embedded(typeface, character)
            .unwrap_or_else(|| (Source::Named(typeface), unknown_advance(character)));
        self.known.borrow_mut().insert(key, measured);
        measured
    }

    fn embedded(&self, typeface: Typeface, character: char) -> Option<(Source, f32)> {
        self.choices.get(&typeface)?.iter().find_map(|&font| {
            let face = self.faces.get(font)?.as_ref()?;
            let glyph = face.glyph_index(character).filter(|g| *g != GlyphId(0))?;
            let id = FontId(u16::try_from(font).ok()?);
            Some((Source::Embedded(id), advance(face, glyph)))
        })
    }
}

/// The advance of a glyph at size 1.
fn advance(face: &Face, glyph: GlyphId) -> f32 {
    f32::from(face.glyph_hor_advance(glyph).unwrap_or_default()) / f32::from(face.units_per_em())
}

/// The advance that is left for a character of a font that is not at hand.
pub(crate) fn unknown_advance(character: char) -> f32 {
    match character.is_ascii() {
        true => 0.5,
        false => 1.0,
    }
}
