//! Findings as JSON: for people to look at, or on a line.

use std::io::{self, Write};

use serde::Serialize;

use crate::report::Report;

pub(crate) fn value(value: &impl Serialize, to: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *to, value)?;
    to.write_all(b"\n")
}

pub(crate) fn line(report: &Report, to: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *to, report)?;
    to.write_all(b"\n")
}
