//! Why a file could not be read at all. A problem *in* a document is never one of these.

use plumbline_model::Place;

/// Why a source could not be read. The caller knows the file's name and puts it in front.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ReadError {
    /// There is nothing in the file.
    #[error("the file is empty")]
    Empty,
    /// The bytes are a known binary format, or no text in any known encoding.
    #[error("this is {found}, which cannot be read as text")]
    NotText {
        /// What it was taken for (`a PNG image`, `binary data`).
        found: &'static str,
    },
    /// It is locked with a password.
    #[error("{container} file: locked with a password")]
    Locked {
        /// The container.
        container: &'static str,
    },
    /// It is of a known container, but so damaged that nothing can be read.
    #[error("{container} file: damaged: {reason}")]
    Damaged {
        /// The container.
        container: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// A limit was passed.
    #[error("{what}: {found} is over the limit of {limit} at {place}")]
    OverLimit {
        /// What was counted (`bytes`, `cells`, `nesting`).
        what: &'static str,
        /// How many there are, at least.
        found: usize,
        /// How many are allowed.
        limit: usize,
        /// Where the limit was passed.
        place: Place,
    },
    /// Our own JSON, but not in the shape `plumbline schema` describes.
    #[error("not in the shape of the schema: {reason} at {place}")]
    BadJson {
        /// What is wrong.
        reason: String,
        /// Where.
        place: Place,
    },
}
