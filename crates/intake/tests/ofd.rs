//! OFD in, paper out: a file of another producer, and hostile ones. (What our own writer makes is
//! read back in the tests of `plumbline-render`.)

use std::io::{Cursor, Write};

use plumbline_intake::containers::read_paper;
use plumbline_intake::error::ReadError;
use plumbline_intake::limits::Limits;
use plumbline_intake::paper::{Container, Paper};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The outline of a paper and its notices, one a line, without places within pages.
fn outline(paper: &Paper) -> Vec<String> {
    let text = paper.to_string();
    let lines = text.lines().filter(|line| !line.is_empty()).map(|line| {
        let (what, place) = line.split_once('@').unwrap_or((line, ""));
        let page = place.split('@').next().unwrap_or_default();
        format!("{} {page}", what.trim()).trim().to_owned()
    });
    let notices = paper
        .notices
        .iter()
        .map(|n| format!("{:?} {}", n.kind, n.text));
    lines.chain(notices).collect()
}

#[test]
fn a_file_from_before_the_standard_is_read() {
    let bytes = include_bytes!("files/ofd/before-2016.ofd");
    let (paper, encoding) = read_paper(bytes, &Limits::default()).expect("it can be read");
    assert_eq!(paper.container, Container::Ofd);
    assert_eq!(encoding, None);
    let wanted = [
        // The running head and the ruled form are those of the template.
        r#"line "云溪县预算绩效管理" p1"#,
        r#"line gap1 "项目支出绩效目标表" p1"#,
        "table",
        r#"r0c0 "项目名称" p1"#,
        r#"r0c1 "灌区渠道清淤" p1"#,
        r#"r1c0 "主管部门" p1"#,
        r#"r1c1 "云溪县水利局" p1"#,
        r#"r2c0 "年度资金总额" p1"#,
        r#"r2c1 "48.60" p1"#,
        r#"line "附" p1"#,
        r#"line "注" p1"#,
        r#"line "甲" p1"#,
        r#"line "乙" p1"#,
        "table",
        r#"r0c0 "数量指标" p2"#,
        r#"r0c1 "12" p2"#,
        r#"r1c0 "质量指标" p2"#,
        r#"r1c1 "≥9" p2"#,
        r#"line "同样的字 同样的字" p2"#,
        "Signature Seal",
        "DamagedPage Doc_0/Pages/Page_2/Content.xml is missing or damaged",
        "Attachment 测算明细",
        "Annotation 请核对数量",
    ];
    assert_eq!(outline(&paper), wanted);
}

/// A package of these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = SimpleFileOptions::default();
        zip.start_file(*name, options).expect("a part can be begun");
        zip.write_all(content.as_bytes())
            .expect("it can be written");
    }
    zip.finish().expect("it can be ended").into_inner()
}

const ROOT: (&str, &str) = (
    "OFD.xml",
    "<OFD><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>",
);

/// A document of one page with these layers, and these resources.
fn one_page(layers: &str, resources: &str) -> Vec<u8> {
    let page = format!("<Page><Content>{layers}</Content></Page>");
    let resources =
        format!("<Res><CompositeGraphicUnits>{resources}</CompositeGraphicUnits></Res>");
    package(&[
        ROOT,
        (
            "D/Document.xml",
            "<Document><CommonData><PublicRes>R.xml</PublicRes></CommonData>\
             <Pages><Page BaseLoc='P.xml'/></Pages></Document>",
        ),
        ("D/R.xml", &resources),
        ("D/P.xml", &page),
    ])
}

fn text(code: &str) -> String {
    format!("<Layer><TextObject Boundary='20 20 100 10' Size='4'>{code}</TextObject></Layer>")
}

#[test]
fn odd_pages_are_read_as_far_as_they_make_sense() {
    let deep = format!("{}{}", "<Layer>".repeat(100), "</Layer>".repeat(100));
    let itself = "<CompositeGraphicUnit ID='1'><Content><CompositeObject ResourceID='1'/>\
                  <CompositeObject ResourceID='2'/></Content></CompositeGraphicUnit>";
    let cases: &[(&str, &str, &str)] = &[
        ("<TextCode X='0' Y='4'>正好</TextCode>", "", "正好"),
        // More distances than there are characters, and ones that make no sense.
        (
            "<TextCode X='0' Y='4' DeltaX='g 999999999999 4'>正好</TextCode>",
            "",
            "正好",
        ),
        (
            "<TextCode X='0' Y='4' DeltaX='g g g'>正好</TextCode>",
            "",
            "正好",
        ),
        (
            "<TextCode X='0' Y='4' DeltaX='NaN inf'>正好</TextCode>",
            "",
            "正好",
        ),
        ("<TextCode X='NaN' Y='4'>正好</TextCode>", "", "正好"),
        // Line ends that only make the file readable, characters by number, an entity of its own.
        ("<TextCode X='0' Y='4'>\n  正好\n</TextCode>", "", "正好"),
        (
            "<TextCode X='0' Y='4'>&#27491;&#x597D;&lt;</TextCode>",
            "",
            "正好<",
        ),
        (
            "<TextCode X='0' Y='4'>正&secret;好</TextCode>",
            "",
            "正&secret;好",
        ),
        ("<TextCode X='0' Y='4'>正好", "", "正好"),
        (&deep, "", ""),
        (
            "<PathObject><AbbreviatedData>L 1 Q C A 1 2 M x M 1e999 0 L 0 0 C</AbbreviatedData></PathObject>",
            "",
            "",
        ),
        // A graphic that holds itself.
        (
            "</TextObject></Layer><Layer><CompositeObject ResourceID='1'/><TextObject>",
            itself,
            "",
        ),
    ];
    for (code, resources, wanted) in cases {
        let bytes = one_page(&text(code), resources);
        match read_paper(&bytes, &Limits::default()) {
            Ok((paper, _)) => {
                let pieces: String = paper.pieces().map(|span| paper.text(span)).collect();
                assert_eq!(pieces, *wanted, "{code}");
            }
            Err(error) => assert_eq!((error, *wanted), (ReadError::Empty, ""), "{code}"),
        }
    }
}

#[test]
fn what_cannot_be_read_says_why() {
    let small = Limits {
        unpacked_max: 4096,
        pages_max: 3,
        depth_max: 20,
        ..Limits::default()
    };
    let few = Limits {
        drawn_max: 10_000,
        ..Limits::default()
    };
    let bomb = one_page(&" ".repeat(1 << 20), "");
    let pages = "<Page BaseLoc='P.xml'/>".repeat(4);
    let document = format!("<Document><Pages>{pages}</Pages></Document>");
    let many = package(&[ROOT, ("D/Document.xml", &document), ("D/P.xml", "<Page/>")]);
    let nested = one_page(&"<Layer>".repeat(30), "");
    // Each graphic holds the next one ten times.
    let units: String = (0..12)
        .map(|id| {
            let next = format!("<CompositeObject ResourceID='{}'/>", id + 1).repeat(10);
            format!(
                "<CompositeGraphicUnit ID='{id}'><Content>{next}</Content></CompositeGraphicUnit>"
            )
        })
        .collect();
    let grows = one_page("<Layer><CompositeObject ResourceID='0'/></Layer>", &units);
    let cases: Vec<(&str, Vec<u8>, &Limits, &str)> = vec![
        ("bomb", bomb, &small, "unpacked bytes: 4097 is over"),
        ("pages", many, &small, "pages: 4 is over"),
        ("nesting", nested, &small, "nesting: 21 is over"),
        ("graphics", grows, &few, "things drawn: 10001 is over"),
        (
            "encrypted",
            package(&[ROOT, ("Encryptions.xml", "<Encryptions/>")]),
            &small,
            "ofd file: locked with a password",
        ),
        (
            "document",
            package(&[ROOT]),
            &small,
            "ofd file: damaged: D/Document.xml is missing",
        ),
        (
            "root",
            package(&[("OFD.xml", "nothing")]),
            &small,
            "ofd file: damaged: OFD.xml is no XML",
        ),
        ("empty", one_page("", ""), &small, "the file is empty"),
    ];
    for (name, bytes, limits, wanted) in cases {
        let error = read_paper(&bytes, limits).expect_err(name).to_string();
        assert!(error.starts_with(wanted), "{name}: {error}");
    }
}

#[test]
fn damage_does_no_harm() {
    let whole = include_bytes!("files/ofd/before-2016.ofd");
    for at in (0..whole.len()).step_by(5) {
        let mut bytes = whole.to_vec();
        bytes[at] ^= 0x55;
        let _ = read_paper(&bytes, &Limits::default());
        let _ = read_paper(&whole[..at], &Limits::default());
    }
}

/// The same past the checksums of the archive: pieces of pages are cut out, doubled and changed.
#[test]
fn changed_pages_do_no_harm() {
    let sound = one_page(
        &text("<TextCode X='0' Y='4' DeltaX='g 2 4'>甲乙丙</TextCode>"),
        "",
    );
    assert!(read_paper(&sound, &Limits::default()).is_ok());
    let page = "<Page><Area><PhysicalBox>0 0 210 297</PhysicalBox></Area><Content><Layer>\
        <PathObject Boundary='9 9 9 9' LineWidth='0.3' CTM='1 0 0 1 0 0'><AbbreviatedData>M 0 0 \
        L 9 0 Q 1 1 2 2 B 1 1 2 2 3 3 C</AbbreviatedData></PathObject><TextObject Size='4' \
        Boundary='0 0 9 9' HScale='1'><TextCode X='1' Y='4' DeltaX='g 2 4' DeltaY='0 1'>甲乙&#x4E19;\
        </TextCode></TextObject></Layer></Content></Page>";
    let mut state = 1_u64;
    let mut random = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as usize % below
    };
    for _ in 0..3_000 {
        let characters: Vec<char> = page.chars().collect();
        let (from, length) = (random(characters.len()), random(12));
        let to = characters.len().min(from + length);
        let odd = ["", "-", "9e30", "<", "'", "/>", "g 9", " ", "&", "NaN"][random(10)];
        let put = characters[from..to]
            .iter()
            .collect::<String>()
            .repeat(random(3))
            + odd;
        let head: String = characters[..from].iter().collect();
        let tail: String = characters[to..].iter().collect();
        let parts = [
            ROOT,
            (
                "D/Document.xml",
                "<Document><Pages><Page BaseLoc='P.xml'/></Pages></Document>",
            ),
            ("D/P.xml", &(head + &put + &tail)),
        ];
        let _ = read_paper(&package(&parts), &Limits::default());
    }
}
