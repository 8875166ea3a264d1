//! How are fonts put into a PDF file, and characters written in them?

use std::collections::BTreeMap;

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, Str};

use crate::fonts::{Cut, Outlines, unknown_advance};
use crate::written::{WriteError, fingerprint};

use super::packed;

const IDENTITY: SystemInfo = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

const GB1: SystemInfo = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"GB1"),
    supplement: 5,
};

/// The Chinese font that every reader of PDF knows by this name, or has something for.
const KNOWN: &[u8] = b"STSong-Light";

/// How characters are written in a font.
pub(super) enum Codes {
    /// By a number, and its advance at size 1.
    Numbers(BTreeMap<char, (u16, f32)>),
    /// In UTF-16.
    Unicode,
}

impl Codes {
    /// Appends the code of a character, and gives its advance at size 1.
    pub(super) fn push(&self, character: char, text: &mut Vec<u8>) -> f32 {
        match self {
            Codes::Numbers(numbers) => {
                let (code, advance) = numbers.get(&character).copied().unwrap_or_default();
                text.extend(code.to_be_bytes());
                advance
            }
            Codes::Unicode => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    text.extend(unit.to_be_bytes());
                }
                unknown_advance(character)
            }
        }
    }
}

/// Embeds a font.
pub(super) fn embed(pdf: &mut Pdf, next: &mut Ref, cut: &Cut) -> Result<(Ref, Codes), WriteError> {
    let [font, cid, descriptor, file, unicode, map] = [(); 6].map(|()| next.bump());
    let codes = codes(cut);
    let name = tagged_name(cut);
    let base = Name(name.as_bytes());

    let mut whole = pdf.type0_font(font);
    whole
        .base_font(base)
        .encoding_predefined(Name(b"Identity-H"));
    whole.descendant_font(cid).to_unicode(unicode);
    whole.finish();

    let mut inner = pdf.cid_font(cid);
    inner.base_font(base).system_info(IDENTITY);
    inner.font_descriptor(descriptor).default_width(1000.0);
    inner.subtype(match cut.outlines {
        Outlines::TrueType => CidFontType::Type2,
        Outlines::PostScript => CidFontType::Type0,
    });
    if cut.outlines == Outlines::TrueType {
        inner.cid_to_gid_map_stream(map);
    }
    let mut widths = inner.widths();
    for (code, advance) in codes.values().filter(|(_, advance)| *advance != 1.0) {
        widths.consecutive(*code, [advance * 1000.0]);
    }
    widths.finish();
    inner.finish();

    describe(pdf, descriptor, base, cut, file);
    write_file(pdf, file, cut)?;
    write_maps(pdf, unicode, map, cut, &codes)?;
    Ok((font, Codes::Numbers(codes)))
}

/// The number of each character. Where the font file allows it, two characters that look the same
/// have different numbers, so that the text of the page stays what it was.
fn codes(cut: &Cut) -> BTreeMap<char, (u16, f32)> {
    let numbered = cut.glyphs.iter().zip(1..);
    numbered
        .map(
            |((character, (glyph, advance)), number)| match cut.outlines {
                Outlines::TrueType => (*character, (number, *advance)),
                Outlines::PostScript => (*character, (*glyph, *advance)),
            },
        )
        .collect()
}

/// The name of a font that is cut down begins with a tag of six letters.
fn tagged_name(cut: &Cut) -> String {
    let mut rest = fingerprint(&cut.file);
    let tag: String = (0..6)
        .map(|_| {
            let letter = char::from(b'A' + (rest % 26) as u8);
            rest /= 26;
            letter
        })
        .collect();
    let name: String = cut
        .name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    match name.is_empty() {
        true => format!("{tag}+Embedded"),
        false => format!("{tag}+{name}"),
    }
}

fn describe(pdf: &mut Pdf, id: Ref, name: Name, cut: &Cut, file: Ref) {
    let [left, bottom, right, top] = cut.bounds.map(|bound| bound * 1000.0);
    let mut descriptor = pdf.font_descriptor(id);
    descriptor.name(name).flags(FontFlags::SYMBOLIC);
    descriptor.bbox(Rect::new(left, bottom, right, top));
    descriptor.italic_angle(0.0).stem_v(80.0);
    descriptor.ascent(cut.ascent * 1000.0);
    descriptor.descent(cut.descent * 1000.0);
    descriptor.cap_height(cut.cap_height * 1000.0);
    match cut.outlines {
        Outlines::TrueType => descriptor.font_file2(file),
        Outlines::PostScript => descriptor.font_file3(file),
    };
}

fn write_file(pdf: &mut Pdf, id: Ref, cut: &Cut) -> Result<(), WriteError> {
    let outlines = match cut.outlines {
        Outlines::TrueType => Some(cut.file.as_slice()),
        Outlines::PostScript => cut.postscript(),
    };
    let outlines = outlines.ok_or_else(|| WriteError::Font {
        family: cut.name.clone(),
    })?;
    let packed = packed(outlines)?;
    let mut stream = pdf.stream(id, &packed);
    stream.filter(Filter::FlateDecode);
    match cut.outlines {
        Outlines::TrueType => stream.pair(Name(b"Length1"), outlines.len() as i32),
        Outlines::PostScript => stream.pair(Name(b"Subtype"), Name(b"CIDFontType0C")),
    };
    Ok(())
}

/// The maps from numbers to characters, and from numbers to glyphs.
fn write_maps(
    pdf: &mut Pdf,
    unicode: Ref,
    map: Ref,
    cut: &Cut,
    codes: &BTreeMap<char, (u16, f32)>,
) -> Result<(), WriteError> {
    let mut characters = UnicodeCmap::new(Name(b"Characters"), IDENTITY);
    let mut glyphs = vec![0, 0];
    for (character, (code, _)) in codes {
        characters.pair(*code, *character);
        let glyph = cut.glyphs.get(character).map_or(0, |(glyph, _)| *glyph);
        glyphs.extend(glyph.to_be_bytes());
    }
    let text = packed(&characters.finish().into_vec())?;
    pdf.stream(unicode, &text).filter(Filter::FlateDecode);
    if cut.outlines == Outlines::TrueType {
        pdf.stream(map, &packed(&glyphs)?)
            .filter(Filter::FlateDecode);
    }
    Ok(())
}

/// Names the known font instead of embedding one.
pub(super) fn name(pdf: &mut Pdf, next: &mut Ref) -> (Ref, Codes) {
    let [font, cid, descriptor] = [(); 3].map(|()| next.bump());
    let base = Name(KNOWN);
    let mut whole = pdf.type0_font(font);
    whole
        .base_font(base)
        .encoding_predefined(Name(b"UniGB-UTF16-H"));
    whole.descendant_font(cid);
    whole.finish();

    let mut inner = pdf.cid_font(cid);
    inner.subtype(CidFontType::Type0).base_font(base);
    inner.system_info(GB1).font_descriptor(descriptor);
    inner.default_width(1000.0);
    // The numbers of the ASCII characters in this order of characters.
    inner.widths().same(1, 95, 500.0);
    inner.finish();

    let mut entry = pdf.font_descriptor(descriptor);
    entry
        .name(base)
        .flags(FontFlags::SYMBOLIC | FontFlags::SERIF);
    entry.bbox(Rect::new(-25.0, -254.0, 1000.0, 880.0));
    entry.italic_angle(0.0).ascent(880.0).descent(-120.0);
    entry.cap_height(880.0).stem_v(93.0);
    entry.finish();
    (font, Codes::Unicode)
}
