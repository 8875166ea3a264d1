//! `plumbline inspect`: where each piece of a file stands and what it was taken for.

use std::io::{self, BufWriter, Write};

use plumbline_intake::Inspection;
use plumbline_intake::ledger::{Furniture, Taken};
use plumbline_intake::paper::{Block, Paper, Span};
use plumbline_model::json::place_to_json;
use serde_json::json;

use crate::Outcome;
use crate::cli::{InspectArgs, TextOrJson};
use crate::message::Lang;
use crate::output::{fitted, one_line, padded, width};
use crate::reading::{self, guarded};
use crate::sources::Source;

/// Columns of the table as a whole; texts are wrapped to fit.
const TABLE_COLUMNS: usize = 100;
/// The widest that the column of what a piece was taken for may become.
const TAKEN_COLUMNS_MAX: usize = 32;

pub(crate) fn run(args: &InspectArgs, lang: Lang) -> io::Result<Outcome> {
    let source = Source::of_file(&args.file);
    let limits = args.limits.limits();
    let inspection = match guarded(&source, lang, || reading::inspect(&source, &limits, lang)) {
        Ok(inspection) => inspection,
        Err(problem) => {
            let _ = writeln!(io::stderr(), "{problem}");
            return Ok(Outcome::Failed);
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    match args.format {
        TextOrJson::Text => table(&inspection, lang, &mut out)?,
        TextOrJson::Json => pieces(&source, &inspection, &mut out)?,
    }
    out.flush()?;
    Ok(Outcome::Done)
}

/// What a piece was taken for: a word for it, and which one.
fn taken_words(taken: Taken) -> (&'static str, Option<&'static str>) {
    match taken {
        Taken::Bound(path) => ("field", Some(path)),
        Taken::Label => ("label", None),
        Taken::Furniture(Furniture::PageNumber) => ("furniture", Some("page number")),
        Taken::Furniture(Furniture::Contents) => ("furniture", Some("contents")),
        Taken::Furniture(Furniture::Heading) => ("furniture", Some("heading")),
        Taken::Furniture(Furniture::Numbering) => ("furniture", Some("numbering")),
        Taken::Unread => ("unread", None),
    }
}

fn taken_name(taken: Taken, lang: Lang) -> String {
    match taken {
        Taken::Bound(path) => return format!("→ {path}"),
        Taken::Label => lang.pick("标签", "label"),
        Taken::Furniture(Furniture::PageNumber) => lang.pick("页码", "page number"),
        Taken::Furniture(Furniture::Contents) => lang.pick("目录", "contents"),
        Taken::Furniture(Furniture::Heading) => lang.pick("分部标题", "heading"),
        Taken::Furniture(Furniture::Numbering) => lang.pick("编号", "numbering"),
        Taken::Unread => lang.pick("✗ 没有读懂", "✗ not understood"),
    }
    .to_owned()
}

fn pieces(source: &Source, inspection: &Inspection, to: &mut dyn Write) -> io::Result<()> {
    let Inspection { paper, entries, .. } = inspection;
    let pieces = entries.iter().map(|entry| {
        let (taken, what) = taken_words(entry.taken);
        json!({
            "text": paper.text(entry.span),
            "place": place_to_json(paper.place(entry.span)),
            "taken": taken,
            "what": what,
        })
    });
    let all = json!({
        "source": reading::shown_name(source),
        "pieces": pieces.collect::<Vec<_>>(),
    });
    serde_json::to_writer_pretty(&mut *to, &all)?;
    writeln!(to)
}

fn table(inspection: &Inspection, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let Inspection { paper, entries, .. } = inspection;
    let rows: Vec<[String; 2]> = entries
        .iter()
        .map(|entry| {
            [
                paper.place(entry.span).to_string(),
                taken_name(entry.taken, lang),
            ]
        })
        .collect();
    let widest = |column: usize| {
        rows.iter()
            .map(|row| width(&row[column]))
            .max()
            .unwrap_or(0)
    };
    let [place_head, taken_head, text_head] =
        lang.pick(["位置", "当作", "原文"], ["place", "taken as", "text"]);
    let place_columns = widest(0).max(width(place_head));
    let taken_columns = widest(1).max(width(taken_head)).min(TAKEN_COLUMNS_MAX);
    let text_columns = TABLE_COLUMNS
        .saturating_sub(place_columns + taken_columns + 4)
        .max(30);
    let line = |place: &str, taken: &str, text: &str| {
        let place = padded(place, place_columns);
        let taken = padded(&fitted(taken, taken_columns), taken_columns);
        format!("{place}  {taken}  {text}").trim_end().to_owned()
    };
    writeln!(to, "{}", line(place_head, taken_head, text_head))?;
    let mut tables = Tables::of(paper);
    for (entry, [place, taken]) in entries.iter().zip(&rows) {
        if let Some(heading) = tables.heading_before(entry.span, lang) {
            writeln!(to, "{heading}")?;
        }
        let text = one_line(paper.text(entry.span));
        let mut wrapped = wrap(&text, text_columns).into_iter();
        writeln!(
            to,
            "{}",
            line(place, taken, wrapped.next().unwrap_or_default())
        )?;
        for rest in wrapped {
            writeln!(to, "{}", line("", "", rest))?;
        }
    }
    if entries.is_empty() {
        let no_paper = lang.pick(
            "（这是本程序自己的 JSON，没有可以逐段查看的原文）",
            "(this is our own JSON, which has no text to show piece by piece)",
        );
        writeln!(to, "{no_paper}")?;
    }
    Ok(())
}

/// Says where the tables of a paper begin and end, while its pieces are gone through in order.
struct Tables {
    /// First and one past the last byte of each table, and its rows and columns.
    left: std::vec::IntoIter<(Span, u32, u32)>,
    current: Option<(Span, u32, u32)>,
    is_inside: bool,
    number: usize,
}

impl Tables {
    fn of(paper: &Paper) -> Tables {
        let tables: Vec<_> = paper
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Line(_) => None,
                Block::Table(table) => {
                    let start = table.cells.iter().map(|c| c.span.start).min()?;
                    let end = table.cells.iter().map(|c| c.span.end).max()?;
                    let rows = table.cells.iter().map(|c| c.row + c.row_span).max()?;
                    let columns = table.cells.iter().map(|c| c.column + c.column_span).max()?;
                    Some((Span { start, end }, rows, columns))
                }
            })
            .collect();
        let mut left = tables.into_iter();
        let current = left.next();
        Tables {
            left,
            current,
            is_inside: false,
            number: 0,
        }
    }

    fn heading_before(&mut self, span: Span, lang: Lang) -> Option<String> {
        let mut heading = None;
        while let Some((table, rows, columns)) = self.current {
            if span.start >= table.end {
                self.current = self.left.next();
                if self.is_inside {
                    heading = Some(lang.pick("── 表完 ──", "── end of table ──").to_owned());
                }
                self.is_inside = false;
                continue;
            }
            if span.start >= table.start && !self.is_inside {
                self.is_inside = true;
                self.number += 1;
                let number = self.number;
                heading = Some(lang.say(
                    format_args!("── 表 {number}：{rows} 行 {columns} 列 ──"),
                    format_args!("── table {number}: {rows} rows, {columns} columns ──"),
                ));
            }
            break;
        }
        heading
    }
}

/// A text in pieces of at most so many columns.
fn wrap(text: &str, columns: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let (mut start, mut used) = (0, 0);
    for (at, c) in text.char_indices() {
        let width = width(c.encode_utf8(&mut [0; 4]));
        if used + width > columns {
            lines.push(&text[start..at]);
            (start, used) = (at, 0);
        }
        used += width;
    }
    lines.push(&text[start..]);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_wrapped_by_columns() {
        assert_eq!(wrap("绩效目标表", 4), ["绩效", "目标", "表"]);
        assert_eq!(wrap("", 4), [""]);
    }
}
