//! Pages that are pictures: what is found on them stands where it was printed, and is marked. A
//! real program for characters is tried where the command line is tested.

use std::path::Path;
use std::sync::Mutex;

use plumbline_intake::limits::Limits;
use plumbline_intake::paper::{Block, NoticeKind, Paper};
use plumbline_intake::scan::{Picture, Recogniser, Word};
use plumbline_intake::{inspect, inspect_scans};
use plumbline_model::Place;

/// Takes every line of a ribbon for its number.
#[derive(Default)]
struct Counting {
    lines: Mutex<usize>,
}

impl Recogniser for Counting {
    fn words(&self, picture: &Picture) -> Result<Vec<Word>, String> {
        let has_ink = |y: usize| (0..picture.width).any(|x| picture.shade(x, y) < 128);
        let rows: Vec<bool> = (0..picture.height).map(has_ink).collect();
        let mut words = Vec::new();
        let mut top = 0;
        // Lines stand further apart than the parts of a character.
        for (y, pair) in rows.windows(2).enumerate() {
            match pair {
                [false, true] => top = y + 1,
                [true, false] if rows[y + 1..rows.len().min(y + 12)].contains(&true) => {}
                [true, false] => {
                    let mut lines = self.lines.lock().expect("no test panicked");
                    *lines += 1;
                    words.push(Word {
                        text: format!("行{lines}"),
                        left: 20,
                        top,
                        right: 60,
                        bottom: y,
                        confidence: 80,
                    });
                }
                _ => {}
            }
        }
        Ok(words)
    }
}

/// Has broken down.
struct Broken;

impl Recogniser for Broken {
    fn words(&self, _: &Picture) -> Result<Vec<Word>, String> {
        Err("没有墨了".to_owned())
    }
}

/// The first page of `typst.pdf` as a picture, at 150 pixels to the inch.
fn scan() -> Vec<u8> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/pdf/scan.pdf");
    std::fs::read(file).expect("the file can be opened")
}

fn recognised(recogniser: &dyn Recogniser) -> Paper {
    let inspection = inspect_scans(&scan(), &Limits::default(), Some(recogniser));
    inspection.expect("the file can be read").paper
}

#[test]
fn what_is_printed_in_a_cell_stands_in_it() {
    let paper = recognised(&Counting::default());
    let [Block::Line(_), Block::Line(_), Block::Table(table), ..] = &paper.blocks[..] else {
        panic!("{:?}", paper.blocks);
    };
    let shape = |cell: &plumbline_intake::paper::Cell| {
        (cell.row, cell.column, cell.row_span, cell.column_span)
    };
    let shapes: Vec<_> = table.cells.iter().map(shape).collect();
    let goal = (5, 1, 1, 4);
    let merged = (2, 0, 3, 1);
    for expected in [(0, 0, 1, 1), (0, 1, 1, 4), merged, goal, (7, 4, 1, 1)] {
        assert!(shapes.contains(&expected), "{expected:?} in {shapes:?}");
    }
    let lines = |wanted| {
        let cell = table.cells.iter().find(|cell| shape(cell) == wanted);
        let text = cell.map_or("", |cell| paper.text(cell.span));
        text.matches('行').count()
    };
    assert_eq!(lines((0, 1, 1, 4)), 1);
    assert_eq!(lines(goal), 4);
    // Merged over three rows, but two lines are printed in it: 项目资金 and （万元）.
    assert_eq!(lines(merged), 2);
    let value = table.cells.iter().find(|cell| shape(cell) == (7, 4, 1, 1));
    let value = paper.text(value.expect("there is one").span);
    assert!(
        value.starts_with("≥行"),
        "the sign is told by its shape: {value}"
    );
}

#[test]
fn all_of_it_is_marked_with_its_confidence() {
    let paper = recognised(&Counting::default());
    assert!(paper.pieces().count() > 20);
    for span in paper.pieces() {
        let place = paper.place(span);
        assert!(
            matches!(
                place,
                Place::Page {
                    page: 1,
                    confidence: Some(80),
                    ..
                }
            ),
            "{place:?}"
        );
    }
    let notices: Vec<_> = paper.notices.iter().map(|n| (n.kind, &*n.text)).collect();
    assert_eq!(notices, [(NoticeKind::RecognisedPage, "80%")]);
}

#[test]
fn without_recognition_it_is_said_that_nothing_was_read() {
    let notices = |paper: Paper| {
        let notices = paper.notices.into_iter();
        notices.map(|n| (n.kind, n.text)).collect::<Vec<_>>()
    };
    let unread = inspect(&scan(), &Limits::default())
        .expect("it is a PDF")
        .paper;
    assert_eq!(notices(unread), [(NoticeKind::ScannedPage, String::new())]);
    let failed = [(NoticeKind::ScannedPage, "没有墨了".to_owned())];
    assert_eq!(notices(recognised(&Broken)), failed);
}
