//! Colours, where a person is looking at a terminal.

use std::env;
use std::io::{self, IsTerminal};

use crate::report::SeverityJson;

/// Whether output is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paint {
    Plain,
    Coloured,
}

impl Paint {
    /// For standard output: plain where it is no terminal, where it cannot, or where `NO_COLOR`
    /// asks for it.
    pub(crate) fn of_stdout() -> Paint {
        let is_refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        match io::stdout().is_terminal() && !is_refused && !is_dumb {
            true => Paint::Coloured,
            false => Paint::Plain,
        }
    }

    fn with(self, code: &str, text: &str) -> String {
        match self {
            Paint::Plain => text.to_owned(),
            Paint::Coloured => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        }
    }

    pub(crate) fn severity(self, severity: SeverityJson, text: &str) -> String {
        let code = match severity {
            SeverityJson::Error => "1;31",
            SeverityJson::Warning => "1;33",
            SeverityJson::Info => "1;36",
        };
        self.with(code, text)
    }

    pub(crate) fn strong(self, text: &str) -> String {
        self.with("1", text)
    }

    pub(crate) fn faint(self, text: &str) -> String {
        self.with("2", text)
    }
}
