//! The commands, a file each.

mod asked;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod convert;
pub(crate) mod explain;
mod fix;
pub(crate) mod forms;
pub(crate) mod inspect;
pub(crate) mod opinion;
pub(crate) mod read;
pub(crate) mod render;
pub(crate) mod rules;
pub(crate) mod schema;
pub(crate) mod value;
