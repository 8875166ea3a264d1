//! The arguments of the command line. What they mean to a person is in `help.rs`, in every
//! language.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use plumbline_intake::limits::Limits;

use crate::message::Lang;
use crate::report::SeverityJson;

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
    Check(CheckArgs),
    Opinion(OpinionArgs),
    Render(RenderArgs),
    Convert(ConvertArgs),
    Forms(FormsArgs),
    Explain(ExplainArgs),
    Rules(RulesArgs),
    Inspect(InspectArgs),
    Value(ValueArgs),
    Schema(SchemaArgs),
    Completions(CompletionsArgs),
}

/// From which size on a file is refused; the usual limits where nothing is said.
#[derive(Clone, Copy, Debug, Default, Args)]
pub(crate) struct LimitArgs {
    #[arg(long, value_parser = parse_bytes)]
    max_bytes: Option<usize>,
    #[arg(long, value_parser = parse_bytes)]
    max_unpacked: Option<usize>,
    #[arg(long)]
    max_pages: Option<usize>,
}

impl LimitArgs {
    pub(crate) fn limits(self) -> Limits {
        let usual = Limits::default();
        Limits {
            bytes_max: self.max_bytes.unwrap_or(usual.bytes_max),
            unpacked_max: self.max_unpacked.unwrap_or(usual.unpacked_max),
            pages_max: self.max_pages.unwrap_or(usual.pages_max),
            ..usual
        }
    }
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
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,
    #[arg(long)]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = SeverityJson::Warning)]
    pub(crate) level: SeverityJson,
    #[arg(long, value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    #[arg(long, value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    #[arg(long)]
    pub(crate) profile: Option<String>,
    #[arg(long)]
    pub(crate) rules: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) waivers: Option<PathBuf>,
    #[arg(long, conflicts_with = "write_baseline")]
    pub(crate) baseline: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["diff", "fix", "out", "statistics"])]
    pub(crate) write_baseline: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["diff", "fix"])]
    pub(crate) statistics: bool,
    #[arg(long, conflicts_with = "fix")]
    pub(crate) diff: bool,
    #[arg(long)]
    pub(crate) fix: bool,
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: Option<u16>,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// Arguments of `opinion`.
#[derive(Debug, Args)]
pub(crate) struct OpinionArgs {
    pub(crate) file: PathBuf,
    #[arg(long, value_enum, default_value_t = OpinionFormat::Text)]
    pub(crate) format: OpinionFormat,
    #[arg(long)]
    pub(crate) out: Option<PathBuf>,
    #[arg(long)]
    pub(crate) profile: Option<String>,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// Arguments of `render`.
#[derive(Debug, Args)]
pub(crate) struct RenderArgs {
    #[arg(required_unless_present = "blank")]
    pub(crate) file: Option<PathBuf>,
    #[arg(long)]
    pub(crate) form: Option<String>,
    #[arg(long, value_enum, default_value_t = RenderFormat::Docx)]
    pub(crate) to: RenderFormat,
    #[arg(long)]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["file", "strict", "public"])]
    pub(crate) blank: bool,
    #[arg(long)]
    pub(crate) strict: bool,
    #[arg(long)]
    pub(crate) public: bool,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// Arguments of `convert`.
#[derive(Debug, Args)]
pub(crate) struct ConvertArgs {
    pub(crate) input: PathBuf,
    pub(crate) output: PathBuf,
    #[arg(long)]
    pub(crate) form: Option<String>,
    #[arg(long)]
    pub(crate) strict: bool,
    #[arg(long)]
    pub(crate) public: bool,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// Arguments of `forms`.
#[derive(Debug, Args)]
pub(crate) struct FormsArgs {
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    pub(crate) format: TextOrJson,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    pub(crate) rule: String,
    #[arg(long, value_enum, default_value_t = PageFormat::Text)]
    pub(crate) format: PageFormat,
}

/// Arguments of `rules`.
#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    #[arg(long, value_enum, default_value_t = CatalogueFormat::Text)]
    pub(crate) format: CatalogueFormat,
}

/// Arguments of `inspect`.
#[derive(Debug, Args)]
pub(crate) struct InspectArgs {
    pub(crate) file: PathBuf,
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    pub(crate) format: TextOrJson,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// Arguments of `value`.
#[derive(Debug, Args)]
pub(crate) struct ValueArgs {
    #[arg(required = true, allow_negative_numbers = true)]
    pub(crate) texts: Vec<String>,
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    pub(crate) format: TextOrJson,
    #[arg(long)]
    pub(crate) strict: bool,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    #[arg(long, value_enum, default_value_t = SchemaOf::Documents)]
    pub(crate) of: SchemaOf,
}

/// Which JSON is described.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    Documents,
    Findings,
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

/// In which form `check` writes what it found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Text,
    Json,
    Jsonl,
    Sarif,
    Csv,
    Xlsx,
    Markdown,
    Docx,
}

impl CheckFormat {
    /// Extension of files in this form.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            CheckFormat::Text => "txt",
            CheckFormat::Json => "json",
            CheckFormat::Jsonl => "jsonl",
            CheckFormat::Sarif => "sarif",
            CheckFormat::Csv => "csv",
            CheckFormat::Xlsx => "xlsx",
            CheckFormat::Markdown => "md",
            CheckFormat::Docx => "docx",
        }
    }
}

/// In which form `opinion` writes opinions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OpinionFormat {
    Text,
    Markdown,
    Docx,
    Json,
}

/// In which format `render` and `convert` write forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RenderFormat {
    Docx,
    Xlsx,
    Pdf,
    Ofd,
    Html,
    Markdown,
}

impl RenderFormat {
    /// Extension of files in this format.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            RenderFormat::Docx => "docx",
            RenderFormat::Xlsx => "xlsx",
            RenderFormat::Pdf => "pdf",
            RenderFormat::Ofd => "ofd",
            RenderFormat::Html => "html",
            RenderFormat::Markdown => "md",
        }
    }

    /// The format of files with an extension.
    pub(crate) fn of_extension(extension: &str) -> Option<RenderFormat> {
        let extension = extension.to_ascii_lowercase();
        let extension = match extension.as_str() {
            "htm" => "html",
            "markdown" => "md",
            other => other,
        };
        RenderFormat::value_variants()
            .iter()
            .copied()
            .find(|format| format.extension() == extension)
    }

    /// Whether it is nothing to be shown on a terminal.
    pub(crate) fn is_binary(self) -> bool {
        !matches!(self, RenderFormat::Html | RenderFormat::Markdown)
    }
}

/// In which form `explain` writes pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PageFormat {
    Text,
    Markdown,
    Json,
}

/// In which form `rules` writes the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CatalogueFormat {
    Text,
    Markdown,
    Json,
    Csv,
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
