//! The reference documents, what experts found in them, and our verdicts.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use plumbline_intake::limits::Limits;
use plumbline_model::{Finding, Severity};
use plumbline_rules::rule::Family;
use plumbline_rules::{Checker, ProfileChoice, Selection};
use serde::Deserialize;

/// The folder of the reference documents.
pub struct Reference(PathBuf);

/// The findings of one document, named by the first digits of its file (`001`).
pub struct CheckedFile {
    pub id: String,
    pub findings: Vec<Finding>,
}

/// What an expert found.
#[derive(Deserialize)]
pub struct Expected {
    pub line: u32,
    pub kind: String,
    #[serde(default)]
    pub lines: Vec<u32>,
}

impl Reference {
    /// The folder, or a loud word that it is not there; it is required in CI.
    pub fn find() -> Option<Reference> {
        let folder = std::env::var_os("PLUMBLINE_REFERENCE").map_or_else(
            || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
            PathBuf::from,
        );
        if folder.join("seeds").is_dir() {
            return Some(Reference(folder));
        }
        let required = std::env::var_os("CI").is_some_and(|ci| ci == "true");
        assert!(!required, "{}: no reference documents", folder.display());
        eprintln!(
            "SKIPPED quality: no reference documents in {}",
            folder.display()
        );
        None
    }

    /// Checks all documents by all rules.
    pub fn check(&self) -> Vec<CheckedFile> {
        let entries = fs::read_dir(self.0.join("seeds")).expect("a folder");
        let mut paths: Vec<PathBuf> = entries
            .map(|entry| entry.expect("an entry").path())
            .collect();
        paths.sort();
        let checker = Checker::new(&Selection::all(), ProfileChoice::Shown);
        let check = |path: &PathBuf| {
            let bytes = fs::read(path).expect("a file");
            let reading = plumbline_intake::read(&bytes, &Limits::default()).expect("readable");
            CheckedFile {
                id: path.file_name().expect("a name").to_string_lossy()[..3].to_owned(),
                findings: checker.check(&reading.documents).findings,
            }
        };
        paths.iter().map(check).collect()
    }

    /// What experts found, by document.
    pub fn expected(&self) -> BTreeMap<String, Vec<Expected>> {
        let read = |id: &str| {
            let path = self.0.join(format!("gold/{id}-findings.json"));
            let text = fs::read_to_string(&path).ok()?;
            Some((
                id.to_owned(),
                serde_json::from_str(&text).expect("findings"),
            ))
        };
        ["001", "004"].into_iter().filter_map(read).collect()
    }
}

impl Expected {
    /// Whether a finding of one of these families is about one of the lines.
    pub fn is_found_by(&self, finding: &Finding, families: &str) -> bool {
        let family = Family::of_code(&finding.code).map_or("", Family::code);
        let spots = finding.related.iter().map(|related| &related.spot);
        let mut lines = spots
            .chain([&finding.spot])
            .filter_map(|spot| spot.place.line());
        !family.is_empty()
            && families.contains(family)
            && lines.any(|line| line == self.line || self.lines.contains(&line))
    }
}

/// A class of expert findings.
#[derive(Deserialize)]
pub struct Class {
    pub families: String,
    pub kinds: Vec<String>,
}

/// The classes, by name.
pub struct Kinds(pub BTreeMap<String, Class>);

impl Kinds {
    pub fn read(path: &Path) -> Kinds {
        let text = fs::read_to_string(path).expect("docs/quality/kinds.toml");
        Kinds(toml::from_str(&text).expect("docs/quality/kinds.toml"))
    }

    /// The class of a kind.
    pub fn class(&self, kind: &str) -> (&str, &Class) {
        let found = self
            .0
            .iter()
            .find(|(_, class)| class.kinds.iter().any(|k| k == kind));
        let (name, class) = found.unwrap_or_else(|| panic!("no class for the kind {kind}"));
        (name, class)
    }
}

#[derive(Clone, Copy, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    Upheld,
    Rejected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    pub document: String,
    pub line: u32,
    pub code: String,
    pub says: Says,
    /// Why, in our own words.
    #[expect(dead_code, reason = "said for people")]
    pub why: String,
}

#[derive(Deserialize)]
pub struct Verdicts {
    #[serde(default)]
    pub verdict: Vec<Verdict>,
}

impl Verdicts {
    pub fn read(path: &Path) -> Verdicts {
        let text = fs::read_to_string(path).expect("docs/quality/verdicts.toml");
        toml::from_str(&text).expect("docs/quality/verdicts.toml")
    }

    /// The verdict on a finding.
    pub fn on(&self, id: &str, finding: &Finding) -> Option<Says> {
        let line = finding.spot.place.line();
        let about =
            |v: &&Verdict| v.document == id && Some(v.line) == line && v.code == finding.code;
        self.verdict.iter().find(about).map(|verdict| verdict.says)
    }

    /// Error findings that nobody has judged.
    pub fn missing(&self, checked: &[CheckedFile]) -> Vec<String> {
        let errors = checked.iter().flat_map(|file| {
            let errors = file
                .findings
                .iter()
                .filter(|f| f.severity == Severity::Error);
            errors.map(move |finding| (file, finding))
        });
        let unjudged = errors.filter(|(file, finding)| self.on(&file.id, finding).is_none());
        unjudged
            .map(|(file, f)| format!("{} {} {} {}", file.id, f.spot.place, f.code, f.message.zh))
            .collect()
    }
}
