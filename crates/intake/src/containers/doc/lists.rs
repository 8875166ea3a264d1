//! The lists of a text, from the tables that define them.

use std::collections::HashMap;

use super::bytes::{byte, long, rest, short, slice, utf16};
use crate::containers::word::numbering::{LEVELS, Level, List, Numbering, PATTERN_MAX, Style, Use};

/// Bytes of the description of a list, and of the head of a level's.
const LIST: usize = 28;
const LEVEL: usize = 28;
/// Bytes of the description of a use of a list.
const USE: usize = 16;

/// Reads the lists from the table that begins with them (the levels follow it) and the table of
/// their uses.
pub(super) fn read(lists: &[u8], lists_length: usize, uses: &[u8]) -> Numbering {
    let mut numbering = Numbering::default();
    let mut ids: HashMap<u32, usize> = HashMap::new();
    let count = usize::from(short(lists, 0)).min(lists_length / LIST);
    let mut levels = rest(lists, lists_length);
    for at in 0..count {
        let list = slice(lists, 2 + LIST * at, LIST);
        let is_simple = byte(list, 26) & 1 == 1;
        let count = if is_simple { 1 } else { LEVELS };
        let mut all = Vec::with_capacity(count);
        for _ in 0..count {
            let (level, length) = level(levels);
            all.push(level);
            levels = rest(levels, length);
        }
        ids.insert(long(list, 0), numbering.lists.len());
        numbering.lists.push(List::of(all));
    }
    numbering.uses = read_uses(uses, &ids);
    numbering
}

fn read_uses(table: &[u8], ids: &HashMap<u32, usize>) -> HashMap<u32, Use> {
    let count = (long(table, 0) as usize).min(table.len() / USE);
    let mut changes = rest(table, 4 + USE * count);
    let mut uses = HashMap::new();
    for at in 0..count {
        let head = slice(table, 4 + USE * at, USE);
        let mut used = Use {
            list: ids.get(&long(head, 0)).copied().unwrap_or(usize::MAX),
            ..Use::default()
        };
        changes = rest(changes, 4);
        for _ in 0..byte(head, 12) {
            const STARTS: u8 = 0x10;
            const IS_DIFFERENT: u8 = 0x20;
            let (start, flags) = (long(changes, 0), byte(changes, 4));
            let number = flags & 0x0F;
            changes = rest(changes, 8);
            if flags & IS_DIFFERENT != 0 {
                let (level, length) = level(changes);
                changes = rest(changes, length);
                if flags & STARTS != 0 {
                    used.starts.insert(number, level.start);
                }
                used.levels.insert(number, level);
            } else if flags & STARTS != 0 {
                used.starts.insert(number, start);
            }
        }
        uses.insert(at as u32 + 1, used);
    }
    uses
}

/// A level, and how many bytes describe it.
fn level(bytes: &[u8]) -> (Level, usize) {
    const ALL_DECIMAL: u8 = 0x04;
    const NEVER_RESTARTS: u8 = 0x08;
    const NOTHING_FOLLOWS: u8 = 2;
    let flags = byte(bytes, 5);
    let properties = usize::from(byte(bytes, 24)) + usize::from(byte(bytes, 25));
    let text = LEVEL + properties;
    let length = usize::from(short(bytes, text));
    let level = Level {
        start: long(bytes, 0),
        style: style(byte(bytes, 4)),
        pattern: utf16(slice(bytes, text + 2, 2 * length.min(PATTERN_MAX))),
        all_decimal: flags & ALL_DECIMAL != 0,
        restart: (flags & NEVER_RESTARTS != 0).then(|| byte(bytes, 26)),
        no_blank: byte(bytes, 15) == NOTHING_FOLLOWS,
    };
    (level, text + 2 + 2 * length)
}

/// The styles by the numbers that `[MS-OSHARED]` gives them.
fn style(number: u8) -> Style {
    match number {
        1 => Style::UpperRoman,
        2 => Style::LowerRoman,
        3 => Style::UpperLetter,
        4 => Style::LowerLetter,
        10 | 36 => Style::ChineseDigits,
        11 | 33 | 35 | 37 | 39 => Style::Chinese,
        14 | 19 => Style::FullWidth,
        16 | 34 | 38 => Style::ChineseLegal,
        18 | 28 => Style::Circled,
        22 => Style::DecimalZero,
        23 => Style::Bullet,
        26 => Style::Stopped,
        27 => Style::Parenthesised,
        30 => Style::Stems,
        31 => Style::Branches,
        255 => Style::None,
        _ => Style::Decimal,
    }
}
