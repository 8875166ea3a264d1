//! Findings as a workbook: a sheet with a row a finding, and a sheet with counts.

use std::io;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use super::table::{COLUMNS, SEVERITY_COLUMN, row};
use crate::message::Lang;
use crate::report::statistics::Statistics;
use crate::report::{Counts, Report, SeverityJson, severity_name};

/// How workbooks call this size of paper.
const A4: u8 = 9;

/// What a cell can hold; the rest of a longer text is cut off.
const CHARS_MAX: usize = 32_767;

pub(crate) fn workbook(reports: &[&Report], lang: Lang) -> io::Result<Vec<u8>> {
    let made = findings_and_counts(reports, lang);
    made.map_err(|error| io::Error::other(error.to_string()))
}

fn findings_and_counts(reports: &[&Report], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Without a fixed date the same input would give other bytes each time.
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
    let sheet = book.add_worksheet();
    sheet.set_name(lang.pick("问题", "findings"))?;
    findings(reports, lang, sheet)?;
    let sheet = book.add_worksheet();
    sheet.set_name(lang.pick("汇总", "summary"))?;
    counts(&Statistics::of(reports), lang, sheet)?;
    book.save_to_buffer()
}

fn head_format() -> Format {
    Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0xDD_E6_EE))
        .set_border(FormatBorder::Thin)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
}

fn cell_format() -> Format {
    Format::new()
        .set_border(FormatBorder::Hair)
        .set_text_wrap()
        .set_align(FormatAlign::Top)
}

fn severity_format(severity: SeverityJson) -> Format {
    let (background, font) = match severity {
        SeverityJson::Error => (0xFB_DA_D7, 0x9C_1C_12),
        SeverityJson::Warning => (0xFD_EE_C8, 0x7A_55_00),
        SeverityJson::Info => (0xDC_EB_F7, 0x1D_4E_79),
    };
    cell_format()
        .set_background_color(Color::RGB(background))
        .set_font_color(Color::RGB(font))
}

fn text(
    sheet: &mut Worksheet,
    row: u32,
    column: usize,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let column = u16::try_from(column).unwrap_or(u16::MAX);
    let end = text
        .char_indices()
        .nth(CHARS_MAX)
        .map_or(text.len(), |(at, _)| at);
    sheet.write_string_with_format(row, column, &text[..end], format)?;
    Ok(())
}

fn findings(reports: &[&Report], lang: Lang, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let (head, cell) = (head_format(), cell_format());
    for (column, (zh, en, columns)) in (0u16..).zip(COLUMNS) {
        sheet.set_column_width(column, columns)?;
        text(sheet, 0, column.into(), lang.pick(zh, en), &head)?;
    }
    let colours = SeverityJson::DOWNWARDS.map(|severity| (severity, severity_format(severity)));
    let mut at = 0;
    for report in reports {
        for finding in &report.findings {
            at += 1;
            let colour = colours.iter().find(|(of, _)| *of == finding.severity);
            for (column, content) in row(report, finding, lang).iter().enumerate() {
                let format = match colour {
                    Some((_, colour)) if column == SEVERITY_COLUMN => colour,
                    _ => &cell,
                };
                text(sheet, at, column, content, format)?;
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_paper_size(A4).set_landscape();
    sheet.set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    sheet.autofilter(0, 0, at, COLUMNS.len() as u16 - 1)?;
    Ok(())
}

fn counts(statistics: &Statistics<'_>, lang: Lang, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let widths = [10.0, 30.0, 26.0, 22.0, 14.0, 8.0, 8.0, 8.0];
    for (column, width) in (0u16..).zip(widths) {
        sheet.set_column_width(column, width)?;
    }
    let severities = SeverityJson::DOWNWARDS.map(|severity| severity_name(severity, lang));
    let heads = lang.pick(
        ["编号", "问题", "涉及文档", ""],
        ["code", "defect", "documents", ""],
    );
    let mut at = heads_row(sheet, 0, &heads, &severities)?;
    for rule in &statistics.by_rule {
        let documents = rule.documents.to_string();
        let cells = [rule.code, rule.title, &documents, ""];
        at = counts_row(sheet, at, &cells, rule.counts)?;
    }
    let heads = lang.pick(
        ["文档序号", "文件", "项目", "单位", "规则集"],
        ["document", "source", "project", "unit", "profile"],
    );
    at = heads_row(sheet, at + 1, &heads, &severities)?;
    for document in &statistics.by_document {
        let number = (document.document + 1).to_string();
        let cells = [
            number.as_str(),
            document.source,
            document.name,
            document.unit,
            document.profile,
        ];
        at = counts_row(sheet, at, &cells, document.counts)?;
    }
    Ok(())
}

/// Columns before those of the counts.
const COUNTS_FROM: usize = 5;

fn heads_row(
    sheet: &mut Worksheet,
    at: u32,
    heads: &[&str],
    severities: &[&str],
) -> Result<u32, XlsxError> {
    let format = head_format();
    for (column, head) in heads.iter().enumerate() {
        text(sheet, at, column, head, &format)?;
    }
    for (column, head) in severities.iter().enumerate() {
        text(sheet, at, COUNTS_FROM + column, head, &format)?;
    }
    Ok(at + 1)
}

fn counts_row(
    sheet: &mut Worksheet,
    at: u32,
    cells: &[&str],
    counts: Counts,
) -> Result<u32, XlsxError> {
    let format = cell_format();
    for (column, cell) in cells.iter().enumerate() {
        text(sheet, at, column, cell, &format)?;
    }
    for (column, severity) in (COUNTS_FROM as u16..).zip(SeverityJson::DOWNWARDS) {
        let count = u32::try_from(counts.get(severity)).unwrap_or(u32::MAX);
        sheet.write_number_with_format(at, column, count, &format)?;
    }
    Ok(at + 1)
}
