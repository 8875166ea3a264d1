//! From bytes to a reading: documents, what was not understood, and how much of all that is.

use plumbline_model::{Document, Place, json};

use crate::containers::{read_as, read_packed};
use crate::detect::{Detected, detect, packed};
use crate::encoding::{Encoding, decode};
use crate::error::ReadError;
use crate::form;
use crate::ledger::{Coverage, Entry, Taken, Unread};
use crate::limits::Limits;
use crate::paper::{Container, Notice, Paper};
use crate::scan::Recogniser;

/// What a source says.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The container it came in.
    pub container: Container,
    /// The encoding of its text, where that had to be found out.
    pub encoding: Option<Encoding>,
    /// The documents in it, in order.
    pub documents: Vec<Document>,
    /// What was not understood, in order.
    pub unread: Vec<Unread>,
    /// How much was understood.
    pub coverage: Coverage,
    /// What should be known of the source beyond its text.
    pub notices: Vec<Notice>,
}

/// A reading with all it was read from.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// What is physically there.
    pub paper: Paper,
    /// What each piece of it was taken for, in reading order and without overlap.
    pub entries: Vec<Entry>,
    /// What it says.
    pub reading: Reading,
}

/// Reads a source. Never fails because of what a document says; see [`ReadError`] for why it may.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Reading, ReadError> {
    inspect(bytes, limits).map(|inspection| inspection.reading)
}

/// Reads a source and keeps the paper and the ledger.
pub fn inspect(bytes: &[u8], limits: &Limits) -> Result<Inspection, ReadError> {
    inspect_scans(bytes, limits, None)
}

/// Reads a source, also its pages that are pictures. What is recognised there is marked with its
/// confidence (see [`Place::Page`]).
pub fn inspect_scans(
    bytes: &[u8],
    limits: &Limits,
    recogniser: Option<&dyn Recogniser>,
) -> Result<Inspection, ReadError> {
    let (paper, encoding) = match packed(bytes) {
        Some(container) => (read_packed(container, bytes, limits, recogniser)?, None),
        None => {
            let (text, encoding) = decode(bytes, limits)?;
            let container = match detect(&text) {
                Detected::Json => return from_json(text, encoding),
                Detected::Paper(container) => container,
            };
            (read_as(container, text, limits)?, Some(encoding))
        }
    };
    let (documents, ledger) = form::read(&paper, limits)?;
    let (entries, coverage) = ledger.settle(&paper);
    let unread = entries
        .iter()
        .filter(|entry| entry.taken == Taken::Unread)
        .map(|entry| Unread {
            text: paper.text(entry.span).to_owned(),
            place: paper.place(entry.span),
        })
        .collect();
    let reading = Reading {
        container: paper.container,
        encoding,
        documents,
        unread,
        coverage,
        notices: paper.notices.clone(),
    };
    Ok(Inspection {
        paper,
        entries,
        reading,
    })
}

/// Our own JSON is data already: nothing of it can be unread, it fits the schema or it does not.
fn from_json(text: String, encoding: Encoding) -> Result<Inspection, ReadError> {
    let sources = json::all_from_json(&text).map_err(|fault| ReadError::BadJson {
        reason: fault.reason,
        place: Place::Text {
            line: fault.line,
            column: fault.column,
        },
    })?;
    let mut unread = Vec::new();
    let mut documents = Vec::new();
    for source in sources {
        documents.extend(source.documents);
        unread.extend(source.unread.into_iter().map(|remark| Unread {
            text: remark.text,
            place: remark.place,
        }));
    }
    let size = text.len() as u64;
    let missed: u64 = unread.iter().map(|u| u.text.len() as u64).sum();
    let coverage = Coverage {
        understood: size.saturating_sub(missed),
        total: size,
    };
    let reading = Reading {
        container: Container::Json,
        encoding: Some(encoding),
        documents,
        unread,
        coverage,
        notices: Vec::new(),
    };
    Ok(Inspection {
        paper: Paper::default(),
        entries: Vec::new(),
        reading,
    })
}
