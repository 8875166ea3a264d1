//! `plumbline schema`: the JSON Schema of the JSON output.

use std::io::{self, Write};

use crate::Outcome;

pub(crate) fn run() -> io::Result<Outcome> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &plumbline_model::json::schema())?;
    writeln!(out)?;
    out.flush()?;
    Ok(Outcome::Done)
}
