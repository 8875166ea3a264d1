//! Megabytes a second from bytes to paper, container by container.
//!
//! `cargo bench -p plumbline-intake --bench containers`

use std::io::{Cursor, Write};

use divan::Bencher;
use divan::counter::BytesCount;
use plumbline_intake::containers::read_paper;
use plumbline_intake::limits::Limits;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn main() {
    divan::main();
}

const MEGABYTES: usize = 10 << 20;

const PROSE: &str =
    "1、灌区渠道维护费主要内容是：对灌区渠道进行必要的维护，\n\n确保我区灌区渠道正常运转。\n\n";
const TABS: &str = "产出指标\t数量指标\t订购份数\t全县党刊征订费总份数\t1000 份\t实际测算\t\n\t质量指标\t党刊征订率\t实际征订数量占要求征订的比例\t100%\t征订单\t\n";
const LAYOUT: &str = include_str!("../tests/layout/dense.txt");
const MARKDOWN: &str = "# 项目支出绩效目标表\n\n| 项目资金<br>(万元) |   | 年度资金总额:        | 32.80          |\n|---|---|---|---|\n|              | 产出指标  | 数量指标           | ≥1800人份   |\n\n";
const HTML: &str = "<tr height=19 style='height:14.25pt'>\n <td rowspan=2 class=xl65 width=72 style='border-top:none'>产出指标</td>\n <td class=xl66>数量指标&nbsp;</td><td class=xl66>收集全市领导干部\n  个人事项报告</td>\n <td>≥1800人份</td>\n</tr>\n";
const CSV: &str = "产出指标,数量指标,订购份数,\"全县党刊征订费,总份数\",1000 份,实际测算,\n";
const ROW: &str = "<row><c t='inlineStr'><is><t>产出指标</t></is></c><c t='inlineStr'><is><t>订购份数</t></is></c><c><v>32.8</v></c><c s='1'><v>0.95</v></c></row>";

fn bench(bencher: Bencher, source: &str) {
    bench_bytes(bencher, source.as_bytes());
}

fn bench_bytes(bencher: Bencher, bytes: &[u8]) {
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench_local(|| read_paper(bytes, &Limits::default()));
}

fn filled(piece: &str) -> String {
    piece.repeat(MEGABYTES / piece.len())
}

#[divan::bench]
fn text_prose(bencher: Bencher) {
    bench(bencher, &filled(PROSE));
}

#[divan::bench]
fn text_tabs(bencher: Bencher) {
    bench(bencher, &filled(TABS));
}

#[divan::bench]
fn text_layout(bencher: Bencher) {
    bench(bencher, &filled(LAYOUT));
}

#[divan::bench]
fn text_gb18030(bencher: Bencher) {
    let source = filled(PROSE);
    let (bytes, ..) = encoding_rs::GB18030.encode(&source);
    bench_bytes(bencher, &bytes);
}

#[divan::bench]
fn text_utf16(bencher: Bencher) {
    let bytes: Vec<u8> = filled(PROSE)
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    bench_bytes(bencher, &bytes);
}

#[divan::bench]
fn markdown(bencher: Bencher) {
    bench(bencher, &filled(MARKDOWN));
}

#[divan::bench]
fn html(bencher: Bencher) {
    bench(bencher, &format!("<html><table>{}</table>", filled(HTML)));
}

#[divan::bench]
fn csv(bencher: Bencher) {
    bench(bencher, &filled(CSV));
}

/// Megabytes of a sheet once unpacked.
#[divan::bench]
fn xlsx(bencher: Bencher) {
    let list = "<workbook><sheets><sheet name='1' r:id='a'/></sheets></workbook>";
    let relations = "<a><Relationship Id='a' Type='/worksheet' Target='a.xml'/></a>";
    let sheet = format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        filled(ROW)
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in [
        ("xl/workbook.xml", list),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/a.xml", &sheet),
    ] {
        zip.start_file(name, SimpleFileOptions::default())
            .expect("names differ");
        zip.write_all(part.as_bytes()).expect("memory");
    }
    let bytes = zip.finish().expect("memory").into_inner();
    bencher
        .counter(BytesCount::new(sheet.len()))
        .bench_local(|| read_paper(&bytes, &Limits::default()));
}
