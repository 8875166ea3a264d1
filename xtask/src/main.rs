//! Development tasks: `cargo xtask --help`.

mod codegen;
mod new_rule;
mod program;
mod registry;
mod rule_pages;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::corpus::{self, Layout};
use xtask::fuzz;

/// Development tasks.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Writes a corpus of performance targets of an invented county, in mixed layouts.
    Corpus {
        /// How many projects, ten indicators each.
        #[arg(long, default_value_t = 1_000)]
        projects: usize,
        /// The same seed gives the same files.
        #[arg(long, default_value_t = 7)]
        seed: u64,
        /// Folder to write to.
        #[arg(long)]
        out: PathBuf,
    },
    /// Makes the lists of rules, and the pages in `docs/reference` and `docs/rules`, from folders,
    /// data and what the program says.
    Codegen {
        /// Write nothing, and fail if a page is stale.
        #[arg(long)]
        check: bool,
    },
    /// Writes the file of a new rule, under the next code of its family.
    NewRule {
        /// Folder or letter of the family (`value` or `V`).
        family: String,
        /// The defect, as in `blank-value`.
        name: String,
    },
    /// Looks for bytes that break what must hold for any bytes (see the folder `fuzz`).
    Fuzz {
        /// How many inputs to try on each target.
        #[arg(long, default_value_t = 10_000)]
        runs: u64,
        /// The same seed tries the same inputs.
        #[arg(long, default_value_t = 1)]
        seed: u32,
        /// Only this target.
        #[arg(long)]
        target: Option<String>,
    },
}

fn main() -> ExitCode {
    let done = match Cli::parse().task {
        Task::Corpus {
            projects,
            seed,
            out,
        } => write_corpus(projects, seed, &out),
        Task::Codegen { check: false } => codegen::run(codegen::Mode::Write),
        Task::Codegen { check: true } => codegen::run(codegen::Mode::Check),
        Task::NewRule { family, name } => new_rule::run(&family, &name),
        Task::Fuzz { runs, seed, target } => fuzz::run(runs, seed, target.as_deref()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write_corpus(projects: usize, seed: u64, out: &Path) -> Result<(), Box<dyn Error>> {
    let files = corpus::files(projects, seed, &Layout::ALL);
    let written =
        corpus::write(files, out).map_err(|error| format!("{}: {error}", out.display()))?;
    println!(
        "{}: {} files, {} projects, {} indicators, {} bytes",
        out.display(),
        written.files,
        written.projects,
        written.indicators,
        written.bytes
    );
    Ok(())
}
