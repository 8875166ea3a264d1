//! Where may a text be broken into lines?
//!
//! Chinese is broken between any two characters, but no closing punctuation begins a line and no
//! opening punctuation ends one; Latin words and numbers are kept whole where they fit.

use crate::fonts::{Measure, Source, Typeface};

use super::measures::Alignment;
use super::{Letter, Run};

/// A character that has been measured.
#[derive(Clone, Copy, Debug)]
struct Measured {
    letter: Letter,
    source: Source,
}

/// A line of text.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    letters: Vec<Measured>,
    /// How far its first character is indented.
    pub(super) indent: f32,
    size: f32,
    /// Whether the text goes on in the next line, with no break of its own.
    goes_on: bool,
}

/// In what a text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Face {
    pub(super) typeface: Typeface,
    pub(super) size: f32,
}

/// Breaks a text into lines of this width. The first line of it, and each after a `\n`, is
/// indented.
pub(super) fn wrap(
    measure: &Measure,
    face: Face,
    text: &str,
    width: f32,
    indent: f32,
) -> Vec<Line> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let letters = letters(measure, face, paragraph);
        let mut rest = letters.as_slice();
        let mut indent = indent;
        loop {
            let (line, after) = rest.split_at(fitting(rest, width - indent));
            lines.push(Line {
                letters: line.to_vec(),
                indent,
                size: face.size,
                goes_on: !after.is_empty(),
            });
            rest = after;
            indent = 0.0;
            if rest.is_empty() {
                break;
            }
        }
    }
    lines
}

/// The width of the widest piece of a text that should not be broken.
pub(super) fn widest_piece(measure: &Measure, face: Face, text: &str) -> f32 {
    let mut widest = 0f32;
    for paragraph in text.split('\n') {
        let mut width = 0.0;
        let mut before = None;
        for measured in letters(measure, face, paragraph) {
            let character = measured.letter.character;
            if before.is_some_and(|before| may_break(before, character)) {
                width = 0.0;
            }
            if character != ' ' {
                width += measured.letter.advance;
            }
            widest = widest.max(width);
            before = Some(character);
        }
    }
    widest
}

fn letters(measure: &Measure, face: Face, text: &str) -> Vec<Measured> {
    text.chars()
        .map(|c| if c == '\t' { ' ' } else { c })
        .filter(|c| !c.is_control())
        .map(|character| {
            let (source, advance) = measure.character(face.typeface, character);
            let advance = advance * face.size;
            Measured {
                letter: Letter { character, advance },
                source,
            }
        })
        .collect()
}

/// How many letters make the next line: as many as fit, back to where it may be broken. At least
/// one, if there is one. Blanks at its end hang over.
fn fitting(letters: &[Measured], width: f32) -> usize {
    const ROUNDING: f32 = 0.01;
    let mut used = 0.0;
    let mut may_end = 0;
    let mut before = None;
    for (index, measured) in letters.iter().enumerate() {
        let character = measured.letter.character;
        if before.is_some_and(|before| may_break(before, character)) {
            may_end = index;
        }
        used += measured.letter.advance;
        if used > width + ROUNDING && !character.is_whitespace() {
            return match may_end {
                0 => index.max(1),
                end => end,
            };
        }
        before = Some(character);
    }
    letters.len()
}

/// Whether a line may end between two characters.
fn may_break(before: char, after: char) -> bool {
    if after.is_whitespace() || ends(after) || begins(before) {
        return false;
    }
    if before.is_whitespace() {
        return true;
    }
    // Dashes and dots of two characters are not parted, nor is the commonest word of forms.
    let is_pair = matches!((before, after), ('—', '—') | ('…', '…') | ('指', '标'));
    let is_word = is_of_word(before) && is_of_word(after);
    !is_pair && !is_word
}

/// Whether a character belongs to a Latin word or a number.
fn is_of_word(c: char) -> bool {
    c.is_ascii_graphic() || matches!(c, '%' | '‰' | '℃' | '°' | '±') || ('À'..='ʯ').contains(&c)
}

/// Whether a character must not begin a line.
fn ends(c: char) -> bool {
    const ENDS: &str = "，。、；：？！）］｝〉》」』】〕〗’”～·％‰℃,.;:?!)]}%/-";
    ENDS.contains(c)
}

/// Whether a character must not end a line.
fn begins(c: char) -> bool {
    const BEGINS: &str = "（［｛〈《「『【〔〖‘“￥＄([{¥$≥≤≧≦＞＜><";
    BEGINS.contains(c)
}

impl Line {
    /// The letters without the blanks that hang over at the end.
    fn shown(&self) -> &[Measured] {
        let is_shown = |m: &Measured| !m.letter.character.is_whitespace();
        let shown = self
            .letters
            .iter()
            .rposition(is_shown)
            .map_or(0, |last| last + 1);
        self.letters.get(..shown).unwrap_or_default()
    }

    /// The width of what is shown.
    pub(super) fn width(&self) -> f32 {
        self.shown().iter().map(|m| m.letter.advance).sum()
    }

    /// The line as runs, within a stretch of the page.
    pub(super) fn runs(
        &self,
        (left, width): (f32, f32),
        baseline: f32,
        alignment: Alignment,
    ) -> Vec<Run> {
        let room = width - self.indent - self.width();
        let before = match alignment {
            Alignment::Left | Alignment::Both => 0.0,
            Alignment::Centre => room.max(0.0) / 2.0,
            Alignment::Right => room.max(0.0),
        };
        let spread = match alignment == Alignment::Both && self.goes_on {
            true => self.spread(room),
            false => 0.0,
        };
        let mut at = left + self.indent + before;
        let mut runs: Vec<Run> = Vec::new();
        let mut letters = self.letters.iter().peekable();
        while let Some(measured) = letters.next() {
            let mut letter = measured.letter;
            let next = letters.peek().map(|next| next.letter.character);
            if next.is_some_and(|next| may_spread(letter.character, next)) {
                letter.advance += spread;
            }
            match runs.last_mut() {
                Some(run) if run.source == measured.source => run.letters.push(letter),
                _ => runs.push(Run {
                    left: at,
                    baseline,
                    size: self.size,
                    source: measured.source,
                    letters: vec![letter],
                }),
            }
            at += letter.advance;
        }
        runs
    }

    /// By how much letters are moved apart so that the line reaches the margin; by nothing if
    /// that would show.
    fn spread(&self, room: f32) -> f32 {
        let shown = self.shown();
        let gaps = shown
            .windows(2)
            .filter(|pair| may_spread(pair[0].letter.character, pair[1].letter.character))
            .count();
        let spread = room / gaps.max(1) as f32;
        match spread.abs() < self.size / 4.0 {
            true => spread,
            false => 0.0,
        }
    }
}

/// Whether two letters may be moved apart: words and numbers are not.
fn may_spread(before: char, after: char) -> bool {
    !(is_of_word(before) && is_of_word(after))
}
