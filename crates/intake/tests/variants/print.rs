//! From blocks to the text of a file.

use crate::chance::Chance;
use crate::page::{Block, Sheet};
use crate::plan::{Container, Plan, Twist};

/// The bytes of a file.
pub fn encoded(plan: &Plan, text: &str) -> Vec<u8> {
    let text = if plan.has(Twist::Crlf) {
        text.replace('\n', "\r\n")
    } else {
        text.to_owned()
    };
    match encoding_rs::GBK.encode(&text) {
        (bytes, _, false) if plan.has(Twist::Gbk) => bytes.into_owned(),
        _ => text.into_bytes(),
    }
}

/// The text of a file.
pub fn print(plan: &Plan, blocks: &[Block]) -> String {
    let style = |purpose: &str| Chance::of(plan.seed, purpose);
    match plan.layout.container() {
        Container::Tsv => tsv(plan, blocks, style("tabs").percent(50)),
        Container::Markdown => {
            markdown(blocks, style("rule").percent(50), style("heading").below(3))
        }
        Container::Html => html(blocks, style("paragraphs").percent(50)),
        Container::Csv => csv(blocks),
        Container::Aligned => aligned(blocks),
        Container::CellPerLine => spaced(plan, linear(blocks, "\n", "\n")),
        Container::Rows(blank) => spaced(plan, wrapped(plan, &linear(blocks, blank, "\n"))),
        Container::OneLine(blank) => linear(blocks, blank, "").trim().replace('\n', blank),
        Container::Prose => prose(plan, blocks),
    }
}

fn spaced(plan: &Plan, text: String) -> String {
    if plan.has(Twist::DoubleSpaced) {
        text.replace('\n', "\n\n")
    } else {
        text
    }
}

fn tsv(plan: &Plan, blocks: &[Block], trimmed: bool) -> String {
    let quoted = plan.has(Twist::QuotedBreaks);
    let field = |text: String| match text.contains('\n') {
        true if quoted => format!("\"{}\"", text.replace('"', "\"\"")),
        _ => text.replace('\n', " "),
    };
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Title(line) | Block::Line(line) => text += &format!("{line}\n\n"),
            Block::Table(sheet) => {
                for row in sheet.grid() {
                    let row = row.into_iter().map(field).collect::<Vec<_>>().join("\t");
                    text += if trimmed {
                        row.trim_end_matches('\t')
                    } else {
                        &row
                    };
                    text.push('\n');
                }
                text.push('\n');
            }
        }
    }
    text
}

/// `rule_first`: an empty row and the rule before the table, as converters print it.
fn markdown(blocks: &[Block], rule_first: bool, level: usize) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Title(line) => text += &format!("{} {line}\n\n", "#".repeat(level)),
            Block::Line(line) => text += &format!("{line}\n\n"),
            Block::Table(sheet) => text += &markdown_table(sheet, rule_first),
        }
    }
    text
}

fn markdown_table(sheet: &Sheet, rule_first: bool) -> String {
    let width = sheet.width();
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | ").replace('\n', "<br>"));
    let rule = format!("|{}\n", "---|".repeat(width));
    let grid = sheet.grid();
    let mut text = String::new();
    if rule_first {
        text += &line(&vec![String::new(); width]);
        text += &rule;
    }
    for (at, row) in grid.iter().enumerate() {
        text += &line(row);
        if at == 0 && !rule_first {
            text += &rule;
        }
    }
    text + "\n"
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn html(blocks: &[Block], paragraphs: bool) -> String {
    let inner = |text: &str| match paragraphs {
        true => format!("<p>{}</p>", escaped(text).replace('\n', "</p><p>")),
        false => escaped(text).replace('\n', "<br>"),
    };
    let mut text = String::from("<html><head><meta charset=\"utf-8\"></head><body>\n");
    for block in blocks {
        match block {
            Block::Title(line) => {
                text += &format!("<p align=\"center\"><b>{}</b></p>\n", escaped(line))
            }
            Block::Line(line) => text += &format!("<p>{}</p>\n", escaped(line)),
            Block::Table(sheet) => text += &html_table(sheet, &inner),
        }
    }
    text + "</body></html>\n"
}

fn html_table(sheet: &Sheet, inner: &dyn Fn(&str) -> String) -> String {
    let (height, width) = (sheet.height(), sheet.width());
    let covering = |row: usize, column: usize| {
        sheet.cells.iter().find(|c| {
            (c.row..c.row + c.rows).contains(&row)
                && (c.column..c.column + c.columns).contains(&column)
        })
    };
    let mut text = String::from("<table border=\"1\">\n");
    for row in 0..height {
        text += "<tr>";
        for column in 0..width {
            match covering(row, column) {
                None => text += "<td></td>",
                Some(cell) if sheet.repeat && cell.column == column => {
                    text += &format!(
                        "<td colspan=\"{}\">{}</td>",
                        cell.columns,
                        inner(&cell.text)
                    );
                }
                Some(cell) if (cell.row, cell.column) == (row, column) => {
                    let (rows, columns) = (cell.rows, cell.columns);
                    text += &format!(
                        "<td rowspan=\"{rows}\" colspan=\"{columns}\">{}</td>",
                        inner(&cell.text)
                    );
                }
                Some(_) => {}
            }
        }
        text += "</tr>\n";
    }
    text + "</table>\n"
}

fn csv(blocks: &[Block]) -> String {
    let sheets = blocks.iter().filter_map(|b| {
        if let Block::Table(s) = b {
            Some(s.width())
        } else {
            None
        }
    });
    let width = sheets.max().unwrap_or(1);
    let field = |text: &String| match text.contains([',', '"', '\n']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.clone(),
    };
    let mut text = String::new();
    let mut push = |cells: &[String]| {
        let mut cells: Vec<String> = cells.iter().map(field).collect();
        cells.resize(width, String::new());
        text += &(cells.join(",") + "\n");
    };
    for block in blocks {
        match block {
            Block::Title(line) | Block::Line(line) => push(std::slice::from_ref(line)),
            Block::Table(sheet) => sheet.grid().iter().for_each(|row| push(row)),
        }
    }
    text
}

/// Columns laid out with blanks, as programs print the pages of a PDF.
fn aligned(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Title(line) | Block::Line(line) => text += &format!("{line}\n\n"),
            Block::Table(sheet) => text += &aligned_table(sheet),
        }
    }
    text
}

fn aligned_table(sheet: &Sheet) -> String {
    let wide = |text: &str| unicode_width::UnicodeWidthStr::width(text);
    let mut widths = vec![0; sheet.width()];
    for cell in sheet.cells.iter().filter(|cell| cell.columns == 1) {
        widths[cell.column] = wide(&cell.text).max(widths[cell.column]);
    }
    // A merged cell may reach over blank places, but never into another cell.
    let grid = sheet.grid();
    for cell in sheet.cells.iter().filter(|cell| cell.columns > 1) {
        let end = cell.column + cell.columns;
        let is_last = grid[cell.row].iter().skip(end).all(String::is_empty);
        let room: usize = widths[cell.column..end].iter().map(|width| width + 3).sum();
        if !is_last {
            widths[end - 1] += (wide(&cell.text) + 3).saturating_sub(room);
        }
    }
    let mut text = String::new();
    for row in grid {
        let (mut line, mut left) = (String::new(), 0);
        for (cell, width) in row.iter().zip(&widths) {
            if !cell.is_empty() {
                line += &" ".repeat(left - wide(&line).min(left));
                line += &cell.replace('\n', "");
            }
            left += width + 3;
        }
        text += &format!("{line}\n");
    }
    text + "\n"
}

/// Cells parted by `blank`, rows by a line end; within a cell lines by `within`.
fn linear(blocks: &[Block], blank: &str, within: &str) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Title(line) | Block::Line(line) => text += &format!("{line}\n"),
            Block::Table(sheet) => {
                let cells = sheet.in_order();
                for (at, cell) in cells.iter().enumerate() {
                    text += &cell.text.replace('\n', within);
                    let ends = cells.get(at + 1).is_none_or(|next| next.row != cell.row);
                    text += if ends { "\n" } else { blank };
                }
            }
        }
    }
    text
}

/// Prose: a paragraph a line, or wrapped as a page has it.
fn prose(plan: &Plan, blocks: &[Block]) -> String {
    let lines: Vec<&str> = blocks
        .iter()
        .filter_map(|b| {
            if let Block::Title(l) | Block::Line(l) = b {
                Some(l.as_str())
            } else {
                None
            }
        })
        .collect();
    let double = Chance::of(plan.seed, "spacing").percent(50);
    let text = wrapped(plan, &(lines.join("\n") + "\n"));
    if double {
        text.replace('\n', "\n\n")
    } else {
        text
    }
}

/// Long lines broken at the width of the page, but not within a number.
fn wrapped(plan: &Plan, text: &str) -> String {
    if !plan.has(Twist::Wrap) {
        return text.to_owned();
    }
    let width = Chance::of(plan.seed, "width").within(26, 40);
    let mut wrapped = String::new();
    for line in text.lines() {
        let mut column = 0;
        let mut before = ' ';
        for c in line.chars() {
            let solid = |c: char| {
                c.is_alphanumeric() && (c.is_ascii() || c.is_numeric()) || ".%．％".contains(c)
            };
            let stop = "，。；：、）》！？)],;:".contains(c) || c == ' ';
            if column >= width && !(solid(before) && solid(c)) && !stop && before != ' ' {
                wrapped.push('\n');
                column = 0;
            }
            wrapped.push(c);
            before = c;
            column += 1;
        }
        wrapped.push('\n');
    }
    wrapped
}
