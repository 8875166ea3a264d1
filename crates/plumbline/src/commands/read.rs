//! `plumbline read`: documents out of files.

use std::io::{self, Write};
use std::ops::AddAssign;
use std::path::Path;

use plumbline_intake::limits::Limits;
use plumbline_model::json;

use crate::Outcome;
use crate::batch::{Batch, Frame, Printed, Tally};
use crate::cli::{ReadArgs, ReadFormat};
use crate::message::{Lang, Problem, io_problem};
use crate::output::{Printer, text};
use crate::reading;
use crate::sources::Source;

pub(crate) fn run(args: &ReadArgs, lang: Lang) -> io::Result<Outcome> {
    let out = args.out.as_deref();
    let batch = Batch::find(&args.paths, out, args.jobs, lang);
    let has_several = batch.has_several();
    let printer = Printer {
        format: args.format,
        lang,
        several: has_several && batch.is_stream(),
    };
    let frame = Frame {
        begin: printer.begin()?,
        between: printer.between(),
        end: &|_| printer.end().into(),
        extension: args.format.extension(),
    };
    let limits = args.limits.limits();
    let tally = batch.write(&frame, |source| one(source, &limits, printer))?;
    let is_told = out.is_some() || (has_several && args.format == ReadFormat::Text);
    if is_told && tally.counts.sources > 0 {
        report_counts(tally.counts, out, lang);
    }
    tally.report_problems();
    Ok(outcome(&tally, args.strict))
}

fn one(source: &Source, limits: &Limits, printer: Printer) -> Result<Printed<Counts>, Problem> {
    let lang = printer.lang;
    let shown = source.shown(lang);
    let read = reading::read(source, limits, lang)?;
    let mut text = Vec::new();
    let printed = printer.source(&read, &shown, &mut text);
    printed.map_err(|error| io_problem(lang, &shown, &error))?;
    let counts = Counts::of(&read);
    Ok(Printed { text, counts })
}

/// How much was found.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    sources: usize,
    documents: usize,
    indicators: usize,
    unread: usize,
}

impl Counts {
    fn of(source: &json::Source) -> Counts {
        Counts {
            sources: 1,
            documents: source.documents.len(),
            indicators: source.documents.iter().map(text::indicator_count).sum(),
            unread: source.unread.len(),
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.sources += other.sources;
        self.documents += other.documents;
        self.indicators += other.indicators;
        self.unread += other.unread;
    }
}

fn report_counts(counts: Counts, out: Option<&Path>, lang: Lang) {
    let Counts {
        sources,
        documents,
        indicators,
        unread,
    } = counts;
    let counts = lang.say(
        format_args!(
            "共读 {sources} 个文件：{documents} 份文档，{indicators} 条指标，没有读懂 {unread} 处"
        ),
        format_args!(
            "files read: {sources}, documents: {documents}, indicators: {indicators}, \
             pieces not understood: {unread}"
        ),
    );
    let _ = writeln!(io::stderr(), "{counts}{}", written_to(out, lang));
}

/// `；结果在 …`, or nothing where results went to standard output.
pub(crate) fn written_to(out: Option<&Path>, lang: Lang) -> String {
    match out.map(Path::display) {
        None => String::new(),
        Some(out) => lang.say(
            format_args!("；结果在 {out}"),
            format_args!("; written to {out}"),
        ),
    }
}

fn outcome(tally: &Tally<Counts>, strict: bool) -> Outcome {
    match (tally.problems.len(), tally.counts.unread) {
        (1.., _) => Outcome::Failed,
        (0, 1..) if strict => Outcome::Found,
        _ => Outcome::Done,
    }
}
