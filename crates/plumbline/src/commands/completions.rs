//! `plumbline completions`: a completion script for a shell.

use std::io::{self, Write};

use crate::Outcome;
use crate::cli::CompletionsArgs;
use crate::help;
use crate::message::Lang;

pub(crate) fn run(args: &CompletionsArgs, lang: Lang) -> io::Result<Outcome> {
    let mut command = help::command(lang);
    let name = command.get_name().to_owned();
    // The generator stops the program if it cannot write, so it writes to memory.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, name, &mut script);
    let mut out = io::stdout().lock();
    out.write_all(&script)?;
    out.flush()?;
    Ok(Outcome::Done)
}
