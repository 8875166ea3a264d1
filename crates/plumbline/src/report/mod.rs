//! What a check says of one source: the shape of its JSON, and what all its other outputs are made
//! of. `docs/findings.schema.json` describes it; others rely on it.

mod make;
pub(crate) mod statistics;

use std::borrow::Cow;
use std::collections::BTreeMap;

use clap::ValueEnum;
use plumbline_model::Severity;
use plumbline_model::json::{KindJson, PlaceJson};
use plumbline_rules::baseline::Fingerprint;
use plumbline_rules::rule;
use schemars::JsonSchema;
use serde::Serialize;

pub(crate) use make::{Showing, basis, make, severity_name};

/// The findings in one source. Texts are in the language that was asked for.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "Plumbline: the findings in one source")]
pub(crate) struct Report {
    /// File name.
    pub(crate) source: String,
    /// What the source was read as: `text`, `markdown`, `html`, `csv`, `json`; more will follow.
    pub(crate) container: String,
    /// The documents that were checked, in the order of the source.
    pub(crate) documents: Vec<DocumentReport>,
    /// The findings, by document and place.
    pub(crate) findings: Vec<FindingReport>,
    /// How many findings were lighter than what was asked to be shown.
    pub(crate) left_out: Counts,
    /// Problems of the source as a whole that bear on what could be checked.
    pub(crate) notes: Vec<String>,
    /// What a person would open it by.
    #[serde(skip)]
    pub(crate) path: String,
    /// By what the findings are known again.
    #[serde(skip)]
    pub(crate) fingerprints: Vec<Fingerprint>,
}

/// A document that was checked.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "CheckedDocument")]
pub(crate) struct DocumentReport {
    /// What the document is.
    pub(crate) kind: KindJson,
    /// Name of the project; the title where it has none.
    pub(crate) name: String,
    /// The body closest to the work that the form names.
    pub(crate) unit: String,
    /// Budget year.
    pub(crate) fiscal_year: Option<u16>,
    /// From its first to its last place.
    pub(crate) place: PlaceJson,
    /// The profile it was checked by: the rule set of a region and a time.
    pub(crate) profile: &'static str,
}

/// One finding: a question to the unit, never an accusation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
pub(crate) struct FindingReport {
    /// Code of the rule, never used for another (`M003`).
    pub(crate) code: String,
    /// Name of the rule.
    pub(crate) name: Cow<'static, str>,
    /// The defect in a few words.
    pub(crate) title: Cow<'static, str>,
    /// How much it weighs.
    pub(crate) severity: SeverityJson,
    /// Family of the rule; `local` for a rule of one's own.
    pub(crate) family: &'static str,
    /// The point of the review form it bears on, 1.1 to 4.2; 5 for none of them.
    pub(crate) criterion: &'static str,
    /// The document, counted from 0 in `documents`.
    pub(crate) document: usize,
    /// Name of the project.
    pub(crate) project: String,
    /// Path of the field in the JSON that `plumbline read` writes, below its document.
    pub(crate) path: String,
    /// Where it stands.
    pub(crate) place: PlaceJson,
    /// What is printed there; empty where the box is.
    pub(crate) quote: String,
    /// What is wrong.
    pub(crate) message: String,
    /// Why it matters.
    pub(crate) why: Cow<'static, str>,
    /// What to do about it.
    pub(crate) remedy: Cow<'static, str>,
    /// What the rule rests on.
    pub(crate) basis: Vec<BasisReport>,
    /// Other boxes that take part.
    pub(crate) related: Vec<RelatedReport>,
    /// A change whose meaning is certain, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) fix: Option<FixReport>,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema, ValueEnum)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "Severity")]
pub(crate) enum SeverityJson {
    /// 提示: advice.
    Info,
    /// 警告: practice says it should be otherwise.
    Warning,
    /// 错误: an official text says it must be otherwise, or the form contradicts itself.
    Error,
}

impl From<Severity> for SeverityJson {
    fn from(severity: Severity) -> SeverityJson {
        match severity {
            Severity::Info => SeverityJson::Info,
            Severity::Warning => SeverityJson::Warning,
            Severity::Error => SeverityJson::Error,
        }
    }
}

impl From<SeverityJson> for Severity {
    fn from(severity: SeverityJson) -> Severity {
        match severity {
            SeverityJson::Info => Severity::Info,
            SeverityJson::Warning => Severity::Warning,
            SeverityJson::Error => Severity::Error,
        }
    }
}

impl SeverityJson {
    /// The heaviest first, as people are told of them.
    pub(crate) const DOWNWARDS: [SeverityJson; 3] = [
        SeverityJson::Error,
        SeverityJson::Warning,
        SeverityJson::Info,
    ];
}

/// Numbers of findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Counts {
    /// Errors.
    pub(crate) error: usize,
    /// Warnings.
    pub(crate) warning: usize,
    /// Infos.
    pub(crate) info: usize,
}

impl Counts {
    /// Counts severities.
    pub(crate) fn of(severities: impl IntoIterator<Item = SeverityJson>) -> Counts {
        let mut counts = Counts::default();
        for severity in severities {
            counts.add(severity);
        }
        counts
    }

    /// Counts one more.
    pub(crate) fn add(&mut self, severity: SeverityJson) {
        *self.at(severity) += 1;
    }

    fn at(&mut self, severity: SeverityJson) -> &mut usize {
        match severity {
            SeverityJson::Error => &mut self.error,
            SeverityJson::Warning => &mut self.warning,
            SeverityJson::Info => &mut self.info,
        }
    }

    pub(crate) fn get(mut self, severity: SeverityJson) -> usize {
        *self.at(severity)
    }

    pub(crate) fn total(self) -> usize {
        self.error + self.warning + self.info
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.error += other.error;
        self.warning += other.warning;
        self.info += other.info;
    }
}

/// What a rule rests on.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Basis")]
pub(crate) struct BasisReport {
    /// How far it was confirmed.
    pub(crate) mark: MarkJson,
    /// Number of the act (`财预〔2021〕101号`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) act: Option<&'static str>,
    /// Short title of the act.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<&'static str>,
    /// What the act says on the matter, or what is done in practice, in our own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) says: Option<Cow<'static, str>>,
}

/// How far what a rule rests on was confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "Mark")]
pub(crate) enum MarkJson {
    /// The content was confirmed in the text of the act.
    Confirmed,
    /// Known content of the act; the wording was not confirmed.
    Known,
    /// What offices, auditors or systems in use do.
    Practice,
    /// The figures or statements of the document exclude each other.
    Arithmetic,
    /// What who wrote a local rule says it rests on.
    Local,
}

impl From<rule::Mark> for MarkJson {
    fn from(mark: rule::Mark) -> MarkJson {
        match mark {
            rule::Mark::Confirmed => MarkJson::Confirmed,
            rule::Mark::Known => MarkJson::Known,
        }
    }
}

/// Another box that takes part in a finding, such as a term of a sum.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Related")]
pub(crate) struct RelatedReport {
    /// Path of the field below its document.
    pub(crate) path: String,
    /// Where it stands.
    pub(crate) place: PlaceJson,
    /// What is printed there.
    pub(crate) quote: String,
    /// What part it takes.
    pub(crate) note: String,
}

/// A change of a printed text whose meaning is certain. Source documents are never written to.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Fix")]
pub(crate) struct FixReport {
    /// Path of the field below its document.
    pub(crate) path: String,
    /// What is printed.
    pub(crate) before: String,
    /// What should be printed.
    pub(crate) after: String,
}

impl Report {
    /// The findings of each document that has any, in order.
    pub(crate) fn by_document(
        &self,
    ) -> impl Iterator<Item = (usize, &DocumentReport, &[FindingReport])> {
        let groups = self.findings.chunk_by(|a, b| a.document == b.document);
        groups.filter_map(|group| {
            let number = group.first()?.document;
            Some((number, self.documents.get(number)?, group))
        })
    }

    /// How many documents were checked by each profile.
    pub(crate) fn profiles(&self) -> BTreeMap<&'static str, usize> {
        let mut profiles = BTreeMap::new();
        for document in &self.documents {
            *profiles.entry(document.profile).or_default() += 1;
        }
        profiles
    }

    /// How many findings it shows.
    pub(crate) fn counts(&self) -> Counts {
        Counts::of(self.findings.iter().map(|finding| finding.severity))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The schema in the documentation is this one; `UPDATE_EXPECT=1` writes it.
    #[test]
    fn the_documented_schema_is_current() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../docs/findings.schema.json"
        );
        let schema = plumbline_model::json::schema_of::<Report>();
        let current = serde_json::to_string_pretty(&schema).expect("JSON") + "\n";
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(path, &current).expect("docs/ is writable");
        }
        let documented = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            documented == current,
            "docs/findings.schema.json is stale: run the tests with UPDATE_EXPECT=1"
        );
    }
}
