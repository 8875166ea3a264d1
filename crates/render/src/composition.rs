//! What is to stand on the paper, before any format: paragraphs and tables, as the styles of an
//! official document (GB/T 9704) name them. Forms are filled into a composition; each format
//! writes one out.

/// A whole volume.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Composition {
    /// Title of the volume, for the properties of the file.
    pub title: String,
    /// Its sections, each beginning on a new page (or sheet).
    pub sections: Vec<Section>,
}

/// Part of a volume that begins on a new page, or is a sheet of a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// Name of the sheet in a workbook, and the entry in the table of contents. Unlike the title
    /// that may stand on the page it is always there.
    pub name: String,
    /// How the paper is held.
    pub orientation: Orientation,
    /// Whether its pages bear numbers. A cover and the contents do not.
    pub is_numbered: bool,
    /// What stands in it, in order.
    pub blocks: Vec<Block>,
}

/// How the paper (A4) is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// Upright.
    #[default]
    Portrait,
    /// On its side.
    Landscape,
}

/// One thing on the paper.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// The table of contents: the names of the numbered sections with their page numbers, where a
    /// format has pages.
    Contents,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// How it is set.
    pub style: Style,
    /// Its text; `\n` is a line break within the paragraph.
    pub text: String,
}

/// Styles of paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// Title on a cover: 小标宋 小初, centred.
    Cover,
    /// Lines below it on a cover: 仿宋 三号, centred.
    CoverLine,
    /// Title of a form or part: 小标宋 二号, centred.
    Title,
    /// Line below a title (year, `（草案）`): 楷体 三号, centred.
    Subtitle,
    /// Heading of the first level: 黑体 三号.
    Heading,
    /// Heading of the second level: 楷体 三号.
    Subheading,
    /// Running text: 仿宋 三号, indented by two characters.
    Body,
    /// A line beside or below a table (`单位：万元` …): 仿宋 小四.
    Note,
    /// The same, at the right margin.
    NoteRight,
}

/// A table: rows and columns, with merged cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Widths of the columns, relative to each other.
    pub widths: Vec<u16>,
    /// So many rows at the top are repeated where the table goes on on a new page.
    pub head_rows: usize,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row: its cells from left to right. What a merged cell of a row above covers is not listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The cells.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Column from 0.
    pub column: usize,
    /// Rows it covers, at least 1.
    pub row_span: usize,
    /// Columns it covers, at least 1.
    pub column_span: usize,
    /// Its text; `\n` is a line break.
    pub text: String,
    /// What it is for.
    pub role: Role,
}

/// What a cell is for; a format may set the roles differently.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// A label or heading of the form: centred, bold where the format has it.
    #[default]
    Label,
    /// A short value (name, number, amount): centred.
    Value,
    /// A long text: left.
    Text,
    /// Left free for the clerk to fill in, with what may be entered.
    Entry(Entry),
}

/// What a blank form lets a clerk enter in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Entry {
    /// Any text.
    #[default]
    Text,
    /// An amount of money.
    Amount,
    /// A share from 0 to 100.
    Percent,
    /// A year.
    Year,
    /// A level-1 indicator of the frame.
    Level1,
    /// A level-2 indicator of the frame.
    Level2,
}
