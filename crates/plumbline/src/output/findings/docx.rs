//! Findings as a Word document, to be handed on with a letter.

use std::io;

use super::{Totals, counts, place_for_people, summary};
use crate::message::Lang;
use crate::output::extent;
use crate::output::paper::Paper;
use crate::report::{FindingReport, Report, severity_name};

pub(crate) fn document(reports: &[&Report], lang: Lang) -> io::Result<Vec<u8>> {
    let title = lang.pick("预算绩效文件检查结果", "Findings in performance documents");
    let mut word = Paper::new(title);
    word.title(title);
    let mut totals = Totals::default();
    for report in reports {
        totals += Totals::of(report);
    }
    word.paragraph(&(summary(&totals, lang) + lang.pick("。", ".")));
    word.paragraph(lang.pick(
        "下列问题由程序按公开的规则提出，是向填报单位的询问，不是结论；没有列出的，不等于没有问题。",
        "These findings were made by a program from published rules. They are questions to the \
         unit and no verdict; what is not listed is not therefore right.",
    ));
    for report in reports {
        word.heading(&report.source);
        for (number, document, findings) in report.by_document() {
            let place = extent(document.place.0, lang);
            let number = number + 1;
            let (name, profile) = (&document.name, document.profile);
            let found = counts(
                crate::report::Counts::of(findings.iter().map(|f| f.severity)),
                lang,
            );
            word.subheading(&format!("{number}. {name}"));
            word.line(&lang.say(
                format_args!("{}　{place}　规则集 {profile}　{found}", document.unit),
                format_args!("{}  {place}  profile {profile}  {found}", document.unit),
            ));
            let rows: Vec<_> = findings.iter().map(|finding| row(finding, lang)).collect();
            let heads = lang.pick(
                [
                    ("级别", 9),
                    ("位置", 14),
                    ("问题", 34),
                    ("建议", 24),
                    ("依据", 19),
                ],
                [
                    ("severity", 9),
                    ("place", 14),
                    ("found", 34),
                    ("do", 24),
                    ("basis", 19),
                ],
            );
            word.table(heads, &rows);
        }
        if report.findings.is_empty() {
            let profiles = super::profiles(report, lang);
            let documents = report.documents.len();
            word.line(&lang.say(
                format_args!("{documents} 份文档，规则集 {profiles}，没有发现问题。"),
                format_args!("Documents: {documents}, profile {profiles}; nothing found."),
            ));
        }
    }
    word.into_docx()
}

fn row(finding: &FindingReport, lang: Lang) -> [String; 5] {
    let mut found = format!("{}\n{}", finding.title, finding.message);
    if !finding.quote.is_empty() {
        found += &format!("\n“{}”", finding.quote);
    }
    for related in &finding.related {
        let place = place_for_people(related.place, &related.path, lang);
        let see = lang.pick("另见", "see ");
        found += &format!("\n{see}{place}{}{}", lang.pick("：", ": "), related.note);
    }
    let basis = finding.basis.iter().map(|basis| basis.line(lang));
    [
        format!(
            "{}\n{}",
            severity_name(finding.severity, lang),
            finding.code
        ),
        place_for_people(finding.place, &finding.path, lang),
        found,
        finding.remedy.to_string(),
        basis.collect::<Vec<_>>().join("\n"),
    ]
}
