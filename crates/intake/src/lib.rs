//! From bytes to documents: what a published file says, where it says it, and what of it was not
//! understood.
//!
//! [`read`] goes the whole way: bytes are decoded ([`encoding`]), their container is recognised by
//! content ([`detect`]) and read into a [`paper`] ([`containers`]); one general reader of forms
//! turns the paper into documents, with every piece entered in a [`ledger`]. Pages that are pictures
//! are read by a program for that, where there is one ([`scan`]).

pub mod containers;
pub mod detect;
pub mod encoding;
pub mod error;
mod fold;
mod form;
pub mod ledger;
pub mod limits;
mod numbering;
mod outline;
pub mod paper;
mod reading;
pub mod scan;
mod vocabulary;
mod words;

pub use reading::{Inspection, Reading, inspect, inspect_scans, read};
