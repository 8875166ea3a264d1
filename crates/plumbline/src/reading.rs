//! From bytes to what is written out: the one place that knows how `intake` is called.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};

use plumbline_intake::limits::Limits;
use plumbline_intake::{Inspection, Reading};
use plumbline_model::Place;
use plumbline_model::json;

use crate::message::{Lang, Problem, internal_error, read_problem, replaced_characters};
use crate::sources::Source;

/// Reads one source.
pub(crate) fn read(source: &Source, limits: &Limits, lang: Lang) -> Result<json::Source, Problem> {
    let bytes = source.bytes(limits.bytes_max, lang)?;
    read_bytes(source, &bytes, limits, lang)
}

/// Reads the bytes of a source.
pub(crate) fn read_bytes(
    source: &Source,
    bytes: &[u8],
    limits: &Limits,
    lang: Lang,
) -> Result<json::Source, Problem> {
    let reading = plumbline_intake::read(bytes, limits)
        .map_err(|error| read_problem(lang, &source.shown(lang), &error))?;
    Ok(to_source(source, reading, lang))
}

/// Reads one source, keeping the paper and what its pieces were taken for.
pub(crate) fn inspect(source: &Source, limits: &Limits, lang: Lang) -> Result<Inspection, Problem> {
    let bytes = source.bytes(limits.bytes_max, lang)?;
    plumbline_intake::inspect(&bytes, limits)
        .map_err(|error| read_problem(lang, &source.shown(lang), &error))
}

fn to_source(source: &Source, reading: Reading, lang: Lang) -> json::Source {
    let lost = (reading.encoding.replaced > 0).then(|| json::Remark {
        text: replaced_characters(lang, reading.encoding),
        place: Place::Whole,
    });
    let unread = reading.unread.into_iter().map(|unread| json::Remark {
        text: unread.text,
        place: unread.place,
    });
    json::Source {
        name: shown_name(source),
        container: reading.container.name().to_owned(),
        documents: reading.documents,
        unread: unread.collect(),
        coverage: rounded_down(reading.coverage.ratio()),
        notes: lost.into_iter().collect(),
    }
}

/// The name of a source in what is written: with `/` on every system.
pub(crate) fn shown_name(source: &Source) -> String {
    source.name.to_string_lossy().replace('\\', "/")
}

/// Four digits, rounded down, so that 1 is said of a source only if nothing is unread.
fn rounded_down(ratio: f64) -> f64 {
    (ratio * 10_000.0).floor() / 10_000.0
}

thread_local! {
    /// What the last panic of this thread said, while [`guarded`] waits to report it.
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps panics that [`guarded`] reports from printing a message of their own.
pub(crate) fn hush_guarded_panics() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let is_guarded = PANIC.with_borrow(Option::is_some);
        if !is_guarded {
            return usual(info);
        }
        let text = info.payload_as_str().unwrap_or("panic");
        let place = info.location().map(|at| format!(", {at}"));
        PANIC.set(Some(format!("{text}{}", place.unwrap_or_default())));
    }));
}

/// Turns a panic into a problem of the source it happened on, so that others are not affected.
pub(crate) fn guarded<T>(
    source: &Source,
    lang: Lang,
    work: impl FnOnce() -> Result<T, Problem>,
) -> Result<T, Problem> {
    PANIC.set(Some(String::new()));
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    let said = PANIC.take().unwrap_or_default();
    result.unwrap_or_else(|_| Err(internal_error(lang, &source.shown(lang), &said)))
}
