//! Properties as Word stored them: a list of changes to how things are anyway, each with its code
//! and an operand ("sprm").

use super::bytes::{byte, long, rest, short, slice};

pub(super) const SECTION_BREAK: u16 = 0x3009;

pub(super) const IN_TABLE: u16 = 0x2416;
pub(super) const ROW_END: u16 = 0x2417;
pub(super) const TABLE_DEPTH: u16 = 0x6649;
pub(super) const INNER_CELL_END: u16 = 0x244B;
pub(super) const INNER_ROW_END: u16 = 0x244C;
pub(super) const PAGE_BEFORE: u16 = 0x2407;
pub(super) const OUTLINE_LEVEL: u16 = 0x2640;
pub(super) const LIST_LEVEL: u16 = 0x260A;
pub(super) const LIST_USE: u16 = 0x460B;
/// The properties stand elsewhere, at an offset of the stream of data.
pub(super) const ELSEWHERE: [u16; 2] = [0x6645, 0x6646];

pub(super) const ROW: u16 = 0xD608;
pub(super) const VERTICAL_MERGE: u16 = 0xD62B;
pub(super) const MERGE: u16 = 0x5624;

pub(super) const DELETED: u16 = 0x0800;
pub(super) const INSERTED: u16 = 0x0801;
pub(super) const DATA: u16 = 0x6A03;
pub(super) const IS_DATA: u16 = 0x0806;
pub(super) const SPECIAL: u16 = 0x0855;
pub(super) const HIDDEN: u16 = 0x083C;
pub(super) const OBJECT: u16 = 0x080A;
pub(super) const SYMBOL: u16 = 0x6A09;
pub(super) const FONT: u16 = 0x4A4F;

/// One property.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sprm<'a> {
    /// Which.
    pub(super) code: u16,
    /// What it is set to; without the length where that varies.
    pub(super) operand: &'a [u8],
}

impl Sprm<'_> {
    /// The operand as a number.
    pub(super) fn number(&self) -> u32 {
        long(self.operand, 0)
    }

    /// Whether a property that is on or off is on.
    pub(super) fn is_on(&self) -> bool {
        byte(self.operand, 0) & 1 == 1
    }
}

/// The properties of a list.
pub(super) fn sprms(list: &[u8]) -> impl Iterator<Item = Sprm<'_>> {
    let mut left = list;
    std::iter::from_fn(move || {
        if left.len() < 3 {
            return None;
        }
        let code = short(left, 0);
        let (head, length) = match code >> 13 {
            0 | 1 => (2, 1),
            2 | 4 | 5 => (2, 2),
            3 => (2, 4),
            7 => (2, 3),
            _ if code == ROW => (4, usize::from(short(left, 2)).saturating_sub(1)),
            _ => (3, usize::from(byte(left, 2))),
        };
        let operand = slice(left, head, length.min(left.len().saturating_sub(head)));
        left = rest(left, head + length);
        Some(Sprm { code, operand })
    })
}
