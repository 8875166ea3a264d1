//! Are volumes written as sound PDF and OFD files that say what was to be written?

mod volume;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use plumbline_intake::containers::read_paper;
use plumbline_intake::inspect;
use plumbline_intake::limits::Limits;
use plumbline_intake::paper::{Block as Read, Paper};
use plumbline_render::composition::{Block, Composition};
use plumbline_render::fonts::{Fonts, Typeface, usual_folders};
use plumbline_render::{Warning, WriteError, Written, ofd, pdf};

type Write = fn(&Composition, &Fonts) -> Result<Written, WriteError>;

/// Both formats, with the fonts of this machine and with none.
fn all_ways() -> Vec<(&'static str, Write, Fonts)> {
    let fonts = || Fonts::find(&usual_folders());
    vec![
        ("embedded.pdf", pdf::write, fonts()),
        ("embedded.ofd", ofd::write, fonts()),
        ("named.pdf", pdf::write, Fonts::none()),
        ("named.ofd", ofd::write, Fonts::none()),
    ]
}

fn written(write: Write, fonts: &Fonts) -> Written {
    write(&volume::volume(), fonts).expect("it can be written")
}

#[test]
fn what_was_written_is_read() {
    for (name, write, fonts) in all_ways() {
        let bytes = written(write, &fonts).bytes;
        let (paper, _) = read_paper(&bytes, &Limits::default()).expect("it can be read");
        assert_eq!(paper.notices, [], "{name}");
        check_cells(name, &paper);
        check_paragraphs(name, &paper);
    }
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// All cells are there, and besides only the heads that are repeated.
fn check_cells(name: &str, paper: &Paper) {
    let mut left: BTreeMap<String, i32> = BTreeMap::new();
    for block in &paper.blocks {
        let Read::Table(table) = block else { continue };
        for cell in &table.cells {
            *left.entry(plain(paper.text(cell.span))).or_default() += 1;
        }
    }
    let volume = volume::volume();
    let mut heads = Vec::new();
    for block in volume.sections.iter().flat_map(|section| &section.blocks) {
        let Block::Table(table) = block else { continue };
        for (number, row) in table.rows.iter().enumerate() {
            for cell in &row.cells {
                let text = plain(&cell.text);
                *left.entry(text.clone()).or_default() -= 1;
                heads.extend((number < table.head_rows).then_some(text));
            }
        }
    }
    left.retain(|text, count| *count != 0 && !text.is_empty() && !heads.contains(text));
    assert!(left.is_empty(), "{name}: {left:?}");
}

/// All paragraphs are there, whole but for the numbers of pages within.
fn check_paragraphs(name: &str, paper: &Paper) {
    let lines = paper.pieces().map(|span| plain(paper.text(span)));
    let is_number = |line: &String| line.starts_with('—') && line.ends_with('—');
    let text: String = lines.filter(|line| !is_number(line)).collect();
    let volume = volume::volume();
    for block in volume.sections.iter().flat_map(|section| &section.blocks) {
        if let Block::Paragraph(paragraph) = block {
            let wanted = plain(&paragraph.text);
            assert!(text.contains(&wanted), "{name}: {wanted}\n{text}");
        }
    }
    for entry in ["一、编制说明", "二、高标准农田灌溉渠系维修项目绩效目标表"]
    {
        assert!(text.contains(&format!("{entry}·")), "{name}: {entry}");
    }
}

/// Over three pages, with merged cells that are cut.
#[test]
fn the_form_is_read_with_all_its_indicators() {
    for (name, write, fonts) in all_ways() {
        let bytes = written(write, &fonts).bytes;
        let inspection = inspect(&bytes, &Limits::default()).expect("it can be read");
        let document = inspection.reading.documents.first().expect("a form");
        let indicators = &document.indicators;
        assert_eq!(indicators.len(), 29, "{name}");
        for indicator in indicators {
            let kind = indicator.level2.text();
            let text = indicator.name.text();
            assert!(
                !kind.is_empty() && text.starts_with(kind),
                "{name}: {kind} {text}"
            );
        }
    }
}

#[test]
fn files_that_are_no_fonts_are_passed_over() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fonts");
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let table =
        |length: &[u8]| [b"\0\x01\0\0\0\x01\0\0\0\0\0\0name\0\0\0\0\0\0\0\0", length].concat();
    let files = [
        ("empty.ttf", Vec::new()),
        ("short.ttf", vec![0; 11]),
        ("text.otf", b"not a font, whatever it is called".to_vec()),
        (
            "many.ttc",
            [b"ttcf\0\x01\0\0".as_slice(), &[0xFF; 40]].concat(),
        ),
        ("far.ttf", table(&[0xFF; 4])),
        ("long.ttf", table(&[0, 0xFF, 0xFF, 0xFF])),
    ];
    for (name, bytes) in files {
        std::fs::write(folder.join(name), bytes).expect("a file can be written");
    }
    let fonts = Fonts::find(&[folder.clone(), folder.join("none")]);
    assert!(fonts.families(Typeface::Text).is_empty());
}

#[test]
fn the_same_volume_gives_the_same_bytes() {
    for (name, write, fonts) in all_ways() {
        assert!(written(write, &fonts) == written(write, &fonts), "{name}");
    }
}

#[test]
fn it_is_said_when_no_font_is_embedded() {
    for (name, write, fonts) in all_ways() {
        let warnings = written(write, &fonts).warnings;
        let is_named = name.starts_with("named");
        let Some(Warning::NotEmbedded { characters, .. }) = warnings.first() else {
            assert!(!is_named, "{name}");
            continue;
        };
        assert!(!characters.is_empty(), "{name}");
    }
}

/// The files are left beside the test's executable, to be looked at.
#[test]
fn pdf_files_are_sound() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for (name, write, fonts) in all_ways() {
        let file = folder.join(name);
        std::fs::write(&file, written(write, &fonts).bytes).expect("the folder can be written to");
        if !name.ends_with(".pdf") {
            continue;
        }
        match Command::new("qpdf").arg("--check").arg(&file).output() {
            Ok(checked) => {
                let said = String::from_utf8_lossy(&checked.stderr).into_owned();
                assert!(
                    checked.status.success() && said.is_empty(),
                    "{name}: {said}"
                );
            }
            Err(_) => {
                assert!(std::env::var_os("CI").is_none(), "qpdf is required in CI");
                eprintln!("skipped: qpdf is not installed");
            }
        }
    }
}
