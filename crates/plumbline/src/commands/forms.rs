//! `plumbline forms`: the forms that documents can be rendered in.

use std::io::{self, Write};

use crate::Outcome;
use crate::cli::{FormsArgs, TextOrJson};
use crate::message::Lang;
use crate::output::forms;

pub(crate) fn run(args: &FormsArgs, lang: Lang) -> io::Result<Outcome> {
    let mut out = io::stdout().lock();
    match args.format {
        TextOrJson::Text => forms::text(lang, &mut out)?,
        TextOrJson::Json => forms::json(&mut out)?,
    }
    out.flush()?;
    Ok(Outcome::Done)
}
