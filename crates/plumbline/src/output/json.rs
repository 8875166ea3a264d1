//! All data as JSON: an object for people to look at, or a line.

use std::io::{self, Write};

use plumbline_model::json::{Layout, Source, write_json};

pub(crate) fn object(source: &Source, to: &mut dyn Write) -> io::Result<()> {
    write_json(source, Layout::Indented, &mut *to)?;
    to.write_all(b"\n")
}

pub(crate) fn line(source: &Source, to: &mut dyn Write) -> io::Result<()> {
    write_json(source, Layout::Line, &mut *to)?;
    to.write_all(b"\n")
}
