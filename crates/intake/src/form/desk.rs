//! The reader's desk: the paper in front, the ledger beside it, the documents on the pile.
//!
//! Everything that enters a document is taken from here by span, so that the ledger knows.

use plumbline_model::{Amount, Document, Extent, Field, MoneyUnit, Number, Place, Placed, Text};

use super::draft::Draft;
use crate::error::ReadError;
use crate::fold::{append_tidy, fold_char, is_blank, tidy};
use crate::ledger::{Furniture, Ledger, Taken};
use crate::limits::Limits;
use crate::paper::{Paper, Places, Span};

/// What the cover of a volume of forms says.
#[derive(Debug, Default)]
pub(crate) struct Volume {
    pub year: Option<u16>,
    /// The body whose volume it is.
    pub compiled_by: Text,
    pub reviewed_by: Text,
    /// `草案`
    pub draft_mark: Text,
}

pub(crate) struct Desk<'p> {
    pub paper: &'p Paper,
    places: Places<'p>,
    limits: &'p Limits,
    indicators_done: usize,
    /// A limit that was passed; nothing more is kept from then on.
    pub over_limit: Option<ReadError>,
    pub ledger: Ledger,
    /// The document being filled.
    pub draft: Draft,
    /// Documents done.
    pub done: Vec<plumbline_model::Document>,
    /// How many documents have been begun.
    pub documents_begun: usize,
    /// What the cover of the volume says of all its documents.
    pub volume: Volume,
}

impl<'p> Desk<'p> {
    pub fn new(paper: &'p Paper, limits: &'p Limits) -> Self {
        Desk {
            paper,
            places: Places::of(paper),
            limits,
            indicators_done: 0,
            over_limit: None,
            ledger: Ledger::default(),
            draft: Draft::default(),
            done: Vec::new(),
            documents_begun: 0,
            volume: Volume::default(),
        }
    }

    /// Puts a document on the pile, unless a limit is passed.
    pub fn keep(&mut self, document: Document) {
        self.indicators_done += document.indicators.len();
        let counts = [
            ("documents", self.done.len() + 1, self.limits.documents_max),
            (
                "indicators",
                self.indicators_done,
                self.limits.indicators_max,
            ),
        ];
        let passed = counts.into_iter().find(|(_, found, limit)| found > limit);
        match passed {
            None => self.done.push(document),
            Some((what, found, limit)) => {
                self.done.clear();
                self.over_limit.get_or_insert(ReadError::OverLimit {
                    what,
                    found,
                    limit,
                    place: document.extent.from,
                });
            }
        }
    }

    /// The text of a span.
    pub fn text(&self, span: Span) -> &'p str {
        self.paper.text(span)
    }

    /// The place of the first character of a span.
    pub fn place(&self, span: Span) -> Place {
        self.places.first(span)
    }

    /// The place of the last character of a span.
    pub fn end_place(&self, span: Span) -> Place {
        self.places.last(span)
    }

    /// A span without the blanks around it.
    pub fn trim(&self, span: Span) -> Span {
        let text = self.text(span);
        let lead = text.len() - text.trim_start_matches(is_blank).len();
        let kept = text[lead..].trim_end_matches(is_blank).len();
        let start = span.start as usize + lead;
        Span::new(start, start + kept)
    }

    /// The words of a span.
    pub fn words(&self, span: Span) -> Vec<Span> {
        let text = self.text(span);
        let start = text.as_ptr() as usize;
        text.split(is_blank)
            .filter(|word| !word.is_empty())
            .map(|word| {
                let at = word.as_ptr() as usize - start;
                self.within(span, at..at + word.len())
            })
            .collect()
    }

    /// A part of a span, by byte range within it.
    pub fn within(&self, span: Span, range: std::ops::Range<usize>) -> Span {
        let start = span.start as usize;
        Span::new(start + range.start, start + range.end)
    }

    /// Enters a label or heading.
    pub fn label(&mut self, span: Span) {
        self.ledger.enter(span, Taken::Label);
        self.draft.reach(span);
    }

    /// Enters page furniture.
    pub fn furniture(&mut self, span: Span, what: Furniture) {
        self.ledger.enter(span, Taken::Furniture(what));
    }

    /// Takes spans as the text of a field.
    pub fn take(&mut self, spans: &[Span], path: &'static str) -> Placed<String> {
        let mut text = String::new();
        let mut place = Place::Whole;
        for (i, span) in spans.iter().enumerate() {
            let span = self.trim(*span);
            if i == 0 {
                place = self.place(span);
            }
            append_tidy(&mut text, self.text(span));
            self.ledger.enter(span, Taken::Bound(path));
            self.draft.reach(span);
        }
        Placed::new(text, place)
    }

    /// Takes spans as a field of text: blank if there is nothing in them.
    pub fn take_text(&mut self, spans: &[Span], path: &'static str) -> Text {
        let placed = self.take(spans, path);
        if placed.value.is_empty() {
            Field::Blank(placed.place)
        } else {
            Field::Stated(placed.value, placed.place)
        }
    }

    /// Takes spans as an amount of money.
    pub fn take_amount(&mut self, spans: &[Span], path: &'static str) -> Field<Amount> {
        let placed = self.take(spans, path);
        if says_none(&placed.value) {
            return Field::Blank(placed.place);
        }
        match parse_amount(&placed.value) {
            Some(amount) => Field::Stated(amount, placed.place),
            None => Field::Unclear(placed.value, placed.place),
        }
    }

    /// Takes spans as a plain number; a sign of share or points after it is left out.
    pub fn take_number(&mut self, spans: &[Span], path: &'static str) -> Field<Number> {
        let placed = self.take(spans, path);
        if says_none(&placed.value) {
            return Field::Blank(placed.place);
        }
        match parse_number(&placed.value) {
            Some(number) => Field::Stated(number, placed.place),
            None => Field::Unclear(placed.value, placed.place),
        }
    }

    /// From the first to the last of some spans.
    pub fn extent(&self, spans: impl IntoIterator<Item = Span>) -> Extent {
        let mut all: Option<Span> = None;
        for span in spans {
            let span = self.trim(span);
            all = Some(match all {
                None => span,
                Some(all) => Span {
                    start: all.start.min(span.start),
                    end: all.end.max(span.end),
                },
            });
        }
        all.map_or_else(Extent::default, |all| Extent {
            from: self.place(all),
            to: self.end_place(all),
        })
    }
}

/// Whether a box for a number is blank or holds a mark for that.
pub(crate) fn says_none(text: &str) -> bool {
    text.chars()
        .all(|c| matches!(fold_char(c), '-' | '/' | '\\'))
}

/// Reads an amount as printed: a number, perhaps with a unit after it.
pub(crate) fn parse_amount(text: &str) -> Option<Amount> {
    let text = text.trim_matches(is_blank);
    let text = text.strip_prefix(['¥', '￥']).unwrap_or(text);
    let split = text
        .char_indices()
        .find(|(_, c)| !is_number_char(*c))
        .map_or(text.len(), |(at, _)| at);
    let number = Number::from_printed(&text[..split])?;
    let unit_text = tidy(&text[split..]);
    let unit_text = unit_text.trim_end_matches(['。', '；', ';', '，', ',']);
    let unit = if unit_text.is_empty() {
        None
    } else {
        Some(MoneyUnit::from_printed(unit_text)?)
    };
    Some(Amount { number, unit })
}

/// Reads a number as printed with, perhaps, a sign of share or points after it.
pub(crate) fn parse_number(text: &str) -> Option<Number> {
    let text = text.trim_matches(is_blank);
    let text = text.trim_end_matches(['%', '％', '分']);
    let text = text
        .trim_start_matches(['(', '（'])
        .trim_end_matches([')', '）']);
    Number::from_printed(text.trim_end_matches(['%', '％', '分']))
}

fn is_number_char(c: char) -> bool {
    matches!(fold_char(c), '0'..='9' | '.' | ',' | '-') || is_blank(c)
}
