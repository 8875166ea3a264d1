//! The ledger: what every piece of the source was taken for.
//!
//! Text enters the model only through a span of the paper, and the same step writes that span into
//! the ledger. What no span covers at the end is *unread* and is reported. So nothing can be in
//! the model that is not on the paper, and nothing on the paper can be dropped in silence.

use plumbline_model::Place;

use crate::fold::is_han;
use crate::paper::{Paper, Span};

/// Printed matter that belongs to the page and says nothing of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Furniture {
    /// A page number.
    PageNumber,
    /// Table of contents.
    Contents,
    /// A heading that parts the volume (`第一部分`, `附件3`).
    Heading,
    /// Row or item numbers.
    Numbering,
}

/// What a piece of the source was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Taken {
    /// It is the value of this field of the model.
    Bound(&'static str),
    /// It is a label or heading of the form.
    Label,
    /// It belongs to the page.
    Furniture(Furniture),
    /// It was not understood.
    Unread,
}

/// One entry of the ledger.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// The piece.
    pub span: Span,
    /// What it was taken for.
    pub taken: Taken,
}

/// A piece of the source that was not understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    /// The piece as printed.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// How much of the source was understood, in characters that are neither blank nor punctuation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Characters bound, label or furniture.
    pub understood: u64,
    /// All characters.
    pub total: u64,
}

impl Coverage {
    /// Share understood, 1.0 for a source without any text.
    pub fn ratio(self) -> f64 {
        if self.total == 0 {
            1.0
        } else {
            self.understood as f64 / self.total as f64
        }
    }

    /// Coverage of several sources together.
    pub fn add(&mut self, other: Coverage) {
        self.understood += other.understood;
        self.total += other.total;
    }
}

/// The ledger of one paper while it is being read.
#[derive(Debug, Default)]
pub struct Ledger {
    entries: Vec<Entry>,
}

impl Ledger {
    /// Writes down what a span was taken for. The first entry for a character holds.
    pub fn enter(&mut self, span: Span, taken: Taken) {
        if !span.is_empty() {
            self.entries.push(Entry { span, taken });
        }
    }

    /// How many entries there are, to come back to with [`Ledger::since`].
    pub fn mark(&self) -> usize {
        self.entries.len()
    }

    /// The entries made since a mark.
    pub fn since(&mut self, mark: usize) -> &mut [Entry] {
        self.entries.get_mut(mark..).unwrap_or_default()
    }

    /// Closes the ledger: entries in reading order without overlap, with what is left over added
    /// as unread.
    pub fn settle(mut self, paper: &Paper) -> (Vec<Entry>, Coverage) {
        self.entries.sort_by_key(|entry| entry.span.start);
        let mut settled = Vec::with_capacity(self.entries.len());
        let mut coverage = Coverage::default();
        let mut next = 0;
        // A container may list a piece after others that follow it in the text.
        let mut pieces: Vec<Span> = paper.pieces().collect();
        pieces.sort_unstable();
        for piece in pieces {
            let mut reached = piece.start;
            let first_of_piece = settled.len();
            while let Some(entry) = self.entries.get(next).filter(|e| e.span.start < piece.end) {
                let from = entry.span.start.max(reached);
                let to = entry.span.end.min(piece.end);
                if from < to {
                    enter_gap(&mut settled, paper, reached, from);
                    settled.push(Entry {
                        span: Span {
                            start: from,
                            end: to,
                        },
                        taken: entry.taken,
                    });
                    reached = to;
                }
                if entry.span.end > piece.end {
                    break;
                }
                next += 1;
            }
            enter_gap(&mut settled, paper, reached, piece.end);
            if settled.len() == first_of_piece && says_something(paper.text(piece)) {
                settled.push(Entry {
                    span: piece,
                    taken: Taken::Unread,
                });
            }
        }
        for entry in &settled {
            let size = size(paper.text(entry.span));
            coverage.total += size;
            if entry.taken != Taken::Unread {
                coverage.understood += size;
            }
        }
        (settled, coverage)
    }
}

/// Enters what lies between two entries of a piece as unread, unless it is mere punctuation.
fn enter_gap(settled: &mut Vec<Entry>, paper: &Paper, start: u32, end: u32) {
    if start >= end {
        return;
    }
    let text = paper.text(Span { start, end });
    let trimmed = text.trim_matches(|c| !is_letter(c));
    if !trimmed.is_empty() {
        let lead = text.len() - text.trim_start_matches(|c| !is_letter(c)).len();
        let start = start + lead as u32;
        settled.push(Entry {
            span: Span {
                start,
                end: start + trimmed.len() as u32,
            },
            taken: Taken::Unread,
        });
    }
}

/// Whether a piece that holds no letter or digit still says something (a tick does, a rule of
/// dashes does not).
fn says_something(text: &str) -> bool {
    text.chars()
        .any(|c| !c.is_whitespace() && !c.is_ascii_punctuation() && !is_rule_or_stop(c))
}

fn is_rule_or_stop(c: char) -> bool {
    matches!(
        c,
        '─'
            ..='╿'
                | '—'
                | '–'
                | '…'
                | '·'
                | '：'
                | '，'
                | '。'
                | '；'
                | '、'
                | '（'
                | '）'
                | '　'
                | '“'
                | '”'
                | '|'
                | '＿'
                | '－'
    )
}

/// Letters and digits of a text; at least one for a piece that is all signs.
fn size(text: &str) -> u64 {
    let letters = text.chars().filter(|c| is_letter(*c)).count() as u64;
    letters.max(1)
}

/// Whether a character is a letter or a digit; Chinese ones are told without a table.
fn is_letter(c: char) -> bool {
    is_han(c) || c.is_alphanumeric()
}
