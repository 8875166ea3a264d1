//! How do the characters and paragraphs look that stand at an offset of the file?
//!
//! Pages of 512 bytes list stretches of the file with their properties.

use super::bytes::{byte, entries, long, rest, short, slice};
use super::sprm;

/// Bytes of a page.
const PAGE: usize = 512;

/// What pages list.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// Paragraphs.
    Paragraphs,
    /// Runs of characters.
    Characters,
}

/// A stretch of the file with the same properties.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    start: u32,
    end: u32,
    /// Where the properties stand in the file, and how long they are.
    offset: u32,
    length: u16,
}

/// How everything in the file looks.
pub(super) struct Formatting<'a> {
    /// The paragraphs.
    pub(super) paragraphs: Vec<Run>,
    /// The runs of characters.
    pub(super) characters: Vec<Run>,
    /// The stream of characters, in which the properties stand.
    pub(super) text: &'a [u8],
    /// The stream of data, in which long ones do.
    pub(super) data: &'a [u8],
}

impl<'a> Formatting<'a> {
    /// The style and the properties of the paragraph that the character at an offset is in.
    pub(super) fn of_paragraph(&self, offset: u32) -> (u16, [&'a [u8]; 2]) {
        let Some(run) = find(&self.paragraphs, offset) else {
            return (0, [&[]; 2]);
        };
        let all = slice(self.text, run.offset as usize, run.length.into());
        let own = rest(all, 2);
        let elsewhere = sprm::sprms(own).find(|sprm| sprm::ELSEWHERE.contains(&sprm.code));
        let there = elsewhere.map(|sprm| {
            let at = sprm.number() as usize;
            slice(self.data, at.saturating_add(2), short(self.data, at).into())
        });
        (short(all, 0), [own, there.unwrap_or_default()])
    }

    /// The run that the character at an offset is in: its end, and its properties.
    pub(super) fn of_characters(&self, offset: u32) -> (u32, &'a [u8]) {
        match find(&self.characters, offset) {
            Some(run) => {
                let properties = slice(self.text, run.offset as usize, run.length.into());
                (run.end, properties)
            }
            None => (offset.saturating_add(1), &[]),
        }
    }
}

fn find(runs: &[Run], offset: u32) -> Option<&Run> {
    let after = runs.partition_point(|run| run.start <= offset);
    let run = runs.get(after.checked_sub(1)?)?;
    (offset < run.end).then_some(run)
}

/// All stretches that pages list, by where they begin.
pub(super) fn runs(text: &[u8], pages: &[u8], kind: Kind) -> Vec<Run> {
    let count = entries(pages, 4).min(text.len() / PAGE + 1);
    let mut runs = Vec::new();
    for at in 0..count {
        let number = long(pages, 4 * (entries(pages, 4) + 1) + 4 * at) & 0x003F_FFFF;
        let offset = number as usize * PAGE;
        let page = slice(text, offset, PAGE);
        if !page.is_empty() {
            runs.extend(of_page(page, offset as u32, kind));
        }
    }
    runs.sort_by_key(|run: &Run| run.start);
    runs
}

fn of_page(page: &[u8], offset: u32, kind: Kind) -> impl Iterator<Item = Run> + '_ {
    let width = match kind {
        Kind::Paragraphs => 13,
        Kind::Characters => 1,
    };
    let count = usize::from(byte(page, PAGE - 1)).min((PAGE - 5) / (4 + width));
    (0..count).map(move |at| {
        let pointer = 4 * (count + 1) + width * at;
        let properties = 2 * usize::from(byte(page, pointer));
        let (skipped, length) = match (properties, kind) {
            (0, _) => (0, 0),
            (at, Kind::Characters) => (1, usize::from(byte(page, at))),
            (at, Kind::Paragraphs) => match byte(page, at) {
                0 => (2, 2 * usize::from(byte(page, at + 1))),
                words => (1, 2 * usize::from(words) - 1),
            },
        };
        Run {
            start: long(page, 4 * at),
            end: long(page, 4 * (at + 1)),
            offset: offset + (properties + skipped) as u32,
            length: length.min(PAGE) as u16,
        }
    })
}
