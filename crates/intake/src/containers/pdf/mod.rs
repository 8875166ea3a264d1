//! PDF files that were born digital.
//!
//! What a page draws is taken from its interpreter ([`drawing`]); what it says is made of that
//! where all fixed layout is read (`page`).

pub(super) mod drawing;
mod picture;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};
use hayro_syntax::object::{Array, Name, Object};
use hayro_syntax::page::Page as Source;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use plumbline_model::Place;

use self::drawing::Drawing;
use super::builder::Builder;
use super::page::scan::Recognised;
use super::page::{Page, Pages};
use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::{Container, NoticeKind, Paper};
use crate::scan::Recogniser;

/// What this container is called.
const NAME: &str = "PDF";

/// Reads PDF.
pub(super) fn read(
    bytes: &[u8],
    limits: &Limits,
    recogniser: Option<&dyn Recogniser>,
) -> Result<Paper, ReadError> {
    let pdf = open(bytes)?;
    let mut builder = Builder::composing(Container::Pdf, limits);
    let mut pages = Pages::default();
    let sources = pdf.pages();
    check_count(sources.len(), limits)?;
    if catch_unwind(AssertUnwindSafe(|| is_packed_twice(&pdf))).unwrap_or(true) {
        return Err(damaged(
            "a part of it is packed more than once, as no program does",
        ));
    }
    let file = File {
        pdf: &pdf,
        cache: InterpreterCache::new(),
        recogniser,
    };
    for (at, source) in sources.iter().enumerate() {
        let number = u16::try_from(at + 1).unwrap_or(u16::MAX);
        let (page, notices) = file.page(source, number);
        for (kind, text) in notices {
            builder.notice(kind, text, Place::of_page(number));
        }
        if let Some(page) = page {
            pages.add(page);
        }
    }
    pages.write(&mut builder)?;
    Ok(builder.finish())
}

/// A file whose pages are being read.
struct File<'a> {
    pdf: &'a Pdf,
    cache: InterpreterCache<'a>,
    recogniser: Option<&'a dyn Recogniser>,
}

impl<'a> File<'a> {
    /// A page, unless nothing can be had of it, and what should be known of it.
    fn page(&self, source: &Source<'a>, number: u16) -> (Option<Page>, Vec<(NoticeKind, String)>) {
        // The interpreter meets whatever a hostile file holds; one page is not to cost the others.
        let Ok(drawing) = catch_unwind(AssertUnwindSafe(|| self.drawn(source))) else {
            let text = "cannot be interpreted".to_owned();
            return (None, vec![(NoticeKind::DamagedPage, text)]);
        };
        let mut notices = Vec::new();
        if is_lost(source) {
            let text = "what is on it cannot be unpacked".to_owned();
            notices.push((NoticeKind::DamagedPage, text));
        }
        let recogniser = self.recogniser.filter(|_| drawing.is_scan());
        match recogniser.and_then(|recogniser| self.recognised(source, number, recogniser)) {
            Some(Ok(recognised)) => {
                let text = format!("{}%", recognised.confidence);
                notices.push((NoticeKind::RecognisedPage, text));
                (Some(recognised.page), notices)
            }
            Some(Err(why)) => {
                notices.push((NoticeKind::ScannedPage, why));
                (None, notices)
            }
            None => {
                notices.extend(drawing.notices());
                (Some(drawing.into_page(number)), notices)
            }
        }
    }

    /// What a page draws.
    fn drawn(&self, source: &Source<'a>) -> Drawing {
        let (width, height) = source.render_dimensions();
        let mut drawing = Drawing::new(width, height);
        let mut context = Context::new(
            source.initial_transform(true).to_kurbo(),
            drawing.bounds(),
            &self.cache,
            self.pdf.xref(),
            InterpreterSettings::default(),
        );
        interpret_page(source, &mut context, &mut drawing);
        drawing
    }

    /// What is recognised on a page that is a picture; none if the picture cannot be had.
    fn recognised(
        &self,
        source: &Source<'a>,
        number: u16,
        recogniser: &dyn Recogniser,
    ) -> Option<Result<Recognised, String>> {
        let scan = || picture::scan(self.pdf, source, &self.cache);
        let scan = catch_unwind(AssertUnwindSafe(scan));
        Some(scan.ok()??.recognised(number, recogniser))
    }
}

fn damaged(reason: &str) -> ReadError {
    ReadError::Damaged {
        container: NAME,
        reason: reason.to_owned(),
    }
}

/// Whether a stream is packed several times over. Packed once, a byte becomes a thousand at the
/// most; packed twice, a million, and a small file fills all memory.
fn is_packed_twice(pdf: &Pdf) -> bool {
    pdf.objects().into_iter().any(|object| {
        let Object::Stream(stream) = object else {
            return false;
        };
        let filters = stream.dict().get::<Array<'_>>(b"Filter" as &[u8]);
        let packs = |name: &Name<'_>| {
            matches!(
                &**name,
                b"FlateDecode" | b"Fl" | b"LZWDecode" | b"LZW" | b"RunLengthDecode" | b"RL"
            )
        };
        filters.is_some_and(|filters| filters.iter::<Name<'_>>().filter(packs).nth(1).is_some())
    })
}

fn open(bytes: &[u8]) -> Result<Pdf, ReadError> {
    let opened = catch_unwind(AssertUnwindSafe(|| Pdf::new(bytes.to_vec())));
    match opened {
        Ok(Ok(pdf)) => Ok(pdf),
        Ok(Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected))) => {
            Err(ReadError::Locked { container: NAME })
        }
        Ok(Err(LoadPdfError::Decryption(_))) => Err(damaged("its encryption is not known")),
        Ok(Err(LoadPdfError::Invalid)) | Err(_) => Err(damaged("no pages were found in it")),
    }
}

fn check_count(found: usize, limits: &Limits) -> Result<(), ReadError> {
    let limit = limits.pages_max;
    if found <= limit {
        return Ok(());
    }
    Err(ReadError::OverLimit {
        what: "pages",
        found,
        limit,
        place: Place::Whole,
    })
}

/// Whether a page says that there is something on it, but nothing can be had of it.
fn is_lost(source: &Source) -> bool {
    source.raw().contains_key(b"Contents") && source.page_stream().is_none_or(<[u8]>::is_empty)
}
