//! The review opinion of a document: what its findings say to each point of the review form, the
//! grade they speak for, and what is left to a person. The shape of its JSON, and what all its
//! other outputs are made of.

use plumbline_model::{Document, DocumentKind};
use plumbline_rules::Checker;
use plumbline_rules::opinion::{Grade, of_point, of_whole, points};
use plumbline_rules::rule::Criterion;
use serde::Serialize;

use crate::catalogue::{HandPage, hand_pages};
use crate::message::Lang;
use crate::output::amount;
use crate::output::findings::counts;
use crate::report::{Counts, DocumentReport, FindingReport, Report};

/// The opinions on the targets of one source.
#[derive(Debug, Serialize)]
pub(crate) struct Opinions {
    pub(crate) source: String,
    /// It is a proposal: a person confirms or changes it.
    pub(crate) status: &'static str,
    pub(crate) opinions: Vec<Opinion>,
}

/// The opinion on one target.
#[derive(Debug, Serialize)]
pub(crate) struct Opinion {
    /// The document, counted from 0 in its source.
    pub(crate) document: usize,
    #[serde(flatten)]
    pub(crate) about: DocumentReport,
    /// All the money of the year, as printed.
    pub(crate) funding: String,
    /// The eight points of the review form.
    pub(crate) points: Vec<Point>,
    /// The proposed grade of the whole; `null` if no point has one.
    pub(crate) grade: Option<GradeJson>,
    /// How the grade comes about.
    pub(crate) reason: String,
    /// What follows from the grade.
    pub(crate) consequence: &'static str,
    /// Findings that bear on no point of the form.
    pub(crate) outside: Vec<FindingReport>,
}

/// One point of the review form.
#[derive(Debug, Serialize)]
pub(crate) struct Point {
    pub(crate) criterion: &'static str,
    /// The proposed grade; `null` where no rule bears on the point.
    pub(crate) grade: Option<GradeJson>,
    pub(crate) findings: Vec<FindingReport>,
    /// What a person has to look at.
    pub(crate) by_hand: Vec<HandPage>,
    #[serde(skip)]
    pub(crate) of: Criterion,
}

/// A grade of the review form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum GradeJson {
    Excellent,
    Good,
    Fair,
    Poor,
}

impl From<Grade> for GradeJson {
    fn from(grade: Grade) -> GradeJson {
        match grade {
            Grade::Excellent => GradeJson::Excellent,
            Grade::Good => GradeJson::Good,
            Grade::Fair => GradeJson::Fair,
            Grade::Poor => GradeJson::Poor,
        }
    }
}

impl Opinions {
    /// The opinions on those documents of a report that are targets: the review form is for them.
    pub(crate) fn of(
        report: &Report,
        documents: &[Document],
        checker: &Checker,
        lang: Lang,
    ) -> Opinions {
        let about = report.documents.iter().zip(documents).enumerate();
        let targets = about.filter(|(_, (_, document))| is_target(document));
        let opinions = targets.map(|(number, (about, document))| {
            let findings = report.findings.iter();
            let findings: Vec<_> = findings.filter(|f| f.document == number).collect();
            opinion(number, about, document, &findings, checker, lang)
        });
        Opinions {
            source: report.source.clone(),
            status: "proposal",
            opinions: opinions.collect(),
        }
    }
}

fn is_target(document: &Document) -> bool {
    match document.kind {
        DocumentKind::ProjectTarget | DocumentKind::DepartmentTarget => true,
        DocumentKind::SelfEvaluation | DocumentKind::MonitoringReport => false,
    }
}

fn opinion(
    number: usize,
    about: &DocumentReport,
    document: &Document,
    findings: &[&FindingReport],
    checker: &Checker,
    lang: Lang,
) -> Opinion {
    let of = |criterion: Criterion| -> Vec<FindingReport> {
        let on_it = findings.iter().filter(|f| f.criterion == criterion.code());
        on_it.map(|finding| (*finding).clone()).collect()
    };
    let mut grades = Vec::new();
    let points: Vec<Point> = points()
        .map(|criterion| {
            let findings = of(criterion);
            let is_seen = checker.rules().iter().any(|r| r.criterion == criterion);
            let grade = of_point(findings.iter().map(|f| f.severity.into()));
            grades.extend(is_seen.then_some(grade));
            Point {
                criterion: criterion.code(),
                grade: is_seen.then(|| grade.into()),
                findings,
                by_hand: hand_pages(lang)
                    .filter(|page| page.on_criterion == criterion)
                    .collect(),
                of: criterion,
            }
        })
        .collect();
    let grade = of_whole(&grades).map(GradeJson::from);
    let funding = &document.funding;
    Opinion {
        document: number,
        about: about.clone(),
        funding: amount(&funding.total.budget, &funding.unit),
        reason: reason(&points, lang),
        points,
        grade,
        consequence: consequence(grade, lang),
        outside: of(Criterion::Outside),
    }
}

/// How many findings there are, on which points, and which points the program cannot see.
fn reason(points: &[Point], lang: Lang) -> String {
    let all = points.iter().flat_map(|point| &point.findings);
    let found = counts(Counts::of(all.map(|finding| finding.severity)), lang);
    let named = |wanted: &dyn Fn(&Point) -> bool| {
        let wanted = points.iter().filter(|point| wanted(point));
        let codes: Vec<_> = wanted.map(|point| point.criterion).collect();
        codes.join(lang.pick("、", ", "))
    };
    let mut reason = found;
    let bad = named(&|p| matches!(p.grade, Some(GradeJson::Fair | GradeJson::Poor)));
    if !bad.is_empty() {
        reason += &lang.say(
            format_args!("；要点 {bad} 有错误"),
            format_args!("; errors on {bad}"),
        );
    }
    let unseen = named(&|p| p.grade.is_none());
    if !unseen.is_empty() {
        reason += &lang.say(
            format_args!("；要点 {unseen} 程序不能判断，不在其内"),
            format_args!("; the program cannot judge {unseen}, which do not count"),
        );
    }
    reason
}

/// What people call a grade; a line to fill in where there is none.
pub(crate) fn grade_name(grade: Option<GradeJson>, lang: Lang) -> &'static str {
    match grade {
        Some(GradeJson::Excellent) => lang.pick("优", "excellent"),
        Some(GradeJson::Good) => lang.pick("良", "good"),
        Some(GradeJson::Fair) => lang.pick("中", "fair"),
        Some(GradeJson::Poor) => lang.pick("差", "poor"),
        None => lang.pick("由审核人判断", "left to the reviewer"),
    }
}

/// What follows from a grade: 财预〔2015〕88号, known content, the wording not confirmed.
fn consequence(grade: Option<GradeJson>, lang: Lang) -> &'static str {
    match grade {
        Some(GradeJson::Excellent) => lang.pick(
            "可以进入下一步预算安排程序。",
            "It may go on to the next step of budgeting.",
        ),
        Some(GradeJson::Good) => lang.pick(
            "可以由审核人与单位一起完善后，进入下一步程序。",
            "The reviewer may complete it with the unit; then it may go on.",
        ),
        Some(GradeJson::Fair) => lang.pick(
            "由单位修改完善后重新报审。",
            "The unit repairs it and files it anew.",
        ),
        Some(GradeJson::Poor) => lang.pick(
            "不得进入下一步预算安排程序。",
            "It may not go on to the next step of budgeting.",
        ),
        None => "",
    }
}

/// The part of the review form that a point belongs to.
pub(crate) fn part_name(criterion: Criterion, lang: Lang) -> &'static str {
    match criterion {
        Criterion::Completeness | Criterion::Clarity => lang.pick("完整性", "completeness"),
        Criterion::Relevance | Criterion::Soundness => lang.pick("相关性", "relevance"),
        Criterion::Adequacy | Criterion::Funding => lang.pick("适当性", "adequacy"),
        Criterion::Attainability | Criterion::Conditions => lang.pick("可行性", "feasibility"),
        Criterion::Outside => lang.pick("审核表以外", "outside the review form"),
    }
}
