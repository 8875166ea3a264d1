//! The parts that all sheets of a workbook share: which sheets there are, strings, styles.

use std::collections::HashMap;

use super::super::archive::Archive;
use super::super::workbook::strings::Strings;
use super::super::workbook::styles::Styles;
use super::strings;
use super::xml::{Name, Node, Part, attribute, number, says_yes};
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

/// What a part refers to.
pub(super) struct Relation {
    id: String,
    /// The last word of its kind: `worksheet`, `comments`.
    pub(super) kind: String,
    /// The name of the part.
    pub(super) target: String,
}

/// A part as text. All programs write UTF-8.
pub(super) fn text(archive: &mut Archive, name: &str) -> Result<Option<String>, ReadError> {
    let Some(bytes) = archive.part(name)? else {
        return Ok(None);
    };
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    Ok(Some(text))
}

impl Workbook {
    /// Reads what is no sheet. None if there is no workbook in the archive.
    pub(super) fn read(archive: &mut Archive) -> Result<Option<Workbook>, ReadError> {
        let root = relations(archive, "")?;
        let document = root.iter().find(|r| r.kind == "officeDocument");
        let name = document.map_or("xl/workbook.xml", |r| r.target.as_str());
        let Some(source) = text(archive, name)?.filter(|_| !name.ends_with(".bin")) else {
            return Ok(None);
        };
        let relations = relations(archive, name)?;
        let of_kind = |kind: &str| relations.iter().find(|r| r.kind == kind);
        let mut read = |kind: &str| match of_kind(kind) {
            Some(relation) => text(archive, &relation.target),
            None => Ok(None),
        };
        let strings = read("sharedStrings")?.map(|text| strings::read(&text));
        let styles = read("styles")?.map(|text| styles(&text));
        let mut workbook = Workbook {
            sheets: Vec::new(),
            strings: strings.unwrap_or_default(),
            styles: styles.unwrap_or_default(),
            from_1904: false,
        };
        workbook.list_sheets(&source, &relations);
        Ok(Some(workbook))
    }

    fn list_sheets(&mut self, source: &str, relations: &[Relation]) {
        let by_id: HashMap<&str, &Relation> = relations.iter().map(|r| (&*r.id, r)).collect();
        let mut part = Part::new(source);
        while let Some(node) = part.next() {
            let Node::Start(start) = node else { continue };
            match start.local_name().as_ref() {
                "workbookPr" => self.from_1904 = says_yes(&start, "date1904"),
                "sheet" => {
                    let id = attribute(&start, "id").unwrap_or_default();
                    let relation = by_id.get(&*id);
                    // A sheet that is a chart or a dialogue has no cells.
                    let Some(relation) = relation.filter(|r| r.kind == "worksheet") else {
                        continue;
                    };
                    let state = attribute(&start, "state");
                    self.sheets.push(Entry {
                        name: attribute(&start, "name").unwrap_or_default().into_owned(),
                        hidden: state.is_some_and(|state| state != "visible"),
                        part: relation.target.clone(),
                    });
                }
                _ => {}
            }
        }
    }
}

/// What a part refers to; the archive as a whole has no name.
pub(super) fn relations(archive: &mut Archive, part: &str) -> Result<Vec<Relation>, ReadError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = format!("{folder}/_rels/{file}.rels");
    let Some(source) = text(archive, &name)? else {
        return Ok(Vec::new());
    };
    let mut relations = Vec::new();
    let mut part = Part::new(&source);
    while let Some(node) = part.next() {
        let Node::Start(start) = node else { continue };
        let is_relation = start.local_name().as_ref() == "Relationship";
        let is_outside = || attribute(&start, "TargetMode").is_some_and(|m| m == "External");
        if !is_relation || is_outside() {
            continue;
        }
        let kind = attribute(&start, "Type").unwrap_or_default();
        let target = attribute(&start, "Target").unwrap_or_default();
        relations.push(Relation {
            id: attribute(&start, "Id").unwrap_or_default().into_owned(),
            kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
            target: resolved(folder, &target),
        });
    }
    Ok(relations)
}

/// The name of a part from that of another part's folder.
fn resolved(folder: &str, target: &str) -> String {
    let from_root = target.starts_with('/');
    let mut path: Vec<&str> = match from_root {
        true => Vec::new(),
        false => folder
            .split('/')
            .filter(|piece| !piece.is_empty())
            .collect(),
    };
    for piece in target.split('/') {
        match piece {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            piece => path.push(piece),
        }
    }
    path.join("/")
}

fn styles(source: &str) -> Styles {
    let mut styles = Styles::default();
    let mut part = Part::new(source);
    let mut borders: Vec<bool> = Vec::new();
    let mut in_cell_styles = false;
    while let Some(node) = part.next() {
        match node {
            Node::Start(start) => match start.local_name().as_ref() {
                "numFmt" => {
                    if let (Some(id), Some(code)) =
                        (number(&start, "numFmtId"), attribute(&start, "formatCode"))
                    {
                        styles.add_format(id, code.into_owned());
                    }
                }
                "border" => borders.push(false),
                "left" | "right" | "top" | "bottom" => {
                    let drawn = attribute(&start, "style").is_some_and(|style| style != "none");
                    if let Some(border) = borders.last_mut() {
                        *border |= drawn;
                    }
                }
                "cellXfs" => in_cell_styles = true,
                "xf" if in_cell_styles => {
                    let border = number(&start, "borderId").unwrap_or(0);
                    let ruled = borders.get(border as usize).copied().unwrap_or(false);
                    styles.add(number(&start, "numFmtId").unwrap_or(0), ruled);
                }
                _ => {}
            },
            Node::End(Name::Styles) => in_cell_styles = false,
            _ => {}
        }
    }
    styles
}
