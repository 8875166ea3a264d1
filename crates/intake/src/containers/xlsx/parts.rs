//! The parts that all sheets of a workbook share: which sheets there are, strings, styles.

use std::borrow::Cow;

use super::super::archive::Archive;
use super::super::relations::Relations;
use super::super::workbook::strings::Strings;
use super::super::workbook::styles::Styles;
use super::super::xml::{Damage, Part, Piece, Xml};
use super::notation::says_yes;
use super::strings;
use crate::error::ReadError;

/// What all sheets of a workbook share.
pub(super) struct Workbook {
    pub(super) sheets: Vec<Entry>,
    pub(super) strings: Strings,
    pub(super) styles: Styles,
    /// Days are counted from 1904.
    pub(super) from_1904: bool,
}

/// A sheet in the list of sheets.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) hidden: bool,
    /// The name of its part.
    pub(super) part: String,
}

impl Workbook {
    /// Reads what is no sheet. None if there is no workbook in the archive.
    pub(super) fn read(archive: &mut Archive) -> Result<Option<Workbook>, ReadError> {
        let root = Relations::of(archive, "", Damage::Ends)?;
        let name = root.first("officeDocument").unwrap_or("xl/workbook.xml");
        if name.ends_with(".bin") {
            return Ok(None);
        }
        let Some(part) = Part::unpack(archive, name)? else {
            return Ok(None);
        };
        let relations = Relations::of(archive, name, Damage::Ends)?;
        let mut part_of_kind = |kind: &str| match relations.first(kind) {
            Some(name) => Part::unpack(archive, name),
            None => Ok(None),
        };
        let mut workbook = Workbook {
            sheets: Vec::new(),
            strings: Strings::default(),
            styles: Styles::default(),
            from_1904: false,
        };
        workbook.list_sheets(&part, &relations)?;
        if let Some(part) = part_of_kind("sharedStrings")? {
            workbook.strings = strings::read(&part)?;
        }
        if let Some(part) = part_of_kind("styles")? {
            workbook.styles = styles(&part)?;
        }
        Ok(Some(workbook))
    }

    fn list_sheets(&mut self, part: &Part, relations: &Relations) -> Result<(), ReadError> {
        let mut xml = Xml::new(part, Damage::Ends);
        while let Some(piece) = xml.next()? {
            let Piece::Open(element) = piece else {
                continue;
            };
            match element.name() {
                "workbookPr" => self.from_1904 = says_yes(&element, "date1904"),
                "sheet" => {
                    let relation = element.attribute("id").and_then(|id| relations.get(&id));
                    // A sheet that is a chart or a dialogue has no cells.
                    let Some(relation) = relation.filter(|r| r.kind == "worksheet") else {
                        continue;
                    };
                    let state = element.attribute("state");
                    let name = element.attribute("name");
                    self.sheets.push(Entry {
                        name: name.map(Cow::into_owned).unwrap_or_default(),
                        hidden: state.is_some_and(|state| state != "visible"),
                        part: relation.target.clone(),
                    });
                }
                _ => {}
            }
        }
        Ok(())
    }
}

fn styles(part: &Part) -> Result<Styles, ReadError> {
    let mut styles = Styles::default();
    let mut xml = Xml::new(part, Damage::Ends);
    let mut borders: Vec<bool> = Vec::new();
    while let Some(piece) = xml.next()? {
        let Piece::Open(element) = piece else {
            continue;
        };
        match (xml.around(1), element.name()) {
            (_, "numFmt") => {
                let code = element.attribute("formatCode");
                if let (Some(id), Some(code)) = (element.number("numFmtId"), code) {
                    styles.add_format(id, code.into_owned());
                }
            }
            (_, "border") => borders.push(false),
            ("border", "left" | "right" | "start" | "end" | "top" | "bottom") => {
                let drawn = element
                    .attribute("style")
                    .is_some_and(|style| style != "none");
                if let Some(border) = borders.last_mut() {
                    *border |= drawn;
                }
            }
            ("cellXfs", "xf") => {
                let border = element.number("borderId").unwrap_or(0usize);
                let ruled = borders.get(border).copied().unwrap_or(false);
                styles.add(element.number("numFmtId").unwrap_or(0), ruled);
            }
            _ => {}
        }
    }
    Ok(styles)
}
