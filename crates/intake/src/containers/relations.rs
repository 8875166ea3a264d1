//! Which part of an Office file belongs to another, and as what (ECMA-376, part 2)?

use std::collections::HashMap;

use super::archive::{Archive, resolved};
use super::xml::{Damage, Part, Piece, Xml};
use crate::error::ReadError;

/// What a part refers to.
#[derive(Default)]
pub(super) struct Relations {
    /// In the order of the file.
    pub(super) all: Vec<Relation>,
    by_id: HashMap<String, usize>,
}

/// One reference of a part.
pub(super) struct Relation {
    /// The last word of its kind: `worksheet`, `comments`.
    pub(super) kind: String,
    /// The name of the part; of what lies outside, its address.
    pub(super) target: String,
}

impl Relations {
    /// Reads what a part (or the whole file, without name) refers to.
    pub(super) fn of(
        archive: &mut Archive,
        name: &str,
        if_damaged: Damage,
    ) -> Result<Relations, ReadError> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let mut relations = Relations::default();
        let at = resolved(folder, &format!("_rels/{file}.rels"));
        let Some(part) = Part::unpack(archive, &at)? else {
            return Ok(relations);
        };
        let mut xml = Xml::new(&part, if_damaged);
        while let Some(piece) = xml.next()? {
            let Piece::Open(element) = piece else {
                continue;
            };
            let (Some(kind), Some(target)) =
                (element.attribute("Type"), element.attribute("Target"))
            else {
                continue;
            };
            let is_outside = element.attribute("TargetMode").as_deref() == Some("External");
            let target = match is_outside {
                true => target.into_owned(),
                false => resolved(folder, &target),
            };
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            if let Some(id) = element.attribute("Id") {
                let at = relations.all.len();
                relations.by_id.insert(id.into_owned(), at);
            }
            relations.all.push(Relation { kind, target });
        }
        Ok(relations)
    }

    /// The first target of a kind.
    pub(super) fn first(&self, kind: &str) -> Option<&str> {
        let found = self.all.iter().find(|relation| relation.kind == kind);
        found.map(|relation| relation.target.as_str())
    }

    /// What is referred to by this name.
    pub(super) fn get(&self, id: &str) -> Option<&Relation> {
        self.all.get(*self.by_id.get(id)?)
    }

    /// The target of what is referred to by this name; empty if there is nothing.
    pub(super) fn target(&self, id: &str) -> &str {
        self.get(id).map_or("", |relation| &relation.target)
    }
}
