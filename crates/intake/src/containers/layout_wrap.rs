//! Whether the text of a cell goes on from one line to the next, in a table laid out with blanks.
//!
//! A text is broken where its column has no room for more; so what had room ends, and what stands
//! below it begins anew. Signs tell too: no text begins with `）`, none ends with `《`, and `≥`
//! begins a value. And words do: `社会效益` and `指标` below it are one label, `数量指标` and
//! `质量指标` are two. (This is the one place where a container looks at words, as a typesetter
//! looks at a dictionary; see decision 10.)

use super::builder::is_blank;
use super::layout::{Segment, Segments, display_width};
use super::layout_columns::COLUMNS_MAX;
use crate::numbering::slot_marker;
use crate::vocabulary::{Sense, VOCABULARY};

/// How unlikely something is; what tips the balance by itself is [`SURE`].
pub(super) type Cost = usize;

pub(super) const SURE: Cost = 10;

/// What a segment has to do with the one above it in its column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    /// The line above with text in the same column.
    pub(super) above: Option<usize>,
    /// The column that its cell begins in, as far as segments above belong to it.
    pub(super) column: usize,
    /// How unlikely it is that both are one cell.
    pub(super) join: Cost,
    /// How unlikely it is that they are two.
    pub(super) part: Cost,
}

/// The links of every segment of every line.
pub(super) fn links(source: &str, lines: &[Segments]) -> Vec<Vec<Link>> {
    let room = room(source, lines);
    let mut last: [Option<Last>; COLUMNS_MAX] = [const { None }; COLUMNS_MAX];
    let mut links = Vec::with_capacity(lines.len());
    for (i, line) in lines.iter().enumerate() {
        let mut of_line = Vec::with_capacity(line.len());
        for segment in line {
            let below = Text::of(source, segment);
            let mut columns = segment.columns.clone();
            let above = columns.find_map(|c| last.get(c)?.as_ref());
            let link = above.map_or_else(
                || Link::none(segment),
                |above| above.link(segment, line, &below, &room),
            );
            let widest = above
                .filter(|_| link.join < SURE)
                .map_or(0, |above| above.widest);
            of_line.push(link);
            let entry = Last {
                line: i,
                segment,
                widest: widest.max(below.width),
                column: link.column,
                text: below,
            };
            for column in segment.columns.clone() {
                if let Some(last) = last.get_mut(column) {
                    *last = Some(entry.clone());
                }
            }
        }
        links.push(of_line);
    }
    links
}

/// The widest text of each column, in display width.
fn room(source: &str, lines: &[Segments]) -> Vec<usize> {
    let mut room = vec![0; COLUMNS_MAX];
    for segment in lines.iter().flatten().filter(|s| s.columns.len() == 1) {
        if let Some(room) = room.get_mut(segment.columns.start) {
            *room = width_of(&source[segment.range.clone()]).max(*room);
        }
    }
    room
}

/// Without blanks: programs put them between scripts as they like.
fn width_of(text: &str) -> usize {
    text.chars()
        .filter(|c| !is_blank(*c))
        .map(display_width)
        .sum()
}

/// The last text of a column so far.
#[derive(Clone)]
struct Last<'a> {
    line: usize,
    segment: &'a Segment,
    /// The widest line of its cell so far.
    widest: usize,
    column: usize,
    text: Text<'a>,
}

impl Link {
    fn none(segment: &Segment) -> Link {
        Link {
            above: None,
            column: segment.columns.start,
            join: 0,
            part: 0,
        }
    }
}

impl Last<'_> {
    fn link(&self, segment: &Segment, line: &Segments, below: &Text, room: &[usize]) -> Link {
        let other = self.segment;
        let is_alone = || {
            let beside = line
                .iter()
                .filter(|s| s.left < other.right && other.left < s.right);
            other.left <= segment.left && segment.right <= other.right && beside.count() == 1
        };
        let is_below = other.columns.start == segment.columns.start || is_alone();
        let above = Some(self.line);
        if !is_below {
            let column = segment.columns.start;
            return Link {
                above,
                column,
                join: SURE,
                part: 0,
            };
        }
        let alone = other.columns.len() == 1 && segment.columns.len() == 1;
        let room = if alone {
            room[segment.columns.start]
        } else {
            0
        };
        let room = room.max(self.widest).max(below.width);
        let (join, part) = self.text.costs(below, room);
        let column = if join < SURE {
            self.column
        } else {
            segment.columns.start
        };
        Link {
            above,
            column,
            join,
            part,
        }
    }
}

/// What matters of the text of a segment.
#[derive(Clone)]
struct Text<'a> {
    text: &'a str,
    width: usize,
}

impl<'a> Text<'a> {
    fn of(source: &'a str, segment: &Segment) -> Text<'a> {
        let text = &source[segment.range.clone()];
        let width = width_of(text);
        Text { text, width }
    }

    /// How unlikely it is that the text below is the rest of this one, and that it is not.
    fn costs(&self, below: &Text, room: usize) -> (Cost, Cost) {
        if begins_within(below.text) || ends_within(self.text) {
            return (0, SURE);
        }
        if is_label(self.text, below.text) {
            return (0, SURE / 2);
        }
        let free = room.saturating_sub(self.width + first_unit(below.text));
        let mut join = match free {
            0 | 1 => 0,
            2 | 3 => SURE / 2,
            _ => SURE,
        };
        if self.text.ends_with(['。', '；', ';', '！']) {
            // A paragraph ends wherever it does.
            join = join.min(SURE / 2);
        }
        if begins_value(below.text)
            || begins_slot(below.text)
            || (is_figure(self.text) && is_figure(below.text))
        {
            join += SURE;
        } else if is_figure(below.text) && !self.text.ends_with(|c: char| c.is_ascii_alphanumeric())
        {
            join += SURE / 2;
        } else if is_label(below.text, "") {
            join += if is_label(self.text, "") {
                SURE
            } else {
                SURE / 2
            };
        }
        join += match alike_at_end(self.text, below.text) {
            0 | 1 => 0,
            2 => SURE / 2,
            _ => SURE,
        };
        (join, 0)
    }
}

/// No text begins with such a sign.
fn begins_within(text: &str) -> bool {
    text.starts_with([
        '，', '。', '、', '；', '：', '）', '》', '〕', '”', '！', '？', '％', ',', ';', ':', ')',
        '%',
    ])
}

/// No text ends with such a sign, or within brackets.
fn ends_within(text: &str) -> bool {
    let open = |brackets: [char; 4]| text.chars().filter(|c| brackets.contains(c)).count();
    text.ends_with(['，', '、', ',', '和', '的', '与', '及'])
        || open(['（', '《', '〔', '(']) > open(['）', '》', '〕', ')'])
}

fn begins_value(text: &str) -> bool {
    text.starts_with(['≥', '≤', '＞', '＜', '>', '<', '≧', '≦', '＝', '='])
}

/// `指标2：`; goals (`目标2：`) may be paragraphs of one cell.
fn begins_slot(text: &str) -> bool {
    text.starts_with('指') && slot_marker(text).is_some()
}

/// An amount, a share or a score. A figure longer than these is a code, which may be wrapped.
fn is_figure(text: &str) -> bool {
    const CHARS_MAX: usize = 12;
    let is_sign =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '％' | '０'..='９' | '．');
    text.chars().count() <= CHARS_MAX && text.chars().all(is_sign)
}

/// How many characters two texts have in common at their ends. Names of things of a kind
/// (`农户满意度` and `企业满意度`) are two names.
fn alike_at_end(text: &str, other: &str) -> usize {
    let endings = text.chars().rev().zip(other.chars().rev());
    endings.take_while(|(a, b)| a == b && !a.is_ascii()).count()
}

/// The width of what cannot be broken: a Chinese character, or a word or figure.
fn first_unit(text: &str) -> usize {
    let solid = |c: &char| c.is_ascii_alphanumeric() || ".%-/".contains(*c);
    match text.chars().take_while(solid).count() {
        0 => text.chars().next().map_or(0, display_width),
        width => width,
    }
}

/// Whether two lines together are a label and nothing else.
fn is_label(text: &str, rest: &str) -> bool {
    const BYTES_MAX: usize = 60;
    /// Shorter ones are words of names too: `成本`.
    const CHARS_MIN: usize = 3;
    let Some(first) = text.chars().next() else {
        return false;
    };
    if text.len() + rest.len() > BYTES_MAX || !VOCABULARY.may_begin(first) {
        return false;
    }
    if rest.is_empty() {
        let found = VOCABULARY.find(text, ends_label);
        return found.is_some_and(|found| found.chars >= CHARS_MIN);
    }
    let both = format!("{text}{rest}");
    let end = VOCABULARY
        .find(&both, ends_label)
        .map_or(0, |found| found.end);
    end > text.len() || (end == text.len() && rest.starts_with(['（', '(']))
}

/// Whether a text heads a column.
pub(super) fn is_heading(text: &str) -> bool {
    let found = VOCABULARY.find(text, ends_label);
    found.is_some_and(|found| {
        found
            .senses
            .iter()
            .any(|sense| matches!(sense, Sense::Column(_)))
    })
}

fn ends_label(after: &str) -> bool {
    after.is_empty() || after.starts_with(['（', '(', '：', ':'])
}
