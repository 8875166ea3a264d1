//! Which part of the file belongs to another, and as what?

use std::collections::HashMap;

use super::xml::{Piece, Xml};
use crate::error::ReadError;
use crate::limits::Limits;

/// What a part refers to.
#[derive(Default)]
pub(super) struct Relations {
    /// Kind and target, in order.
    all: Vec<(String, String)>,
    by_id: HashMap<String, usize>,
}

impl Relations {
    /// The first target of a kind.
    pub(super) fn first(&self, kind: &str) -> Option<&str> {
        let found = self.all.iter().find(|(found, _)| found == kind);
        found.map(|(_, target)| target.as_str())
    }

    /// The target of a reference.
    pub(super) fn target(&self, id: &str) -> Option<&str> {
        let (_, target) = self.all.get(*self.by_id.get(id)?)?;
        Some(target)
    }
}

/// The name of the part in which it stands what a part (or the whole file, without name) refers to.
pub(super) fn part_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    join(folder, &format!("_rels/{name}.rels"))
}

/// Reads what a part refers to.
pub(super) fn read(name: &str, text: &str, limits: &Limits) -> Result<Relations, ReadError> {
    let folder = name.rsplit_once("_rels/").map_or("", |(folder, _)| folder);
    let mut relations = Relations::default();
    let mut xml = Xml::new(name, text, limits);
    while let Some(piece) = xml.next()? {
        let Piece::Open(element) = piece else {
            continue;
        };
        let (Some(id), Some(kind), Some(target)) = (
            element.attribute("Id"),
            element.attribute("Type"),
            element.attribute("Target"),
        ) else {
            continue;
        };
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        let is_outside = element.attribute("TargetMode").as_deref() == Some("External");
        let target = match is_outside {
            true => target,
            false => join(folder, &target),
        };
        relations.by_id.insert(id, relations.all.len());
        relations.all.push((kind, target));
    }
    Ok(relations)
}

/// The name of a part that is named relative to a folder.
pub(super) fn join(folder: &str, target: &str) -> String {
    let (folder, target) = match target.strip_prefix('/') {
        Some(target) => ("", target),
        None => (folder, target),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => _ = steps.pop(),
            step => steps.push(step),
        }
    }
    steps.join("/")
}
