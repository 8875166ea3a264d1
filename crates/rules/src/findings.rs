//! Where checks put what they find.

use plumbline_model::{Bilingual, Finding, Fix, Related, Severity, Spot};

/// Collects the findings of one rule at a time.
#[derive(Debug)]
pub struct Findings<'a> {
    pub(crate) found: &'a mut Vec<Finding>,
    pub(crate) document: usize,
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
}

impl Findings<'_> {
    /// Reports that something is wrong at a spot: what is wrong there, with the figures that show
    /// it. Why it matters and what to do is in the rule.
    pub fn report(
        &mut self,
        spot: Spot,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Reported<'_> {
        self.report_in(self.document, spot, zh, en)
    }

    /// The same for a given document of a volume.
    pub fn report_in(
        &mut self,
        document: usize,
        spot: Spot,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Reported<'_> {
        self.found.push(Finding {
            document,
            spot,
            code: self.code.to_owned(),
            severity: self.severity,
            message: Bilingual::new(zh, en),
            related: Vec::new(),
            fix: None,
        });
        let last = self.found.len() - 1;
        Reported {
            finding: &mut self.found[last],
        }
    }
}

/// A finding just reported, to which more can be added.
#[derive(Debug)]
pub struct Reported<'a> {
    finding: &'a mut Finding,
}

impl Reported<'_> {
    /// Names another box that takes part.
    pub fn with(self, spot: Spot, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.finding.related.push(Related {
            spot,
            note: Bilingual::new(zh, en),
        });
        self
    }

    /// Weighs otherwise than the rule does.
    pub fn weighing(self, severity: Severity) -> Self {
        self.finding.severity = severity;
        self
    }

    /// Weighs less than the rule does where something holds.
    pub fn lighter_if(self, holds: bool, severity: Severity) -> Self {
        match holds && severity < self.finding.severity {
            true => self.weighing(severity),
            false => self,
        }
    }

    /// Offers a change whose meaning is certain: what should be printed at the spot.
    pub fn fix(self, after: impl Into<String>) -> Self {
        self.finding.fix = Some(Fix {
            path: self.finding.spot.path.clone(),
            before: self.finding.spot.quote.clone(),
            after: after.into(),
        });
        self
    }
}
