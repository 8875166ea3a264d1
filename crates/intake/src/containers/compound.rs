//! Compound files (`[MS-CFB]`), in which Word and Excel kept everything before 2007, and in which
//! they lock newer files with a password.

use std::io::Cursor;

use crate::paper::Container;

/// What a compound file holds: a workbook, a text, a locked file of a newer kind, or none of them.
pub(crate) fn container(bytes: &[u8]) -> Option<Container> {
    let file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let has = |name: &str| file.is_stream(name);
    if has("/WordDocument") {
        Some(Container::Doc)
    } else if has("/Workbook") || has("/Book") {
        Some(Container::Xls)
    } else if has("/EncryptedPackage") {
        Some(Container::Xlsx) // which of the newer kinds cannot be seen; its reader says "locked"
    } else {
        None
    }
}
