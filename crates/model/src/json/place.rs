//! Places in JSON: a few optional keys, of which each kind of source uses its own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Extent, Place};

/// Where something stands in its source, counted from 1 as a person would. Text-like sources use
/// `line` and `column`; workbooks `sheet` and `cell`; word-processor tables `table`, `row` and
/// `column`; paged sources `page` and `box`, and `confidence` where the text was recognised from a
/// picture. `{}` is the source as a whole. What spans several
/// places has the last one under the keys that begin with `end_`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "PlaceKeys", into = "PlaceKeys")]
#[schemars(rename = "Place")]
pub struct PlaceJson(pub Extent);

impl From<Place> for PlaceJson {
    fn from(place: Place) -> Self {
        PlaceJson(Extent {
            from: place,
            to: place,
        })
    }
}

impl From<PlaceJson> for Place {
    fn from(json: PlaceJson) -> Self {
        json.0.from
    }
}

/// The keys of [`PlaceJson`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct PlaceKeys {
    /// Line.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    /// Sheet of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<u16>,
    /// Cell of a sheet, such as `AB12`.
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
    /// Table.
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<u16>,
    /// Row of a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<u16>,
    /// Character (not byte) in the line, or column of a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    /// Page.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u16>,
    /// Left, top, right and bottom edge on the page, in points from its top left corner.
    #[serde(rename = "box", skip_serializing_if = "Option::is_none")]
    edges: Option<[u16; 4]>,
    /// How sure the recognition of a scanned text is, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<u8>,
    /// Last line.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<u32>,
    /// Last sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_sheet: Option<u16>,
    /// Last cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_cell: Option<String>,
    /// Last table.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_table: Option<u16>,
    /// Last row.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_row: Option<u16>,
    /// Last character or column.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<u32>,
    /// Last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_page: Option<u16>,
    /// Box on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_box: Option<[u16; 4]>,
    /// How sure the recognition of the last place is, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_confidence: Option<u8>,
}

impl From<PlaceJson> for PlaceKeys {
    fn from(json: PlaceJson) -> Self {
        let Extent { from, to } = json.0;
        let start = PlaceKeys::of(from);
        if from == to {
            return start;
        }
        let end = PlaceKeys::of(to);
        PlaceKeys {
            end_line: end.line,
            end_sheet: end.sheet,
            end_cell: end.cell,
            end_table: end.table,
            end_row: end.row,
            end_column: end.column,
            end_page: end.page,
            end_box: end.edges,
            end_confidence: end.confidence,
            ..start
        }
    }
}

impl TryFrom<PlaceKeys> for PlaceJson {
    type Error = String;

    fn try_from(keys: PlaceKeys) -> Result<Self, String> {
        let from = keys.place()?;
        let end = PlaceKeys {
            line: keys.end_line,
            sheet: keys.end_sheet,
            cell: keys.end_cell,
            table: keys.end_table,
            row: keys.end_row,
            column: keys.end_column,
            page: keys.end_page,
            edges: keys.end_box,
            confidence: keys.end_confidence,
            ..PlaceKeys::default()
        };
        let to = match end.place()? {
            Place::Whole => from,
            to => to,
        };
        Ok(PlaceJson(Extent { from, to }))
    }
}

impl PlaceKeys {
    /// The keys of one place; those that begin with `end_` are left out.
    fn of(place: Place) -> PlaceKeys {
        let none = PlaceKeys::default();
        match place {
            Place::Whole => none,
            Place::Text { line, column } => PlaceKeys {
                line: Some(line),
                column: Some(column),
                ..none
            },
            Place::Sheet { sheet, row, column } => PlaceKeys {
                sheet: Some(sheet),
                cell: Some(cell_name(row, column)),
                ..none
            },
            Place::Table { table, row, column } => PlaceKeys {
                table: Some(table),
                row: Some(row),
                column: Some(u32::from(column)),
                ..none
            },
            Place::Page {
                page,
                left,
                top,
                right,
                bottom,
                confidence,
            } => PlaceKeys {
                page: Some(page),
                edges: Some([left, top, right, bottom]),
                confidence,
                ..none
            },
        }
    }

    /// The place that the keys without `end_` make up.
    fn place(&self) -> Result<Place, String> {
        if let Some(line) = self.line {
            let column = self.column.unwrap_or(1);
            return Ok(Place::Text { line, column });
        }
        if let Some(name) = &self.cell {
            let (row, column) =
                parse_cell(name).ok_or_else(|| format!("`{name}` is no cell such as `AB12`"))?;
            let sheet = self.sheet.unwrap_or(1);
            return Ok(Place::Sheet { sheet, row, column });
        }
        if let Some(row) = self.row {
            let column = self.column.unwrap_or(1);
            let column = u16::try_from(column).map_err(|_| format!("no column {column}"))?;
            let table = self.table.unwrap_or(1);
            return Ok(Place::Table { table, row, column });
        }
        if let Some(page) = self.page {
            let [left, top, right, bottom] = self.edges.unwrap_or_default();
            return Ok(Place::Page {
                page,
                left,
                top,
                right,
                bottom,
                confidence: self.confidence,
            });
        }
        let incomplete = self.sheet.is_some()
            || self.table.is_some()
            || self.column.is_some()
            || self.edges.is_some()
            || self.confidence.is_some();
        match incomplete {
            true => Err("a place needs a line, a cell, a row or a page".to_owned()),
            false => Ok(Place::Whole),
        }
    }
}

/// The name a spreadsheet gives a cell: row 12, column 28 → `AB12`.
fn cell_name(row: u32, column: u16) -> String {
    let printed = Place::Sheet {
        sheet: 0,
        row,
        column,
    }
    .to_string();
    printed.trim_start_matches("0!").to_owned()
}

/// Row and column of a cell's name; the reverse of [`cell_name`].
fn parse_cell(name: &str) -> Option<(u32, u16)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = name.split_at(digits);
    let row = digits.parse().ok().filter(|row| *row > 0)?;
    let mut column = 0u16;
    for letter in letters.bytes() {
        let value = letter.is_ascii_uppercase().then(|| letter - b'A' + 1)?;
        column = column.checked_mul(26)?.checked_add(u16::from(value))?;
    }
    (column > 0).then_some((row, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_names_a_spreadsheet_shows() {
        for (row, column, name) in [
            (1, 1, "A1"),
            (12, 28, "AB12"),
            (1_048_576, 16_384, "XFD1048576"),
        ] {
            assert_eq!(cell_name(row, column), name);
            assert_eq!(parse_cell(name), Some((row, column)));
        }
        for wrong in ["", "12", "AB", "ab12", "A0", "ZZZZZZ1", "A-1"] {
            assert_eq!(parse_cell(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_extent_of_one_place_has_no_end() {
        let place = Place::Text { line: 5, column: 3 };
        let one = PlaceJson::from(place);
        assert_eq!(
            serde_json::to_string(&one).expect("serializable"),
            r#"{"line":5,"column":3}"#
        );
        assert!(serde_json::from_str::<PlaceJson>(r#"{"column":3}"#).is_err());
    }
}
