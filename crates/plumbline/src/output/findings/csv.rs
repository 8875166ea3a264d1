//! Findings as a table for Excel and WPS: a row a finding, and a row for each document in which
//! nothing was found.

use std::io::{self, Write};

use super::table::{COLUMNS, clean_rows, row};
use crate::message::Lang;
use crate::output::csv::Table;
use crate::report::Report;

pub(crate) fn header(lang: Lang) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    let columns = COLUMNS.map(|(zh, en, _)| (zh, en));
    Table::with_heads(columns, lang)?.write(&mut head)?;
    Ok(head)
}

pub(crate) fn source(report: &Report, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new();
    for finding in &report.findings {
        table.row(row(report, finding, lang).iter().map(String::as_str))?;
    }
    for row in clean_rows(report, lang) {
        table.row(row.iter().map(String::as_str))?;
    }
    table.write(to)
}
