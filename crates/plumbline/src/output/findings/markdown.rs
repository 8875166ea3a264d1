//! Findings as tables for people, document by document.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::{found, place_for_people, profiles};
use crate::message::Lang;
use crate::output::markdown::escaped;
use crate::report::{FindingReport, Report, severity_name};

pub(crate) fn source(report: &Report, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "# {}\n", escaped(&report.source))?;
    let documents = report.documents.len();
    let profiles = profiles(report, lang);
    let found = found(report.counts(), report.left_out, lang);
    let facts = lang.say(
        format_args!("{documents} 份文档，规则集 {profiles}：{found}。"),
        format_args!("Documents: {documents}, profile {profiles}; {found}."),
    );
    writeln!(to, "{facts}\n")?;
    for note in &report.notes {
        writeln!(to, "> {}\n", escaped(note))?;
    }
    let mut rules = BTreeMap::new();
    for (number, document, findings) in report.by_document() {
        let name = escaped(&document.name);
        writeln!(to, "## {}. {name}（{}）\n", number + 1, document.profile)?;
        let heads = lang.pick(
            "级别 | 编号 | 位置 | 问题 | 建议",
            "severity | code | place | found | do",
        );
        writeln!(to, "| {heads} |\n|---|---|---|---|---|")?;
        for finding in findings {
            writeln!(to, "{}", row(finding, lang))?;
            rules.entry(finding.code.as_str()).or_insert(finding);
        }
        writeln!(to)?;
    }
    if !rules.is_empty() {
        writeln!(to, "## {}\n", lang.pick("原因和依据", "Reasons and bases"))?;
        for (code, finding) in rules {
            let basis = finding.basis.iter().map(|basis| escaped(&basis.line(lang)));
            let basis = basis.collect::<Vec<_>>().join(lang.pick("；", "; "));
            let (title, why) = (escaped(&finding.title), &finding.why);
            writeln!(to, "- **{code} {title}** {why} {basis}")?;
        }
        writeln!(to)?;
    }
    Ok(())
}

fn row(finding: &FindingReport, lang: Lang) -> String {
    let mut found = escaped(&finding.message);
    if !finding.quote.is_empty() {
        found += &format!("<br>“{}”", escaped(&finding.quote));
    }
    for related in &finding.related {
        let place = escaped(&place_for_people(related.place, &related.path, lang));
        let note = escaped(&related.note);
        let see = lang.pick("另见", "see");
        found += &format!("<br>{see} {place}{}{note}", lang.pick("：", ": "));
    }
    let severity = severity_name(finding.severity, lang);
    let place = escaped(&place_for_people(finding.place, &finding.path, lang));
    let (code, remedy) = (&finding.code, escaped(&finding.remedy));
    format!("| {severity} | {code} | {place} | {found} | {remedy} |")
}
