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
use super::page::{Budget, Pages};
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
    let sources = pdf.pages();
    check("pages", sources.len(), limits.pages_max)?;
    if catch_unwind(AssertUnwindSafe(|| is_packed_twice(&pdf))).unwrap_or(true) {
        return Err(damaged(
            "a part of it is packed more than once, as no program does",
        ));
    }
    let mut reader = Reader {
        pdf: &pdf,
        cache: InterpreterCache::new(),
        recogniser,
        builder: Builder::composing(Container::Pdf, limits),
        pages: Pages::default(),
        budget: Budget::new(limits),
    };
    let mut unpacked = 0;
    for (at, source) in sources.iter().enumerate() {
        unpacked += unpacked_bytes(source);
        check("unpacked bytes", unpacked, limits.unpacked_max)?;
        reader.page(source, u16::try_from(at + 1).unwrap_or(u16::MAX))?;
    }
    let Reader {
        mut builder, pages, ..
    } = reader;
    pages.write(&mut builder)?;
    Ok(builder.finish())
}

/// A file whose pages are being read.
struct Reader<'a> {
    pdf: &'a Pdf,
    cache: InterpreterCache<'a>,
    recogniser: Option<&'a dyn Recogniser>,
    builder: Builder<'a>,
    pages: Pages,
    budget: Budget,
}

impl<'a> Reader<'a> {
    fn page(&mut self, source: &Source<'a>, number: u16) -> Result<(), ReadError> {
        let (width, height) = source.render_dimensions();
        let mut drawing = Drawing::new(width, height);
        // The interpreter meets whatever a hostile file holds; one page is not to cost the others.
        let drawn = catch_unwind(AssertUnwindSafe(|| self.draw(source, &mut drawing)));
        self.budget.take(drawing.drawn())?;
        if is_lost(source) {
            let text = "what is on it cannot be unpacked";
            self.notice(number, NoticeKind::DamagedPage, text);
        } else if drawn.is_err() && !drawing.is_cut_off() {
            let text = "cannot be interpreted to its end";
            self.notice(number, NoticeKind::DamagedPage, text);
        }
        let recogniser = self.recogniser.filter(|_| drawing.is_scan());
        match recogniser.and_then(|recogniser| self.recognised(source, number, recogniser)) {
            Some(Ok(recognised)) => {
                let text = format!("{}%", recognised.confidence);
                self.notice(number, NoticeKind::RecognisedPage, text);
                self.pages.add(recognised.page);
            }
            Some(Err(why)) => self.notice(number, NoticeKind::ScannedPage, why),
            None => {
                for (kind, text) in drawing.notices() {
                    self.notice(number, kind, text);
                }
                self.pages.add(drawing.into_page(number));
            }
        }
        Ok(())
    }

    fn notice(&mut self, number: u16, kind: NoticeKind, text: impl Into<String>) {
        self.builder.notice(kind, text, Place::of_page(number));
    }

    /// Draws a page.
    fn draw(&self, source: &Source<'a>, drawing: &mut Drawing) {
        let mut context = Context::new(
            source.initial_transform(true).to_kurbo(),
            drawing.bounds(),
            &self.cache,
            self.pdf.xref(),
            InterpreterSettings::default(),
        );
        interpret_page(source, &mut context, drawing);
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

fn check(what: &'static str, found: usize, limit: usize) -> Result<(), ReadError> {
    if found <= limit {
        return Ok(());
    }
    Err(ReadError::OverLimit {
        what,
        found,
        limit,
        place: Place::Whole,
    })
}

/// Bytes of what draws a page, once unpacked.
fn unpacked_bytes(source: &Source) -> usize {
    let bytes = || source.page_stream().map_or(0, <[u8]>::len);
    catch_unwind(AssertUnwindSafe(bytes)).unwrap_or(0)
}

/// Whether a page says that there is something on it, but nothing can be had of it.
fn is_lost(source: &Source) -> bool {
    source.raw().contains_key(b"Contents") && unpacked_bytes(source) == 0
}
