//! Files nobody writes by hand: too large, too deep, damaged, or made to be slow. Whatever the
//! bytes are, the answer is a reading that keeps its promises or an error that names the limit.
//!
//! Nothing is said about time here: what is slower than linear shows itself by not ending.

use plumbline_intake::error::ReadError;
use plumbline_intake::inspect;
use plumbline_intake::ledger::Taken;
use plumbline_intake::limits::Limits;
use plumbline_intake::paper::{Container, NoticeKind};
use plumbline_model::Place;

/// Code that is not optimised gets a share of the work; `cargo test --release` does all of it.
const SHARE: usize = if cfg!(debug_assertions) { 100 } else { 1 };

/// What a file comes to.
#[derive(Debug, PartialEq)]
enum Outcome {
    /// It is read, as this container; so many documents, so many indicators in them.
    Read(Container, usize, usize),
    /// It is refused for what it is.
    Refused(ReadError),
    /// It is over this limit.
    Over(&'static str),
}

/// The funnel: reads the bytes, checks what always holds, and says what they come to.
fn outcome(bytes: &[u8], limits: &Limits) -> Outcome {
    let inspection = match inspect(bytes, limits) {
        Ok(inspection) => inspection,
        Err(ReadError::OverLimit { what, .. }) => return Outcome::Over(what),
        Err(error) => return Outcome::Refused(error),
    };
    let reading = &inspection.reading;
    assert!(reading.coverage.understood <= reading.coverage.total);
    let mut reached = 0;
    for entry in &inspection.entries {
        assert!(reached <= entry.span.start, "entries overlap");
        assert!(entry.span.end as usize <= inspection.paper.text.len());
        reached = entry.span.end;
    }
    let unread = |entry: &&plumbline_intake::ledger::Entry| entry.taken == Taken::Unread;
    assert_eq!(
        inspection.entries.iter().filter(unread).count(),
        reading.unread.len()
    );
    let indicators = reading.documents.iter().map(|d| d.indicators.len());
    Outcome::Read(reading.container, reading.documents.len(), indicators.sum())
}

#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: Outcome) {
    assert_eq!(outcome(bytes.as_ref(), &Limits::default()), expected);
}

/// It is read as this container, whatever it says.
#[track_caller]
fn check_reads(text: &str, expected: Container) {
    match outcome(text.as_bytes(), &Limits::default()) {
        Outcome::Read(container, ..) => assert_eq!(container, expected),
        other => panic!("{other:?}"),
    }
}

/// A form in plain text with something hostile where its indicators would be.
fn form(indicators: &str) -> String {
    format!(
        "项目支出绩效目标表\n\n项目名称 云溪县山塘清淤\n\n主管部门 云溪县水务局\n\n绩效指标\n\n\
         一级指标 二级指标 三级指标 指标值\n\n产出指标\n\n数量指标\n{indicators}\n"
    )
}

mod nothing_to_read {
    use super::*;

    #[test]
    fn nothing_and_blanks() {
        check("", Outcome::Refused(ReadError::Empty));
        check(" \t\r\n\u{3000}\n", Outcome::Refused(ReadError::Empty));
        check(vec![b'\n'; 1_000_000], Outcome::Refused(ReadError::Empty));
    }

    #[test]
    fn pictures_and_noise_with_the_name_of_a_text() {
        let refused = |found| Outcome::Refused(ReadError::NotText { found });
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", refused("a PNG image"));
        check(vec![0; 1 << 20], refused("binary data"));
        let controls: Vec<u8> = (0..1 << 16).map(|i| (i % 32) as u8).collect();
        check(controls, refused("binary data"));
    }
}

mod limits {
    use super::*;

    /// The pages of a gigabyte of zeros are never touched, so this costs nothing if the size is
    /// looked at before the bytes.
    #[test]
    fn a_file_over_the_size_is_refused_unread() {
        check(vec![0; 1 << 30], Outcome::Over("bytes"));
    }

    #[test]
    fn every_limit_is_kept() {
        let tight = Limits {
            bytes_max: 1 << 20,
            lines_max: 100,
            cells_max: 100,
            documents_max: 10,
            indicators_max: 10,
            depth_max: 10,
            ..Limits::default()
        };
        let over = |text: &str, what| {
            assert_eq!(outcome(text.as_bytes(), &tight), Outcome::Over(what));
        };
        over(&"甲\n".repeat(101), "lines");
        over(&"项目名称 甲\n".repeat(20), "documents");
        over(&form(&"指标1：甲 12座\n".repeat(20)), "indicators");
        over(&"a\tb\tc\n".repeat(40), "cells");
        over(&"a,b,c\n".repeat(40), "cells");
        over(&"| a | b | c |\n".repeat(40), "cells");
        over(&"<table><tr><td>甲<td>乙".repeat(11), "nested tables");
        let long = form(&"甲".repeat(1_000));
        let read = outcome(long.as_bytes(), &tight);
        assert!(matches!(read, Outcome::Read(..)), "{read:?}");
    }

    #[test]
    fn a_few_cells_cannot_cover_a_page_of_any_size() {
        let covering = "<td rowspan=65000 colspan=1000>甲</td>".repeat(5_000);
        check(
            format!("<table><tr>{covering}</tr></table>"),
            Outcome::Over("cells"),
        );
        let rows = "<tr><td rowspan=4000000000 colspan=0>甲<td>乙</tr>".repeat(1_000);
        check_reads(&format!("<table>{rows}</table>"), Container::Html);
    }

    #[test]
    fn nesting_is_refused_before_the_stack_ends() {
        for tag in ["table><tr><td", "div", "span", "ul><li", "b"] {
            let nested = format!("<html>{}甲", format!("<{tag}>").repeat(10_000));
            let read = outcome(nested.as_bytes(), &Limits::default());
            assert!(
                matches!(
                    read,
                    Outcome::Over(_) | Outcome::Read(Container::Html, 0, 0)
                ),
                "{tag}: {read:?}"
            );
        }
        check_reads(&format!("{}甲", "> ".repeat(100_000)), Container::Text);
    }
}

mod damage {
    use super::*;

    #[test]
    fn invalid_bytes_are_replaced() {
        let mut bytes = form("指标1：清淤座数 12座").into_bytes();
        bytes.extend(b"\xFF\xFE\x80");
        check(bytes, Outcome::Read(Container::Text, 1, 1));
    }

    #[test]
    fn nuls_are_blanks() {
        let text = form("指标1：清淤座数\0 12座\0");
        check(text, Outcome::Read(Container::Text, 1, 1));
    }

    #[test]
    fn utf_16_may_end_in_the_middle_of_a_character() {
        let text = form("指标1：清淤座数 12座𠮷");
        let mut bytes: Vec<u8> = b"\xFF\xFE".to_vec();
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        for cut in 1..8 {
            let kept = &bytes[..bytes.len() - cut];
            check(kept, Outcome::Read(Container::Text, 1, 1));
        }
    }

    /// A file cut off anywhere is still read as far as it goes.
    #[test]
    fn files_may_end_anywhere() {
        let html = "<html><table><tr><td>项目名称</td><td rowspan=\"2\">山塘&ge;清淤</td></tr>\
                    <!-- x --><tr><td>主管部门</table>";
        let markdown = "# 项目支出绩效目标表\n\n| 项目名称 | **山塘**&nbsp; |\n|---|---|\n| a\\| |";
        let csv = "序号,项目名称,指标值\n1,\"山,塘\n清\"\"淤\",≥95%\n";
        for whole in [html, markdown, csv, &form("指标1：清淤座数 12座")] {
            for (cut, _) in whole.char_indices().skip(1) {
                outcome(&whole.as_bytes()[..cut], &Limits::default());
                outcome(&whole.as_bytes()[cut..], &Limits::default());
            }
        }
    }
}

mod size {
    use super::*;

    const MILLION: usize = 1_000_000 / SHARE;

    #[test]
    fn one_line_of_many_megabytes() {
        check_reads(&"甲".repeat((64 << 20) / 3 / SHARE), Container::Text);
    }

    #[test]
    fn a_million_columns() {
        check_reads(
            &format!("{}\n", "a\t".repeat(MILLION)).repeat(2),
            Container::Text,
        );
        check_reads(&"|甲".repeat(MILLION), Container::Text);
        let row = format!("{}\n", "a,".repeat(MILLION / 10));
        check_reads(&row.repeat(10), Container::Csv);
    }

    #[test]
    fn a_million_rows() {
        check_reads(
            &"产出指标\t数量指标\t12座\n".repeat(MILLION),
            Container::Text,
        );
        check_reads(&"| a | b |\n".repeat(MILLION), Container::Markdown);
        check_reads(
            &format!("<table>{}", "<tr><td>a<td>b".repeat(MILLION)),
            Container::Html,
        );
        check_reads(&"a,b,c\n".repeat(MILLION), Container::Csv);
    }

    #[test]
    fn a_million_blank_lines() {
        let text = format!("{}{}", form("指标1：清淤座数 12座"), "\n".repeat(MILLION));
        check(text.clone() + "完", Outcome::Read(Container::Text, 1, 1));
        check(
            "\n".repeat(MILLION) + &text,
            Outcome::Read(Container::Text, 1, 1),
        );
    }
}

/// One thing over and over: where a reader looks ahead or back at each of them, it never ends.
mod repetition {
    use super::*;

    const MANY: usize = 100_000 / SHARE;

    /// What is repeated as a line each, and as one line; in a form, in a cell, and alone.
    fn check_repeated(piece: &str) {
        let many = piece.repeat(MANY);
        let lines = format!("{piece}\n").repeat(MANY);
        let cell = format!("项目名称\t山塘\t\n产出指标\t{many}\t12座\n");
        let row = format!("<table><tr><td>项目名称<td>山塘<tr><td>产出指标<td>{many}</table>");
        for text in [&many, &lines, &form(&many), &form(&lines), &cell, &row] {
            let read = outcome(text.as_bytes(), &Limits::default());
            assert!(matches!(read, Outcome::Read(..)), "{piece}: {read:?}");
        }
    }

    #[test]
    fn labels() {
        for label in [
            "项目名称",
            "项目名称：",
            "产出指标 ",
            "数量指标：",
            "实施单 ",
            "其中：财政拨款5万 ",
            "其中：",
            "★",
        ] {
            check_repeated(label);
        }
    }

    #[test]
    fn markers_and_numbers() {
        for marker in [
            "指标1：",
            "指标1： ",
            "目标1：甲；",
            "1.",
            "1. 甲",
            "（一）",
            "①",
            "一、甲 ",
        ] {
            check_repeated(marker);
        }
    }

    #[test]
    fn item_numbers_that_run_on() {
        let run: String = (1..=MANY).map(|n| format!("{n}.甲。")).collect();
        let items: String = (1..=MANY).map(|n| format!("目标{n}：甲；\n")).collect();
        for text in [run, items] {
            for form in [
                form(&text),
                format!("年度目标\t{text}\t\n项目名称\t山塘\t\n"),
            ] {
                let read = outcome(form.as_bytes(), &Limits::default());
                assert!(matches!(read, Outcome::Read(..)), "{read:?}");
            }
        }
    }

    #[test]
    fn brackets_and_quotes() {
        for bracket in ["（", "）", "(1", "“", "《", "[", "项目资金（", "数量指标（"]
        {
            check_repeated(bracket);
        }
    }

    #[test]
    fn clauses() {
        for clause in [
            "清淤12座，",
            "甲、",
            "不少于",
            "12",
            "达到1个，指标设立依据是甲，",
            "定值",
            "每1个和",
        ] {
            check_repeated(clause);
        }
    }

    #[test]
    fn sentences_that_name_the_next_document() {
        for sentence in [
            "总目标是",
            "项目主要内容是",
            "甲项目总目标是：乙。",
            "2025年预算安排1万元，",
        ] {
            check_repeated(sentence);
        }
        let far = format!("{}{}", "甲".repeat(100), "乙主要内容是：".repeat(MANY));
        check_reads(&far, Container::Text);
    }

    #[test]
    fn titles_and_contents() {
        for line in [
            "项目支出绩效目标表",
            "目录\n甲…………1",
            "2025年",
            "附件1",
            "目录\n甲",
        ] {
            check_repeated(line);
        }
    }

    #[test]
    fn markup() {
        for piece in [
            "<", "<!--", "<a b=\"", "&", "&#", "<td", "`", "**", "\\|", "![", "[甲](", "```\n",
            "\"", "\",\"",
        ] {
            check_repeated(piece);
            let html = format!("<html><body>{}", piece.repeat(MANY));
            let read = outcome(html.as_bytes(), &Limits::default());
            assert!(
                matches!(read, Outcome::Read(..) | Outcome::Over(_)),
                "{piece}: {read:?}"
            );
        }
    }
}

mod drawing {
    use super::*;

    /// A PDF of these pages' contents, which may draw the forms; all of them may use each other. It
    /// has no table of its objects, so that they are looked for.
    fn pdf(pages: &[&str], forms: &[&str]) -> Vec<u8> {
        let stream = |number: usize, dictionary: &str, text: &str| {
            let length = text.len();
            format!(
                "{number} 0 obj <<{dictionary}/Length {length}>> stream\n{text}\nendstream endobj\n"
            )
        };
        let first = 5 + forms.len();
        let kids = (first..).step_by(2).take(pages.len());
        let kids: String = kids.map(|number| format!("{number} 0 R ")).collect();
        let named = (0..forms.len()).map(|at| format!("/X{at} {} 0 R ", 5 + at));
        let named: String = named.collect();
        let mut pdf = format!(
            "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
             2 0 obj <</Type/Pages/Kids[{kids}]/Count {}>> endobj\n\
             3 0 obj <</XObject<<{named}>>/Font<</F 4 0 R>>>> endobj\n\
             4 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n",
            pages.len()
        );
        for (at, form) in forms.iter().enumerate() {
            let dictionary = "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources 3 0 R";
            pdf += &stream(5 + at, dictionary, form);
        }
        for (at, page) in pages.iter().enumerate() {
            let number = first + 2 * at;
            pdf += &format!(
                "{number} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]\
                 /Resources 3 0 R/Contents {} 0 R>> endobj\n",
                number + 1
            );
            pdf += &stream(number + 1, "", page);
        }
        pdf.push_str("trailer <</Root 1 0 R>>\n");
        pdf.into_bytes()
    }

    #[test]
    fn a_page_that_draws_itself_without_end_costs_no_other_page() {
        let text = "BT /F 12 Tf 50 700 Td (2026) Tj ET";
        let pages = [text, "/X0 Do", text];
        let bytes = pdf(&pages, &["/X0 Do /X0 Do"]);
        let inspection = inspect(&bytes, &Limits::default()).expect("it is read");
        let notices = &inspection.reading.notices;
        let notices: Vec<_> = notices.iter().map(|n| (n.kind, n.place)).collect();
        assert_eq!(notices, [(NoticeKind::DamagedPage, Place::of_page(2))]);
        let paper = &inspection.paper;
        let pieces: Vec<&str> = paper.pieces().map(|span| paper.text(span)).collect();
        assert_eq!(pieces, ["2026", "2026"]);
    }

    #[test]
    fn what_all_pages_draw_together_has_a_limit() {
        let page = "BT /F 12 Tf 50 700 Td (2026) Tj ET";
        let bytes = pdf(&[page; 3], &[]);
        let within = |drawn_max, unpacked_max| {
            let limits = Limits {
                drawn_max,
                unpacked_max,
                ..Limits::default()
            };
            outcome(&bytes, &limits)
        };
        let read = Outcome::Read(Container::Pdf, 0, 0);
        assert_eq!(within(100, 1000), read);
        assert_eq!(within(11, 1000), Outcome::Over("things drawn"));
        assert_eq!(
            within(100, 3 * page.len() - 1),
            Outcome::Over("unpacked bytes")
        );
    }
}
