//! Plain text: lines, tables whose cells are parted by tabs, and tables that are laid out with
//! blanks (see [`layout`]).

use super::builder::Builder;
use super::layout;
use super::lines::{self, SourceLine};
use super::separated::{self, Field};
use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::{Container, Paper};

pub(super) fn read(source: &str, limits: &Limits) -> Result<Paper, ReadError> {
    let mut builder = Builder::new(Container::Text, source, limits);
    let lines = lines::split(source, limits)?;
    read_lines(&mut builder, source, &lines)?;
    Ok(builder.finish())
}

/// Adds lines, and the tables that are among them.
pub(super) fn read_lines(
    builder: &mut Builder,
    source: &str,
    lines: &[SourceLine],
) -> Result<(), ReadError> {
    let mut layouts = layout::find(source, lines).into_iter().peekable();
    let mut at = 0;
    while let Some(&line) = lines.get(at) {
        gap_before(builder, source, line);
        if let Some(table) = layouts.next_if(|table| table.lines.start == at) {
            at = table.lines.end;
            table.read(builder, source, &lines[table.lines.clone()])?;
        } else if let Some(table) = TabTable::find(source, &lines[at..]) {
            at += table.read(builder, source)?;
        } else {
            read_line(builder, source, line)?;
            at += 1;
        }
    }
    Ok(())
}

/// Notes the end of a page, or a blank line.
pub(super) fn gap_before(builder: &mut Builder, source: &str, line: SourceLine) {
    if line.starts_page {
        builder.page_end();
    }
    if line.is_blank(source) {
        builder.blank_line();
    }
}

/// Adds one physical line.
pub(super) fn read_line(
    builder: &mut Builder,
    source: &str,
    line: SourceLine,
) -> Result<(), ReadError> {
    for piece in lines::soft_breaks(source, line.range()) {
        let span = builder.keep(piece);
        builder.line(span, 0)?;
    }
    Ok(())
}

/// A run of lines with tabs in them.
pub(super) struct TabTable {
    /// Where the records begin, and where the last one ends.
    start: usize,
    end: usize,
    /// Physical lines it takes.
    lines: usize,
}

impl TabTable {
    /// The table that begins at the first of these lines, if one does.
    pub(super) fn find(source: &str, lines: &[SourceLine]) -> Option<TabTable> {
        let mut fields = Vec::new();
        let start = lines.first()?.range().start;
        let (mut end, mut taken) = (start, 0);
        let (mut parting, mut most_tabs) = (0, 0);
        while let Some(&line) = lines.get(taken) {
            let text = line.text(source);
            if !text.contains('\t') || (taken > 0 && line.starts_page) || is_contents_entry(text) {
                break;
            }
            let tabs = parting_tabs(text);
            if tabs == 0 && taken == 0 {
                break; // an indented line of prose before a table
            }
            parting += usize::from(tabs > 0);
            most_tabs = most_tabs.max(tabs);
            end = separated::record(source, end, b'\t', &mut fields);
            while lines.get(taken).is_some_and(|l| l.range().start < end) {
                taken += 1;
            }
        }
        let is_table = parting >= 2 || most_tabs >= 2;
        // Most of the lines part cells; else it is prose whose paragraphs are indented by tabs.
        (is_table && parting * 2 >= taken).then_some(TabTable {
            start,
            end,
            lines: taken,
        })
    }

    /// Adds it, and says how many lines it took.
    pub(super) fn read(&self, builder: &mut Builder, source: &str) -> Result<usize, ReadError> {
        let mut cells = Vec::new();
        let mut fields: Vec<Field> = Vec::new();
        let (mut at, mut row) = (self.start, 0);
        while at < self.end {
            at = separated::record(source, at, b'\t', &mut fields);
            separated::push_row(builder, source, row, &fields, &mut cells)?;
            row += 1;
        }
        builder.table(cells);
        Ok(self.lines)
    }
}

/// Tabs that part cells, that is, not those that indent the line.
fn parting_tabs(line: &str) -> usize {
    let line = line.trim_start();
    memchr::memchr_iter(b'\t', line.as_bytes()).count()
}

/// A line of a table of contents: a tab stands between the leaders and the page number. It reads
/// like every other line of contents, so it is no table.
fn is_contents_entry(line: &str) -> bool {
    let Some((before, after)) = line.trim().rsplit_once('\t') else {
        return false;
    };
    after.chars().all(|c| c.is_ascii_digit()) && before.ends_with(['.', '…', '·', '．', '-', '—'])
}
