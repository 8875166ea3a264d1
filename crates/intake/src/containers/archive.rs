//! ZIP archives (XLSX, DOCX, OFD), opened without trusting them: what their parts may unpack to is
//! bounded together, whatever the directory of the archive says.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{Cursor, Read};

use plumbline_model::Place;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::Container;

/// Parts of an archive, at most. A workbook of a thousand sheets has some three thousand.
const PARTS_MAX: usize = 100_000;
/// What an archive says of the length of a part is believed up to here; room for more is made when
/// it is there.
const EXPECTED_MAX: u64 = 1 << 20;

/// What an archive holds, by the names of its parts.
pub(crate) fn container(bytes: &[u8]) -> Option<Container> {
    let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    let has_any = |start: &str| {
        let names = archive.file_names().take(PARTS_MAX);
        let mut names = names.filter_map(Result::ok);
        names.any(|name| name.starts_with(start))
    };
    if has_any("xl/workbook.") {
        Some(Container::Xlsx)
    } else if has_any("word/document") {
        Some(Container::Docx)
    } else if has("OFD.xml") {
        Some(Container::Ofd)
    } else {
        None
    }
}

/// An archive.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    container: Container,
    /// Where parts are, by their names in small letters.
    parts: HashMap<String, usize>,
    limit: usize,
    depth_max: usize,
    /// Bytes that may still be unpacked.
    left: usize,
}

impl<'a> Archive<'a> {
    /// Opens an archive; nothing is unpacked yet.
    pub(super) fn open(
        container: Container,
        bytes: &'a [u8],
        limits: &Limits,
    ) -> Result<Self, ReadError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged(container, &e))?;
        if zip.len() > PARTS_MAX {
            return Err(ReadError::OverLimit {
                what: "parts",
                found: zip.len(),
                limit: PARTS_MAX,
                place: Place::Whole,
            });
        }
        let names = zip.file_names().enumerate();
        let parts = names.filter_map(|(i, name)| Some((name.ok()?.to_ascii_lowercase(), i)));
        Ok(Archive {
            parts: parts.collect(),
            zip,
            container,
            limit: limits.unpacked_max,
            depth_max: limits.depth_max,
            left: limits.unpacked_max,
        })
    }

    /// The names of all parts, in the order of the archive.
    pub(super) fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.zip.file_names().filter_map(Result::ok)
    }

    /// What the archive is known to be.
    pub(super) fn container(&self) -> Container {
        self.container
    }

    /// How deep elements may be nested in its parts.
    pub(super) fn depth_max(&self) -> usize {
        self.depth_max
    }

    /// A part unpacked, or none if there is none of this name (case matters not, as in Office).
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(index) = self.index(name) else {
            return Ok(None);
        };
        let container = self.container;
        let file = self
            .zip
            .by_index(index)
            .map_err(|e| damaged(container, &e))?;
        let left = self.left;
        let expected = file.size().min(EXPECTED_MAX).min(left as u64);
        let mut bytes = Vec::with_capacity(expected as usize);
        file.take(left as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(|e| {
                let reason = format!("{name}: {e}");
                let container = container.name();
                ReadError::Damaged { container, reason }
            })?;
        if bytes.len() > left {
            return Err(ReadError::OverLimit {
                what: "unpacked bytes",
                found: self.limit - left + bytes.len(),
                limit: self.limit,
                place: Place::Whole,
            });
        }
        self.left = left - bytes.len();
        Ok(Some(bytes))
    }

    fn index(&self, name: &str) -> Option<usize> {
        let name = name.trim_start_matches('/');
        self.parts.get(&name.to_ascii_lowercase()).copied()
    }
}

/// The name of a part that is named from a folder, or, after a slash, from the root.
pub(super) fn resolved(folder: &str, target: &str) -> String {
    let folder = if target.starts_with('/') { "" } else { folder };
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

fn damaged(container: Container, error: &ZipError) -> ReadError {
    let container = container.name();
    match error {
        ZipError::UnsupportedArchive(reason) if *reason == ZipError::PASSWORD_REQUIRED => {
            ReadError::Locked { container }
        }
        error => ReadError::Damaged {
            container,
            reason: error.to_string(),
        },
    }
}
