//! Workbooks: what stands in their parts, what other programs write, and what nobody should.

use std::io::{Cursor, Write};
use std::path::Path;

use plumbline_intake::containers::read_paper;
use plumbline_intake::error::ReadError;
use plumbline_intake::limits::Limits;
use plumbline_intake::paper::{Container, Paper};
use plumbline_intake::read;
use plumbline_model::json::{self, Layout, Source};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive of these parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(text.as_bytes()).expect("memory");
    }
    zip.finish().expect("an archive").into_inner()
}

/// A workbook of these sheets: the state of each (`visible`), and what is in its part.
fn workbook_of(sheets: &[(&str, &str)], more: &[(&str, &str)]) -> Vec<u8> {
    let mut list = String::new();
    let mut relations = String::new();
    let mut parts = Vec::new();
    for (i, (state, sheet)) in sheets.iter().enumerate() {
        list += &format!("<sheet name='表{i}' state='{state}' r:id='s{i}'/>");
        relations += &format!("<Relationship Id='s{i}' Type='x/worksheet' Target='{i}.xml'/>");
        parts.push((
            format!("xl/{i}.xml"),
            format!("<worksheet>{sheet}</worksheet>"),
        ));
    }
    for kind in ["styles", "sharedStrings"] {
        relations += &format!("<Relationship Id='{kind}' Type='x/{kind}' Target='{kind}.xml'/>");
    }
    let list = format!("<workbook><sheets>{list}</sheets></workbook>");
    let relations = format!("<Relationships>{relations}</Relationships>");
    let mut all = vec![
        ("xl/workbook.xml", list.as_str()),
        ("xl/_rels/workbook.xml.rels", relations.as_str()),
    ];
    all.extend(parts.iter().map(|(n, text)| (n.as_str(), text.as_str())));
    all.extend(more);
    archive(&all)
}

fn workbook(sheet: &str) -> Vec<u8> {
    workbook_of(
        &[("visible", sheet)],
        &[("xl/styles.xml", STYLES), ("xl/sharedStrings.xml", STRINGS)],
    )
}

const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="176" formatCode="0!.0,&quot;万元&quot;"/></numFmts>
    <borders><border/><border><left style="thin"/></border></borders>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="9" borderId="1"/></cellXfs>
    <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs></styleSheet>"#;

const STRINGS: &str = "<sst><si><t>甲</t></si><si><r><t>乙</t></r><r><rPr><b/></rPr><t xml:space='preserve'> &amp;丙_x000D_\n丁</t></r><rPh><t>yi</t></rPh></si></sst>";

/// The paper, and what is said beside it.
fn outline(paper: &Paper) -> String {
    let notices = paper.notices.iter().map(|notice| {
        let (kind, text, place) = (notice.kind, &notice.text, notice.place);
        format!("{kind:?} {text:?} @{place}\n")
    });
    paper.to_string() + &notices.collect::<String>()
}

fn trimmed(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

#[track_caller]
fn check_bytes(bytes: &[u8], expected: &str) {
    let (paper, _) = read_paper(bytes, &Limits::default()).expect("it is read");
    let outline = outline(&paper);
    assert!(
        trimmed(&outline) == trimmed(expected),
        "got\n{outline}\nexpected\n{expected}"
    );
}

#[track_caller]
fn check(sheet: &str, expected: &str) {
    check_bytes(&workbook(sheet), expected);
}

mod sheets {
    use super::*;

    #[test]
    fn cells_of_all_kinds() {
        check(
            r##"<sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>
            <row><c><v>32.799999999999997</v></c><c s="1"><v>32.8</v></c><c s="2"><v>328000</v></c>
            <c s="3"><v>45657</v></c><c s="4"><v>0.95</v></c><c t="b"><v>1</v></c>
            <c t="e"><v>#REF!</v></c><c t="str"><f>A1</f><v>果</v></c><c t="inlineStr"><is><t>内</t></is></c>
            <c><f>A1*2</f></c><c s="9"><v>x</v></c></row></sheetData>"##,
            r##"
            table
              r0c1 "甲" @1!B2
              r0c2 "乙 &丙\n丁" @1!C2
              r1c0 "32.8" @1!A3
              r1c1 "32.80" @1!B3
              r1c2 "32.8万元" @1!C3
              r1c3 "2024年12月31日" @1!D3
              r1c4 "95%" @1!E3
              r1c5 "TRUE" @1!F3
              r1c6 "#REF!" @1!G3
              r1c7 "果" @1!H3
              r1c8 "内" @1!I3
              r1c10 "x" @1!K3
            FormulaWithoutValue "A1*2" @1!J3
            "##,
        );
    }

    fn row(number: u32, cells: &[(&str, &str)]) -> String {
        let cell =
            |(at, text): &(&str, &str)| format!("<c r='{at}{number}' t='str'><v>{text}</v></c>");
        let cells: String = cells.iter().map(cell).collect();
        format!("<row r='{number}'>{cells}</row>")
    }

    #[test]
    fn titles_are_lines_and_blank_rows_part_tables() {
        let rows = row(1, &[("A", "表")])
            + &row(2, &[("C", "单位")])
            + &row(3, &[("A", "一"), ("B", "二")])
            + &row(4, &[("B", "三")])
            + &row(6, &[("B", "四"), ("C", "五")])
            + &row(9, &[("A", "注")]);
        check(
            &format!(
                "<sheetData>{rows}</sheetData><mergeCells><mergeCell ref='A1:C1'/></mergeCells>"
            ),
            r#"
            line page "表" @1!A1
            line "单位" @1!C2
            table
              r0c0 "一" @1!A3
              r0c1 "二" @1!B3
              r1c1 "三" @1!B4
            table
              r0c0 "四" @1!B6
              r0c1 "五" @1!C6
            line gap2 "注" @1!A9
            "#,
        );
    }

    #[test]
    fn rows_that_are_merged_or_ruled_are_not_blank() {
        let rows = row(1, &[("A", "级"), ("B", "一")])
            + &row(3, &[("B", "二")])
            + "<row r='4'><c r='B4' s='4'/></row>"
            + &row(5, &[("A", "三"), ("B", "四")]);
        check(
            &format!(
                "<sheetData>{rows}</sheetData><mergeCells><mergeCell ref='A1:A3'/></mergeCells>"
            ),
            r#"
            table
              r0c0 3x1 "级" @1!A1
              r0c1 "一" @1!B1
              r2c1 "二" @1!B3
              r4c0 "三" @1!A5
              r4c1 "四" @1!B5
            "#,
        );
    }

    #[test]
    fn what_is_not_shown_is_told() {
        let rows = row(1, &[("A", "一"), ("B", "盖")])
            + "<row r='2' hidden='1'><c r='A2'><v>2</v></c></row>"
            + "<row r='3' hidden='1'><c r='A3'><v>3</v></c></row>"
            + "<row r='4' ht='0'/><row r='9' hidden='1'/>";
        let first = format!(
            "<cols><col min='1' max='1' width='0'/><col min='5' max='9' hidden='1'/></cols>\
             <sheetData>{rows}</sheetData><mergeCells><mergeCell ref='A1:C1'/></mergeCells>"
        );
        let second = format!("<sheetData>{}</sheetData>", row(1, &[("B", "二")]));
        check_bytes(
            &workbook_of(&[("visible", &first), ("veryHidden", &second)], &[]),
            r#"
            line page "一" @1!A1
            line "2" @1!A2
            line "3" @1!A3
            line page "二" @2!B1
            HiddenRows "2:4" @1!A2
            HiddenColumns "" @1!A1
            HiddenText "盖" @1!B1
            HiddenSheet "表1" @2!A1
            "#,
        );
    }

    #[test]
    fn what_stands_beside_cells_is_told() {
        let sheet = "<sheetData><row><c t='str'><f>DISPIMG(1)</f><v>=DISPIMG(1)</v></c><c><v>1</v></c></row></sheetData>";
        let relations = "<Relationships>\
            <Relationship Id='a' Type='x/comments' Target='../c.xml'/>\
            <Relationship Id='b' Type='x/drawing' Target='/xl/d.xml'/></Relationships>";
        let comments = "<comments><commentList><comment ref='B1'><text><r><t>请</t></r><r><t>核实</t></r></text></comment></commentList></comments>";
        let drawing = "<wsDr><a><from><col>2</col><row>7</row></from><pic/></a>\
            <a><from><col>1</col><row>3</row></from><to><col>9</col><row>9</row></to>\
            <sp><txBody><p><r><t>浮</t></r><r><t>文</t></r></p><p><r><t>二</t></r></p></txBody></sp></a></wsDr>";
        let more = [
            ("xl/_rels/0.xml.rels", relations),
            ("c.xml", comments),
            ("xl/d.xml", drawing),
        ];
        check_bytes(
            &workbook_of(&[("visible", sheet)], &more),
            r#"
            line page "1" @1!B1
            line gap1 "浮文" @1!B4
            line "二" @1!B4
            Picture "" @1!A1
            Comment "请核实" @1!B1
            Picture "" @1!C8
            "#,
        );
    }
}

mod other_programs {
    use super::*;

    /// The documents of a file, without their places.
    fn documents(bytes: &[u8]) -> serde_json::Value {
        let reading = read(bytes, &Limits::default()).expect("it is read");
        assert!(reading.unread.is_empty(), "{:?}", reading.unread);
        let mut written = Vec::new();
        let source = Source {
            documents: reading.documents,
            ..Source::default()
        };
        json::write_json(&source, Layout::Line, &mut written).expect("memory");
        let mut value = serde_json::from_slice(&written).expect("JSON");
        without_places(&mut value);
        value
    }

    fn without_places(value: &mut serde_json::Value) {
        use serde_json::Value;
        match value {
            Value::Object(fields) => {
                fields.retain(|key, _| !matches!(key.as_str(), "place" | "places"));
                fields.values_mut().for_each(without_places);
            }
            Value::Array(values) => values.iter_mut().for_each(without_places),
            _ => {}
        }
    }

    #[test]
    fn write_samples_that_read_as_the_samples_do() {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/workbooks");
        let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
        let mut count = 0;
        for file in std::fs::read_dir(tests).expect("a folder") {
            let path = file.expect("a file").path();
            let name = path.file_name().expect("a name").to_string_lossy();
            let sample: Vec<&str> = name.splitn(3, '.').take(2).collect();
            let sample = std::fs::read(samples.join(sample.join("."))).expect("a sample");
            let workbook = std::fs::read(&path).expect("a file");
            assert!(
                documents(&workbook) == documents(&sample),
                "{name} reads otherwise"
            );
            count += 1;
        }
        assert!(count >= 8);
    }
}

mod hostile {
    use super::*;

    /// Limits that small files reach.
    fn limits() -> Limits {
        Limits {
            cells_max: 1000,
            unpacked_max: 1 << 20,
            pages_max: 10,
            ..Limits::default()
        }
    }

    #[track_caller]
    fn check_error(bytes: &[u8], expected: &str) {
        let error = read_paper(bytes, &limits()).expect_err("it is refused");
        assert!(error.to_string().contains(expected), "{error}");
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused() {
        let blanks = " ".repeat(2 << 20);
        check_error(&workbook(&blanks), "unpacked bytes");
        let long = "长".repeat(10_000);
        let cells = "<c t='s'><v>0</v></c>".repeat(900);
        let strings = format!("<sst><si><t>{long}</t></si></sst>");
        let sheet = format!("<sheetData><row>{cells}</row></sheetData>");
        let book = workbook_of(
            &[("visible", &sheet)],
            &[("xl/sharedStrings.xml", &strings)],
        );
        check_error(&book, "unpacked bytes");
    }

    #[test]
    fn too_many_cells_areas_and_sheets_are_refused() {
        let cells = "<c><v>1</v></c>".repeat(2000);
        check_error(
            &workbook(&format!("<sheetData><row>{cells}</row></sheetData>")),
            "cells",
        );
        let areas = "<mergeCell ref='A1:B2'/>".repeat(2000);
        check_error(
            &workbook(&format!("<mergeCells>{areas}</mergeCells>")),
            "cells",
        );
        check_error(&workbook_of(&[("visible", ""); 11], &[]), "sheets");
    }

    #[test]
    fn a_sheet_that_lies_about_its_size_is_read_as_it_is() {
        check(
            "<dimension ref='A1:XFD1048576'/><cols><col min='1' max='4294967295' hidden='1'/></cols>
             <sheetData><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>
             <row r='4294967295'><c r='ZZZZZZZZ9'><v>2</v></c><c r='A99999999999'><v>3</v></c></row></sheetData>
             <mergeCells><mergeCell ref='A1:XFD1048575'/><mergeCell ref='B2:C9'/><mergeCell ref='Z9:A1'/><mergeCell ref='?'/></mergeCells>",
            r#"
            line page "1" @1!XFD1048576
            HiddenColumns "" @1!A1
            "#,
        );
    }

    #[test]
    fn a_string_that_is_not_there_is_told() {
        check(
            "<sheetData><row><c t='s'><v>99</v></c><c t='s'><v>-1</v></c><c><v>1e999</v></c></row></sheetData>",
            r#"
            line page "1e999" @1!C1
            DamagedPage "no shared string 99" @1!A1
            DamagedPage "no shared string -1" @1!B1
            "#,
        );
    }

    #[test]
    fn entities_are_not_expanded() {
        let book = archive(&[
            (
                "xl/workbook.xml",
                "<workbook><sheets><sheet name='表' r:id='a'/></sheets></workbook>",
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<x><Relationship Id='a' Type='/worksheet' Target='a.xml'/></x>",
            ),
            (
                "xl/a.xml",
                "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row><c t='str'><v>&a;&b;&lt;</v></c></row></sheetData></worksheet>",
            ),
        ]);
        check_bytes(&book, "line page \"&a;&b;<\" @1!A1");
    }

    #[test]
    fn a_sheet_that_breaks_off_is_read_up_to_there() {
        let read = "table\nr0c0 \"1\" @1!A1\nr0c1 \"2\" @1!B1\n";
        for end in ["<row>", "<row><c t='s"] {
            check(
                &format!("<sheetData><row><c><v>1</v></c><c><v>2</v></c></row>{end}"),
                &format!("{read}DamagedPage \"xl/0.xml: it breaks off\" @1!A1"),
            );
        }
    }

    /// What is slower than linear shows itself by not ending.
    #[test]
    fn whatever_is_there_a_million_times_is_read_once() {
        const TIMES: usize = if cfg!(debug_assertions) {
            100_000
        } else {
            1_000_000
        };
        let areas = |area: fn(usize) -> String| {
            let areas: String = (1..=TIMES)
                .map(|n| format!("<mergeCell ref='{}'/>", area(n)))
                .collect();
            format!("<row><c><v>1</v></c></row><mergeCells>{areas}</mergeCells>")
        };
        let many = |piece: &str| piece.repeat(TIMES);
        let sheets = [
            areas(|n| format!("A{n}:G{n}")),
            areas(|n| format!("A{n}:XFD{}", (1 << 20) - n)),
            areas(|n| format!("A1:B{n}")),
            format!("<row><c t='str'><v>1{}</v></c></row>", many("&")),
            format!("<row><c t='str'><v>1{}</v></c></row>", many("&lt;&#13;\r")),
            format!("<row><c {}><v>1</v></c></row>", many("a=b c='")),
            format!("<row><c {}><v>1</v></c></row>", many("r='A1' ")),
            format!("<row><c><v>1</v></c></row>{}", many("<a b='")),
            format!("<row><c><v>1</v></c></row>{}", many("<!-- ")),
            format!("<row><c><v>1</v></c></row>{}", many("<![CDATA[")),
            format!("<row><c><v>1</v></c></row>{}", many("<!a ")),
            format!("<row><c><v>1</v></c></row>{}", many("</a>")),
            format!("<row>{}</row>", many("<c r='A1'><v>1</v></c>")),
        ];
        for sheet in sheets {
            let (paper, _) = read_paper(&workbook(&sheet), &Limits::default()).expect("it is read");
            assert!(paper.text.contains('1'), "{}", &sheet[..100]);
        }
    }

    #[test]
    fn what_is_no_workbook_is_said_to_be_none() {
        let binary = archive(&[("xl/workbook.bin", "x")]);
        check_error(&binary, "XLSB");
        let nothing = workbook("");
        assert_eq!(
            read_paper(&nothing, &limits()).err(),
            Some(ReadError::Empty)
        );
        let missing = archive(&[("xl/workbook.txt", "x")]);
        check_error(&missing, "it has no workbook");
    }

    /// A compound file with one stream.
    fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("memory");
        let mut written = file.create_stream(name).expect("a stream");
        written.write_all(stream).expect("memory");
        drop(written);
        file.flush().expect("memory");
        file.into_inner().into_inner()
    }

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let mut record = kind.to_le_bytes().to_vec();
        record.extend((data.len() as u16).to_le_bytes());
        record.extend(data);
        record
    }

    const BEGIN: [u8; 4] = [0, 6, 5, 0];

    #[test]
    fn a_locked_workbook_is_said_to_be_locked() {
        let xlsx = compound("/EncryptedPackage", b"x");
        assert_eq!(
            read_paper(&xlsx, &limits()).err(),
            Some(ReadError::Locked { container: "xlsx" })
        );
        let stream = [record(0x0809, &BEGIN), record(0x2F, &[1, 0])].concat();
        assert_eq!(
            read_paper(&compound("/Workbook", &stream), &limits()).err(),
            Some(ReadError::Locked { container: "xls" })
        );
    }

    #[test]
    fn sheets_that_all_begin_at_one_place_are_read_once() {
        let mut sheet = vec![0, 0, 0, 0, 0, 0, 1, 0];
        sheet.push(b'a');
        let globals = [
            record(0x0809, &BEGIN),
            record(0x85, &sheet).repeat(5),
            record(0x0A, &[]),
        ]
        .concat();
        let (paper, _) =
            read_paper(&compound("/Workbook", &globals), &limits()).expect("it is read");
        assert!(paper.blocks.is_empty());
        assert_eq!(paper.container, Container::Xls);
    }

    #[test]
    fn a_workbook_of_excel_95_is_in_the_code_page_of_the_file() {
        let begin = [0, 5, 5, 0];
        let label: Vec<u8> = [&[2, 0, 1, 0, 0, 0, 4, 0][..], b"\xBC\xD7\xD2\xD2"].concat();
        let sheet = [
            record(0x0809, &begin),
            record(0x0204, &label),
            record(0x027E, &[2, 0, 2, 0, 0, 0, 0x02 | 1, 0x32, 0, 0]), // 12800 / 4 / 100
            record(0x0A, &[]),
        ]
        .concat();
        let mut entry = vec![0, 0, 0, 0, 1, 0, 2];
        entry.extend(b"\xB1\xED");
        let head = [record(0x0809, &begin), record(0x42, &[0xA8, 3])].concat();
        let length = head.len() + entry.len() + 4 + 4;
        entry[..4].copy_from_slice(&(length as u32).to_le_bytes());
        let stream = [head, record(0x85, &entry), record(0x0A, &[]), sheet].concat();
        check_bytes(
            &compound("/Book", &stream),
            r#"
            table
              r0c0 "甲乙" @1!B3
              r0c1 "32" @1!C3
            HiddenSheet "表" @1!A1
            "#,
        );
    }
}
