//! From documents of the model to the official forms, in the formats that offices use.
//!
//! A *form* (`official/forms/*.toml`) says how a kind of document is laid out. Filling it in gives
//! a [`composition`]: paragraphs and tables, no format yet. Each format is one writer of
//! compositions.

pub mod composition;
pub mod docx;
mod fill;
pub mod fonts;
pub mod form;
pub mod html;
pub mod markdown;
pub mod ofd;
pub mod pdf;
pub mod room;
mod text;
mod typeset;
mod written;
pub mod xlsx;

pub use fill::{Blank, blank, fill};
pub use written::{Warning, WriteError, Written};
