//! The commands, a file each.

pub(crate) mod completions;
pub(crate) mod inspect;
pub(crate) mod read;
pub(crate) mod schema;
pub(crate) mod value;
