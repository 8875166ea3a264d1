//! Findings: what a check asks a unit about, where, why and what to do.

use crate::{Field, Place, Placed};

/// How much a finding weighs. Severity comes from the norm; a finding is a question to the unit,
/// never an accusation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// 提示: advice.
    Info,
    /// 警告: practice says it should be otherwise.
    Warning,
    /// 错误: an official text says it must be otherwise, or the form contradicts itself.
    Error,
}

impl Severity {
    /// Every severity, lightest first.
    pub const ALL: [Severity; 3] = [Severity::Info, Severity::Warning, Severity::Error];

    /// Stable code, as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    /// The severity of a code.
    pub fn from_code(code: &str) -> Option<Severity> {
        Severity::ALL.into_iter().find(|s| s.code() == code)
    }
}

/// The same text for readers of both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Bilingual {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// Puts the two together.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Bilingual {
            zh: zh.into(),
            en: en.into(),
        }
    }
}

/// A box of a document: which field, where it stands and what is written there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spot {
    /// Path of the field in the public JSON, below its document (`indicators[3].value`).
    pub path: String,
    /// Where it stands.
    pub place: Place,
    /// What is written there, as printed; `""` where nothing is.
    pub quote: String,
}

impl Spot {
    /// A spot of printed text.
    pub fn new(path: impl Into<String>, place: Place, quote: impl Into<String>) -> Spot {
        Spot {
            path: path.into(),
            place,
            quote: quote.into(),
        }
    }

    /// The spot of a field of text.
    pub fn of_text(path: impl Into<String>, field: &Field<String>) -> Spot {
        Spot::new(path, field.place().unwrap_or_default(), field.text())
    }

    /// The spot of a placed text.
    pub fn of_placed(path: impl Into<String>, text: &Placed<String>) -> Spot {
        Spot::new(path, text.place, text.value.as_str())
    }
}

/// Another box that takes part in a finding, such as a term of a sum.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Related {
    /// Which box.
    pub spot: Spot,
    /// What part it takes.
    pub note: Bilingual,
}

/// A change of a printed text whose meaning is certain (`≧95%` → `≥95%`). It is offered for our own
/// JSON only; a source document is never written to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fix {
    /// Path of the field in the public JSON, below its document.
    pub path: String,
    /// What is printed.
    pub before: String,
    /// What should be printed.
    pub after: String,
}

/// One finding of a check.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Finding {
    /// Number of the document in its source, from 0.
    pub document: usize,
    /// The box that is asked about.
    pub spot: Spot,
    /// Code of the rule.
    pub code: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong.
    pub message: Bilingual,
    /// The other boxes that take part.
    pub related: Vec<Related>,
    /// A change that is certain, if there is one.
    pub fix: Option<Fix>,
}
