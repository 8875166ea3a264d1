//! Findings for people at a terminal: place, excerpt, what is wrong, why, what to do, on what
//! basis.

use std::collections::BTreeSet;
use std::io::{self, Write};

use plumbline_model::Place;
use plumbline_model::json::KindJson;
use plumbline_rules::by_hand;

use super::{Totals, found, place_for_people, profiles, summary};
use crate::message::{Lang, container_name, kind_name};
use crate::output::excerpt::{Lines, excerpt};
use crate::output::paint::Paint;
use crate::output::{extent, fitted, one_line};
use crate::report::{DocumentReport, FindingReport, Report, severity_name};

/// Columns that a text from a source may take up within a line.
const NAME_COLUMNS: usize = 56;
const QUOTE_COLUMNS: usize = 76;

/// Writes the findings of sources.
#[derive(Clone, Copy)]
pub(crate) struct Printer {
    pub(crate) lang: Lang,
    pub(crate) paint: Paint,
}

impl Printer {
    /// One source; `lines` are those of its text, where it has one.
    pub(crate) fn source(
        self,
        report: &Report,
        lines: Option<&Lines>,
        to: &mut dyn Write,
    ) -> io::Result<()> {
        let lang = self.lang;
        let path = one_line(&report.path);
        writeln!(to, "{}  {}", self.paint.strong(&path), facts(report, lang))?;
        for note in &report.notes {
            writeln!(to, "  {}{note}", lang.pick("注意：", "note: "))?;
        }
        if report.documents.is_empty() {
            writeln!(to, "  {}", no_documents(lang))?;
        }
        // The reason and the basis of a rule are said once a source.
        let mut explained = BTreeSet::new();
        for (number, document, findings) in report.by_document() {
            writeln!(to, "\n  {}", heading(number, document, lang))?;
            for finding in findings {
                writeln!(to)?;
                self.finding(finding, report, lines, to)?;
                if explained.insert(&finding.code) {
                    self.grounds(finding, to)?;
                }
            }
        }
        match report.findings.is_empty() {
            true => Ok(()),
            false => writeln!(to),
        }
    }

    fn finding(
        self,
        finding: &FindingReport,
        report: &Report,
        lines: Option<&Lines>,
        to: &mut dyn Write,
    ) -> io::Result<()> {
        let lang = self.lang;
        let head = format!(
            "{}[{}]",
            severity_name(finding.severity, lang),
            finding.code
        );
        let head = self.paint.severity(finding.severity, &head);
        writeln!(to, "{head} {}", self.paint.strong(&finding.title))?;
        writeln!(to, "  --> {}", at(finding, report, lang))?;
        match (finding.place.0.from, lines) {
            (Place::Text { line, column }, Some(lines)) => {
                let text = lines.get(line).unwrap_or_default();
                self.excerpt(finding, line, column, text, to)?;
            }
            _ if !finding.quote.is_empty() => {
                let quote = fitted(&one_line(&finding.quote), QUOTE_COLUMNS);
                let label = lang.pick("原文：", "printed: ");
                writeln!(to, "  {label}{quote}")?;
            }
            _ => {}
        }
        let message = one_line(&finding.message);
        writeln!(to, "  {}{message}", lang.pick("问题：", "found:  "))?;
        for related in &finding.related {
            let place = place_for_people(related.place, &related.path, lang);
            let note = one_line(&related.note);
            let quote = match related.quote.is_empty() {
                true => String::new(),
                false => format!("  {}", fitted(&one_line(&related.quote), NAME_COLUMNS)),
            };
            let label = lang.pick("另见：", "see:    ");
            let colon = lang.pick("：", ": ");
            writeln!(
                to,
                "  {label}{place}{colon}{note}{}",
                self.paint.faint(&quote)
            )?;
        }
        writeln!(
            to,
            "  {}{}",
            lang.pick("建议：", "do:     "),
            finding.remedy
        )
    }

    fn excerpt(
        self,
        finding: &FindingReport,
        line: u32,
        column: u32,
        text: &str,
        to: &mut dyn Write,
    ) -> io::Result<()> {
        let shown = excerpt(text, column, &finding.quote);
        let number = line.to_string();
        let margin = " ".repeat(number.len());
        let bar = self.paint.faint("│");
        let carets = "^".repeat(shown.carets);
        let carets = self.paint.severity(finding.severity, &carets);
        let blank = match finding.quote.is_empty() {
            true => self.lang.pick(" 这里是空的", " nothing is written here"),
            false => "",
        };
        writeln!(to, "  {} {bar} {}", self.paint.faint(&number), shown.text)?;
        let before = " ".repeat(shown.before);
        writeln!(to, "  {margin} {bar} {before}{carets}{blank}")
    }

    fn grounds(self, finding: &FindingReport, to: &mut dyn Write) -> io::Result<()> {
        let lang = self.lang;
        writeln!(to, "  {}{}", lang.pick("原因：", "why:    "), finding.why)?;
        for basis in &finding.basis {
            writeln!(
                to,
                "  {}{}",
                lang.pick("依据：", "basis:  "),
                basis.line(lang)
            )?;
        }
        Ok(())
    }

    /// What stands after the last source.
    pub(crate) fn end(self, totals: &Totals) -> String {
        let mut end = format!("\n{}\n", summary(totals, self.lang));
        if totals.shown.total() + totals.left_out.total() == 0 && totals.documents > 0 {
            end += &by_hand_note(self.lang);
        }
        end
    }
}

/// Container, number of documents, profile, and what was found.
fn facts(report: &Report, lang: Lang) -> String {
    let container = container_name(lang, &report.container);
    let documents = report.documents.len();
    let found = found(report.counts(), report.left_out, lang);
    if documents == 0 {
        return container.to_owned();
    }
    let profiles = profiles(report, lang);
    lang.say(
        format_args!("{container}，{documents} 份文档，规则集 {profiles}：{found}"),
        format_args!("{container}, documents: {documents}, profile {profiles}; {found}"),
    )
}

fn no_documents(lang: Lang) -> &'static str {
    lang.pick(
        "没有找到绩效文档，因此什么也没有查。用 plumbline inspect 看每一段被当作什么。",
        "No performance document was found, so nothing was checked. `plumbline inspect` shows \
         what each piece was taken for.",
    )
}

/// Number, name, kind, year and place of a document.
fn heading(number: usize, document: &DocumentReport, lang: Lang) -> String {
    let name = match document.name.is_empty() {
        true => lang.pick("（没有名称）", "(no name)").to_owned(),
        false => fitted(&one_line(&document.name), NAME_COLUMNS),
    };
    let year = document
        .fiscal_year
        .map(|year| lang.say(format_args!("{year}年"), format_args!("{year}")));
    let facts = [
        kind(document.kind, lang).to_owned(),
        year.unwrap_or_default(),
        one_line(&document.unit),
        extent(document.place.0, lang),
    ];
    let facts: Vec<_> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    let facts = facts.join(lang.pick("，", ", "));
    format!("{}. {name}  {facts}", number + 1)
}

fn kind(kind: KindJson, lang: Lang) -> &'static str {
    kind_name(lang, kind.into())
}

/// `file:line:column`, which editors and terminals can jump to. The places in our own JSON are in
/// the source it was made from, so the path of the field is shown for it.
fn at(finding: &FindingReport, report: &Report, lang: Lang) -> String {
    let path = one_line(&report.path);
    let place = finding.place.0.from;
    if report.container != "json" {
        return match place {
            Place::Whole => format!("{path}  {}", finding.path),
            place => format!("{path}:{place}"),
        };
    }
    let field = format!("documents[{}].{}", finding.document, finding.path);
    match place {
        Place::Whole => format!("{path}  {field}"),
        _ => {
            let place = extent(finding.place.0, lang);
            lang.say(
                format_args!("{path}  {field}（原文{place}）"),
                format_args!("{path}  {field} ({place} of its source)"),
            )
        }
    }
}

/// Nothing found is not all is well: what is left to a person.
fn by_hand_note(lang: Lang) -> String {
    let titles = by_hand::all()
        .iter()
        .map(|item| lang.pick(&item.title.zh, &item.title.en));
    let titles = titles.map(String::as_str).collect::<Vec<_>>();
    let titles = titles.join(lang.pick("；", "; "));
    lang.say(
        format_args!(
            "没有发现问题不等于审核通过。下面这些机器查不了，要人来看（详见 plumbline rules）：\n{titles}。\n"
        ),
        format_args!(
            "That nothing was found does not mean that all is well. A person has to look at what no \
             machine can check (more: plumbline rules):\n{titles}.\n"
        ),
    )
}
