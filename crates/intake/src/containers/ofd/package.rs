//! The parts of an OFD package by name.

use crate::containers::archive::{Archive, resolved};
use crate::containers::xml::Part;
use crate::error::ReadError;

/// A part without which the document can be read; a damaged one is as good as none.
pub(super) fn optional(archive: &mut Archive, name: &str) -> Result<Option<Part>, ReadError> {
    match Part::unpack(archive, name) {
        Err(ReadError::Damaged { .. }) => Ok(None),
        part => part,
    }
}

/// The name of a part that another part names: from the root of the package if it begins with a
/// slash, otherwise from the folder of the other.
pub(super) fn joined(from: &str, to: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    resolved(folder, &to.trim().replace('\\', "/"))
}
