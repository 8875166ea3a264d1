//! A document of paragraphs and plain tables in the making: what opinions and findings are written
//! as, in the look of official ones.

use std::io;

use plumbline_render::composition::{
    Block, Cell, Composition, Paragraph, Role, Row, Section, Style, Table,
};

use super::one_line;

/// A document in the making.
pub(crate) struct Paper {
    title: String,
    sections: Vec<Section>,
}

/// A column of a table: its head, and its width in hundredths of the table's.
pub(crate) type Column<'a> = (&'a str, u16);

impl Paper {
    pub(crate) fn new(title: &str) -> Paper {
        Paper {
            title: title.to_owned(),
            sections: vec![section(title)],
        }
    }

    pub(crate) fn title(&mut self, text: &str) {
        self.paragraph_in(Style::Title, text);
    }

    /// A heading of the first order (一、).
    pub(crate) fn heading(&mut self, text: &str) {
        self.paragraph_in(Style::Heading, text);
    }

    /// A heading of the second order (（一）).
    pub(crate) fn subheading(&mut self, text: &str) {
        self.paragraph_in(Style::Subheading, text);
    }

    pub(crate) fn paragraph(&mut self, text: &str) {
        self.paragraph_in(Style::Body, text);
    }

    /// A paragraph without indent, such as a line of facts or of signatures.
    pub(crate) fn line(&mut self, text: &str) {
        self.paragraph_in(Style::Note, text);
    }

    fn paragraph_in(&mut self, style: Style, text: &str) {
        let text = one_line(text);
        self.put(Block::Paragraph(Paragraph { style, text }));
    }

    fn put(&mut self, block: Block) {
        if let Some(section) = self.sections.last_mut() {
            section.blocks.push(block);
        }
    }

    /// What comes next begins on a new page.
    pub(crate) fn new_page(&mut self) {
        self.sections.push(section(&self.title));
    }

    /// A table with a head that is repeated on each page; `\n` in a cell begins a line.
    pub(crate) fn table<const N: usize>(&mut self, columns: [Column<'_>; N], rows: &[[String; N]]) {
        let row = |texts: [&str; N], role| Row {
            cells: texts
                .into_iter()
                .enumerate()
                .map(|(column, text)| cell(column, text, role))
                .collect(),
        };
        let head = row(columns.map(|(head, _)| head), Role::Label);
        let rows = rows.iter().map(|texts| {
            let texts = texts.each_ref().map(String::as_str);
            row(texts, Role::Text)
        });
        self.put(Block::Table(Table {
            widths: columns.map(|(_, share)| share).to_vec(),
            head_rows: 1,
            rows: std::iter::once(head).chain(rows).collect(),
        }));
    }

    /// The bytes of a Word document, the same for the same content.
    pub(crate) fn into_docx(self) -> io::Result<Vec<u8>> {
        let composition = Composition {
            title: self.title,
            sections: self.sections,
        };
        plumbline_render::docx::write(&composition).map_err(io::Error::other)
    }
}

fn section(name: &str) -> Section {
    Section {
        name: name.to_owned(),
        is_numbered: true,
        ..Section::default()
    }
}

fn cell(column: usize, text: &str, role: Role) -> Cell {
    let lines = text.split('\n').map(one_line);
    Cell {
        column,
        row_span: 1,
        column_span: 1,
        text: lines.collect::<Vec<_>>().join("\n"),
        role,
    }
}
