//! Compositions as one self-contained web page, fit to be printed.

use std::fmt::Write;

use crate::composition::{
    Block, Cell, Composition, Entry, Orientation, Role, Section, Style, Table,
};
use crate::text::escape;

const STYLE: &str = "\
body{margin:0 auto;max-width:60em;padding:1em;color:#000;background:#fff;font:12pt/1.5 \"仿宋_GB2312\",\"仿宋\",FangSong,STFangsong,serif}
section{margin:0 0 3em}
h1{font:normal 22pt/1.4 \"方正小标宋_GBK\",\"方正小标宋简体\",\"宋体\",SimSun,serif;text-align:center;margin:.6em 0}
h1.cover{font-size:36pt;margin:1.2em 0}
h2{font:normal 16pt/1.6 \"黑体\",SimHei,sans-serif;margin:.4em 0;text-indent:2em}
h3{font:normal 16pt/1.6 \"楷体_GB2312\",\"楷体\",KaiTi,serif;margin:.2em 0;text-indent:2em}
p{margin:.2em 0}
p.subtitle{font:16pt/1.6 \"楷体_GB2312\",\"楷体\",KaiTi,serif;text-align:center}
p.cover{font-size:16pt;text-align:center;margin:2em 0}
p.body{font-size:16pt;line-height:29pt;text-indent:2em}
p.right{text-align:right}
table{border-collapse:collapse;width:100%;table-layout:fixed;line-height:1.35;margin:.4em 0}
td{border:1px solid #000;padding:.25em .4em;vertical-align:middle;text-align:left;overflow-wrap:anywhere;white-space:pre-line}
td.l,td.v{text-align:center}
td.e{background:#fffbe6;height:1.6em}
ol{font-size:16pt}
@page{size:A4 portrait;margin:37mm 26mm 35mm 28mm}
@page across{size:A4 landscape;margin:26mm 35mm 28mm 37mm}
@media print{body{max-width:none;padding:0}section{break-before:page;margin:0}section:first-of-type{break-before:auto}section.across{page:across}tr{break-inside:avoid}thead{display:table-header-group}td.e{background:none}}
";

/// Writes a page.
pub fn write(composition: &Composition) -> Vec<u8> {
    let mut page = String::from(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"UTF-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
    );
    escape(&composition.title, &mut page);
    page += "</title>\n<style>\n";
    page += STYLE;
    page += "</style>\n</head>\n<body>\n";
    for section in &composition.sections {
        self::section(section, composition, &mut page);
    }
    page += "</body>\n</html>\n";
    page.into_bytes()
}

fn section(section: &Section, composition: &Composition, page: &mut String) {
    *page += match section.orientation {
        Orientation::Portrait => "<section>\n",
        Orientation::Landscape => "<section class=\"across\">\n",
    };
    for block in &section.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let (open, close) = tags(paragraph.style);
                *page += open;
                lines(&paragraph.text, page);
                *page += close;
            }
            Block::Table(table) => self::table(table, page),
            Block::Contents => {
                for section in composition.sections.iter().filter(|s| s.is_numbered) {
                    *page += "<p class=\"body\">";
                    escape(&section.name, page);
                    *page += "</p>\n";
                }
            }
        }
    }
    *page += "</section>\n";
}

fn tags(style: Style) -> (&'static str, &'static str) {
    match style {
        Style::Cover => ("<h1 class=\"cover\">", "</h1>\n"),
        Style::CoverLine => ("<p class=\"cover\">", "</p>\n"),
        Style::Title => ("<h1>", "</h1>\n"),
        Style::Subtitle => ("<p class=\"subtitle\">", "</p>\n"),
        Style::Heading => ("<h2>", "</h2>\n"),
        Style::Subheading => ("<h3>", "</h3>\n"),
        Style::Body => ("<p class=\"body\">", "</p>\n"),
        Style::Note => ("<p>", "</p>\n"),
        Style::NoteRight => ("<p class=\"right\">", "</p>\n"),
    }
}

fn lines(text: &str, page: &mut String) {
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            *page += "<br>";
        }
        escape(line, page);
    }
}

fn table(table: &Table, page: &mut String) {
    *page += "<table>\n<colgroup>";
    let all: u32 = table.widths.iter().map(|width| u32::from(*width)).sum();
    for width in &table.widths {
        let share = f64::from(*width) * 100.0 / f64::from(all.max(1));
        let _ = write!(page, "<col style=\"width:{share:.2}%\">");
    }
    *page += "</colgroup>\n";
    for (i, row) in table.rows.iter().enumerate() {
        match (i, table.head_rows) {
            (0, 1..) => *page += "<thead>\n",
            (i, head) if i == head => {
                *page += if head > 0 {
                    "</thead>\n<tbody>\n"
                } else {
                    "<tbody>\n"
                }
            }
            _ => {}
        }
        *page += "<tr>";
        for cell in &row.cells {
            self::cell(cell, page);
        }
        *page += "</tr>\n";
    }
    *page += if table.rows.len() > table.head_rows {
        "</tbody>\n</table>\n"
    } else {
        "</table>\n"
    };
}

fn cell(cell: &Cell, page: &mut String) {
    *page += "<td";
    if cell.row_span > 1 {
        let _ = write!(page, " rowspan=\"{}\"", cell.row_span);
    }
    if cell.column_span > 1 {
        let _ = write!(page, " colspan=\"{}\"", cell.column_span);
    }
    *page += match cell.role {
        Role::Label => " class=\"l\">",
        Role::Value => " class=\"v\">",
        Role::Text => ">",
        Role::Entry(Entry::Level1 | Entry::Level2) => " class=\"l e\">",
        Role::Entry(_) => " class=\"e\">",
    };
    lines(&cell.text, page);
    *page += "</td>";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::composition::{Paragraph, Row};

    #[test]
    fn what_a_document_says_cannot_become_markup() {
        let cell = Cell {
            column: 0,
            row_span: 1,
            column_span: 2,
            text: "<script>\n\"&".to_owned(),
            role: Role::Text,
        };
        let composition = Composition {
            title: "</title>".to_owned(),
            sections: vec![Section {
                blocks: vec![
                    Block::Paragraph(Paragraph {
                        style: Style::Title,
                        text: "<b>".to_owned(),
                    }),
                    Block::Table(Table {
                        widths: vec![1, 1],
                        head_rows: 0,
                        rows: vec![Row { cells: vec![cell] }],
                    }),
                ],
                ..Section::default()
            }],
        };
        let page = String::from_utf8(write(&composition)).expect("text");
        assert!(page.contains("<title>&lt;/title&gt;</title>"), "{page}");
        assert!(page.contains("<h1>&lt;b&gt;</h1>"), "{page}");
        let cell = "<td colspan=\"2\">&lt;script&gt;<br>&quot;&amp;</td>";
        assert!(page.contains(cell), "{page}");
    }
}
