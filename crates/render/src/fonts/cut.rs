//! Which part of a font does a document need?
//!
//! Of each font only the glyphs that are shown are embedded: a Chinese font has ten megabytes, a
//! form needs fifty kilobytes of them.

use std::collections::{BTreeMap, BTreeSet};

use subsetter::GlyphRemapper;
use ttf_parser::{Face, RawFace, Tag};

use super::{Font, advance};

/// How a font describes the shapes of its glyphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outlines {
    /// TrueType (`glyf`).
    TrueType,
    /// PostScript (`CFF `).
    PostScript,
}

/// A font cut down to some characters.
#[derive(Debug)]
pub(crate) struct Cut {
    /// The font file; without the tables that only other programs need (see [`Cut::with_map`]).
    pub(crate) file: Vec<u8>,
    pub(crate) outlines: Outlines,
    /// The glyph in the cut font, and its advance at size 1, of each character.
    pub(crate) glyphs: BTreeMap<char, (u16, f32)>,
    pub(crate) name: String,
    /// Least and largest coordinates at size 1: left, bottom, right, top.
    pub(crate) bounds: [f32; 4],
    pub(crate) ascent: f32,
    pub(crate) descent: f32,
    pub(crate) cap_height: f32,
    /// The table of measures for Windows, as in the whole font.
    os2: Option<Vec<u8>>,
}

/// Cuts a font down to these characters.
pub(crate) fn cut(font: &Font, characters: &BTreeSet<char>) -> Option<Cut> {
    let face = Face::parse(&font.data, font.index).ok()?;
    let mut kept = GlyphRemapper::new();
    let mut glyphs = BTreeMap::new();
    for &character in characters {
        let glyph = face.glyph_index(character)?;
        glyphs.insert(character, (kept.remap(glyph.0), advance(&face, glyph)));
    }
    let file = subsetter::subset(&font.data, font.index, &kept).ok()?;
    let scale = 1.0 / f32::from(face.units_per_em());
    let bounds = face.global_bounding_box();
    let bounds = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max];
    let ascent = f32::from(face.ascender()) * scale;
    Some(Cut {
        file,
        outlines: match face.tables().glyf {
            Some(_) => Outlines::TrueType,
            None => Outlines::PostScript,
        },
        glyphs,
        name: font.family.clone(),
        bounds: bounds.map(|bound| f32::from(bound) * scale),
        ascent,
        descent: f32::from(face.descender()) * scale,
        cap_height: face
            .capital_height()
            .map_or(ascent, |h| f32::from(h) * scale),
        os2: face
            .raw_face()
            .table(Tag::from_bytes(b"OS/2"))
            .map(<[u8]>::to_vec),
    })
}

impl Cut {
    /// The outlines alone, for a font whose outlines are PostScript.
    pub(crate) fn postscript(&self) -> Option<&[u8]> {
        RawFace::parse(&self.file, 0)
            .ok()?
            .table(Tag::from_bytes(b"CFF "))
    }

    /// The font file with a map from characters to glyphs, so that it can be used as any font.
    pub(crate) fn with_map(&self) -> Option<Vec<u8>> {
        let face = RawFace::parse(&self.file, 0).ok()?;
        let mut tables: BTreeMap<[u8; 4], Vec<u8>> = BTreeMap::new();
        for record in face.table_records {
            let table = face.table(record.tag)?;
            tables.insert(record.tag.to_bytes(), table.to_vec());
        }
        tables.insert(*b"cmap", self.map());
        if let Some(os2) = &self.os2 {
            tables.insert(*b"OS/2", os2.clone());
        }
        if let Some(head) = tables.get_mut(b"head") {
            head.get_mut(8..12)?.fill(0); // the checksum of the whole, which is made below
        }
        let kind = self.file.get(..4)?;
        Some(assemble(kind, &tables))
    }

    /// A `cmap` table of formats 4 (the basic plane) and 12 (all).
    fn map(&self) -> Vec<u8> {
        let basic = self.basic_map();
        let mut map = Vec::new();
        let offset_of_full = 4 + 2 * 8 + basic.len() as u32;
        push16(&mut map, &[0, 2, 3, 1]);
        push32(&mut map, &[20]);
        push16(&mut map, &[3, 10]);
        push32(&mut map, &[offset_of_full]);
        map.extend(basic);
        let count = self.glyphs.len() as u32;
        push16(&mut map, &[12, 0]);
        push32(&mut map, &[16 + 12 * count, 0, count]);
        for (&character, &(glyph, _)) in &self.glyphs {
            let code = u32::from(character);
            push32(&mut map, &[code, code, u32::from(glyph)]);
        }
        map
    }

    /// The map of the basic plane: a segment for each character, and one that ends the list.
    fn basic_map(&self) -> Vec<u8> {
        let mut pairs: Vec<(u16, u16)> = self
            .glyphs
            .iter()
            .filter_map(|(&c, &(glyph, _))| Some((u16::try_from(u32::from(c)).ok()?, glyph)))
            .filter(|(code, _)| *code != u16::MAX)
            .collect();
        pairs.truncate(8_000); // the length of the table is a number of 16 bits
        let codes: Vec<u16> = pairs.iter().map(|pair| pair.0).chain([u16::MAX]).collect();
        let deltas: Vec<u16> = pairs
            .iter()
            .map(|(code, glyph)| glyph.wrapping_sub(*code))
            .chain([1])
            .collect();
        let count = codes.len() as u16;
        let power = count.ilog2() as u16;
        let search = 2u16 << power;
        let mut map = Vec::new();
        push16(&mut map, &[4, 16 + 8 * count, 0]);
        push16(&mut map, &[2 * count, search, power, 2 * count - search]);
        push16(&mut map, &codes);
        push16(&mut map, &[0]);
        push16(&mut map, &codes);
        push16(&mut map, &deltas);
        push16(&mut map, &vec![0; codes.len()]);
        map
    }
}

/// A font file of these tables.
fn assemble(kind: &[u8], tables: &BTreeMap<[u8; 4], Vec<u8>>) -> Vec<u8> {
    let count = tables.len() as u16;
    let power = count.ilog2() as u16;
    let search = 16u16 << power;
    let mut file = kind.to_vec();
    push16(&mut file, &[count, search, power, 16 * count - search]);
    let mut offset = 12 + 16 * u32::from(count);
    let mut head = None;
    for (tag, table) in tables {
        if tag == b"head" {
            head = Some(offset as usize + 8);
        }
        let length = table.len() as u32;
        file.extend(tag);
        push32(&mut file, &[checksum(table), offset, length]);
        offset += length.next_multiple_of(4);
    }
    for table in tables.values() {
        file.extend(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    let whole = 0xB1B0_AFBAu32.wrapping_sub(checksum(&file));
    if let Some(place) = head.and_then(|at| file.get_mut(at..at + 4)) {
        place.copy_from_slice(&whole.to_be_bytes());
    }
    file
}

fn checksum(bytes: &[u8]) -> u32 {
    bytes.chunks(4).fold(0, |sum: u32, chunk| {
        let word = chunk
            .iter()
            .fold(0, |word, byte| word << 8 | u32::from(*byte));
        sum.wrapping_add(word << (8 * (4 - chunk.len())))
    })
}

fn push16(bytes: &mut Vec<u8>, values: &[u16]) {
    bytes.extend(values.iter().flat_map(|value| value.to_be_bytes()));
}

fn push32(bytes: &mut Vec<u8>, values: &[u32]) {
    bytes.extend(values.iter().flat_map(|value| value.to_be_bytes()));
}
