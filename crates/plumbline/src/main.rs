//! Plumbline, the program: reads Chinese government budget performance documents.

mod batch;
mod catalogue;
mod cli;
mod commands;
mod fix;
mod help;
mod message;
mod ocr;
mod opinion;
mod output;
mod own;
mod progress;
mod reading;
mod redact;
mod report;
mod sources;

use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::FromArgMatches;
use mimalloc::MiMalloc;

use cli::{Cli, Command};
use message::{Lang, Problem, io_problem};

/// Documents are many small pieces, which this allocator makes and drops faster (record 18).
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// How a command ended, if it was not stopped by a failure of its output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All was done.
    Done,
    /// All was done, and there is something to tell: findings, or with `--strict` something unread
    /// or unclear.
    Found,
    /// Something could not be done; it has been said what.
    Failed,
}

impl Outcome {
    /// That of a command that a problem stopped; says what it was.
    pub(crate) fn of(problem: &Problem) -> Outcome {
        let _ = writeln!(io::stderr(), "{problem}");
        Outcome::Failed
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Done => 0,
            Outcome::Found => 1,
            Outcome::Failed => 2,
        })
    }
}

fn main() -> ExitCode {
    reading::hush_guarded_panics();
    let args: Vec<_> = env::args_os().collect();
    let lang = Lang::chosen(
        args.iter().map(|arg| arg.to_string_lossy().into_owned()),
        env::var("PLUMBLINE_LANG").ok().as_deref(),
    );
    let parsed = help::command(lang)
        .try_get_matches_from(args)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) if !error.use_stderr() => {
            return finish(error.print().map(|()| Outcome::Done), lang);
        }
        Err(error) => {
            let _ = write!(io::stderr(), "{}", message::usage_problem(lang, &error));
            return Outcome::Failed.into();
        }
    };
    let result = match cli.command {
        Command::Read(args) => commands::read::run(&args, lang),
        Command::Check(args) => commands::check::run(&args, lang),
        Command::Opinion(args) => commands::opinion::run(&args, lang),
        Command::Render(args) => commands::render::run(&args, lang),
        Command::Convert(args) => commands::convert::run(&args, lang),
        Command::Forms(args) => commands::forms::run(&args, lang),
        Command::Explain(args) => commands::explain::run(&args, lang),
        Command::Rules(args) => commands::rules::run(&args, lang),
        Command::Inspect(args) => commands::inspect::run(&args, lang),
        Command::Value(args) => commands::value::run(&args, lang),
        Command::Schema(args) => commands::schema::run(&args),
        Command::Completions(args) => commands::completions::run(&args, lang),
    };
    finish(result, lang)
}

/// A reader that closed the pipe has seen enough: that is no error.
fn finish(result: io::Result<Outcome>, lang: Lang) -> ExitCode {
    match result {
        Ok(outcome) => outcome.into(),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Outcome::Done.into(),
        Err(error) => {
            let output = lang.pick("输出", "output");
            Outcome::of(&io_problem(lang, output, &error)).into()
        }
    }
}
