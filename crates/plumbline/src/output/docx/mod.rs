//! Word documents in the look of official ones: A4, 小标宋 for the title, 黑体 for headings, 仿宋 for
//! the text, tables whose heads are repeated on each page. It knows nothing of what is written.

mod parts;

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::one_line;

/// A document in the making.
pub(crate) struct Word {
    body: String,
}

/// A column of a table: its head, and its width in hundredths of the table's.
pub(crate) type Column<'a> = (&'a str, u16);

/// Width of the text in twentieths of a point: 156 mm.
const TEXT_WIDTH: u32 = 8844;

impl Word {
    pub(crate) fn new() -> Word {
        Word {
            body: String::new(),
        }
    }

    /// The title of the document.
    pub(crate) fn title(&mut self, text: &str) {
        self.styled("Title", text);
    }

    /// A heading of the first order (一、).
    pub(crate) fn heading(&mut self, text: &str) {
        self.styled("Heading1", text);
    }

    /// A heading of the second order (（一）).
    pub(crate) fn subheading(&mut self, text: &str) {
        self.styled("Heading2", text);
    }

    pub(crate) fn paragraph(&mut self, text: &str) {
        self.styled("BodyText", text);
    }

    /// A paragraph without indent, such as a line of facts or of signatures.
    pub(crate) fn line(&mut self, text: &str) {
        self.styled("Line", text);
    }

    /// What comes next begins on a new page.
    pub(crate) fn new_page(&mut self) {
        self.body += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";
    }

    /// A table; a line break in a cell begins a paragraph.
    pub(crate) fn table<const N: usize>(&mut self, columns: [Column<'_>; N], rows: &[[String; N]]) {
        let widths = columns.map(|(_, share)| TEXT_WIDTH * u32::from(share) / 100);
        self.body += "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>";
        self.body += &format!("<w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/>");
        self.body += "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
        for width in widths {
            self.body += &format!("<w:gridCol w:w=\"{width}\"/>");
        }
        self.body += "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
        for ((head, _), width) in columns.iter().zip(widths) {
            self.cell("TableHead", head, width);
        }
        self.body += "</w:tr>";
        for row in rows {
            self.body += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
            for (text, width) in row.iter().zip(widths) {
                self.cell("TableText", text, width);
            }
            self.body += "</w:tr>";
        }
        self.body += "</w:tbl>";
        // Two tables with nothing between them would be one.
        self.styled("Line", "");
    }

    fn cell(&mut self, style: &str, text: &str, width: u32) {
        self.body += &format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
        for line in text.split('\n') {
            self.styled(style, line);
        }
        self.body += "</w:tc>";
    }

    fn styled(&mut self, style: &str, text: &str) {
        self.body += &format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
        if !text.is_empty() {
            self.body += "<w:r><w:t xml:space=\"preserve\">";
            escape(text, &mut self.body);
            self.body += "</w:t></w:r>";
        }
        self.body += "</w:p>";
    }

    /// The bytes of the file, the same for the same content.
    pub(crate) fn finish(self) -> io::Result<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        let document = parts::document(&self.body);
        let parts = parts::FIXED.iter().map(|(name, text)| (*name, *text));
        for (name, text) in parts.chain([("word/document.xml", document.as_str())]) {
            zip.start_file(name, options).map_err(io::Error::other)?;
            zip.write_all(text.as_bytes())?;
        }
        Ok(zip.finish().map_err(io::Error::other)?.into_inner())
    }
}

/// Text as XML has it; what XML has no place for becomes a blank or goes.
fn escape(text: &str, to: &mut String) {
    for c in one_line(text).chars() {
        match c {
            '&' => *to += "&amp;",
            '<' => *to += "&lt;",
            '>' => *to += "&gt;",
            '\u{FFFE}' | '\u{FFFF}' => {}
            c => to.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        let mut to = String::new();
        escape("≤5<a>&\u{1}\u{FFFF}", &mut to);
        assert_eq!(to, "≤5&lt;a&gt;&amp; ");
    }

    #[test]
    fn the_same_content_gives_the_same_bytes() {
        let make = || {
            let mut word = Word::new();
            word.title("标题");
            word.table(
                [("甲", 50), ("乙", 50)],
                &[["一\n二".into(), "<三>".into()]],
            );
            word.finish().expect("in memory")
        };
        assert_eq!(make(), make());
    }
}
