//! Does a line end because it was full, or because its author wanted it to?
//!
//! It was full if what the next line begins with had no room in it.

use super::grid::{Grid, GridCell};
use super::text::{Line, is_wide};

/// What lies between two lines that stand one below the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seam {
    /// The line ended there.
    End,
    /// It was cut between two words.
    Blank,
    /// It was cut where nothing was.
    None,
}

/// How much less room than needed there may be, in em: widths are not exact.
pub(super) const SLACK: f32 = 0.35;

/// What no line ends with.
const OPENING: [char; 7] = ['（', '《', '“', '‘', '【', '〔', '〈'];

/// What lies between two lines, of which the first has so much room left.
pub(super) fn seam(above: &Line, below: &Line, room: f32) -> Seam {
    let (last, next) = (above.text(), below.text());
    let is_ended = last.ends_with(['。', '；', ';', '！', '？', '：', ':']);
    if is_ended || ends_with_leader(&last) || room > needed(&next, below.size) + SLACK * below.size
    {
        return Seam::End;
    }
    let is_word = |c: char| c.is_ascii_alphanumeric();
    match last.ends_with(is_word) && next.starts_with(is_word) {
        true => Seam::Blank,
        false => Seam::None,
    }
}

/// Whether a text is an entry of a table of contents: leaders, and the number of a page. It reaches
/// the margin though nothing of it is left.
fn ends_with_leader(text: &str) -> bool {
    const LEADERS: [char; 7] = ['.', '．', '·', '•', '‥', '…', '⋯'];
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    let leaders = before.chars().rev().take_while(|c| LEADERS.contains(c));
    before.len() < text.len() && leaders.count() >= 3
}

/// The width of what a text begins with that cannot be parted: a word, or a Chinese character,
/// with the punctuation after it.
fn needed(text: &str, size: f32) -> f32 {
    const NARROW: f32 = 0.55;
    let mut characters = text.chars().peekable();
    let mut width = 0.0;
    while characters.next_if(|c| OPENING.contains(c)).is_some() {
        width += 1.0;
    }
    if let Some(first) = characters.next() {
        width += if is_wide(first) { 1.0 } else { NARROW };
        while !is_wide(first) && characters.next_if(|c| !is_wide(*c) && *c != ' ').is_some() {
            width += NARROW;
        }
    }
    while characters
        .next_if(|c| "，。、；：！？）》”’%％".contains(*c))
        .is_some()
    {
        width += 1.0;
    }
    width * size
}

impl Grid {
    /// How far its text keeps from the lines.
    pub(super) fn padding(&self) -> f32 {
        const PADDING_MAX: f32 = 12.0;
        // A bracket may be moved out of the line.
        let is_plain = |line: &&Line| !line.text().starts_with(OPENING);
        let of_cell = |cell: &GridCell| {
            let edge = self.xs.get(cell.column).copied().unwrap_or(0.0);
            let lines = cell.lines.iter().filter(is_plain);
            let kept = lines.map(|line| line.left() - edge);
            kept.fold(PADDING_MAX, f32::min)
        };
        self.cells
            .iter()
            .map(of_cell)
            .fold(PADDING_MAX, f32::min)
            .max(0.0)
    }

    /// The width a cell has for text.
    pub(super) fn inner_width(&self, cell: &GridCell, padding: f32) -> f32 {
        self.x(cell.column_end()) - self.x(cell.column) - 2.0 * padding
    }
}
