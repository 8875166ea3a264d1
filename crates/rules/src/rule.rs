//! What a rule is: everything about it is declared in one place, its own file.

use plumbline_model::{DocumentKind, Severity};

use crate::case::Case;
use crate::findings::Findings;
use crate::row::Row;
use crate::volume::Volume;

/// One rule, declared in the file named after it.
#[derive(Debug)]
pub struct Rule {
    /// Letter of the family and three digits (`M012`); never used again once given.
    pub code: &'static str,
    /// Name of the defect, as in the file name (`parts-differ-from-total`).
    pub name: &'static str,
    /// The defect in a few words.
    pub title: Text,
    /// How much a finding weighs; a profile may say otherwise.
    pub severity: Severity,
    /// To which documents it applies.
    pub applies: Applies,
    /// On which point of the review form a finding bears.
    pub criterion: Criterion,
    /// What it rests on.
    pub basis: &'static [Basis],
    /// Why it matters.
    pub why: Text,
    /// What to do about a finding.
    pub remedy: Text,
    /// Examples in which the lines marked `<<` are found, and no others.
    pub finds: &'static [&'static str],
    /// Examples in which nothing is found.
    pub passes: &'static [&'static str],
    /// What it looks at, and how.
    pub check: Check,
}

impl Rule {
    /// The rule of a code.
    pub fn of_code(code: &str) -> Option<&'static Rule> {
        crate::rules::ALL
            .iter()
            .copied()
            .find(|rule| rule.code == code)
    }

    /// The family, told by the letter of the code.
    pub fn family(&self) -> Family {
        Family::of_code(self.code).unwrap_or(Family::Form)
    }
}

/// A fixed text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

/// A fixed text in both languages.
pub const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

/// What a check looks at.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// One document.
    Document(fn(&Case<'_>, &mut Findings<'_>)),
    /// One indicator of a document, annual or medium-term.
    Indicator(fn(&Row<'_>, &Case<'_>, &mut Findings<'_>)),
    /// All documents of one source beside each other. Must be linear in their number: comparisons
    /// go through an index.
    Volume(fn(&Volume<'_>, &mut Findings<'_>)),
}

/// To which documents a rule applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applies {
    /// Kinds of documents.
    pub kinds: &'static [DocumentKind],
    /// First budget year; `None` for all.
    pub from: Option<u16>,
}

impl Applies {
    /// Every kind of document.
    pub const EVERYWHERE: Applies = Applies::to(&[
        DocumentKind::ProjectTarget,
        DocumentKind::DepartmentTarget,
        DocumentKind::SelfEvaluation,
        DocumentKind::MonitoringReport,
    ]);
    /// Everything about one project.
    pub const PROJECTS: Applies = Applies::to(&[
        DocumentKind::ProjectTarget,
        DocumentKind::SelfEvaluation,
        DocumentKind::MonitoringReport,
    ]);
    /// Targets of projects.
    pub const PROJECT_TARGETS: Applies = Applies::to(&[DocumentKind::ProjectTarget]);
    /// Targets of projects and of whole departments.
    pub const TARGETS: Applies =
        Applies::to(&[DocumentKind::ProjectTarget, DocumentKind::DepartmentTarget]);
    /// Targets of whole departments.
    pub const DEPARTMENTS: Applies = Applies::to(&[DocumentKind::DepartmentTarget]);
    /// Self-evaluations.
    pub const SELF_EVALUATIONS: Applies = Applies::to(&[DocumentKind::SelfEvaluation]);
    /// Monitoring reports.
    pub const MONITORING: Applies = Applies::to(&[DocumentKind::MonitoringReport]);

    /// What is reported of the execution: monitoring and self-evaluation.
    pub const EXECUTION: Applies =
        Applies::to(&[DocumentKind::SelfEvaluation, DocumentKind::MonitoringReport]);

    /// These kinds, in all years.
    pub const fn to(kinds: &'static [DocumentKind]) -> Applies {
        Applies { kinds, from: None }
    }

    /// The same kinds from a budget year on.
    pub const fn since(self, year: u16) -> Applies {
        Applies {
            kinds: self.kinds,
            from: Some(year),
        }
    }

    /// Whether a document of this kind and year is meant. A document without a year is.
    pub fn covers(&self, kind: DocumentKind, year: Option<u16>) -> bool {
        self.is_in_time(year) && self.kinds.contains(&kind)
    }

    /// Whether documents of this year are meant, whatever their kind.
    pub fn is_in_time(&self, year: Option<u16>) -> bool {
        match (self.from, year) {
            (Some(from), Some(year)) => year >= from,
            _ => true,
        }
    }
}

/// What a rule rests on. The wording of no act was confirmed in its text unless the mark says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// An act of `official/acts/acts.toml`.
    Act {
        /// Its key there.
        act: &'static str,
        /// What it says on the matter, in our own words.
        says: Text,
        /// How far that was confirmed.
        mark: Mark,
    },
    /// What offices, auditors or systems in use do, in our own words.
    Practice(Text),
    /// The figures or statements of the document itself exclude each other.
    Arithmetic,
}

/// How far the content of an act was confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Confirmed in its text.
    Confirmed,
    /// Known content; the wording was not confirmed.
    Known,
}

macro_rules! listed {
    ($(#[$about:meta])* $type:ident { $($(#[$doc:meta])* $variant:ident = $code:literal, $zh:literal, $en:literal;)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $type { $($(#[$doc])* $variant),* }

        impl $type {
            /// All, in order.
            pub const ALL: &'static [$type] = &[$($type::$variant),*];

            /// Stable code.
            pub fn code(self) -> &'static str {
                match self { $($type::$variant => $code),* }
            }

            /// Name in both languages.
            pub fn name(self) -> Text {
                match self { $($type::$variant => text($zh, $en)),* }
            }
        }
    };
}

listed! {
    /// Families of rules; the code is the letter their codes begin with.
    Family {
        /// What a form must contain.
        Form = "F", "填报规范", "form";
        /// Money.
        Money = "M", "资金勾稽", "money";
        /// The disbursement plan.
        Plan = "P", "支出计划", "disbursement plan";
        /// Years, dates and durations.
        Time = "T", "时间", "time";
        /// Target values.
        Value = "V", "指标值", "target values";
        /// The place of an indicator in the frame.
        Level = "L", "指标归类", "place in the frame";
        /// Parts of a document, or documents, against each other.
        Consistency = "C", "前后一致", "consistency";
        /// Whether targets are reasonable.
        Reason = "R", "合理性", "reasonableness";
        /// What must not be published.
        Disclosure = "D", "公开与隐私", "disclosure";
        /// Self-evaluation.
        SelfEvaluation = "S", "绩效自评", "self-evaluation";
        /// Monitoring.
        Monitoring = "N", "绩效监控", "monitoring";
    }
}

impl Family {
    /// The family a code belongs to.
    pub fn of_code(code: &str) -> Option<Family> {
        let letter = code.get(..1)?;
        Family::ALL.iter().copied().find(|f| f.code() == letter)
    }

    /// The folder of its rules.
    pub fn folder(self) -> &'static str {
        match self {
            Family::Form => "form",
            Family::Money => "money",
            Family::Plan => "plan",
            Family::Time => "time",
            Family::Value => "value",
            Family::Level => "level",
            Family::Consistency => "consistency",
            Family::Reason => "reason",
            Family::Disclosure => "disclosure",
            Family::SelfEvaluation => "self_evaluation",
            Family::Monitoring => "monitoring",
        }
    }
}

listed! {
    /// The eight points of the review form of 财预〔2015〕88号 (known content), in four parts, and
    /// what lies outside it.
    Criterion {
        /// 完整性：规范完整性
        Completeness = "1.1", "规范完整性", "complete and regular";
        /// 完整性：明确清晰性
        Clarity = "1.2", "明确清晰性", "definite and clear";
        /// 相关性：目标相关性
        Relevance = "2.1", "目标相关性", "goals bear on the task";
        /// 相关性：指标科学性
        Soundness = "2.2", "指标科学性", "sound indicators";
        /// 适当性：绩效合理性
        Adequacy = "3.1", "绩效合理性", "reasonable performance";
        /// 适当性：资金匹配性
        Funding = "3.2", "资金匹配性", "money fits performance";
        /// 可行性：实现可能性
        Attainability = "4.1", "实现可能性", "attainable";
        /// 可行性：条件充分性
        Conditions = "4.2", "条件充分性", "conditions are given";
        /// Disclosure and execution, which the review of targets does not ask about.
        Outside = "5", "审核表以外", "outside the review form";
    }
}
