//! Compositions as Word documents in the look of official ones: A4, 小标宋 for titles, 黑体 for
//! headings, 仿宋 for the text; tables whose heads are repeated on each page and whose rows are not
//! torn apart.

mod parts;
mod table;

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::WriteError;
use crate::composition::{Block, Composition, Orientation, Section, Style};
use crate::text::escape;

/// Writes a document; the same composition gives the same bytes.
pub fn write(composition: &Composition) -> Result<Vec<u8>, WriteError> {
    let document = parts::document(&body(composition));
    let core = parts::core(&composition.title);
    let own = [
        ("word/document.xml", document.as_str()),
        ("docProps/core.xml", core.as_str()),
    ];
    pack(parts::FIXED.iter().copied().chain(own))
}

fn pack<'a>(parts: impl Iterator<Item = (&'a str, &'a str)>) -> Result<Vec<u8>, WriteError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, text) in parts {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn body(composition: &Composition) -> String {
    let mut body = String::new();
    let sections = &composition.sections;
    let has_contents = sections
        .iter()
        .any(|section| section.blocks.contains(&Block::Contents));
    let mut pages_of_numbered_begun = false;
    for (i, section) in sections.iter().enumerate() {
        let is_last = i + 1 == sections.len();
        // The numbers of pages begin with the first page that bears one.
        let restarts = section.is_numbered && !pages_of_numbered_begun;
        pages_of_numbered_begun |= section.is_numbered;
        let mark = (has_contents && section.is_numbered).then_some(i);
        self::section(section, composition, mark, &mut body);
        let joins_next = sections.get(i + 1).is_some_and(|next| {
            let next_restarts = next.is_numbered && !pages_of_numbered_begun;
            next.orientation == section.orientation
                && next.is_numbered == section.is_numbered
                && !next_restarts
        });
        let properties = parts::section(section.orientation, section.is_numbered, restarts);
        match (is_last, joins_next) {
            (true, _) => body += &properties,
            // Without a paragraph between them, two tables would be one.
            (false, true) => body += parts::NEW_PAGE,
            (false, false) => {
                let _ = write!(
                    body,
                    "<w:p><w:pPr><w:pStyle w:val=\"Small\"/>{properties}</w:pPr></w:p>"
                );
            }
        }
    }
    if sections.is_empty() {
        body += &parts::section(Orientation::Portrait, true, false);
    }
    body
}

/// A section; `mark` is the number of its bookmark, to which the contents refer.
fn section(section: &Section, composition: &Composition, mark: Option<usize>, body: &mut String) {
    let mut mark = mark;
    let mut after_table = false;
    for block in &section.blocks {
        match block {
            Block::Paragraph(one) => {
                paragraph(style(one.style), &one.text, mark.take(), body);
                after_table = false;
            }
            Block::Table(one) => {
                if after_table || mark.is_some() {
                    paragraph("Small", "", mark.take(), body);
                }
                table::table(one, text_width(section.orientation), body);
                after_table = true;
            }
            Block::Contents => {
                contents(composition, body);
                after_table = false;
            }
        }
    }
    // A section may not end with a table: Word adds a paragraph of its own, and often a page.
    if after_table {
        paragraph("Small", "", None, body);
    }
}

/// Width of the text in twentieths of a point: 156 mm upright, 225 mm on its side.
fn text_width(orientation: Orientation) -> u32 {
    match orientation {
        Orientation::Portrait => 8844,
        Orientation::Landscape => 12756,
    }
}

fn style(style: Style) -> &'static str {
    match style {
        Style::Cover => "Cover",
        Style::CoverLine => "CoverLine",
        Style::Title => "Title",
        Style::Subtitle => "Subtitle",
        Style::Heading => "Heading1",
        Style::Subheading => "Heading2",
        Style::Body => "BodyText",
        Style::Note => "Note",
        Style::NoteRight => "NoteRight",
    }
}

/// A paragraph; a line break in its text is one in the paragraph.
fn paragraph(style: &str, text: &str, mark: Option<usize>, body: &mut String) {
    let _ = write!(body, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
    if let Some(mark) = mark {
        let _ = write!(
            body,
            "<w:bookmarkStart w:id=\"{mark}\" w:name=\"_Toc{mark:06}\"/>"
        );
    }
    run(text, body);
    if let Some(mark) = mark {
        let _ = write!(body, "<w:bookmarkEnd w:id=\"{mark}\"/>");
    }
    *body += "</w:p>";
}

fn run(text: &str, body: &mut String) {
    if text.is_empty() {
        return;
    }
    *body += "<w:r>";
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            *body += "<w:br/>";
        }
        *body += "<w:t xml:space=\"preserve\">";
        escape(line, body);
        *body += "</w:t>";
    }
    *body += "</w:r>";
}

/// The contents as a field that Word can bring up to date, with its entries filled in. The numbers
/// of pages are fields of their own, which programs work out when they lay the document out.
fn contents(composition: &Composition, body: &mut String) {
    const BEGIN: &str = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\h \\z \\t \"Title,1\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    let numbered = composition.sections.iter().enumerate();
    let numbered = numbered.filter(|(_, section)| section.is_numbered);
    let mut page = 1;
    let mut begin = BEGIN;
    for (mark, section) in numbered {
        let _ = write!(
            body,
            "<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr>{begin}<w:hyperlink w:anchor=\"_Toc{mark:06}\" w:history=\"1\">"
        );
        run(&section.name, body);
        let _ = write!(
            body,
            "<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGEREF _Toc{mark:06} \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>{page}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:hyperlink></w:p>"
        );
        page += table::pages(section);
        begin = "";
    }
    if begin.is_empty() {
        *body += "<w:p><w:pPr><w:pStyle w:val=\"Small\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::composition::{Cell, Paragraph, Role, Row, Table};

    fn composition() -> Composition {
        let cell = |column, text: &str| Cell {
            column,
            row_span: 1,
            column_span: 1,
            text: text.to_owned(),
            role: Role::Text,
        };
        let row = Row {
            cells: vec![cell(0, "一\n二"), cell(1, "<三>")],
        };
        Composition {
            title: "标题".to_owned(),
            sections: vec![Section {
                name: "一".to_owned(),
                is_numbered: true,
                blocks: vec![
                    Block::Contents,
                    Block::Paragraph(Paragraph {
                        style: Style::Title,
                        text: "≤5&".to_owned(),
                    }),
                    Block::Table(Table {
                        widths: vec![1, 1],
                        head_rows: 1,
                        rows: vec![row],
                    }),
                ],
                ..Section::default()
            }],
        }
    }

    #[test]
    fn the_same_composition_gives_the_same_bytes() {
        let write = || write(&composition()).expect("packed");
        assert_eq!(write(), write());
    }

    #[test]
    fn the_parts_are_well_formed() {
        let document = parts::document(&body(&composition()));
        let core = parts::core("a & b");
        let fixed = parts::FIXED.iter().map(|(_, text)| *text);
        for text in fixed.chain([document.as_str(), core.as_str()]) {
            let mut reader = quick_xml::Reader::from_str(text);
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => break,
                    Ok(_) => {}
                    Err(error) => panic!("{error} in {text}"),
                }
            }
        }
        assert!(document.contains("≤5&amp;") && document.contains("&lt;三&gt;"));
    }
}
