//! Which text box hangs where?
//!
//! A drawing has a number. One table says at which character of the text each drawing hangs, and
//! one of which drawing each stretch of the text boxes is the text.

use std::collections::HashMap;
use std::ops::Range;

use super::bytes::{entries, long};

/// Bytes of the two tables' entries, and where in an entry of a box the number stands.
const ANCHOR: usize = 26;
const BOX: usize = 22;
const NUMBER_IN_BOX: usize = 14;

/// The text boxes of a text.
#[derive(Default)]
pub(super) struct Boxes {
    /// By the character that they hang on.
    pub(super) anchored: HashMap<u32, Range<u32>>,
    /// Those that hang nowhere.
    pub(super) others: Vec<Range<u32>>,
}

impl Boxes {
    /// Reads the tables of anchors and of boxes, whose texts are this stretch.
    pub(super) fn read(anchors: &[u8], boxes: &[u8], all: Range<u32>) -> Self {
        let count = entries(anchors, ANCHOR);
        let mut characters: HashMap<u32, u32> = HashMap::new();
        for at in 0..count {
            let number = long(anchors, 4 * (count + 1) + ANCHOR * at);
            characters.insert(number, long(anchors, 4 * at));
        }
        let mut found = Boxes::default();
        let count = entries(boxes, BOX);
        let mut start = all.start;
        for at in 0..count {
            let end = all.start.saturating_add(long(boxes, 4 * (at + 1)));
            let end = end.clamp(start, all.end.max(start));
            let number = long(boxes, 4 * (count + 1) + BOX * at + NUMBER_IN_BOX);
            match characters.remove(&number) {
                Some(character) => _ = found.anchored.insert(character, start..end),
                None => found.others.push(start..end),
            }
            start = end;
        }
        found.others.push(start..all.end);
        found
    }
}
