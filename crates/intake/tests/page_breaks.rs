//! What goes on over a page break, and what only furnishes the page? Pages drawn here, paper out.
//! (They are drawn as OFD, whose parts are plain text; PDF takes the same way.)

use std::io::{Cursor, Write};

use plumbline_intake::containers::read_paper;
use plumbline_intake::limits::Limits;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Size of the text, in millimetres as all lengths here.
const SIZE: f32 = 4.0;

/// A line of text with its left end and its top here.
fn text(left: f32, top: f32, words: &str) -> String {
    let count = words.chars().count().saturating_sub(1);
    format!(
        "<TextObject Boundary='{left} {top} 180 {SIZE}' Size='{SIZE}'>\
         <TextCode X='0' Y='3.5' DeltaX='g {count} {SIZE}'>{words}</TextCode></TextObject>"
    )
}

/// Ruling lines: from where to where.
fn lines(lines: &[[f32; 4]]) -> String {
    let path = |[x, y, to_x, to_y]: &[f32; 4]| format!("M {x} {y} L {to_x} {to_y} ");
    let path: String = lines.iter().map(path).collect();
    format!(
        "<PathObject Boundary='0 0 210 297' LineWidth='0.3'>\
         <AbbreviatedData>{path}</AbbreviatedData></PathObject>"
    )
}

/// The sides of three columns, from here down to there.
fn sides(top: f32, bottom: f32) -> String {
    lines(&[30.0, 60.0, 90.0, 180.0].map(|x| [x, top, x, bottom]))
}

/// Lines across columns: from which side to which, and where.
fn across(stretches: &[(f32, f32, f32)]) -> String {
    let stretches: Vec<[f32; 4]> = stretches.iter().map(|&(a, b, y)| [a, y, b, y]).collect();
    lines(&stretches)
}

fn document(pages: &[String]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, content: &str| {
        let options = SimpleFileOptions::default();
        zip.start_file(name, options).expect("a part can be begun");
        zip.write_all(content.as_bytes())
            .expect("it can be written");
    };
    add(
        "OFD.xml",
        "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>",
    );
    let mut listed = String::new();
    for (number, page) in pages.iter().enumerate() {
        listed += &format!("<Page BaseLoc='P{number}.xml'/>");
        let page = format!(
            "<Page><Area><PhysicalBox>0 0 210 297</PhysicalBox></Area>\
             <Content><Layer>{page}</Layer></Content></Page>"
        );
        add(&format!("P{number}.xml"), &page);
    }
    add(
        "D.xml",
        &format!("<Document><Pages>{listed}</Pages></Document>"),
    );
    zip.finish().expect("it can be ended").into_inner()
}

/// The outline of the paper and its notices, without places and what lies between lines.
fn outline(pages: &[String]) -> Vec<String> {
    let (paper, _) = read_paper(&document(pages), &Limits::default()).expect("it can be read");
    let text = paper.to_string();
    let lines = text.lines().filter(|line| !line.is_empty()).map(|line| {
        let what = line.split_once('@').map_or(line, |(what, _)| what).trim();
        what.replace("gap1 ", "").replace("page ", "")
    });
    let notices = paper.notices.iter();
    let notices = notices.map(|n| format!("{:?} {}", n.kind, n.text));
    lines.chain(notices).collect()
}

fn check(cases: &[(&str, Vec<String>, &[&str])]) {
    for (name, pages, wanted) in cases {
        assert_eq!(outline(pages), *wanted, "{name}");
    }
}

#[test]
fn numbers_of_pages_are_furniture_only_if_they_are_certain() {
    let page =
        |body: &str, foot: f32, number: &str| text(30.0, 40.0, body) + &text(100.0, foot, number);
    check(&[
        (
            "between dashes",
            vec![page("甲", 280.0, "—5—")],
            &[r#"line "甲""#],
        ),
        (
            "counting on, on pages of any size of text",
            vec![page("甲", 280.0, "5"), page("乙", 280.0, "6")],
            &[r#"line "甲""#, r#"line "乙""#],
        ),
        (
            "alone at the foot",
            vec![page("甲", 280.0, "5")],
            &[r#"line "甲""#, "RunningHead 5"],
        ),
        (
            "not counting on",
            vec![page("甲", 255.0, "5"), page("乙", 255.0, "8")],
            &[r#"line "甲""#, r#"line "5""#, r#"line "乙""#, r#"line "8""#],
        ),
    ]);
}

#[test]
fn lines_go_on_only_if_they_are_full() {
    let long = "绩".repeat(37);
    let contents = format!("渠道{}3", "·".repeat(34));
    let joined = format!(r#"line "{long}效""#);
    let (first, second) = (format!(r#"line "{contents}""#), r#"line "效""#);
    check(&[
        (
            "over two pages, with a number between",
            vec![
                text(30.0, 260.0, &long) + &text(100.0, 280.0, "—1—"),
                text(30.0, 30.0, "效"),
            ],
            &[&joined],
        ),
        (
            "in the middle of the page",
            vec![text(30.0, 30.0, &long) + &text(103.0, 36.0, "效")],
            &[&joined],
        ),
        (
            "leaders reach the margin",
            vec![text(30.0, 30.0, &contents) + &text(30.0, 36.0, "效")],
            &[&first, second],
        ),
    ]);
}

#[test]
fn tables_go_on_as_their_lines_say() {
    let (left, first, second, right) = (30.0, 60.0, 90.0, 180.0);
    let row = |top: f32, words: [&str; 3]| {
        let cells = [left, first, second].into_iter().zip(words);
        let cells = cells.filter(|(_, words)| !words.is_empty());
        cells
            .map(|(x, words)| text(x + 2.0, top + 1.0, words))
            .collect::<String>()
    };
    let whole = |y: f32| (left, right, y);
    check(&[
        (
            "a row that is longer than a page",
            vec![
                sides(200.0, 260.0)
                    + &across(&[whole(200.0), whole(240.0)])
                    + &row(202.0, ["甲", "乙", "丙"])
                    + &row(242.0, ["丁", "戊", "一"]),
                sides(40.0, 260.0) + &row(42.0, ["", "", "二"]),
                sides(40.0, 100.0)
                    + &across(&[whole(60.0), whole(100.0)])
                    + &row(42.0, ["", "", "三"])
                    + &row(62.0, ["己", "庚", "辛"]),
            ],
            &[
                "table",
                r#"r0c0 "甲""#,
                r#"r0c1 "乙""#,
                r#"r0c2 "丙""#,
                r#"r1c0 "丁""#,
                r#"r1c1 "戊""#,
                "r1c2 \"一\\n二\\n三\"",
                r#"r2c0 "己""#,
                r#"r2c1 "庚""#,
                r#"r2c2 "辛""#,
            ],
        ),
        (
            "merged cells, and headings that are repeated from within the form",
            vec![
                sides(180.0, 260.0)
                    + &across(&[whole(180.0), whole(200.0), whole(220.0), whole(240.0)])
                    + &across(&[(second, right, 260.0)])
                    + &row(182.0, ["名称", "甲", "乙"])
                    + &row(202.0, ["一级", "二级", "三级"])
                    + &row(222.0, ["丙", "丁", "戊"])
                    + &row(242.0, ["己", "庚", "辛"]),
                sides(40.0, 100.0)
                    + &across(&[
                        whole(40.0),
                        whole(60.0),
                        whole(100.0),
                        (second, right, 80.0),
                    ])
                    + &row(42.0, ["一级", "二级", "三级"])
                    + &row(62.0, ["", "", "壬"])
                    + &row(82.0, ["", "", "癸"]),
            ],
            &[
                "table",
                r#"r0c0 "名称""#,
                r#"r0c1 "甲""#,
                r#"r0c2 "乙""#,
                r#"r1c0 "一级""#,
                r#"r1c1 "二级""#,
                r#"r1c2 "三级""#,
                r#"r2c0 "丙""#,
                r#"r2c1 "丁""#,
                r#"r2c2 "戊""#,
                r#"r3c0 3x1 "己""#,
                r#"r3c1 3x1 "庚""#,
                r#"r3c2 "辛""#,
                r#"r4c2 "壬""#,
                r#"r5c2 "癸""#,
            ],
        ),
        (
            "a table that has no outer lines is open everywhere",
            vec![
                sides(220.0, 260.0)
                    + &across(&[whole(240.0)])
                    + &row(222.0, ["甲", "乙", "丙"])
                    + &row(242.0, ["丁", "戊", "己"]),
                sides(40.0, 80.0)
                    + &across(&[whole(60.0)])
                    + &row(42.0, ["庚", "辛", "壬"])
                    + &row(62.0, ["癸", "子", "丑"]),
            ],
            &[
                "table",
                r#"r0c0 "甲""#,
                r#"r0c1 "乙""#,
                r#"r0c2 "丙""#,
                r#"r1c0 "丁""#,
                r#"r1c1 "戊""#,
                r#"r1c2 "己""#,
                r#"r2c0 "庚""#,
                r#"r2c1 "辛""#,
                r#"r2c2 "壬""#,
                r#"r3c0 "癸""#,
                r#"r3c1 "子""#,
                r#"r3c2 "丑""#,
            ],
        ),
    ]);
}
