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
        } else if let Some(run) = TabRun::find(source, &lines[at..]) {
            at += run.read(builder, source, &lines[at..])?;
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
pub(super) struct TabRun {
    /// Where its records begin, and where the last one ends.
    start: usize,
    end: usize,
    /// Physical lines it takes.
    lines: usize,
    is_table: bool,
}

impl TabRun {
    /// The run that begins at the first of these lines, if one does.
    pub(super) fn find(source: &str, lines: &[SourceLine]) -> Option<TabRun> {
        let is_in_run = |at: usize| {
            lines.get(at).is_some_and(|line: &SourceLine| {
                let text = line.text(source);
                text.contains('\t') && !is_contents_entry(text) && !(at > 0 && line.starts_page)
            })
        };
        // A line that is merely indented is prose, though it may be a row further down.
        let first = lines.first()?;
        if !is_in_run(0) || parting_tabs(first.text(source)) == 0 {
            return None;
        }
        let start = first.range().start;
        let (mut end, mut taken) = (start, 0);
        let (mut records, mut parting, mut most_tabs) = (0, 0, 0);
        let mut fields = Vec::new();
        while is_in_run(taken) {
            let tabs = parting_tabs(lines[taken].text(source));
            end = separated::record(source, end, b'\t', &mut fields);
            while lines
                .get(taken)
                .is_some_and(|line| line.range().start < end)
            {
                taken += 1;
            }
            records += 1;
            parting += usize::from(tabs > 0);
            most_tabs = most_tabs.max(tabs);
        }
        // Most of the lines part cells; else it is prose whose paragraphs are indented by tabs.
        let is_table = (parting >= 2 || most_tabs >= 2) && parting * 2 >= records;
        Some(TabRun {
            start,
            end,
            lines: taken,
            is_table,
        })
    }

    /// Adds the table or the lines that it is, and says how many lines it took.
    pub(super) fn read(
        &self,
        builder: &mut Builder,
        source: &str,
        lines: &[SourceLine],
    ) -> Result<usize, ReadError> {
        if self.is_table {
            self.read_table(builder, source)?;
        } else {
            for line in &lines[..self.lines] {
                read_line(builder, source, *line)?;
            }
        }
        Ok(self.lines)
    }

    fn read_table(&self, builder: &mut Builder, source: &str) -> Result<(), ReadError> {
        let mut cells = Vec::new();
        let mut fields: Vec<Field> = Vec::new();
        let (mut at, mut row) = (self.start, 0);
        while at < self.end {
            at = separated::record(source, at, b'\t', &mut fields);
            separated::push_row(builder, source, row, &fields, &mut cells)?;
            row += 1;
        }
        builder.table(cells);
        Ok(())
    }
}

/// Tabs that part cells, that is, not those that indent the line or follow the number of an item.
fn parting_tabs(line: &str) -> usize {
    let line = line.trim_start();
    let (first, _) = line.split_once('\t').unwrap_or((line, ""));
    let is_item = first.ends_with(['.', '、', ')', '）', '-', '*', '•', '●'])
        && first.chars().count() <= ITEM_NUMBER_MAX
        && first
            .chars()
            .all(|c| !c.is_alphabetic() || "一二三四五六七八九十".contains(c));
    memchr::memchr_iter(b'\t', line.as_bytes()).count() - usize::from(is_item && line != first)
}

/// The most characters that number an item of a list: `（十二）`.
const ITEM_NUMBER_MAX: usize = 5;

/// A line of a table of contents: a tab stands between the leaders and the page number. It reads
/// like every other line of contents, so it is no table.
fn is_contents_entry(line: &str) -> bool {
    let Some((before, after)) = line.trim().rsplit_once('\t') else {
        return false;
    };
    after.chars().all(|c| c.is_ascii_digit()) && before.ends_with(['.', '…', '·', '．', '-', '—'])
}
