//! Where something stands in its source.

/// A position in a source, 1-based as a person would say it.
///
/// `Copy` and at most 16 bytes, because every leaf of the model carries one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// The source as a whole (or a value that was given by hand and stands nowhere).
    #[default]
    Whole,
    /// Text-like sources (plain text, Markdown, HTML, CSV, JSON): line, and character in the line.
    Text {
        /// Line, from 1.
        line: u32,
        /// Character (not byte, not display column) in the line, from 1.
        column: u32,
    },
    /// A workbook: sheet, row and column, each from 1; printed as `sheet 1!AB12`.
    Sheet {
        /// Sheet, from 1.
        sheet: u16,
        /// Row, from 1.
        row: u32,
        /// Column, from 1.
        column: u16,
    },
    /// A word-processor table: table, row and column, each from 1.
    Table {
        /// Table, from 1.
        table: u16,
        /// Row, from 1.
        row: u16,
        /// Column, from 1.
        column: u16,
    },
    /// A page and a box on it in points from the top left corner.
    Page {
        /// Page, from 1.
        page: u16,
        /// Left edge in points.
        left: u16,
        /// Top edge in points.
        top: u16,
        /// Right edge in points.
        right: u16,
        /// Bottom edge in points.
        bottom: u16,
        /// How sure its recognition is, in percent, where the page is a picture (a scan) and its
        /// text was recognised.
        confidence: Option<u8>,
    },
}

impl Place {
    /// A page as a whole.
    pub fn of_page(page: u16) -> Place {
        Place::Page {
            page,
            left: 0,
            top: 0,
            right: 0,
            bottom: 0,
            confidence: None,
        }
    }

    /// The line of a text-like place.
    pub fn line(self) -> Option<u32> {
        match self {
            Place::Text { line, .. } => Some(line),
            _ => None,
        }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Place::Whole => Ok(()),
            Place::Text { line, column } => write!(f, "{line}:{column}"),
            Place::Sheet { sheet, row, column } => {
                write!(f, "{sheet}!{}{row}", column_letters(column))
            }
            Place::Table { table, row, column } => write!(f, "T{table}R{row}C{column}"),
            Place::Page {
                page,
                left,
                top,
                confidence,
                ..
            } => {
                write!(f, "p{page}@{left},{top}")?;
                confidence.map_or(Ok(()), |percent| write!(f, "~{percent}%"))
            }
        }
    }
}

/// The letters a spreadsheet shows for a 1-based column: 1 → `A`, 28 → `AB`.
fn column_letters(column: u16) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// From the first to the last place of something that spans several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// First place.
    pub from: Place,
    /// Last place.
    pub to: Place,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_small_and_reads_like_a_person_would_say_it() {
        assert!(size_of::<Place>() <= 16);
        assert_eq!(Place::Text { line: 5, column: 3 }.to_string(), "5:3");
        let cell = Place::Sheet {
            sheet: 1,
            row: 12,
            column: 28,
        };
        assert_eq!(cell.to_string(), "1!AB12");
        let recognised = Place::Page {
            page: 3,
            left: 72,
            top: 90,
            right: 144,
            bottom: 102,
            confidence: Some(87),
        };
        assert_eq!(recognised.to_string(), "p3@72,90~87%");
    }
}
