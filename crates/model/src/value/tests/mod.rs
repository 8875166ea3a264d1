//! Tests of the target value compiler as a whole.

mod properties;
mod table;
