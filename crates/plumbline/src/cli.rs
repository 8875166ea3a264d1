//! The arguments of the command line. What they mean to a person is in `help.rs`, in every
//! language.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::message::Lang;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "plumbline", version)]
pub(crate) struct Cli {
    /// Language of messages. It is looked up before the rest is parsed ([`Lang::chosen`]), and
    /// stands here to be known and checked.
    #[arg(long, global = true, value_enum)]
    pub(crate) lang: Option<Lang>,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Read(ReadArgs),
    Inspect(InspectArgs),
    Value(ValueArgs),
    Schema,
    Completions(CompletionsArgs),
}

/// Arguments of `read`.
#[derive(Debug, Args)]
pub(crate) struct ReadArgs {
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = ReadFormat::Text)]
    pub(crate) format: ReadFormat,
    #[arg(long)]
    pub(crate) out: Option<PathBuf>,
    #[arg(long)]
    pub(crate) strict: bool,
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: Option<u16>,
    #[arg(long, value_parser = parse_bytes)]
    pub(crate) max_bytes: Option<usize>,
}

/// Arguments of `inspect`.
#[derive(Debug, Args)]
pub(crate) struct InspectArgs {
    pub(crate) file: PathBuf,
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    pub(crate) format: TextOrJson,
    #[arg(long, value_parser = parse_bytes)]
    pub(crate) max_bytes: Option<usize>,
}

/// Arguments of `value`.
#[derive(Debug, Args)]
pub(crate) struct ValueArgs {
    #[arg(required = true, allow_hyphen_values = true)]
    pub(crate) texts: Vec<String>,
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    pub(crate) format: TextOrJson,
    #[arg(long)]
    pub(crate) strict: bool,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

/// In which form `read` writes what it read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReadFormat {
    Text,
    Json,
    Jsonl,
    Csv,
    Markdown,
}

impl ReadFormat {
    /// Extension of files in this form.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            ReadFormat::Text => "txt",
            ReadFormat::Json => "json",
            ReadFormat::Jsonl => "jsonl",
            ReadFormat::Csv => "csv",
            ReadFormat::Markdown => "md",
        }
    }
}

/// For people or for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextOrJson {
    Text,
    Json,
}

/// A number of bytes: `5000000`, `500K`, `64M`, `1G`.
fn parse_bytes(text: &str) -> Result<usize, String> {
    let upper = text.to_ascii_uppercase();
    let number = upper.trim_end_matches('B').trim_end_matches("I");
    let (digits, shift) = match number.strip_suffix(['K', 'M', 'G']) {
        None => (number, 0),
        Some(digits) if number.ends_with('K') => (digits, 10),
        Some(digits) if number.ends_with('M') => (digits, 20),
        Some(digits) => (digits, 30),
    };
    let count: usize = digits.parse().map_err(|_| "not a size".to_owned())?;
    count
        .checked_mul(1 << shift)
        .ok_or_else(|| "too large".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_may_have_a_unit() {
        for (text, bytes) in [
            ("0", 0),
            ("500k", 512_000),
            ("64MiB", 64 << 20),
            ("1G", 1 << 30),
        ] {
            assert_eq!(parse_bytes(text), Ok(bytes), "{text}");
        }
        for wrong in ["", "M", "-1", "1T", "99999999999G"] {
            assert!(parse_bytes(wrong).is_err(), "{wrong}");
        }
    }
}
