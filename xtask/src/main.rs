//! Development tasks: `cargo xtask --help`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::corpus::{self, Layout};

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
}

fn main() -> ExitCode {
    let done = match Cli::parse().task {
        Task::Corpus {
            projects,
            seed,
            out,
        } => corpus::write(corpus::files(projects, seed, &Layout::ALL), &out)
            .map(|written| {
                println!(
                    "{}: {} files, {} projects, {} indicators, {} bytes",
                    out.display(),
                    written.files,
                    written.projects,
                    written.indicators,
                    written.bytes
                );
            })
            .map_err(|error| format!("{}: {error}", out.display())),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}
