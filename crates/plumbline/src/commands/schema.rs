//! `plumbline schema`: the JSON Schema of the JSON output.

use std::io::{self, Write};

use plumbline_model::json;

use crate::Outcome;
use crate::cli::{SchemaArgs, SchemaOf};
use crate::report::Report;

pub(crate) fn run(args: &SchemaArgs) -> io::Result<Outcome> {
    let schema = match args.of {
        SchemaOf::Documents => json::schema(),
        SchemaOf::Findings => json::schema_of::<Report>(),
    };
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &schema)?;
    writeln!(out)?;
    out.flush()?;
    Ok(Outcome::Done)
}
