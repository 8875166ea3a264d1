//! From documents to findings: what a careful reviewer would ask about, with place, reason, remedy
//! and basis. A rule is one file under `rules/`; it sees the model and never paper, and reads
//! neither files nor the clock.

pub mod acts;
pub mod arithmetic;
pub mod baseline;
pub mod by_hand;
pub mod case;
mod check;
pub mod facts;
pub mod findings;
mod hide;
pub mod level;
pub mod local;
pub mod mask;
pub mod opinion;
pub mod profile;
mod profile_files;
pub mod row;
pub mod rule;
pub mod rules;
pub mod selection;
pub mod together;
pub mod volume;
pub mod waiver;
pub mod words;

#[cfg(test)]
mod example;
#[cfg(test)]
mod tests;

pub use check::{Checked, Checker, ProfileChoice};
pub use profile::Profile;
pub use rule::Rule;
pub use selection::{Selection, UnknownCode};
