//! What development needs beside the program itself; the commands are in `main.rs`.

use std::path::{Path, PathBuf};

pub mod corpus;
pub mod fuzz;

/// The checkout whose `cargo xtask` this is. Several may share a target folder, so that cargo is
/// asked when it runs this, rather than when it builds it.
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR");
    let package = package.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&package).join("..")
}
