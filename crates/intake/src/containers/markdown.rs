//! Markdown: headings, pipe tables, HTML tables, and lines.
//!
//! No Markdown library is used because they repair what they read: they drop the cells of a row
//! that are more than the headings, and forget where a cell stood.

use std::ops::Range;

use super::builder::{Builder, is_blank, plain_cell, trimmed};
use super::lines::{self, SourceLine};
use super::markup::Markup;
use super::text::{self, TabRun};
use super::{html, inline};
use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::{Cell, Container, Paper};

pub(super) fn read(source: &str, limits: &Limits) -> Result<Paper, ReadError> {
    let mut reader = Reader {
        source,
        lines: lines::split(source, limits)?,
        at: 0,
        markup: Markup::new(source),
        builder: Builder::new(Container::Markdown, source, limits),
    };
    while reader.at < reader.lines.len() {
        reader.block()?;
    }
    Ok(reader.builder.finish())
}

/// Whether a text is Markdown, or has tables in HTML among its lines, which is read as Markdown.
pub(crate) fn is_markdown(text: &str) -> bool {
    has_signs(text) || find_table_tag(text).is_some()
}

/// Whether a text shows signs of Markdown that no other text has by chance.
pub(crate) fn has_signs(text: &str) -> bool {
    let (mut previous, mut bold_lines) = ("", 0);
    for line in text.lines() {
        let line = line.trim();
        let is_row = |line: &str| line.starts_with('|') && line.ends_with('|') && line.len() > 1;
        let follows_row = || previous.contains('|') && is_delimiter_row(line, 1);
        let is_sign = match line.bytes().next() {
            Some(b'#') => atx_heading(line).is_some_and(|(_, text)| !text.is_empty()),
            Some(b'*') => {
                bold_lines += usize::from(line.starts_with("**") && line[2..].contains("**"));
                bold_lines == 2
            }
            Some(b'|') => (is_row(previous) && is_row(line)) || follows_row(),
            Some(b'-' | b':') => follows_row(),
            _ => false,
        };
        if is_sign {
            return true;
        }
        previous = line;
    }
    false
}

struct Reader<'a> {
    source: &'a str,
    lines: Vec<SourceLine>,
    /// The line that is read next.
    at: usize,
    markup: Markup<'a>,
    builder: Builder<'a>,
}

impl<'a> Reader<'a> {
    /// Reads the block that begins at the next line.
    fn block(&mut self) -> Result<(), ReadError> {
        let line = self.lines[self.at];
        let text = line.text(self.source).trim();
        text::gap_before(&mut self.builder, self.source, line);
        if text.is_empty() {
            self.at += 1;
            return Ok(());
        }
        if is_fence(text) {
            return self.fenced(text);
        }
        if let Some(offset) = find_table_tag(line.text(self.source)) {
            return self.html_table(line.range().start + offset);
        }
        if text.starts_with("<!--")
            && let Some(end) = self
                .markup
                .declaration(trimmed(self.source, line.range()).start)
        {
            return self.go_on_from(end);
        }
        if let Some(rows) = self.table_rows() {
            return self.table(rows);
        }
        let lines = &self.lines[self.at..];
        if let Some(run) = TabRun::find(self.source, lines) {
            self.at += run.read(&mut self.builder, self.source, lines)?;
            return Ok(());
        }
        self.at += 1;
        if is_thematic_break(text) {
            self.builder.blank_line();
            return Ok(());
        }
        self.line(line.range())
    }

    /// Reads a line of text: a heading, an item of a list, or part of a paragraph.
    fn line(&mut self, range: Range<usize>) -> Result<(), ReadError> {
        let range = trimmed(self.source, without_prefixes(self.source, range));
        let (heading, range) = match atx_heading(&self.source[range.clone()]) {
            Some((level, text)) => (level, range.start + text.start..range.start + text.end),
            None => (self.setext_level(), range),
        };
        for piece in lines::soft_breaks(self.source, range) {
            let span = inline::piece(&mut self.builder, &self.markup, self.source, piece);
            self.builder.line(span, heading)?;
        }
        Ok(())
    }

    /// Whether the next line underlines the line before it, which makes that one a heading.
    fn setext_level(&mut self) -> u8 {
        let next = self.lines.get(self.at);
        let next = next.map_or("", |line| line.text(self.source).trim_end());
        let level = match next.as_bytes() {
            [b'=', b'=', b'=', ..] if next.bytes().all(|b| b == b'=') => 1,
            [b'-', b'-', b'-', ..] if next.bytes().all(|b| b == b'-') => 2,
            _ => return 0,
        };
        self.at += 1;
        level
    }

    /// Reads fenced lines as the plain text they are.
    fn fenced(&mut self, fence: &str) -> Result<(), ReadError> {
        let mark = &fence[..3];
        let rest = &self.lines[self.at + 1..];
        let closes = |line: &SourceLine| line.text(self.source).trim().starts_with(mark);
        let length = rest.iter().position(closes).unwrap_or(rest.len());
        text::read_lines(&mut self.builder, self.source, &rest[..length])?;
        self.at += length + 2;
        Ok(())
    }

    /// Reads a table in HTML that begins at this offset, and the text before it on its line.
    fn html_table(&mut self, start: usize) -> Result<(), ReadError> {
        let line = self.lines[self.at].range();
        self.line(line.start..start)?;
        let end = html::table_end(&self.markup, self.source, start);
        self.builder.open(start);
        html::read_range(&mut self.builder, &self.markup, self.source, start..end)?;
        self.builder.close(end);
        self.go_on_from(end)
    }

    /// What comes next begins at this offset, which may be in the middle of a line.
    fn go_on_from(&mut self, offset: usize) -> Result<(), ReadError> {
        while self
            .lines
            .get(self.at)
            .is_some_and(|l| l.range().end <= offset)
        {
            self.at += 1;
        }
        if let Some(line) = self.lines.get_mut(self.at) {
            line.cut_start(offset);
        }
        Ok(())
    }

    /// The rows of the pipe table that begins at the next line, if one does; the next line is
    /// then the one after it.
    fn table_rows(&mut self) -> Option<Vec<Range<usize>>> {
        let first = self.row_text(self.at)?;
        let second = self.row_text(self.at + 1);
        let has_outer_pipes = first.starts_with('|');
        let is_table = second.is_some_and(|second| {
            is_delimiter_row(second, 1)
                || is_delimiter_row(first, 1)
                || (has_outer_pipes && second.starts_with('|'))
        });
        let is_lone_row = has_outer_pipes && first.ends_with('|') && first.matches('|').count() > 2;
        if !is_table && !is_lone_row {
            return None;
        }
        let mut rows = Vec::new();
        while let Some(row) = self.row_text(self.at) {
            if has_outer_pipes != row.starts_with('|') {
                break;
            }
            let lines = self.broken_row_lines(row, first.ends_with('|'));
            let start = self.lines[self.at].range().start;
            let end = self.lines[self.at + lines - 1].range().end;
            rows.push(start..end);
            self.at += lines;
        }
        Some(rows)
    }

    /// The text of a line that can be a row of a table.
    fn row_text(&self, at: usize) -> Option<&'a str> {
        let text = self.lines.get(at)?.text(self.source).trim_matches(is_blank);
        text.contains('|').then_some(text)
    }

    /// Some converters leave a line break within a cell as it is, which breaks the row: how many
    /// lines belong to the row that begins here.
    fn broken_row_lines(&self, row: &str, rows_end_with_pipe: bool) -> usize {
        const LOOK_AHEAD: usize = 30;
        if !rows_end_with_pipe || row.ends_with('|') {
            return 1;
        }
        let following = self.lines[self.at + 1..].iter().take(LOOK_AHEAD);
        for (i, line) in following.enumerate() {
            let text = line.text(self.source).trim_matches(is_blank);
            if text.is_empty() || text.starts_with('|') {
                break;
            }
            if text.ends_with('|') {
                return i + 2;
            }
        }
        1
    }

    fn table(&mut self, rows: Vec<Range<usize>>) -> Result<(), ReadError> {
        let mut cells: Vec<Cell> = Vec::new();
        let mut row = 0;
        for (i, range) in rows.into_iter().enumerate() {
            let text = &self.source[range.clone()];
            // A row of single dashes below the first is data: a dash says that there is none.
            if is_delimiter_row(text, if i <= 1 { 1 } else { 3 }) {
                continue;
            }
            self.row(row, range, &mut cells)?;
            row += 1;
        }
        self.builder.table(cells);
        Ok(())
    }

    fn row(
        &mut self,
        row: usize,
        range: Range<usize>,
        cells: &mut Vec<Cell>,
    ) -> Result<(), ReadError> {
        let parts = row_cells(self.source, range);
        let is_blank_row = |part: &Range<usize>| trimmed(self.source, part.clone()).is_empty();
        if parts.iter().all(is_blank_row) {
            return Ok(());
        }
        self.builder.count_cells(parts.len())?;
        for (column, part) in parts.into_iter().enumerate() {
            let span = inline::piece(&mut self.builder, &self.markup, self.source, part);
            cells.push(plain_cell(row, column, span));
        }
        Ok(())
    }
}

/// The cells of a row: what stands between pipes that no backslash escapes.
fn row_cells(source: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let range = trimmed(source, range);
    let bytes = &source.as_bytes()[..range.end];
    let mut start = range.start + usize::from(source[range.clone()].starts_with('|'));
    let mut cells = Vec::new();
    let first = start;
    for pipe in memchr::memchr_iter(b'|', &bytes[first..]).map(|at| first + at) {
        if bytes[..pipe].ends_with(b"\\") {
            continue;
        }
        cells.push(start..pipe);
        start = pipe + 1;
    }
    if start < range.end || cells.is_empty() {
        cells.push(start..range.end);
    }
    cells
}

/// A row such as `|---|:--:|` or `--- | ---`, with at least so many dashes in every cell.
fn is_delimiter_row(row: &str, dashes_min: usize) -> bool {
    let row = row.trim();
    if !row.contains('|') || !row.starts_with(['|', '-', ':']) {
        return false;
    }
    row.trim_matches('|').split('|').all(|cell| {
        let cell = cell.trim();
        let dashes = cell.trim_matches(':');
        dashes.len() >= dashes_min.max(1) && dashes.bytes().all(|b| b == b'-')
    })
}

/// The level of a heading `## text ##`, and where its text stands.
fn atx_heading(line: &str) -> Option<(u8, Range<usize>)> {
    let level = line.bytes().take_while(|&b| b == b'#').count();
    let rest = &line[level..];
    if !(1..=6).contains(&level) || !(rest.is_empty() || rest.starts_with(is_blank)) {
        return None;
    }
    let without_hashes = line.trim_end_matches('#');
    let is_closed = without_hashes.len() > level && without_hashes.ends_with(is_blank);
    let end = if is_closed {
        without_hashes.len()
    } else {
        line.len()
    };
    Some((level as u8, trimmed(line, level..end)))
}

fn is_fence(line: &str) -> bool {
    line.starts_with("```") || line.starts_with("~~~")
}

fn is_thematic_break(line: &str) -> bool {
    let mark = line.as_bytes()[0];
    let is_mark = |b: u8| b == mark || b == b' ';
    matches!(mark, b'-' | b'*' | b'_') && line.len() >= 3 && line.bytes().all(is_mark)
}

/// Without the marks of quotations and bullets. Numbers stay: they are part of the text.
fn without_prefixes(source: &str, range: Range<usize>) -> Range<usize> {
    let mut rest = source[range.clone()].trim_start_matches(is_blank);
    // `> 95%` is a value.
    while let Some(quoted) = rest.strip_prefix("> ")
        && !quoted
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit())
    {
        rest = quoted.trim_start_matches(is_blank);
    }
    let item = rest
        .strip_prefix(['-', '*', '+'])
        .filter(|item| item.starts_with([' ', '\t']));
    range.end - item.unwrap_or(rest).len()..range.end
}

/// Where the first table in HTML begins in a text.
fn find_table_tag(text: &str) -> Option<usize> {
    const TAG: &[u8] = b"<table";
    memchr::memchr_iter(b'<', text.as_bytes()).find(|&at| {
        let rest = &text.as_bytes()[at..];
        let is_table = rest
            .get(..TAG.len())
            .is_some_and(|tag| tag.eq_ignore_ascii_case(TAG));
        is_table && !rest.get(TAG.len()).is_some_and(u8::is_ascii_alphanumeric)
    })
}
