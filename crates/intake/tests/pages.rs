//! Pages of fixed layout: files by several producers say what the form says that they were made
//! of (`files/make-pdf.py` makes them), and bad files are refused or noticed.

use std::path::Path;

use plumbline_intake::error::ReadError;
use plumbline_intake::limits::Limits;
use plumbline_intake::paper::NoticeKind;
use plumbline_intake::{Inspection, Reading, inspect};
use plumbline_model::Place;
use plumbline_model::json::{self, Layout, Source};
use serde_json::Value;

fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/pdf");
    std::fs::read(folder.join(name)).expect("the file can be opened")
}

fn inspected(name: &str) -> Inspection {
    inspect(&bytes(name), &Limits::default()).expect("the file can be read")
}

fn read(name: &str) -> Reading {
    inspected(name).reading
}

/// What documents say, without where it stands.
fn said(reading: &Reading) -> Value {
    let source = Source {
        documents: reading.documents.clone(),
        ..Source::default()
    };
    let mut written = Vec::new();
    json::write_json(&source, Layout::Line, &mut written).expect("JSON can be written");
    let mut said = serde_json::from_slice(&written).expect("what was written is JSON");
    take_places_out(&mut said);
    said
}

fn take_places_out(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|key, _| !["place", "places", "end", "lines"].contains(&key.as_str()));
            fields.values_mut().for_each(take_places_out);
        }
        Value::Array(items) => items.iter_mut().for_each(take_places_out),
        _ => {}
    }
}

/// The notices of a file, as kinds and pages.
fn notices(name: &str) -> Vec<(NoticeKind, u16)> {
    let notices = read(name).notices.into_iter();
    notices
        .map(|notice| match notice.place {
            Place::Page { page, .. } => (notice.kind, page),
            place => panic!("a notice at {place:?}"),
        })
        .collect()
}

#[test]
fn every_producer_s_file_says_what_the_form_says() {
    let form = read("form.html");
    assert_eq!(form.documents.len(), 1);
    for name in [
        "chromium.pdf",    // cells torn by the page, without lines there; borders in pieces
        "libreoffice.pdf", // a running head; rows torn, closed on both pages
        "typst.pdf",       // numbered pages
        "reportlab.pdf",   // fonts that are not embedded
        "turned.pdf",      // pages turned by a quarter
        "restricted.pdf",  // encrypted, but open to all
    ] {
        let reading = read(name);
        assert_eq!(said(&reading), said(&form), "{name}");
        let unread: Vec<&str> = reading.unread.iter().map(|u| &*u.text).collect();
        assert!(unread.is_empty(), "{name}: {unread:?}");
    }
}

#[test]
fn each_piece_knows_its_page_and_box() {
    let inspection = inspected("libreoffice.pdf");
    let paper = &inspection.paper;
    let place = |text: &str| {
        let mut pieces = paper.pieces();
        let span = pieces.find(|&span| paper.text(span) == text);
        paper.place(span.expect("the text is there"))
    };
    let Place::Page {
        page: 1,
        left: 90..=200,
        top,
        right,
        bottom,
        confidence: None,
    } = place("云溪县公路维护项目")
    else {
        panic!("not on page 1: {:?}", place("云溪县公路维护项目"));
    };
    assert!((60..110).contains(&(right - left_of(place("云溪县公路维护项目")))));
    assert!((8..16).contains(&(bottom - top)));
    assert!(matches!(place("≥90%"), Place::Page { page: 2, .. }));
}

fn left_of(place: Place) -> u16 {
    match place {
        Place::Page { left, .. } => left,
        _ => 0,
    }
}

#[test]
fn heads_and_feet_of_pages_are_noticed_once() {
    let head = (NoticeKind::RunningHead, 1);
    assert_eq!(notices("libreoffice.pdf"), [head]);
    assert_eq!(notices("chromium.pdf"), [head, head]);
    assert_eq!(notices("typst.pdf"), []);
}

#[test]
fn scanned_pages_are_said_to_be_so_and_the_others_read() {
    assert_eq!(
        notices("scanned.pdf"),
        [
            (NoticeKind::ScannedPage, 1),
            (NoticeKind::RecognisedPage, 3)
        ]
    );
    let paper = inspected("scanned.pdf").paper;
    let pieces: Vec<&str> = paper.pieces().map(|span| paper.text(span)).collect();
    assert_eq!(pieces, ["年度资金总额：5万元", "识别的文字"]);
}

#[test]
fn what_cannot_be_read_is_refused_with_the_reason() {
    let read = |bytes: &[u8], limits: &Limits| inspect(bytes, limits).map(|_| ());
    assert_eq!(
        read(&bytes("locked.pdf"), &Limits::default()),
        Err(ReadError::Locked { container: "PDF" })
    );
    assert!(matches!(
        read(b"%PDF-1.7\nnothing", &Limits::default()),
        Err(ReadError::Damaged {
            container: "PDF",
            ..
        })
    ));
    assert!(matches!(
        read(&bytes("packed-twice.pdf"), &Limits::default()),
        Err(ReadError::Damaged {
            container: "PDF",
            ..
        })
    ));
    let limits = Limits {
        pages_max: 2,
        ..Limits::default()
    };
    assert!(matches!(
        read(&bytes("scanned.pdf"), &limits),
        Err(ReadError::OverLimit {
            what: "pages",
            found: 3,
            limit: 2,
            ..
        })
    ));
}

#[test]
fn a_page_that_is_cut_off_is_said_to_be_damaged() {
    let whole = bytes("reportlab.pdf");
    let cut = inspect(&whole[..2600], &Limits::default()).expect("a page is left");
    assert!(cut.reading.documents.is_empty());
    let kinds: Vec<NoticeKind> = cut.reading.notices.iter().map(|n| n.kind).collect();
    assert_eq!(kinds, [NoticeKind::DamagedPage]);
}

#[test]
fn no_damage_brings_the_reader_down() {
    let whole = bytes("reportlab.pdf");
    for cut in (0..whole.len()).step_by(97) {
        _ = inspect(&whole[..cut], &Limits::default());
        let mut damaged = whole.clone();
        damaged[cut] ^= 0x15;
        damaged.remove(cut / 2);
        _ = inspect(&damaged, &Limits::default());
    }
}
