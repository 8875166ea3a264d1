//! The one walk over documents: every selected rule on all it looks at, findings in a fixed order.

use std::sync::Arc;

use plumbline_model::{Document, DocumentKind, Finding, Place, Severity};

use crate::case::Case;
use crate::findings::Findings;
use crate::hide::hide;
use crate::local::{self, LocalRule};
use crate::profile::Profile;
use crate::rule::{Applies, Check, Rule};
use crate::rules;
use crate::selection::Selection;

/// Which profile holds for a document.
#[derive(Clone, Copy, Debug, Default)]
pub enum ProfileChoice {
    /// The one the document shows it follows.
    #[default]
    Shown,
    /// This one.
    Fixed(&'static Profile),
}

/// Checks documents by a selection of rules.
#[derive(Clone, Debug)]
pub struct Checker {
    rules: Vec<&'static Rule>,
    weights: Vec<Weights>,
    local: Arc<[LocalRule]>,
    profile: ProfileChoice,
}

/// How much each of the rules weighs in documents of one kind that follow one profile; nothing
/// where it does not apply to them.
#[derive(Clone, Debug)]
struct Weights {
    kind: DocumentKind,
    profile: &'static str,
    of_rules: Vec<Option<Severity>>,
}

impl Weights {
    fn new(rules: &[&Rule], profile: &'static Profile, kind: DocumentKind) -> Weights {
        let of_rule = |rule: &&Rule| match rule.applies.kinds.contains(&kind) {
            true => profile.severity_of(rule),
            false => None,
        };
        Weights {
            kind,
            profile: &profile.id,
            of_rules: rules.iter().map(of_rule).collect(),
        }
    }

    fn are_of(&self, case: &Case<'_>) -> bool {
        self.kind == case.document.kind && self.profile == case.profile.id
    }
}

/// What the check of one source gave.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Findings by document and place, then by code.
    pub findings: Vec<Finding>,
    /// The profile each document was checked by.
    pub profiles: Vec<&'static str>,
}

/// So many documents are asked about by one rule before the next: the code of the rule is at hand
/// for all of them, and they are still at hand for the next rule.
const BLOCK: usize = 16;

impl Checker {
    /// A checker of these rules.
    pub fn new(selection: &Selection, profile: ProfileChoice) -> Checker {
        let rules = rules::ALL.iter().copied();
        let rules: Vec<_> = rules.filter(|rule| selection.has(rule)).collect();
        let kinds = Applies::EVERYWHERE.kinds.iter();
        let weights = kinds.flat_map(|kind| {
            let profiles = Profile::all().iter();
            profiles.map(|profile| Weights::new(&rules, profile, *kind))
        });
        Checker {
            weights: weights.collect(),
            rules,
            local: Arc::default(),
            profile,
        }
    }

    /// Asks these local rules too.
    pub fn with_local(mut self, rules: Vec<LocalRule>) -> Checker {
        self.local = rules.into();
        self
    }

    /// The rules it asks.
    pub fn rules(&self) -> &[&'static Rule] {
        &self.rules
    }

    /// The local rules it asks.
    pub fn local_rules(&self) -> &[LocalRule] {
        &self.local
    }

    /// Checks all documents of one source.
    pub fn check(&self, documents: &[Document]) -> Checked {
        let cases: Vec<Case<'_>> = documents
            .iter()
            .enumerate()
            .map(|(number, document)| Case::new(document, number, self.profile_of(document)))
            .collect();
        let mut found = Vec::new();
        for block in cases.chunks(BLOCK) {
            self.check_block(block, &mut found);
        }
        self.check_volume(&cases, &mut found);
        local::check(&self.local, documents, &mut found);
        hide(&mut found, &cases);
        found.sort_by(|a, b| in_order(a).cmp(&in_order(b)).then_with(|| a.cmp(b)));
        found.dedup();
        Checked {
            findings: found,
            profiles: cases.iter().map(|case| case.profile.id.as_str()).collect(),
        }
    }

    fn profile_of(&self, document: &Document) -> &'static Profile {
        match self.profile {
            ProfileChoice::Shown => Profile::shown_by(document),
            ProfileChoice::Fixed(profile) => profile,
        }
    }

    fn check_block(&self, cases: &[Case<'_>], found: &mut Vec<Finding>) {
        let weights: Vec<_> = cases.iter().map(|case| self.weights_of(case)).collect();
        for (number, rule) in self.rules.iter().enumerate() {
            for (case, weights) in cases.iter().zip(&weights) {
                let severity = weights.get(number).copied().flatten();
                let Some(severity) = severity.filter(|_| rule.applies.is_in_time(case.year)) else {
                    continue;
                };
                let mut findings = Findings {
                    severity,
                    ..of_rule(rule, case, found)
                };
                match rule.check {
                    Check::Document(check) => check(case, &mut findings),
                    Check::Indicator(check) => {
                        for row in &case.rows {
                            check(row, case, &mut findings);
                        }
                    }
                    Check::Volume(_) => {}
                }
            }
        }
    }

    fn weights_of(&self, case: &Case<'_>) -> &[Option<Severity>] {
        let weights = self.weights.iter().find(|weights| weights.are_of(case));
        weights.map_or(&[], |weights| &weights.of_rules)
    }

    fn check_volume(&self, cases: &[Case<'_>], found: &mut Vec<Finding>) {
        let Some(first) = cases.first() else {
            return;
        };
        for rule in &self.rules {
            let Check::Volume(check) = rule.check else {
                continue;
            };
            let from = found.len();
            check(cases, &mut of_rule(rule, first, found));
            // A volume may hold documents to which the rule does not apply, or which follow
            // another profile.
            let new = found.split_off(from);
            found.extend(new.into_iter().filter_map(|mut finding| {
                let case = cases.get(finding.document)?;
                finding.severity = case.profile.severity_of(rule)?;
                covers(rule, case).then_some(finding)
            }));
        }
    }
}

/// By document, then as a person reads: place, code.
fn in_order(finding: &Finding) -> (usize, Place, &str) {
    (finding.document, finding.spot.place, &finding.code)
}

/// Whether a rule speaks of documents of this kind and year.
fn covers(rule: &Rule, case: &Case<'_>) -> bool {
    rule.applies.covers(case.document.kind, case.year)
}

fn of_rule<'a>(rule: &'static Rule, case: &Case<'_>, found: &'a mut Vec<Finding>) -> Findings<'a> {
    Findings {
        found,
        document: case.number,
        code: rule.code,
        severity: rule.severity,
    }
}
