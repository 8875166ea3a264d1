//! The arithmetic sense of a document: unit prices, quantities and durations are typed by their
//! dimensions, those that together yield money are multiplied, and the products stand beside the
//! budget with the terms they were made of.
//!
//! Prices come from cost indicators, quantities from the other indicators, from names (`书记17人`)
//! and from the goals. What cannot be matched without guessing is said to be open, never assumed.

mod bill;
mod count;
mod formula;
mod interval;
mod matching;
mod price;
mod prizes;
mod verdict;

pub use bill::{Bill, Factor, Line, Missing, shown_interval};
pub use count::{Count, Origin};
pub use formula::{Formula, formulas};
pub use interval::Interval;
pub use price::{Per, Price, Scope, yuan_of};
pub use prizes::{Prize, of_value as prizes_of};
pub use verdict::{Verdict, report};
