//! The text of a file, which lies in it in pieces.

use super::bytes::{byte, entries, long, rest, short, slice};

/// A stretch of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// Its first character, counted through the whole text.
    pub(super) start: u32,
    /// One past its last character.
    pub(super) end: u32,
    /// Where it stands in the file.
    offset: u32,
    /// Bytes a character.
    width: u32,
    /// Changes to how all of it looks, made when the file was saved in haste.
    pub(super) changes: &'a [u8],
}

/// All pieces, in the order of the text.
pub(super) struct Pieces<'a> {
    text: &'a [u8],
    all: Vec<Piece<'a>>,
}

/// A character and where it stands in the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit<'a> {
    /// Its number in the text.
    pub(super) number: u32,
    /// A unit of UTF-16.
    pub(super) unit: u16,
    /// Where it stands in the file.
    pub(super) offset: u32,
    /// See [`Piece::changes`].
    pub(super) changes: &'a [u8],
}

impl<'a> Pieces<'a> {
    /// Reads the table of pieces.
    pub(super) fn read(text: &'a [u8], table: &'a [u8]) -> Self {
        const CHANGES: u8 = 1;
        const PIECES: u8 = 2;
        const CHANGES_MAX: usize = 1024; // they are looked at again and again
        let mut changes: Vec<&[u8]> = Vec::new();
        let mut at = 0;
        let mut all = Vec::new();
        while at < table.len() {
            match byte(table, at) {
                CHANGES => {
                    let length = usize::from(short(table, at + 1));
                    changes.push(slice(table, at + 3, length.min(CHANGES_MAX)));
                    at += 3 + length;
                }
                PIECES => {
                    let length = long(table, at + 1) as usize;
                    let plc = rest(table, at + 5);
                    let plc = plc.get(..length).unwrap_or(plc);
                    all = pieces(text, plc, &changes);
                    break;
                }
                _ => break,
            }
        }
        Pieces { text, all }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The characters of a stretch of the text.
    pub(super) fn units(&self, start: u32, end: u32) -> impl Iterator<Item = Unit<'a>> + '_ {
        let first = self.all.partition_point(|piece| piece.end <= start);
        let pieces = self.all.iter().skip(first);
        let pieces = pieces.take_while(move |piece| piece.start < end);
        pieces.flat_map(move |piece| {
            let numbers = piece.start.max(start)..piece.end.min(end);
            numbers.map(|number| {
                let offset = piece.offset + (number - piece.start) * piece.width;
                let unit = match piece.width {
                    1 => of_windows(byte(self.text, offset as usize)),
                    _ => short(self.text, offset as usize),
                };
                Unit {
                    number,
                    unit,
                    offset,
                    changes: piece.changes,
                }
            })
        })
    }
}

/// The pieces that lie in the file, in order, without overlap in the text.
fn pieces<'a>(text: &[u8], plc: &[u8], changes: &[&'a [u8]]) -> Vec<Piece<'a>> {
    /// Set where a character takes one byte; the offset is doubled then.
    const NARROW: u32 = 1 << 30;
    let count = entries(plc, 8);
    let mut all = Vec::new();
    let mut reached = 0;
    // However often pieces point to the same bytes, the text is not longer than the file twice.
    let mut left = 2 * text.len() as u32;
    for at in 0..count {
        let (start, end) = (long(plc, 4 * at), long(plc, 4 * (at + 1)));
        let descriptor = 4 * (count + 1) + 8 * at;
        let place = long(plc, descriptor + 2);
        let (offset, width) = match place & NARROW {
            0 => (place & (NARROW - 1), 2),
            _ => ((place & (NARROW - 1)) / 2, 1),
        };
        let in_file = (text.len() as u32).saturating_sub(offset) / width;
        let length = end.saturating_sub(start).min(in_file).min(left);
        if start < reached || length == 0 {
            continue;
        }
        left -= length;
        reached = start + length;
        let change = short(plc, descriptor + 6);
        let number = usize::from(change >> 1);
        all.push(Piece {
            start,
            end: reached,
            offset,
            width,
            changes: match change & 1 {
                1 => changes.get(number).copied().unwrap_or_default(),
                _ => &[],
            },
        });
    }
    all
}

/// A character of Windows-1252, in which characters of one byte are written.
fn of_windows(byte: u8) -> u16 {
    const FROM_80: [u16; 32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
        0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ];
    let at = usize::from(byte).checked_sub(0x80);
    let other = at.and_then(|at| FROM_80.get(at));
    other.copied().unwrap_or(u16::from(byte))
}
