//! What must hold for any bytes, one function a target.
//!
//! The functions are used twice: `cargo xtask fuzz` lets libFuzzer look for bytes that break
//! them, and `tests/replay.rs` runs them over the bytes kept in `corpus/`, wherever the tests run.

mod packages;

use std::fmt::Debug;

use plumbline_intake::containers::read_as;
use plumbline_intake::encoding::decode;
use plumbline_intake::ledger::Taken;
use plumbline_intake::limits::Limits;
use plumbline_intake::paper::{Container, Paper, Span};
use plumbline_intake::{Inspection, inspect};
use plumbline_model::json::{self, Layout, Source};
use plumbline_model::{Place, TargetValue, ValueJson};
use plumbline_rules::baseline::Baseline;
use plumbline_rules::local::local_rules;
use plumbline_rules::waiver::waivers;
use plumbline_rules::{Checker, ProfileChoice, Selection};

/// A target: its name, which is also the name of its folder of kept inputs, and what it does with
/// an input. It panics where something does not hold.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 15] = [
    ("text", |bytes| container(Container::Text, bytes)),
    ("markdown", |bytes| container(Container::Markdown, bytes)),
    ("html", |bytes| container(Container::Html, bytes)),
    ("csv", |bytes| container(Container::Csv, bytes)),
    ("xlsx", |bytes| {
        packed(Container::Xlsx, &packages::xlsx(bytes))
    }),
    ("xls", |bytes| packed(Container::Xls, &packages::xls(bytes))),
    ("docx", |bytes| {
        packed(Container::Docx, &packages::docx(bytes))
    }),
    ("doc", |bytes| packed(Container::Doc, bytes)),
    ("pdf", |bytes| packed(Container::Pdf, bytes)),
    ("ofd", |bytes| packed(Container::Ofd, &packages::ofd(bytes))),
    ("json", json),
    ("read", read),
    ("value", value),
    ("check", check),
    ("local", local),
];

/// Limits that small inputs can reach.
fn limits() -> Limits {
    Limits {
        bytes_max: 1 << 20,
        lines_max: 1_000,
        cells_max: 1_000,
        documents_max: 50,
        indicators_max: 100,
        depth_max: 64,
        unpacked_max: 1 << 22,
        pages_max: 20,
        drawn_max: 1_000_000,
    }
}

/// One container's reader, on text that another container may be in.
fn container(container: Container, bytes: &[u8]) {
    let Ok((text, _)) = decode(bytes, &limits()) else {
        return;
    };
    if let Ok(paper) = read_as(container, text.clone(), &limits()) {
        check_paper(&paper, &text);
    }
}

/// A container that is no text, and all that is made of it. (Places in it are not looked up.)
fn packed(container: Container, bytes: &[u8]) {
    let Ok(inspection) = inspect(bytes, &limits()) else {
        return;
    };
    if inspection.paper.container == container {
        check_pieces(&inspection.paper);
        check_ledger(&inspection);
    }
}

/// The whole way, from bytes to documents.
fn read(bytes: &[u8]) {
    let Ok(inspection) = inspect(bytes, &limits()) else {
        return;
    };
    if let Ok((text, _)) = decode(bytes, &limits()) {
        check_paper(&inspection.paper, &text);
        for unread in &inspection.reading.unread {
            check_place(unread.place, &text);
        }
    }
    check_ledger(&inspection);
    check_round_trip(Source {
        documents: inspection.reading.documents,
        ..Source::default()
    });
}

/// Our own JSON: what can be read is written and read again as the same.
fn json(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    for source in json::all_from_json(text).unwrap_or_default() {
        check_round_trip(source);
    }
}

/// All rules on whatever was read: they say something or nothing, of documents that are there, in
/// order, and the same each time.
fn check(bytes: &[u8]) {
    let Ok(inspection) = inspect(bytes, &limits()) else {
        return;
    };
    let documents = inspection.reading.documents;
    let checker = Checker::new(&Selection::all(), ProfileChoice::Shown);
    let findings = checker.check(&documents).findings;
    assert!(
        findings
            .iter()
            .all(|finding| finding.document < documents.len())
    );
    assert!(findings.is_sorted_by_key(|finding| finding.document));
    assert_eq!(findings, checker.check(&documents).findings);
}

/// Files of a bureau's own: they are taken or refused.
fn local(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = local_rules(&text);
    let _ = waivers(&text, &[]);
    let _ = Baseline::from_lines(&text);
}

/// The compiler of target values.
fn value(bytes: &[u8]) {
    let printed = String::from_utf8_lossy(bytes);
    let value = TargetValue::compile(&printed);
    let normal = value.to_string();
    assert_same(&TargetValue::compile(&normal), &value, &normal);
    assert!(!value.explain_zh().is_empty() && !value.explain_en().is_empty());
    assert!(serde_json::to_value(ValueJson::from(&value)).is_ok());
}

/// Pieces stand in the text, and their places in the source.
fn check_paper(paper: &Paper, source: &str) {
    for piece in check_pieces(paper) {
        check_place(paper.place(piece), source);
        check_place(paper.end_place(piece), source);
    }
}

/// Pieces stand in the text, apart from each other. (They may be listed in another order than they
/// follow in the text.)
fn check_pieces(paper: &Paper) -> Vec<Span> {
    let mut pieces: Vec<Span> = paper.pieces().collect();
    pieces.sort_unstable();
    let mut reached = 0;
    for &piece in &pieces {
        assert!(reached <= piece.start, "pieces overlap at {piece:?}");
        reached = piece.end;
        check_span(paper, piece);
    }
    let rising = paper.anchors.is_sorted_by_key(|anchor| anchor.offset);
    assert!(rising, "places do not rise");
    pieces
}

/// Every entry stands in the text, apart from the others; what is unread is reported.
fn check_ledger(inspection: &Inspection) {
    let Inspection {
        paper,
        entries,
        reading,
    } = inspection;
    let mut reached = 0;
    for entry in entries {
        assert!(reached <= entry.span.start, "entries overlap at {entry:?}");
        reached = entry.span.end;
        check_span(paper, entry.span);
    }
    assert!(reading.coverage.understood <= reading.coverage.total);
    if reading.container != Container::Json {
        let unread = entries.iter().filter(|entry| entry.taken == Taken::Unread);
        assert_eq!(unread.count(), reading.unread.len());
    }
}

fn check_span(paper: &Paper, span: Span) {
    assert!(!span.is_empty(), "an empty piece at {span:?}");
    let text = paper.text.get(span.range());
    assert!(text.is_some(), "{span:?} is no part of the text");
}

/// A place names a line of the source and a character of it, or the end of it.
fn check_place(place: Place, source: &str) {
    let Place::Text { line, column } = place else {
        assert_eq!(place, Place::Whole, "a place of another container");
        return;
    };
    let source = source.replace("\r\n", "\n");
    let text = source.split(['\n', '\r']).nth(line as usize - 1);
    let characters = text.map(|text| text.chars().count());
    let stands = characters.is_some_and(|n| (1..=n + 1).contains(&(column as usize)));
    assert!(stands, "{place} is not in the source");
}

/// What is written as JSON reads back as the same.
fn check_round_trip(source: Source) {
    let mut written = Vec::new();
    json::write_json(&source, Layout::Line, &mut written).expect("memory takes all writing");
    let written = String::from_utf8_lossy(&written);
    match json::from_json(&written) {
        Ok(again) => assert_same(&again.documents, &source.documents, &written),
        Err(error) => panic!("{error}: {written}"),
    }
}

fn assert_same<T: PartialEq + Debug>(again: &T, value: &T, written: &str) {
    assert!(
        again == value,
        "{written}\nfrom {value:#?}\nthen {again:#?}"
    );
}
