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
use crate::volume::Volume;

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
    asked: Vec<Asked>,
    local: Arc<[LocalRule]>,
    profile: ProfileChoice,
}

/// The rules that look at single documents of one kind that follow one profile, and how much a
/// finding of each weighs there.
#[derive(Clone, Debug)]
struct Asked {
    kind: DocumentKind,
    profile: &'static str,
    rules: Vec<(&'static Rule, Severity)>,
}

impl Asked {
    fn new(rules: &[&'static Rule], profile: &'static Profile, kind: DocumentKind) -> Asked {
        let of_kind = rules.iter().filter(|rule| {
            rule.applies.kinds.contains(&kind) && !matches!(rule.check, Check::Volume(_))
        });
        let weighed = of_kind.filter_map(|rule| Some((*rule, profile.severity_of(rule)?)));
        Asked {
            kind,
            profile: &profile.id,
            rules: weighed.collect(),
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
        let asked = kinds.flat_map(|kind| {
            let profiles = Profile::all().iter();
            profiles.map(|profile| Asked::new(&rules, profile, *kind))
        });
        Checker {
            asked: asked.collect(),
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
        let cases = Volume::new(cases);
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
        let asked = |case: &Case<'_>| self.asked.iter().position(|asked| asked.are_of(case));
        for alike in cases.chunk_by(|one, next| asked(one) == asked(next)) {
            let asked = alike.first().and_then(asked);
            let rules = asked.map_or(&[][..], |asked| &self.asked[asked].rules);
            for (rule, severity) in rules {
                for case in alike
                    .iter()
                    .filter(|case| rule.applies.is_in_time(case.year))
                {
                    let mut findings = Findings {
                        severity: *severity,
                        ..of_rule(rule, case, found)
                    };
                    ask(rule, case, &mut findings);
                }
            }
        }
    }

    fn check_volume(&self, cases: &Volume<'_>, found: &mut Vec<Finding>) {
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

fn ask(rule: &Rule, case: &Case<'_>, findings: &mut Findings<'_>) {
    match rule.check {
        Check::Document(check) => check(case, findings),
        Check::Indicator(check) => {
            for row in &case.rows {
                check(row, case, findings);
            }
        }
        Check::Volume(_) => {}
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
