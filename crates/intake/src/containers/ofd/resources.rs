//! What pages of an OFD document share: templates, and graphics that are used again.

use std::collections::HashMap;

use super::package::{joined, optional};
use super::tree::{self, Element};
use crate::containers::archive::Archive;
use crate::containers::xml::Part;
use crate::error::ReadError;

/// The parts that hold it, unpacked.
#[derive(Default)]
pub(super) struct Sources {
    /// With ID and level.
    templates: Vec<(String, String, Part)>,
    files: Vec<Part>,
}

impl Sources {
    /// Unpacks what a document names in its common data.
    pub(super) fn read(
        archive: &mut Archive,
        common: Option<&Element>,
        document: &str,
    ) -> Result<Sources, ReadError> {
        let mut sources = Sources::default();
        for named in common.into_iter().flat_map(Element::children) {
            let place = match named.name() {
                "TemplatePage" => named.attribute("BaseLoc").unwrap_or_default(),
                "PublicRes" | "DocumentRes" => named.text.trim().into(),
                _ => continue,
            };
            let Some(part) = optional(archive, &joined(document, &place))? else {
                continue;
            };
            if named.name() == "TemplatePage" {
                let attribute = |name| named.attribute(name).unwrap_or_default().into_owned();
                let (id, level) = (attribute("ID"), attribute("ZOrder"));
                sources.templates.push((id, level, part));
            } else {
                sources.files.push(part);
            }
        }
        Ok(sources)
    }
}

/// A page that lies under or over others.
pub(super) struct Template<'s> {
    pub(super) page: Element<'s>,
    /// `Background` or `Foreground`.
    pub(super) level: &'s str,
}

/// What pages share, by IDs.
pub(super) struct Resources<'s> {
    pub(super) templates: HashMap<&'s str, Template<'s>>,
    pub(super) graphics: HashMap<String, Element<'s>>,
}

impl<'s> Resources<'s> {
    pub(super) fn of(sources: &'s Sources) -> Result<Self, ReadError> {
        let mut templates = HashMap::new();
        for (id, level, part) in &sources.templates {
            if let Some(page) = tree::parse(Some(part))? {
                templates.insert(id.as_str(), Template { page, level });
            }
        }
        let mut graphics = HashMap::new();
        for part in &sources.files {
            let root = tree::parse(Some(part))?;
            let lists = root.into_iter().flat_map(Element::into_children);
            let lists = lists.filter(|list| list.name() == "CompositeGraphicUnits");
            for unit in lists.flat_map(Element::into_children) {
                let id = unit.attribute("ID").unwrap_or_default().into_owned();
                graphics.insert(id, unit);
            }
        }
        Ok(Resources {
            templates,
            graphics,
        })
    }
}
