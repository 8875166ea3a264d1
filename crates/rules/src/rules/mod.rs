//! All rules, one file each. Made by `cargo xtask codegen`; do not edit.

use crate::rule::Rule;


/// All rules, by family and file.
#[rustfmt::skip]
pub static ALL: &[&Rule] = &[
];
