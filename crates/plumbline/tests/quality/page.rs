//! The page: what was found of what experts found, and what was said of our errors.

use std::collections::BTreeMap;
use std::fmt::Write;

use plumbline_model::Severity;
use plumbline_rules::rule::Family;
use plumbline_rules::rules;

use crate::reference::{CheckedFile, Expected, Kinds, Says, Verdicts};

const HEAD: &str = "\
<!-- Made by `UPDATE_EXPECT=1 cargo test -p plumbline --test quality`; do not edit. -->

# How good the checks are

Held against what experts wrote down about two of the five reference documents, and against our own
verdict on every *error* finding in all five (`docs/quality/verdicts.toml`). The documents themselves
are not in the repository.

";

/// Counts of one row.
#[derive(Default, Clone, Copy)]
struct Tally {
    all: usize,
    hit: usize,
}

impl Tally {
    fn add(&mut self, is_hit: bool) {
        self.all += 1;
        self.hit += usize::from(is_hit);
    }

    fn percent(self) -> String {
        match self.all {
            0 => "–".to_owned(),
            all => format!("{} %", (self.hit * 1000 / all) as f64 / 10.0),
        }
    }
}

pub fn page(
    checked: &[CheckedFile],
    expected: &BTreeMap<String, Vec<Expected>>,
    kinds: &Kinds,
    verdicts: &Verdicts,
) -> String {
    let mut page = HEAD.to_owned();
    recall(&mut page, checked, expected, kinds);
    precision(&mut page, checked, verdicts);
    volume(&mut page, checked);
    page
}

/// Of what experts found, how much is found at the right line.
fn recall(
    page: &mut String,
    checked: &[CheckedFile],
    expected: &BTreeMap<String, Vec<Expected>>,
    kinds: &Kinds,
) {
    let mut classes: BTreeMap<&str, BTreeMap<&str, Tally>> = BTreeMap::new();
    let mut missed: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (id, all) in expected {
        let file = checked
            .iter()
            .find(|file| file.id == *id)
            .expect("a checked file");
        for one in all {
            let (class, data) = kinds.class(&one.kind);
            let is_found = file
                .findings
                .iter()
                .any(|f| one.is_found_by(f, &data.families));
            classes
                .entry(class)
                .or_default()
                .entry(id)
                .or_default()
                .add(is_found);
            if !is_found {
                let miss = format!("{id}:{} {}", one.line, one.kind);
                missed.entry(class).or_default().push(miss);
            }
        }
    }
    *page += "## Of what experts found\n\n| class | found | of | share |\n|---|---|---|---|\n";
    let mut held_to = Tally::default();
    for (class, documents) in &classes {
        let mut sum = Tally::default();
        for tally in documents.values() {
            sum.all += tally.all;
            sum.hit += tally.hit;
        }
        if !matches!(*class, "judgement" | "layout") {
            held_to.all += sum.all;
            held_to.hit += sum.hit;
        }
        let _ = writeln!(
            page,
            "| {class} | {} | {} | {} |",
            sum.hit,
            sum.all,
            sum.percent()
        );
    }
    let _ = writeln!(
        page,
        "| **all but judgement and layout** | {} | {} | {} |",
        held_to.hit,
        held_to.all,
        held_to.percent()
    );
    *page += "\nNot found:\n\n";
    for (class, lines) in missed {
        let _ = writeln!(page, "- {class}: {}", lines.join(", "));
    }
}

/// Of our error findings, how many an expert would uphold.
fn precision(page: &mut String, checked: &[CheckedFile], verdicts: &Verdicts) {
    let mut families: BTreeMap<Family, Tally> = BTreeMap::new();
    let mut all = Tally::default();
    for file in checked {
        for finding in file
            .findings
            .iter()
            .filter(|f| f.severity == Severity::Error)
        {
            let is_upheld = verdicts.on(&file.id, finding) == Some(Says::Upheld);
            let family = Family::of_code(&finding.code).unwrap_or(Family::Form);
            families.entry(family).or_default().add(is_upheld);
            all.add(is_upheld);
        }
    }
    *page += "\n## Of our errors\n\n| family | upheld | of | share |\n|---|---|---|---|\n";
    for (family, tally) in families {
        let name = family.name().en;
        let _ = writeln!(
            page,
            "| {name} | {} | {} | {} |",
            tally.hit,
            tally.all,
            tally.percent()
        );
    }
    let _ = writeln!(
        page,
        "| **all** | {} | {} | {} |",
        all.hit,
        all.all,
        all.percent()
    );
}

/// How much is said at all.
fn volume(page: &mut String, checked: &[CheckedFile]) {
    *page +=
        "\n## How much is said\n\n| document | errors | warnings | advice |\n|---|---|---|---|\n";
    for file in checked {
        let of = |severity| {
            file.findings
                .iter()
                .filter(|f| f.severity == severity)
                .count()
        };
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} |",
            file.id,
            of(Severity::Error),
            of(Severity::Warning),
            of(Severity::Info)
        );
    }
    let spoken: std::collections::BTreeSet<&str> = checked
        .iter()
        .flat_map(|file| &file.findings)
        .map(|f| f.code.as_str())
        .collect();
    let _ = writeln!(
        page,
        "\n{} of {} rules speak in them.",
        spoken.len(),
        rules::ALL.len()
    );
}
