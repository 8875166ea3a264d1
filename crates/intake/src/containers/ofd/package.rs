//! The parts of an OFD package by name.

use crate::containers::archive::Archive;
use crate::error::ReadError;

/// A package.
pub(super) struct Package<'a> {
    archive: Archive<'a>,
    /// The text of the part that was unpacked last.
    text: String,
}

impl<'a> Package<'a> {
    pub(super) fn new(archive: Archive<'a>) -> Self {
        Package {
            archive,
            text: String::new(),
        }
    }

    /// The text of a part, or none if there is none of this name.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<&str>, ReadError> {
        let Some(bytes) = self.archive.part(name)? else {
            return Ok(None);
        };
        self.text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        };
        Ok(Some(self.text.trim_start_matches('\u{FEFF}')))
    }

    /// The same for a part without which the document can be read; a damaged one is as good as
    /// none.
    pub(super) fn optional(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        match self.text(name) {
            Ok(source) => Ok(source.map(str::to_owned)),
            Err(ReadError::Damaged { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// The name of a part that another part names: from the root of the package if it begins with a
/// slash, otherwise from the folder of the other.
pub(super) fn joined(from: &str, to: &str) -> String {
    let to = to.trim().replace('\\', "/");
    let folder = match (to.starts_with('/'), from.rsplit_once('/')) {
        (false, Some((folder, _))) => folder,
        _ => "",
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(to.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}
