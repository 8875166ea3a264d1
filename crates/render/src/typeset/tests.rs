//! Are pages set as GB/T 9704 and the typesetting of Chinese ask?

use proptest::prelude::*;

use super::measures::Frame;
use super::{Page, Volume, set};
use crate::composition::*;
use crate::fonts::Fonts;

fn composed(blocks: Vec<Block>) -> Volume {
    let section = Section {
        name: "第一部分".to_owned(),
        is_numbered: true,
        blocks,
        ..Section::default()
    };
    let composition = Composition {
        title: String::new(),
        sections: vec![section],
    };
    set(&composition, &Fonts::none())
}

fn paragraph(style: Style, text: &str) -> Block {
    let text = text.to_owned();
    Block::Paragraph(Paragraph { style, text })
}

fn text_of(page: &Page) -> String {
    page.runs
        .iter()
        .flat_map(|run| &run.letters)
        .map(|letter| letter.character)
        .collect()
}

/// The lines of a page from top to bottom, without its number.
fn lines(page: &Page) -> Vec<String> {
    let frame = Frame::of(Orientation::Portrait);
    let mut lines: Vec<(f32, String)> = Vec::new();
    for run in page.runs.iter().filter(|run| run.baseline < frame.bottom()) {
        let text: String = run.letters.iter().map(|letter| letter.character).collect();
        match lines.iter_mut().find(|line| line.0 == run.baseline) {
            Some((_, line)) => line.push_str(&text),
            None => lines.push((run.baseline, text)),
        }
    }
    lines.into_iter().map(|line| line.1).collect()
}

#[test]
fn a_page_has_22_lines_of_28_characters() {
    let volume = composed(vec![paragraph(Style::Body, &"字".repeat(26 + 28 * 21 + 1))]);
    let counts: Vec<usize> = lines(&volume.pages[0])
        .iter()
        .map(|l| l.chars().count())
        .collect();
    let wanted: Vec<usize> = std::iter::once(26).chain([28; 21]).collect();
    assert_eq!(counts, wanted);
    assert_eq!(lines(&volume.pages[1]), ["字"]);
}

#[test]
fn lines_are_broken_as_chinese_is() {
    let cases: &[(&str, &[&str])] = &[
        // Closing punctuation takes the character before it along.
        (
            "一二三四五六七八九十一二三四五六七八九十一二三四五六，七",
            &[
                "一二三四五六七八九十一二三四五六七八九十一二三四五",
                "六，七",
            ],
        ),
        // Opening punctuation goes with what follows.
        (
            "一二三四五六七八九十一二三四五六七八九十一二三四五（六）七",
            &[
                "一二三四五六七八九十一二三四五六七八九十一二三四五",
                "（六）七",
            ],
        ),
        // Words and numbers are whole.
        (
            "一二三四五六七八九十一二三四五六七八九十一二三四Plumbline七",
            &[
                "一二三四五六七八九十一二三四五六七八九十一二三四",
                "Plumbline七",
            ],
        ),
        (
            "一二三四五六七八九十一二三四五六七八九十一二三四≥95.5%七",
            &[
                "一二三四五六七八九十一二三四五六七八九十一二三四",
                "≥95.5%七",
            ],
        ),
        // A dash of two is not parted.
        (
            "一二三四五六七八九十一二三四五六七八九十一二三四五——七",
            &["一二三四五六七八九十一二三四五六七八九十一二三四五", "——七"],
        ),
        // What fits nowhere is broken anyhow.
        (
            "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz0123456789",
            &[
                "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
                "0123456789",
            ],
        ),
        ("第一行\n第二行", &["第一行", "第二行"]),
    ];
    for (text, wanted) in cases {
        assert_eq!(
            lines(&composed(vec![paragraph(Style::Body, text)]).pages[0]),
            *wanted
        );
    }
}

#[test]
fn odd_pages_are_numbered_at_the_right_and_even_ones_at_the_left() {
    let volume = composed(vec![paragraph(Style::Body, &"字".repeat(28 * 30))]);
    let frame = Frame::of(Orientation::Portrait);
    let middle = frame.left + frame.width / 2.0;
    for (number, page) in (1..).zip(&volume.pages) {
        let last = page.runs.last().expect("a page has a number");
        let text: String = last.letters.iter().map(|letter| letter.character).collect();
        assert_eq!(text, format!("— {number} —"));
        assert_eq!(last.left > middle, number % 2 == 1);
        assert!(last.baseline > frame.bottom());
    }
}

#[test]
fn contents_name_the_pages_of_numbered_sections() {
    let section = |name: &str, is_numbered, blocks| Section {
        name: name.to_owned(),
        is_numbered,
        blocks,
        ..Section::default()
    };
    let composition = Composition {
        title: String::new(),
        sections: vec![
            section("目录", false, vec![Block::Contents]),
            section(
                "长的",
                true,
                vec![paragraph(Style::Body, &"字".repeat(28 * 50))],
            ),
            section("短的", true, vec![paragraph(Style::Body, "字")]),
        ],
    };
    let volume = set(&composition, &Fonts::none());
    let contents: Vec<String> = lines(&volume.pages[0])
        .iter()
        .map(|l| l.replace('·', ""))
        .collect();
    assert_eq!(contents, ["长的1", "短的4"]);
    assert!(text_of(&volume.pages[4]).contains("— 4 —"));
}

#[test]
fn heads_are_repeated_and_rows_are_whole() {
    let label = |column, text: &str| cell(column, 1, 1, text, Role::Label);
    let mut rows = vec![Row {
        cells: vec![label(0, "甲"), label(1, "乙")],
    }];
    let text = |row: usize| format!("{row}开{}{row}完", "字".repeat(60));
    rows.extend((1..40).map(|row| Row {
        cells: vec![label(0, "值"), cell(1, 1, 1, &text(row), Role::Text)],
    }));
    let volume = composed(vec![Block::Table(Table {
        widths: vec![1, 3],
        head_rows: 1,
        rows,
    })]);
    assert!(volume.pages.len() > 2);
    for page in &volume.pages {
        let text = text_of(page);
        assert!(text.contains('甲') && text.contains('乙'));
        assert_eq!(text.matches('开').count(), text.matches('完').count());
    }
}

fn cell(column: usize, row_span: usize, column_span: usize, text: &str, role: Role) -> Cell {
    Cell {
        column,
        row_span,
        column_span,
        text: text.to_owned(),
        role,
    }
}

/// A table of three columns: in the first, cells over several rows; lengths of texts at will.
fn any_table() -> impl Strategy<Value = Table> {
    let group = (
        0..400usize,
        prop::collection::vec((0..1200usize, 0..40usize), 1..8),
    );
    (prop::collection::vec(group, 1..6), 0..3usize).prop_map(|(groups, head_rows)| {
        let mut rows = Vec::new();
        for (long, members) in groups {
            for (number, (text, value)) in members.iter().enumerate() {
                let mut cells = Vec::new();
                if number == 0 {
                    cells.push(cell(0, members.len(), 1, &"组".repeat(long), Role::Label));
                }
                cells.push(cell(1, 1, 1, &"文".repeat(*text), Role::Text));
                cells.push(cell(2, 1, 1, &"值".repeat(*value), Role::Value));
                rows.push(Row { cells });
            }
        }
        Table {
            widths: vec![2, 5, 2],
            head_rows,
            rows,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_nothing_stands_outside(table in any_table()) {
        let head_rows = table.head_rows;
        let wanted: String = table.rows.iter().flat_map(|row| &row.cells).map(|c| c.text.as_str()).collect();
        let volume = composed(vec![Block::Table(table)]);
        let frame = Frame::of(Orientation::Portrait);
        for page in &volume.pages {
            let texts = page.runs.iter().filter(|run| run.baseline < frame.bottom() + 1.0);
            for run in texts {
                let right = run.left + run.letters.iter().map(|l| l.advance).sum::<f32>();
                prop_assert!(run.left >= frame.left && right <= frame.left + frame.width + 0.1);
                prop_assert!(run.baseline <= frame.bottom() && run.baseline > frame.top);
            }
            for rule in &page.rules {
                prop_assert!(rule.from.1 >= frame.top - 0.1 && rule.to.1 <= frame.bottom() + 0.1);
            }
        }
        for character in ['组', '文', '值'] {
            let of_page = |page: &Page| text_of(page).matches(character).count();
            let set: usize = volume.pages.iter().map(of_page).sum();
            let count = wanted.matches(character).count();
            prop_assert!(set == count || (head_rows > 0 && set > count), "{character}: {set} of {count}");
        }
    }
}
