//! Texts of Word, in both formats: bytes in, outline of the paper and notices out.

use std::io::{Cursor, Write};

use plumbline_intake::containers::read_paper;
use plumbline_intake::error::ReadError;
use plumbline_intake::limits::Limits;
use plumbline_intake::paper::Paper;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive of parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("memory takes all writing");
        zip.write_all(content).expect("memory takes all writing");
    }
    zip.finish().expect("memory takes all writing").into_inner()
}

const RELATIONS: &str = r#"<Relationships>
<Relationship Id="a" Type="x/styles" Target="styles.xml"/>
<Relationship Id="b" Type="x/numbering" Target="numbering.xml"/>
<Relationship Id="c" Type="x/comments" Target="comments.xml"/>
<Relationship Id="d" Type="x/footnotes" Target="/word/footnotes.xml"/>
<Relationship Id="e" Type="x/oleObject" Target="embeddings/book.xlsx"/>
</Relationships>"#;

fn document(body: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>")
}

/// A text with this body and these other parts.
fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = document(body);
    let mut all: Vec<(&str, &[u8])> = vec![
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", RELATIONS.as_bytes()),
    ];
    all.extend(parts.iter().map(|(name, part)| (*name, part.as_bytes())));
    archive(&all)
}

fn read(bytes: &[u8]) -> Result<Paper, ReadError> {
    read_paper(bytes, &Limits::default()).map(|(paper, _)| paper)
}

/// The outline of a paper, and a line for each notice.
fn outline(paper: &Paper) -> String {
    let mut outline = paper.to_string();
    for notice in &paper.notices {
        let (kind, text, place) = (notice.kind, &notice.text, notice.place);
        outline.push_str(&format!("{kind:?} {text:?} @{place}\n"));
    }
    outline
}

#[track_caller]
fn check_read(bytes: &[u8], expected: &str) {
    let paper = read(bytes).expect("readable");
    let outline = outline(&paper);
    let got: Vec<&str> = outline.lines().map(str::trim).collect();
    let want = expected.lines().map(str::trim).filter(|l| !l.is_empty());
    assert!(
        got == want.collect::<Vec<_>>(),
        "got\n{outline}\nwant\n{expected}"
    );
}

/// Reads a DOCX with this body.
#[track_caller]
fn check(body: &str, expected: &str) {
    check_read(&docx(body, &[]), expected);
}

/// Reads a DOCX with this body and other parts.
#[track_caller]
fn check_with(body: &str, parts: &[(&str, &str)], expected: &str) {
    check_read(&docx(body, parts), expected);
}

/// A paragraph with text.
fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A cell with properties and text.
fn cell(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text))
}

fn row(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

mod paragraphs {
    use super::*;

    #[test]
    fn text_breaks_and_symbols() {
        check(
            r#"<w:p><w:r><w:t xml:space="preserve">  甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>&lt;5 &amp; &#x3E;3 &unknown;</w:t></w:r></w:p>
            <w:p/>
            <w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:noBreakHyphen/></w:r>
              <w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>R</w:t></w:r>
              <w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>&#xF0B3;</w:t></w:r></w:p>
            <w:p><w:r><w:br w:type="page"/></w:r><w:r><w:t>丙</w:t></w:r></w:p>
            <w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>丁</w:t></w:r></w:p>"#,
            r#"
            line "甲\t乙" @1:3
            line "<5 & >3 &unknown;" @1:7
            line gap1 "☑是-☑≥" @3:1
            line page "丙" @4:2
            line page "丁" @5:1
            "#,
        );
    }

    #[test]
    fn sections_begin_pages_unless_they_say_otherwise() {
        check(
            r#"<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>
            <w:p><w:r><w:t>乙</w:t></w:r></w:p>
            <w:p><w:pPr><w:sectPr><w:type w:val="nextPage"/></w:sectPr></w:pPr></w:p>
            <w:p><w:r><w:t>丙</w:t></w:r></w:p>
            <w:sectPr><w:type w:val="continuous"/></w:sectPr>"#,
            r#"
            line "甲" @1:1
            line page "乙" @2:1
            line gap1 "丙" @4:1
            "#,
        );
    }

    #[test]
    fn fields_show_what_they_came_to() {
        check(
            r#"<w:p><w:r><w:t>第</w:t></w:r>
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF 1</w:instrText></w:r>
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>内</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>
            <w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>次</w:t></w:r>
            <w:fldSimple><w:r><w:t>末</w:t></w:r></w:fldSimple></w:p>
            <w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>
            <w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>有</w:t></w:r></w:p>
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>
            <w:p><w:r><w:t>仍在</w:t></w:r></w:p>"#,
            r#"
            line "第3次末" @1:1
            line "☑有" @2:1
            line gap1 "仍在" @4:1
            "#,
        );
    }

    #[test]
    fn headings_come_from_styles() {
        let styles = r#"<w:styles><w:style w:styleId="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
            <w:style w:styleId="2"><w:basedOn w:val="1"/></w:style>
            <w:style w:styleId="3"><w:basedOn w:val="3"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"#;
        check_with(
            r#"<w:p><w:pPr><w:pStyle w:val="2"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="2"/><w:outlineLvl w:val="9"/></w:pPr><w:r><w:t>乙</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="3"/></w:pPr><w:r><w:t>丙</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>丁</w:t></w:r></w:p>"#,
            &[("word/styles.xml", styles)],
            r#"
            line h1 "甲" @1:1
            line "乙" @2:1
            line "丁" @3:1
            HiddenText "丙" @3:1
            "#,
        );
    }

    #[test]
    fn text_boxes_are_read_once() {
        check(
            r#"<w:p><w:r><w:t>甲</w:t></w:r><w:r><mc:AlternateContent>
            <mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>
            </mc:AlternateContent></w:r><w:r><w:t>乙</w:t></w:r></w:p>"#,
            r#"
            line "甲乙" @1:1
            line "框" @2:1
            "#,
        );
    }

    #[test]
    fn what_is_no_text_is_remarked() {
        check_with(
            r#"<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:drawing><wp:docPr descr="公章"/><a:blip/></w:drawing></w:r>
            <w:r><w:object><v:imagedata/><o:OLEObject r:id="e"/></w:object></w:r>
            <w:r><w:commentReference w:id="0"/></w:r><w:r><w:commentReference w:id="0"/></w:r>
            <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>请填写</w:t></w:r></w:sdtContent></w:sdt>
            <w:sdt><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt></w:p>
            <w:altChunk r:id="e"/>"#,
            &[
                (
                    "word/comments.xml",
                    "<w:comments><w:comment w:id=\"0\"><w:p><w:r><w:t>请</w:t></w:r></w:p><w:p><w:r><w:t>核</w:t></w:r></w:p></w:comment></w:comments>",
                ),
                (
                    "word/footnotes.xml",
                    "<w:footnotes><w:footnote w:id=\"1\"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:footnotes>",
                ),
            ],
            r#"
            line "甲☒" @1:1
            line gap1 "注" @3:1
            Picture "公章" @1:2
            Attachment "word/embeddings/book.xlsx" @1:2
            Comment "请 核" @1:2
            HiddenText "请填写" @1:2
            Attachment "word/embeddings/book.xlsx" @2:1
            "#,
        );
    }
}

mod changes {
    use super::*;

    #[test]
    fn changes_are_accepted_and_remarked() {
        check(
            r#"<w:p><w:r><w:t>共</w:t></w:r><w:del><w:r><w:delText>3</w:delText></w:r></w:del>
            <w:ins><w:r><w:t>1</w:t></w:r><w:r><w:t>2</w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del></w:ins><w:r><w:t>座</w:t></w:r>
            <w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom></w:p>
            <w:p><w:moveTo><w:r><w:t>移</w:t></w:r></w:moveTo></w:p>
            <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>
            <w:p><w:pPr><w:outlineLvl w:val="1"/><w:pPrChange><w:pPr><w:outlineLvl w:val="7"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>后</w:t></w:r></w:p>"#,
            r#"
            line "共12座" @1:1
            line "移" @2:1
            line h2 "前后" @3:1
            Deletion "3" @1:2
            Insertion "12" @1:2
            Deletion "9" @1:4
            Deletion "移" @1:5
            Insertion "移" @2:1
            "#,
        );
    }

    #[test]
    fn rows_come_and_go() {
        let cells = [cell("", "甲"), cell("", "乙")].concat();
        let changed = |change: &str, text: &str| {
            format!(
                "<w:tr><w:trPr>{change}</w:trPr>{}{}</w:tr>",
                cell("", text),
                cell("", "12")
            )
        };
        let table = format!(
            "<w:tbl><w:tr>{cells}</w:tr>{}{}{}{}</w:tbl>",
            changed("<w:del/>", "旧"),
            changed("<w:ins/>", "新"),
            changed("<w:hidden/>", "暗"),
            changed("", "明"),
        );
        check(
            &table,
            r#"
            table
            r0c0 "甲" @T1R1C1
            r0c1 "乙" @T1R1C2
            r1c0 "新" @T1R2C1
            r1c1 "12" @T1R2C2
            r2c0 "明" @T1R3C1
            r2c1 "12" @T1R3C2
            Insertion "新 12" @T1R2C1
            Deletion "旧 12" @T1R2C1
            HiddenText "暗 12" @T1R3C1
            "#,
        );
    }
}

mod tables {
    use super::*;

    #[test]
    fn merged_cells() {
        let first = "<w:vMerge w:val=\"restart\"/>";
        let table = [
            row(&[cell("<w:gridSpan w:val=\"3\"/>", "甲"), cell(first, "乙")]),
            row(&[
                cell(first, "丙"),
                cell("", "丁"),
                cell("", "戊"),
                cell("<w:vMerge/>", ""),
            ]),
            row(&[
                cell("<w:vMerge/>", "藏"),
                cell("<w:gridSpan w:val=\"2\"/>", "己"),
                cell("<w:vMerge/>", ""),
            ]),
        ];
        check(
            &format!("<w:tbl>{}</w:tbl>", table.concat()),
            r#"
            table
            r0c0 1x3 "甲" @T1R1C1
            r0c3 3x1 "乙" @T1R1C4
            r1c0 2x1 "丙" @T1R2C1
            r1c1 "丁" @T1R2C2
            r1c2 "戊" @T1R2C3
            r2c1 1x2 "己" @T1R3C2
            HiddenText "藏" @T1R3C1
            "#,
        );
    }

    #[test]
    fn rows_that_begin_late_and_edges_that_nearly_meet() {
        let grid = "<w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"20\"/><w:gridCol w:w=\"900\"/><w:gridCol w:w=\"900\"/></w:tblGrid>";
        let span = |n: u32| format!("<w:gridSpan w:val=\"{n}\"/>");
        let late = format!(
            "<w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>{}{}</w:tr>",
            cell("", "戊"),
            cell("", "己")
        );
        let table = [
            row(&[cell("", "甲"), cell(&span(2), "乙"), cell("", "丙")]),
            row(&[cell(&span(2), "丁"), cell(&span(2), "丁二")]),
            late,
        ];
        check(
            &format!("<w:tbl>{grid}{}</w:tbl>", table.concat()),
            r#"
            table
            r0c0 "甲" @T1R1C1
            r0c1 "乙" @T1R1C2
            r0c2 "丙" @T1R1C3
            r1c0 "丁" @T1R2C1
            r1c1 1x2 "丁二" @T1R2C2
            r2c1 "戊" @T1R3C2
            r2c2 "己" @T1R3C3
            "#,
        );
    }

    #[test]
    fn merges_that_go_on_with_nothing_and_spans_of_any_width() {
        let table = [
            row(&[
                cell("<w:vMerge/>", "甲"),
                cell("<w:gridSpan w:val=\"1000000000\"/>", "乙"),
                cell("", "丙"),
            ]),
            row(&[
                cell("<w:vMerge/>", ""),
                cell("<w:hMerge w:val=\"restart\"/>", "丁"),
                cell("<w:hMerge/>", "戊"),
            ]),
        ];
        check(
            &format!("<w:tbl>{}</w:tbl>", table.concat()),
            r#"
            table
            r0c0 2x1 "甲" @T1R1C1
            r0c1 1x2 "乙" @T1R1C2
            r0c3 "丙" @T1R1C4
            r1c1 "丁\n戊" @T1R2C2
            "#,
        );
    }

    #[test]
    fn tables_in_cells_come_after_the_table() {
        let inner = format!(
            "<w:tbl>{}{}</w:tbl>",
            row(&[cell("", "内一"), cell("", "内二")]),
            row(&[cell("", "内三"), cell("", "内四")])
        );
        let holder = format!("<w:tc>{inner}<w:p/></w:tc>");
        let table = [
            row(&[cell("", "甲"), cell("", "乙")]),
            row(&[cell("", "丙"), cell("", "丁")]),
            row(&[cell("", "戊"), holder]),
        ];
        check(
            &format!("{}<w:tbl>{}</w:tbl>", p("题"), table.concat()),
            r#"
            line "题" @1:1
            table
            r0c0 "甲" @T1R1C1
            r0c1 "乙" @T1R1C2
            r1c0 "丙" @T1R2C1
            r1c1 "丁" @T1R2C2
            r2c0 "戊" @T1R3C1
            r2c1 "" @T1R3C2
            table
            r0c0 "内一" @T2R1C1
            r0c1 "内二" @T2R1C2
            r1c0 "内三" @T2R2C1
            r1c1 "内四" @T2R2C2
            "#,
        );
    }
}

mod numbering {
    use super::*;

    const LISTS: &str = r#"<w:numbering>
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%1）"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="l"/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="1">
          <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimalEnclosedCircle"/><w:pStyle w:val="列"/><w:lvlText w:val="%1"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
        </w:numbering>"#;

    fn item(list: u32, level: u32, text: &str) -> String {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    }

    #[test]
    fn numbers_are_printed() {
        let body = [
            item(1, 0, "甲"),
            item(1, 1, "乙"),
            item(1, 1, "丙"),
            item(1, 2, "丁"),
            item(1, 0, "戊"),
            item(1, 1, "己"),
            item(2, 0, "庚"),
            item(2, 0, "辛"),
            item(7, 0, "壬"),
            "<w:p><w:pPr><w:pStyle w:val=\"列\"/></w:pPr><w:r><w:t>癸</w:t></w:r></w:p>".to_owned(),
            "<w:p><w:pPr><w:pStyle w:val=\"列\"/></w:pPr></w:p>".to_owned(),
        ];
        check_with(
            &body.concat(),
            &[
                ("word/numbering.xml", LISTS),
                (
                    "word/styles.xml",
                    "<w:styles><w:style w:styleId=\"列\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style></w:styles>",
                ),
            ],
            r#"
            line "（一）甲" @1:1
            line "1.1 乙" @2:1
            line "1.2 丙" @3:1
            line "丁" @4:1
            line "（二）戊" @5:1
            line "2.1 己" @6:1
            line "（九）庚" @7:1
            line "（十）辛" @8:1
            line "壬" @9:1
            line "③ 癸" @10:1
            line "④" @11:1
            "#,
        );
    }
}

/// Files by other producers; `files/make-word.py` makes them.
mod files {
    use super::*;

    /// How the programs differ: where the second page begins (within a paragraph, or with one of
    /// its own), and where the text box stands.
    fn features(page: &str, comment: &str, [check, text_box]: [&str; 2]) -> String {
        format!(
            r#"
            line h1 "项目支出绩效目标表" @1:1
            line "（2025年度）" @2:1
            table
            r0c0 "项目名称" @T1R1C1
            r0c1 1x4 "云溪县小型水库维修养护" @T1R1C2
            r1c0 2x1 "项目资金\n（万元）" @T1R2C1
            r1c1 1x2 "年度资金总额" @T1R2C2
            r1c3 1x2 "66.00" @T1R2C4
            r2c1 1x2 "其中：财政拨款" @T1R3C2
            r2c3 1x2 "66.00" @T1R3C4
            r3c0 2x1 "绩效指标" @T1R4C1
            r3c1 "产出指标" @T1R4C2
            r3c2 "数量指标" @T1R4C3
            r3c3 "养护水库数量" @T1R4C4
            r3c4 "≥38座" @T1R4C5
            r4c1 "满意度指标" @T1R5C2
            r4c2 "满意度" @T1R5C3
            r4c3 "群众满意度" @T1R5C4
            r4c4 "≥90%" @T1R5C5
            line "1. 完成养护" @3:1
            line "2. 排查隐患" @4:1
            line "共38座" @5:1
            line "填报日期：1月" @6:1
            line page "次页" @{page}
            line "√是☑有" @{check}
            line "框内文字" @{text_box}
            table
            r0c0 "甲" @T2R1C1
            r0c1 "乙" @T2R1C2
            r1c0 "丙" @T2R2C1
            r1c1 "丁" @T2R2C2
            r2c0 "戊" @T2R3C1
            r2c1 "" @T2R3C2
            table
            r0c0 "子" @T3R1C1
            r0c1 "丑" @T3R1C2
            r1c0 "寅" @T3R2C1
            r1c1 "卯" @T3R2C2
            Deletion "30" @5:2
            Insertion "38" @5:2
            HiddenText "暗" @5:5
            Comment "请核实" @{comment}
            "#
        )
    }

    #[test]
    fn docx_by_python() {
        let bytes = include_bytes!("files/docx/features.docx");
        check_read(bytes, &features("6:9", "6:11", ["7:1", "8:1"]));
    }

    #[test]
    fn docx_by_libreoffice() {
        let bytes = include_bytes!("files/docx/saved.docx");
        check_read(bytes, &features("7:1", "7:3", ["8:1", "9:1"]));
    }

    #[test]
    fn doc_by_libreoffice() {
        let bytes = include_bytes!("files/doc/features.doc");
        let picture = "Picture \"\" @8:5";
        let outline = features("7:1", "7:3", ["8:1", "9:1"]);
        check_read(bytes, &(outline + picture));
    }
}

mod hostile {
    use super::*;

    fn error(bytes: &[u8]) -> String {
        match read(bytes) {
            Ok(paper) => panic!("read as\n{paper}"),
            Err(error) => error.to_string(),
        }
    }

    #[track_caller]
    fn check_refused(bytes: &[u8], part_of_reason: &str) {
        let error = error(bytes);
        assert!(error.contains(part_of_reason), "{error}");
    }

    #[test]
    fn nesting_is_refused_before_the_stack_ends() {
        for element in ["w:p", "w:x", "w:txbxContent", "w:tbl><w:tr><w:tc"] {
            let deep = format!("<{element}>").repeat(100_000);
            check_refused(&docx(&deep, &[]), "nesting");
        }
        let depth = 160;
        let deep = "<w:tbl><w:tr><w:tc>".repeat(depth)
            + &p("底")
            + &"</w:tc></w:tr></w:tbl>".repeat(depth);
        check(&deep, "line \"底\" @T160R1C1");
    }

    #[test]
    fn entities_are_never_looked_up() {
        let bomb =
            "<!DOCTYPE x [<!ENTITY a \"甲甲甲甲\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
                .to_owned()
                + &document(&p("&a;&b;乙"));
        let bytes = archive(&[("word/document.xml", bomb.as_bytes())]);
        check_read(&bytes, "line \"&a;&b;乙\" @1:1");
    }

    #[test]
    fn archives_may_not_unpack_to_anything() {
        let limits = Limits {
            unpacked_max: 1 << 20,
            ..Limits::default()
        };
        let bomb = docx(&" ".repeat(2 << 20), &[]);
        let error = read_paper(&bomb, &limits).expect_err("too much");
        assert!(
            matches!(
                error,
                ReadError::OverLimit {
                    what: "unpacked bytes",
                    ..
                }
            ),
            "{error}"
        );
    }

    #[test]
    fn damage_is_said() {
        let whole = docx(&p("甲"), &[]);
        check_refused(&whole[..whole.len() / 2], "");
        for body in ["<w:p>", "</w:p>", "<w:p></w:tbl>", "<w:p"] {
            check_refused(&docx(body, &[]), "word/document.xml");
        }
        check_refused(
            &docx("", &[("word/numbering.xml", "<a>")]),
            "word/numbering.xml",
        );
    }

    const DOC: &[u8] = include_bytes!("files/doc/features.doc");

    /// The text by LibreOffice with other bytes at an offset of its stream of characters.
    fn with_head(offset: usize, bytes: &[u8]) -> Vec<u8> {
        let mut doc = DOC.to_vec();
        let start = (0..doc.len())
            .step_by(512)
            .find(|&at| doc[at..].starts_with(&[0xEC, 0xA5]));
        let at = start.expect("it begins somewhere") + offset;
        doc[at..at + bytes.len()].copy_from_slice(bytes);
        doc
    }

    #[test]
    fn other_versions_and_locked_texts_are_refused() {
        check_refused(&with_head(0, &[0xDC, 0xA5]), "before Word 97");
        check_refused(&with_head(2, &[0x65, 0x00]), "before Word 97");
        check_refused(&with_head(0x0B, &[0x03]), "locked");
    }

    #[test]
    fn tables_of_a_file_may_be_anywhere() {
        for table in [1, 5, 6, 12, 13, 15, 73, 74] {
            for wild in [[0xFF; 8], [0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F], [0; 8]] {
                let _ = read(&with_head(0x9A + 8 * table, &wild));
            }
        }
        check_refused(&with_head(0x9A + 8 * 33, &[0xFF; 8]), "pieces");
        let long = with_head(0x4C, &[0xFF; 4]);
        assert!(read(&long).is_ok(), "a text is as long as its pieces");
    }

    #[test]
    fn sectors_may_follow_each_other_in_circles() {
        let number = |at: usize| u32::from_le_bytes(DOC[at..at + 4].try_into().expect("four"));
        let table = 512 * (number(0x4C) as usize + 1);
        for step in [0, 1, 2] {
            let mut doc = DOC.to_vec();
            for entry in 0..128_u32 {
                let at = table + 4 * entry as usize;
                let next = if number(at) < 0xFFFF_FFFC {
                    entry.saturating_sub(step)
                } else {
                    number(at)
                };
                doc[at..at + 4].copy_from_slice(&next.to_le_bytes());
            }
            let _ = read(&doc);
        }
    }

    #[test]
    fn texts_may_end_anywhere_and_hold_any_byte() {
        for bytes in [
            include_bytes!("files/doc/features.doc").as_slice(),
            include_bytes!("files/docx/features.docx"),
        ] {
            for end in (0..bytes.len()).step_by(97) {
                let _ = read(&bytes[..end]);
            }
            let mut damaged = bytes.to_vec();
            let mut random: u32 = 1;
            for _ in 0..600 {
                random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let at = random as usize % damaged.len();
                let before = std::mem::replace(&mut damaged[at], (random >> 8) as u8);
                let _ = read(&damaged);
                if random & 0x4000_0000 == 0 {
                    damaged[at] = before;
                }
            }
        }
    }
}
