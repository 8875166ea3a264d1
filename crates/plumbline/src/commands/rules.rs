//! `plumbline rules`: everything that is checked, and what is left to a person.

use std::io::{self, Write};

use crate::Outcome;
use crate::catalogue::Catalogue;
use crate::cli::{CatalogueFormat, RulesArgs};
use crate::message::Lang;
use crate::output::rules::{csv, markdown, text};

pub(crate) fn run(args: &RulesArgs, lang: Lang) -> io::Result<Outcome> {
    let catalogue = Catalogue::all(lang);
    let mut to = Vec::new();
    match args.format {
        CatalogueFormat::Text => text::list(&catalogue, lang, &mut to)?,
        CatalogueFormat::Markdown => markdown::list(&catalogue, lang, &mut to)?,
        CatalogueFormat::Csv => csv::list(&catalogue, lang, &mut to)?,
        CatalogueFormat::Json => {
            serde_json::to_writer_pretty(&mut to, &catalogue)?;
            to.push(b'\n');
        }
    }
    io::stdout().lock().write_all(&to)?;
    Ok(Outcome::Done)
}
