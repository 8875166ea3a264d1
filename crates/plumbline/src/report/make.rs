//! From what a checker found to what is shown of it.

use std::borrow::Cow;

use plumbline_model::json::{KindJson, PlaceJson, Source};
use plumbline_model::{Bilingual, Document, Finding, Related};
use plumbline_rules::acts;
use plumbline_rules::baseline::Fingerprint;
use plumbline_rules::local::LocalRule;
use plumbline_rules::rule::{self, Basis, Criterion};
use plumbline_rules::{Checked, Rule};

use super::{
    BasisReport, Counts, DocumentReport, FindingReport, FixReport, MarkJson, RelatedReport, Report,
    SeverityJson,
};
use crate::message::Lang;
use crate::output::{remarks, unit_name};
use crate::own::HeldBack;

/// What of the findings is shown, and how.
pub(crate) struct Showing<'a> {
    /// Lighter findings are left out.
    pub(crate) level: SeverityJson,
    /// What is held back for other reasons.
    pub(crate) held: &'a HeldBack,
    /// The local rules that were asked.
    pub(crate) local: &'a [LocalRule],
    pub(crate) lang: Lang,
}

/// Puts together what is shown of one source; `path` is what a person would open it by.
pub(crate) fn make(
    source: &Source,
    path: String,
    checked: Checked,
    showing: &Showing<'_>,
) -> Report {
    let documents = source.documents.iter().zip(&checked.profiles);
    let documents = documents
        .map(|(document, profile)| document_report(document, profile))
        .collect();
    let (rest, held) = showing.held.rest(checked.findings, &source.documents);
    let (shown, left_out) = to_be_shown(rest, showing.level);
    let fingerprint = |finding: &Finding| Fingerprint::of(finding, &source.documents);
    let fingerprints = shown.iter().map(fingerprint).collect();
    let findings = shown.into_iter().map(|finding| {
        let document = source.documents.get(finding.document);
        let project = document.map_or(String::new(), name);
        finding_report(finding, project, showing)
    });
    Report {
        source: source.name.clone(),
        container: source.container.clone(),
        documents,
        findings: findings.collect(),
        left_out,
        notes: remarks(source, showing.lang)
            .into_iter()
            .chain(held)
            .collect(),
        fingerprints,
        path,
    }
}

/// Of all that was found, what is shown, and how much is not: the one place where findings are
/// held back.
fn to_be_shown(findings: Vec<Finding>, level: SeverityJson) -> (Vec<Finding>, Counts) {
    let is_shown = |finding: &Finding| SeverityJson::from(finding.severity) >= level;
    let (shown, left_out): (Vec<_>, Vec<_>) = findings.into_iter().partition(is_shown);
    let left_out = Counts::of(left_out.iter().map(|finding| finding.severity.into()));
    (shown, left_out)
}

fn document_report(document: &Document, profile: &'static str) -> DocumentReport {
    DocumentReport {
        kind: KindJson::from(document.kind),
        name: name(document),
        unit: unit_name(document).to_owned(),
        fiscal_year: document.fiscal_year.get().copied(),
        place: PlaceJson(document.extent),
        profile,
    }
}

/// Name of the project; the title where it has none.
fn name(document: &Document) -> String {
    let names = [&document.project.name, &document.title];
    let written = names.into_iter().find(|name| name.is_written());
    written.map_or(String::new(), |name| name.text().to_owned())
}

fn finding_report(finding: Finding, project: String, showing: &Showing<'_>) -> FindingReport {
    let lang = showing.lang;
    let grounds = grounds(&finding.code, showing);
    FindingReport {
        name: grounds.name,
        title: grounds.title,
        severity: finding.severity.into(),
        family: grounds.family,
        criterion: grounds.criterion,
        document: finding.document,
        project,
        path: finding.spot.path,
        place: finding.spot.place.into(),
        quote: finding.spot.quote,
        message: in_lang(finding.message, lang),
        why: grounds.why,
        remedy: grounds.remedy,
        basis: grounds.basis,
        related: finding
            .related
            .into_iter()
            .map(|related| related_report(related, lang))
            .collect(),
        fix: finding.fix.map(|fix| FixReport {
            path: fix.path,
            before: fix.before,
            after: fix.after,
        }),
        code: finding.code,
    }
}

/// What a rule says of all its findings.
struct Grounds {
    name: Cow<'static, str>,
    title: Cow<'static, str>,
    family: &'static str,
    criterion: &'static str,
    why: Cow<'static, str>,
    remedy: Cow<'static, str>,
    basis: Vec<BasisReport>,
}

fn grounds(code: &str, showing: &Showing<'_>) -> Grounds {
    let lang = showing.lang;
    let say = |text: rule::Text| Cow::Borrowed(lang.pick(text.zh, text.en));
    if let Some(rule) = Rule::of_code(code) {
        return Grounds {
            name: Cow::Borrowed(rule.name),
            title: say(rule.title),
            family: rule.family().folder(),
            criterion: rule.criterion.code(),
            why: say(rule.why),
            remedy: say(rule.remedy),
            basis: basis(rule.basis, lang),
        };
    }
    let local = showing.local.iter().find(|rule| rule.code == code);
    let own = |text: fn(&LocalRule) -> &String| {
        Cow::Owned(local.map_or(String::new(), |rule| text(rule).clone()))
    };
    Grounds {
        name: Cow::Owned(code.to_owned()),
        title: Cow::Borrowed(lang.pick("本地规则", "local rule")),
        family: "local",
        criterion: Criterion::Outside.code(),
        why: own(|rule| &rule.why),
        remedy: own(|rule| &rule.remedy),
        basis: vec![BasisReport {
            mark: MarkJson::Local,
            act: None,
            title: None,
            says: Some(own(|rule| &rule.basis)),
        }],
    }
}

fn related_report(related: Related, lang: Lang) -> RelatedReport {
    RelatedReport {
        path: related.spot.path,
        place: related.spot.place.into(),
        quote: related.spot.quote,
        note: in_lang(related.note, lang),
    }
}

fn in_lang(text: Bilingual, lang: Lang) -> String {
    lang.pick(text.zh, text.en)
}

/// What a rule rests on, in one language.
pub(crate) fn basis(basis: &[Basis], lang: Lang) -> Vec<BasisReport> {
    let one = |basis: &Basis| match basis {
        Basis::Act { act, says, mark } => {
            let act = acts::act(act);
            BasisReport {
                mark: (*mark).into(),
                act: act.map(|act| act.number.as_str()),
                title: act.map(|act| act.title.as_str()),
                says: Some(Cow::Borrowed(lang.pick(says.zh, says.en))),
            }
        }
        Basis::Practice(says) => BasisReport {
            mark: MarkJson::Practice,
            act: None,
            title: None,
            says: Some(Cow::Borrowed(lang.pick(says.zh, says.en))),
        },
        Basis::Arithmetic => BasisReport {
            mark: MarkJson::Arithmetic,
            act: None,
            title: None,
            says: None,
        },
    };
    basis.iter().map(one).collect()
}

/// What people call a severity.
pub(crate) fn severity_name(severity: SeverityJson, lang: Lang) -> &'static str {
    match severity {
        SeverityJson::Error => lang.pick("错误", "error"),
        SeverityJson::Warning => lang.pick("警告", "warning"),
        SeverityJson::Info => lang.pick("提示", "info"),
    }
}

impl BasisReport {
    /// In one line: the act, what it says, and how far that was confirmed.
    pub(crate) fn line(&self, lang: Lang) -> String {
        let mut line = match (self.act, self.title) {
            // A law is cited by its name, which is its number here.
            (Some(act), Some(title)) if act.contains(title) => format!("《{act}》"),
            (Some(act), Some(title)) => format!("{act}《{title}》"),
            _ => String::new(),
        };
        if let Some(says) = &self.says {
            if !line.is_empty() {
                line += lang.pick("：", ": ");
            }
            line += says;
        }
        let mark = match self.mark {
            MarkJson::Confirmed => lang.pick("原文已核对", "confirmed in its text"),
            MarkJson::Known => lang.pick("内容已知，原文未核对", "known, wording not confirmed"),
            MarkJson::Practice => lang.pick("实践做法，非条文", "practice, not an act"),
            MarkJson::Local => lang.pick("本地规则自述", "as the local rule says"),
            MarkJson::Arithmetic => {
                return lang
                    .pick("表内数据或表述互相矛盾", "the document contradicts itself")
                    .to_owned();
            }
        };
        line + &lang.say(format_args!("〔{mark}〕"), format_args!(" [{mark}]"))
    }
}
