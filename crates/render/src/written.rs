//! What comes of writing pages: the file, and what its reader should be told.

use std::collections::{BTreeMap, BTreeSet};

use crate::fonts::{Cut, FontId, Fonts, Source, Typeface, cut};
use crate::typeset::Volume;

/// A file of pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// What is weaker in it than it should be.
    pub warnings: Vec<Warning>,
}

/// What is weaker in a file than it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// No font at hand has these characters. The typeface is named and not embedded, and whoever
    /// opens the file sees what their machine has for it.
    NotEmbedded {
        /// The typeface.
        typeface: Typeface,
        /// The characters, each once.
        characters: String,
    },
}

/// Why no file could be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A font could not be cut down to what is needed of it.
    #[error("the font {family} is damaged")]
    Font {
        /// Its family.
        family: String,
    },
    /// The archive could not be made.
    #[error("the archive could not be written: {0}")]
    Archive(#[from] zip::result::ZipError),
    /// A part could not be made.
    #[error("a part could not be written: {0}")]
    Part(#[from] std::io::Error),
}

/// The fonts that the pages of a volume are shown in.
pub(crate) struct Shown {
    pub(crate) cuts: BTreeMap<FontId, Cut>,
    pub(crate) named: BTreeMap<Typeface, BTreeSet<char>>,
}

impl Shown {
    /// Cuts the fonts down to what the pages show.
    pub(crate) fn of(volume: &Volume, fonts: &Fonts) -> Result<Shown, WriteError> {
        let mut characters: BTreeMap<Source, BTreeSet<char>> = BTreeMap::new();
        for run in volume.pages.iter().flat_map(|page| &page.runs) {
            let of_source = characters.entry(run.source).or_default();
            of_source.extend(run.letters.iter().map(|letter| letter.character));
        }
        let mut shown = Shown {
            cuts: BTreeMap::new(),
            named: BTreeMap::new(),
        };
        for (source, characters) in characters {
            match source {
                Source::Named(typeface) => {
                    shown.named.insert(typeface, characters);
                }
                Source::Embedded(id) => {
                    let font = fonts.get(id);
                    let family = || font.map(|font| font.family.clone()).unwrap_or_default();
                    let cut = font.and_then(|font| cut(font, &characters));
                    let cut = cut.ok_or_else(|| WriteError::Font { family: family() })?;
                    shown.cuts.insert(id, cut);
                }
            }
        }
        Ok(shown)
    }

    pub(crate) fn warnings(&self) -> Vec<Warning> {
        let named = self
            .named
            .iter()
            .map(|(typeface, characters)| Warning::NotEmbedded {
                typeface: *typeface,
                characters: characters.iter().collect(),
            });
        named.collect()
    }
}

/// A number that stands for bytes (FNV-1a of 128 bits): the same for the same bytes, so that
/// files are the same for the same content.
pub(crate) fn fingerprint(bytes: &[u8]) -> u128 {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    bytes.iter().fold(BASIS, |hash, byte| {
        (hash ^ u128::from(*byte)).wrapping_mul(PRIME)
    })
}
