//! `plumbline check`: findings in documents.

use std::io::{self, Write};

use plumbline_intake::encoding::decode;
use plumbline_intake::limits::Limits;
use plumbline_model::json::Source as Read;
use plumbline_rules::Checker;
use plumbline_rules::baseline::Baseline;

use super::asked::{checker, no_terminal};
use super::fix;
use super::read::written_to;
use crate::Outcome;
use crate::batch::{Batch, Frame, Printed, Tally};
use crate::cli::{CheckArgs, CheckFormat, TextOrJson};
use crate::fix::diff;
use crate::message::{Lang, Problem, io_problem};
use crate::output::excerpt::Lines;
use crate::output::findings::{
    Totals, csv, docx, json, markdown, sarif, statistics, summary, text, xlsx,
};
use crate::output::paint::Paint;
use crate::own::HeldBack;
use crate::reading;
use crate::report::statistics::Statistics;
use crate::report::{self, Report, SeverityJson, Showing};
use crate::sources::Source;

pub(crate) fn run(args: &CheckArgs, lang: Lang) -> io::Result<Outcome> {
    let asked = checker(args, lang).and_then(|checker| {
        let (waivers, baseline) = (args.waivers.as_deref(), args.baseline.as_deref());
        let held = HeldBack::read(waivers, baseline, checker.local_rules(), lang)?;
        Ok((checker, held, form(args, lang)?))
    });
    let (checker, (held, over), form) = match asked {
        Ok(asked) => asked,
        Err(problem) => {
            let _ = writeln!(io::stderr(), "{problem}");
            return Ok(Outcome::Failed);
        }
    };
    for line in over {
        let _ = writeln!(io::stderr(), "{line}");
    }
    let out = args.write_baseline.as_deref().or(args.out.as_deref());
    let check = Check {
        checker,
        held,
        limits: args.limits.limits(),
        level: args.level,
        form,
        paint: match out {
            None => Paint::of_stdout(),
            Some(_) => Paint::Plain,
        },
        lang,
    };
    let batch = Batch::find(&args.paths, out, args.jobs, lang);
    if args.fix {
        return fix::run(&check, batch, lang);
    }
    let tally = match form.is_whole() && batch.is_stream() {
        true => check.write_whole(batch)?,
        false => check.write_each(batch)?,
    };
    if out.is_some() && tally.counts.sources > 0 {
        let summary = summary(&tally.counts, lang);
        let _ = writeln!(io::stderr(), "{summary}{}", written_to(out, lang));
    }
    tally.report_problems();
    Ok(match (tally.problems.len(), tally.counts.shown.total()) {
        (1.., _) => Outcome::Failed,
        _ if form == Form::Baseline => Outcome::Done,
        (0, 1..) => Outcome::Found,
        (0, 0) => Outcome::Done,
    })
}

/// What is written of the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Findings(CheckFormat),
    Statistics(TextOrJson),
    /// Only what can be changed with certainty, whatever it weighs.
    Changes,
    /// By what the findings are known again, whatever they weigh.
    Baseline,
}

impl Form {
    /// Whether it can be written only when all sources have been checked.
    fn is_whole(self) -> bool {
        use CheckFormat::{Docx, Sarif, Xlsx};
        matches!(
            self,
            Form::Findings(Docx | Sarif | Xlsx) | Form::Statistics(_) | Form::Baseline
        )
    }
}

fn form(args: &CheckArgs, lang: Lang) -> Result<Form, Problem> {
    if args.write_baseline.is_some() {
        return Ok(Form::Baseline);
    }
    let is_binary = matches!(args.format, CheckFormat::Xlsx | CheckFormat::Docx);
    if args.diff || args.fix {
        return match args.format {
            CheckFormat::Text => Ok(Form::Changes),
            format => Err(Problem::new(
                lang,
                format!("--format {}", format.extension()),
                lang.pick(
                    "不能和 --diff、--fix 一起用",
                    "does not go with --diff or --fix",
                ),
                lang.pick("请去掉它", "leave it away"),
            )),
        };
    }
    match (args.statistics, args.format) {
        (false, format) if is_binary && args.out.is_none() => {
            Err(no_terminal(format.extension(), lang))
        }
        (false, format) => Ok(Form::Findings(format)),
        (true, CheckFormat::Text) => Ok(Form::Statistics(TextOrJson::Text)),
        (true, CheckFormat::Json) => Ok(Form::Statistics(TextOrJson::Json)),
        (true, format) => Err(Problem::new(
            lang,
            format!("--statistics --format {}", format.extension()),
            lang.pick("没有这种格式的计数", "there are no counts in this format"),
            lang.pick(
                "请用 text 或 json；xlsx 里本来就有“汇总”表",
                "use text or json; a workbook (xlsx) has a sheet of counts anyway",
            ),
        )),
    }
}

/// How sources are checked, and what is shown of it.
pub(super) struct Check {
    checker: Checker,
    held: HeldBack,
    pub(super) limits: Limits,
    level: SeverityJson,
    form: Form,
    paint: Paint,
    lang: Lang,
}

/// A source that was checked, with the lines of its text if they are to be shown.
struct Checked {
    report: Report,
    lines: Option<Lines>,
}

impl Check {
    fn one(&self, source: &Source) -> Result<Checked, Problem> {
        let lang = self.lang;
        let bytes = source.bytes(self.limits.bytes_max, lang)?;
        let read = reading::read_bytes(source, &bytes, &self.limits, lang)?;
        let report = self.report(source, &read);
        let is_shown = matches!(self.form, Form::Findings(CheckFormat::Text) | Form::Changes);
        let has_lines = is_shown && !report.findings.is_empty() && report.container != "json";
        let text = has_lines.then(|| decode(&bytes, &self.limits).ok());
        let lines = text.flatten().map(|(text, _)| Lines::of(&text));
        Ok(Checked { report, lines })
    }

    /// What is found in the documents of a source, as far as it is asked for.
    pub(super) fn report(&self, source: &Source, read: &Read) -> Report {
        let checked = self.checker.check(&read.documents);
        let path = source.shown(self.lang);
        let level = match self.form {
            Form::Changes | Form::Baseline => SeverityJson::Info,
            _ => self.level,
        };
        let showing = Showing {
            level,
            held: &self.held,
            local: self.checker.local_rules(),
            lang: self.lang,
        };
        let mut report = report::make(read, path, checked, &showing);
        if self.form == Form::Changes {
            report.findings.retain(|finding| finding.fix.is_some());
        }
        report
    }

    /// Source by source.
    fn write_each(&self, batch: Batch<'_>) -> io::Result<Tally<Totals>> {
        let is_stream = batch.is_stream();
        let is_array =
            self.form == Form::Findings(CheckFormat::Json) && batch.has_several() && is_stream;
        let frame = Frame {
            begin: match self.form {
                Form::Findings(CheckFormat::Csv) => csv::header(self.lang)?,
                _ if is_array => b"[\n".to_vec(),
                _ => Vec::new(),
            },
            between: if is_array { ",\n" } else { "" },
            end: &|totals| match self.form {
                Form::Findings(CheckFormat::Text) => self.text().end(totals).into_bytes(),
                Form::Findings(CheckFormat::Markdown) => self.summary_line(totals),
                _ if is_array => b"]\n".to_vec(),
                _ => Vec::new(),
            },
            extension: match self.form {
                Form::Findings(format) => format.extension(),
                Form::Changes => "diff",
                Form::Baseline => "jsonl",
                Form::Statistics(TextOrJson::Text) => "txt",
                Form::Statistics(TextOrJson::Json) => "json",
            },
        };
        batch.write(&frame, |source| {
            let checked = self.one(source)?;
            let printed = self.print(std::slice::from_ref(&checked));
            printed.map_err(|error| io_problem(self.lang, &checked.report.path, &error))
        })
    }

    /// All sources as one thing.
    fn write_whole(&self, batch: Batch<'_>) -> io::Result<Tally<Totals>> {
        batch.write_whole(|source| self.one(source), |all| self.print(all))
    }

    fn text(&self) -> text::Printer {
        text::Printer {
            lang: self.lang,
            paint: self.paint,
        }
    }

    fn summary_line(&self, totals: &Totals) -> Vec<u8> {
        format!("{}\n", summary(totals, self.lang)).into_bytes()
    }

    /// Sources in the form that was asked for, without what stands around them.
    fn print(&self, all: &[Checked]) -> io::Result<Printed<Totals>> {
        let lang = self.lang;
        let reports: Vec<&Report> = all.iter().map(|checked| &checked.report).collect();
        let mut counts = Totals::default();
        for report in &reports {
            counts += Totals::of(report);
        }
        let mut to = Vec::new();
        match self.form {
            Form::Findings(CheckFormat::Text) => {
                for Checked { report, lines } in all {
                    self.text().source(report, lines.as_ref(), &mut to)?;
                }
            }
            Form::Findings(CheckFormat::Json) => {
                for report in &reports {
                    json::value(report, &mut to)?;
                }
            }
            Form::Findings(CheckFormat::Jsonl) => {
                for report in &reports {
                    json::line(report, &mut to)?;
                }
            }
            Form::Findings(CheckFormat::Csv) => {
                for report in &reports {
                    csv::source(report, lang, &mut to)?;
                }
            }
            Form::Findings(CheckFormat::Markdown) => {
                for report in &reports {
                    markdown::source(report, lang, &mut to)?;
                }
            }
            Form::Findings(CheckFormat::Sarif) => {
                json::value(&sarif::log(&reports, self.checker.rules(), lang), &mut to)?;
            }
            Form::Findings(CheckFormat::Xlsx) => to = xlsx::workbook(&reports, lang)?,
            Form::Findings(CheckFormat::Docx) => to = docx::document(&reports, lang)?,
            Form::Changes => {
                for Checked { report, lines } in all {
                    to.extend(diff(report, lines.as_ref()).into_bytes());
                }
            }
            Form::Baseline => {
                let mut baseline = Baseline::default();
                for fingerprint in reports.iter().flat_map(|report| &report.fingerprints) {
                    baseline.add(fingerprint.clone());
                }
                to = baseline.to_lines().into_bytes();
            }
            Form::Statistics(TextOrJson::Text) => {
                statistics::tables(&Statistics::of(&reports), lang, &mut to)?;
                to.extend(self.summary_line(&counts));
            }
            Form::Statistics(TextOrJson::Json) => {
                json::value(&Statistics::of(&reports), &mut to)?;
            }
        }
        Ok(Printed { text: to, counts })
    }
}
