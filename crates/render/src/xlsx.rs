//! Compositions as workbooks: a sheet a section. In a blank form what a clerk fills in is open,
//! checked and offered as lists; the labels are locked, without a password.

use std::collections::BTreeSet;

use rust_xlsxwriter::{
    DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use crate::WriteError;
use crate::composition::{
    Block, Cell, Composition, Entry, Orientation, Role, Section, Style, Table,
};
use crate::form::FrameLevel;
use crate::text::lines;

/// How workbooks call this size of paper.
const A4: u8 = 9;

/// What a cell can hold; the rest of a longer text is cut off.
const CHARS_MAX: usize = 32_767;

/// Height of a line in points.
const LINE: f64 = 15.0;

/// Writes a workbook; the same composition gives the same bytes. The levels of the frame are
/// offered where a level is to be entered.
pub fn write(composition: &Composition, frame: &[FrameLevel]) -> Result<Vec<u8>, WriteError> {
    Ok(workbook(composition, frame).map_err(std::io::Error::other)?)
}

fn workbook(composition: &Composition, frame: &[FrameLevel]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Without a fixed date the same input would give other bytes each time.
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title(&composition.title);
    book.set_properties(&properties.set_creation_datetime(&epoch));
    let mut taken = BTreeSet::new();
    for section in &composition.sections {
        let sheet = book.add_worksheet();
        sheet.set_name(sheet_name(&section.name, &mut taken))?;
        Sheet::new(sheet, section, frame)?.blocks(section, composition)?;
    }
    if composition.sections.is_empty() {
        book.add_worksheet();
    }
    book.save_to_buffer()
}

/// A name as sheets may have it: at most 31 characters, without some signs, each only once.
fn sheet_name(name: &str, taken: &mut BTreeSet<String>) -> String {
    let is_barred = |c: char| c.is_control() || "[]:*?/\\：？＊／＼［］".contains(c);
    let clean: String = name.chars().filter(|c| !is_barred(*c)).collect();
    let clean = clean.trim_matches(['\'', ' ', '\u{3000}']);
    let clean = if clean.is_empty() { "表" } else { clean };
    let mut number = 1;
    loop {
        let end = if number == 1 {
            String::new()
        } else {
            format!("（{number}）")
        };
        let room = 31 - end.chars().count();
        // Characters outside the basic plane count twice.
        let mut units = 0;
        let fits = |c: &char| {
            units += c.len_utf16();
            units <= room
        };
        let name: String = clean.chars().take_while(fits).collect::<String>() + &end;
        if taken.insert(name.to_lowercase()) {
            return name;
        }
        number += 1;
    }
}

/// A sheet in the making.
struct Sheet<'a> {
    sheet: &'a mut Worksheet,
    frame: &'a [FrameLevel],
    /// Columns: those of its widest table.
    columns: usize,
    /// Width of each in characters.
    widths: Vec<f64>,
    /// The row that comes next.
    at: u32,
    has_entries: bool,
}

impl<'a> Sheet<'a> {
    fn new(
        sheet: &'a mut Worksheet,
        section: &Section,
        frame: &'a [FrameLevel],
    ) -> Result<Sheet<'a>, XlsxError> {
        let tables = section.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let widest = tables.max_by_key(|table| table.widths.len());
        let all_wide = match section.orientation {
            Orientation::Portrait => 92.0,
            Orientation::Landscape => 134.0,
        };
        let relative = widest.map_or(vec![1], |table| table.widths.clone());
        let all: f64 = relative.iter().map(|width| f64::from(*width)).sum();
        let widths: Vec<f64> = relative
            .iter()
            .map(|width| (f64::from(*width) * all_wide / all).round())
            .collect();
        for (column, width) in (0u16..).zip(&widths) {
            sheet.set_column_width(column, *width)?;
        }
        sheet.set_paper_size(A4);
        match section.orientation {
            Orientation::Portrait => sheet.set_portrait(),
            Orientation::Landscape => sheet.set_landscape(),
        };
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_print_center_horizontally(true);
        if section.is_numbered {
            sheet.set_footer("&C— &P —");
        }
        Ok(Sheet {
            sheet,
            frame,
            columns: widths.len(),
            widths,
            at: 0,
            has_entries: false,
        })
    }

    fn blocks(mut self, section: &Section, composition: &Composition) -> Result<(), XlsxError> {
        for block in &section.blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph.style, &paragraph.text)?,
                Block::Table(table) => self.table(table)?,
                Block::Contents => {
                    for section in composition.sections.iter().filter(|s| s.is_numbered) {
                        self.paragraph(Style::Note, &section.name)?;
                    }
                }
            }
        }
        if self.has_entries {
            self.sheet.protect_with_options(&ProtectionOptions {
                format_cells: true,
                format_rows: true,
                format_columns: true,
                insert_rows: true,
                ..ProtectionOptions::default()
            });
        }
        Ok(())
    }

    /// A paragraph over the whole width.
    fn paragraph(&mut self, style: Style, text: &str) -> Result<(), XlsxError> {
        let format = Format::new()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter);
        let (font, size, align) = match style {
            Style::Cover => ("方正小标宋_GBK", 28.0, FormatAlign::Center),
            Style::CoverLine => ("仿宋_GB2312", 16.0, FormatAlign::Center),
            Style::Title => ("方正小标宋_GBK", 20.0, FormatAlign::Center),
            Style::Subtitle => ("楷体_GB2312", 14.0, FormatAlign::Center),
            Style::Heading => ("黑体", 14.0, FormatAlign::Left),
            Style::Subheading => ("楷体_GB2312", 14.0, FormatAlign::Left),
            Style::Body => ("仿宋_GB2312", 14.0, FormatAlign::Left),
            Style::Note => ("仿宋_GB2312", 12.0, FormatAlign::Left),
            Style::NoteRight => ("仿宋_GB2312", 12.0, FormatAlign::Right),
        };
        let format = format
            .set_font_name(font)
            .set_font_size(size)
            .set_align(align);
        let per_line = self.widths.iter().sum::<f64>() * 11.0 / size;
        let height = lines(text, per_line as usize) as f64 * size * 1.6;
        self.put(text, (1, 0, self.columns), &format)?;
        self.sheet.set_row_height(self.at, height.min(409.0))?;
        self.at += 1;
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        let first = self.at;
        for row in &table.rows {
            for cell in &row.cells {
                self.cell(cell)?;
            }
            let needed = row.cells.iter().map(|cell| self.lines_of(cell)).max();
            let height = needed.unwrap_or(1) as f64 * LINE + 7.0;
            self.sheet.set_row_height(self.at, height.min(409.0))?;
            self.at += 1;
        }
        if table.head_rows > 0 && first < self.at {
            let last = first + u32::try_from(table.head_rows).unwrap_or(1) - 1;
            self.sheet.set_repeat_rows(first, last)?;
        }
        Ok(())
    }

    /// Lines that a cell needs in each of its rows.
    fn lines_of(&self, cell: &Cell) -> usize {
        let end = (cell.column + cell.column_span).min(self.widths.len());
        let own: f64 = self
            .widths
            .get(cell.column..end)
            .unwrap_or_default()
            .iter()
            .sum();
        lines(&cell.text, (own * 0.95) as usize).div_ceil(cell.row_span.max(1))
    }

    fn cell(&mut self, cell: &Cell) -> Result<(), XlsxError> {
        let format = Format::new()
            .set_border(FormatBorder::Thin)
            .set_text_wrap()
            .set_font_size(11.0)
            .set_align(FormatAlign::VerticalCenter);
        let format = match cell.role {
            Role::Label => format.set_font_name("黑体").set_align(FormatAlign::Center),
            Role::Value => format
                .set_font_name("仿宋_GB2312")
                .set_align(FormatAlign::Center),
            Role::Text => format
                .set_font_name("仿宋_GB2312")
                .set_align(FormatAlign::Left),
            Role::Entry(entry) => {
                self.has_entries = true;
                self.validate(entry, cell)?;
                let format = format.set_font_name("仿宋_GB2312").set_unlocked();
                match entry {
                    Entry::Text => format.set_align(FormatAlign::Left),
                    _ => format.set_align(FormatAlign::Center),
                }
            }
        };
        self.put(
            &cell.text,
            (cell.row_span, cell.column, cell.column_span),
            &format,
        )
    }

    /// Puts a text into cells of the next row, merged where they are several.
    fn put(
        &mut self,
        text: &str,
        (rows, column, columns): (usize, usize, usize),
        format: &Format,
    ) -> Result<(), XlsxError> {
        let at = self.at;
        let from = u16::try_from(column).unwrap_or(u16::MAX);
        if rows > 1 || columns > 1 {
            let last_row = at + u32::try_from(rows).unwrap_or(1) - 1;
            let last = from + u16::try_from(columns).unwrap_or(1) - 1;
            self.sheet
                .merge_range(at, from, last_row, last, "", format)?;
        }
        if let Some((number, decimals)) = plain_number(text) {
            let format = format.clone().set_num_format(match decimals {
                0 => "0".to_owned(),
                n => format!("0.{}", "0".repeat(n)),
            });
            self.sheet
                .write_number_with_format(at, from, number, &format)?;
            return Ok(());
        }
        let end = text
            .char_indices()
            .nth(CHARS_MAX)
            .map_or(text.len(), |(at, _)| at);
        match &text[..end] {
            "" => self.sheet.write_blank(at, from, format)?,
            text => self
                .sheet
                .write_string_with_format(at, from, text, format)?,
        };
        Ok(())
    }

    /// What may be entered in a cell of a blank form. A wrong entry is warned of, not barred:
    /// forms of offices know values that no rule foresees.
    fn validate(&mut self, entry: Entry, cell: &Cell) -> Result<(), XlsxError> {
        let level1 = || self.frame.iter().map(|level| level.level1.as_str());
        let level2 = || {
            let all = self.frame.iter().flat_map(|level| &level.level2);
            all.map(String::as_str)
        };
        let rule = DataValidation::new();
        let rule = match entry {
            Entry::Text => return Ok(()),
            Entry::Level1 => rule.allow_list_strings(&level1().collect::<Vec<_>>())?,
            Entry::Level2 => rule.allow_list_strings(&level2().collect::<Vec<_>>())?,
            Entry::Amount => rule
                .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
                .set_input_message("填数字，单位见表上注明")?,
            Entry::Percent => rule
                .allow_decimal_number(DataValidationRule::Between(0.0, 100.0))
                .set_input_message("填 0 到 100，不带百分号")?,
            Entry::Year => rule
                .allow_whole_number(DataValidationRule::Between(2000, 2100))
                .set_input_message("填四位年份")?,
        };
        let rule = rule
            .set_error_style(rust_xlsxwriter::DataValidationErrorStyle::Warning)
            .set_error_message("与本表要求不符，请核对")?;
        let column = u16::try_from(cell.column).unwrap_or(u16::MAX);
        self.sheet
            .add_data_validation(self.at, column, self.at, column, &rule)?;
        Ok(())
    }
}

/// A text that a cell shows the same if it holds a number: digits as a computer writes them, with
/// the places behind the point that its format then shows.
fn plain_number(text: &str) -> Option<(f64, usize)> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let is_plain = !whole.is_empty()
        && whole.len() + decimals.len() <= 12
        && decimals.len() <= 6
        && all_digits(whole)
        && all_digits(decimals)
        && (whole == "0" || !whole.starts_with('0'))
        && text.contains('.') != decimals.is_empty();
    let number = text.parse().ok().filter(|_| is_plain)?;
    Some((number, decimals.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_shows_the_same_becomes_a_number() {
        assert_eq!(plain_number("32.80"), Some((32.8, 2)));
        assert_eq!(plain_number("0"), Some((0.0, 0)));
        for text in [
            "",
            "007",
            "1.",
            ".5",
            "12人",
            "1234567890123",
            "-1",
            "1,000",
        ] {
            assert_eq!(plain_number(text), None, "{text}");
        }
    }

    #[test]
    fn sheets_have_names_that_are_allowed_and_differ() {
        let mut taken = BTreeSet::new();
        let mut name = |text: &str| sheet_name(text, &mut taken);
        assert_eq!(name("甲/乙：[丙]"), "甲乙丙");
        assert_eq!(name("甲乙丙"), "甲乙丙（2）");
        assert_eq!(name("'"), "表");
        assert!(name(&"长".repeat(40)).chars().count() <= 31);
        assert!(name(&"长".repeat(40)).ends_with("（2）"));
    }
}
