//! `plumbline read`: documents out of files.

use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use indicatif::ProgressBar;
use plumbline_intake::limits::Limits;
use plumbline_model::json;
use rayon::prelude::*;

use crate::Outcome;
use crate::cli::{ReadArgs, ReadFormat};
use crate::message::{Lang, Problem, io_problem};
use crate::output::destination::{Folder, Stream, is_folder};
use crate::output::{Printer, text};
use crate::progress;
use crate::reading::{self, guarded};
use crate::sources::{self, Source};

/// Sources that are read before their results are written, for each job. More keep the jobs busy
/// when one file takes long; all of them are in memory at once.
const CHUNK_PER_JOB: usize = 16;

pub(crate) fn run(args: &ReadArgs, lang: Lang) -> io::Result<Outcome> {
    let found = sources::find(&args.paths, args.out.as_deref(), lang);
    let mut tally = Tally::default();
    tally.problems.extend(found.problems);
    if found.sources.is_empty() && tally.problems.is_empty() {
        tally.problems.push(nothing_to_read(&args.paths, lang));
    }
    let processors = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let jobs = args.jobs.map_or(processors, usize::from);
    let out = args.out.as_deref();
    let is_folder = out.is_some_and(is_folder);
    let several = found.sources.len() != 1;
    let batch = Batch {
        limits: limits(args.max_bytes),
        jobs: jobs.min(found.sources.len().max(1)),
        printer: Printer {
            format: args.format,
            lang,
            several: several && !is_folder,
        },
        bar: progress::bar(found.sources.len(), lang),
    };
    let written = match out.filter(|_| is_folder) {
        Some(folder) => batch.write_folder(&found.sources, folder, &mut tally),
        None => batch.write_stream(&found.sources, out, &mut tally),
    };
    batch.bar.finish_and_clear();
    match (written, out) {
        (Err(error), Some(out)) => {
            tally.counts = Counts::default();
            let problem = io_problem(lang, &out.to_string_lossy(), &error);
            tally.problems.push(problem);
        }
        (written, _) => written?,
    }
    let is_told = out.is_some() || (several && args.format == ReadFormat::Text);
    if is_told && tally.counts.sources > 0 {
        tally.report_counts(out, lang);
    }
    tally.report_problems();
    Ok(tally.outcome(args.strict))
}

fn nothing_to_read(paths: &[PathBuf], lang: Lang) -> Problem {
    let paths: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
    Problem::new(
        lang,
        paths.join(" "),
        lang.pick("里面没有可读的文件", "there is no file to read in it"),
        lang.pick(
            "请核对路径；名称以 . 或 ~$ 开头的隐藏文件不读",
            "check the path; hidden files, whose names begin with . or ~$, are left out",
        ),
    )
}

/// The limits, with that on bytes as it was asked for.
pub(crate) fn limits(max_bytes: Option<usize>) -> Limits {
    let usual = Limits::default();
    Limits {
        bytes_max: max_bytes.unwrap_or(usual.bytes_max),
        ..usual
    }
}

/// How a number of sources is read.
struct Batch {
    limits: Limits,
    jobs: usize,
    printer: Printer,
    bar: ProgressBar,
}

/// One source, read and printed.
struct Printed {
    text: Vec<u8>,
    counts: Counts,
}

impl Batch {
    /// Reads and prints the sources in parallel and hands the results over in their order. Of all
    /// results, only those of one chunk are in memory.
    fn each(
        &self,
        sources: &[Source],
        tally: &mut Tally,
        mut write: impl FnMut(&Source, &[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(self.jobs)
            .build();
        let pool = pool.map_err(io::Error::other)?;
        for chunk in sources.chunks(self.jobs * CHUNK_PER_JOB) {
            let one = |source| self.one(source);
            let results: Vec<_> = pool.install(|| chunk.par_iter().map(one).collect());
            self.bar.suspend(|| {
                for (source, result) in chunk.iter().zip(results) {
                    match result {
                        Err(problem) => tally.problems.push(problem),
                        Ok(printed) => {
                            tally.counts.add(printed.counts);
                            write(source, &printed.text)?;
                        }
                    }
                }
                io::Result::Ok(())
            })?;
        }
        Ok(())
    }

    fn one(&self, source: &Source) -> Result<Printed, Problem> {
        let lang = self.printer.lang;
        let result = guarded(source, lang, || {
            let shown = source.shown(lang);
            let read = reading::read(source, &self.limits, lang)?;
            let mut text = Vec::new();
            let printed = self.printer.source(&read, &shown, &mut text);
            printed.map_err(|error| io_problem(lang, &shown, &error))?;
            let counts = Counts::of(&read);
            Ok(Printed { text, counts })
        });
        self.bar.inc(1);
        result
    }

    /// All results into one stream. A file that cannot be written stops the work; so does a reader
    /// that has seen enough.
    fn write_stream(
        &self,
        sources: &[Source],
        out: Option<&Path>,
        tally: &mut Tally,
    ) -> io::Result<()> {
        let mut stream = Stream::open(out)?;
        self.printer.begin(stream.writer())?;
        let mut is_first = true;
        self.each(sources, tally, |_, text| {
            if !std::mem::take(&mut is_first) {
                self.printer.between(stream.writer())?;
            }
            stream.writer().write_all(text)
        })?;
        self.printer.end(stream.writer())?;
        stream.complete()
    }

    /// Each result into a file of its own. A file that cannot be written is a problem of that
    /// file.
    fn write_folder(&self, sources: &[Source], out: &Path, tally: &mut Tally) -> io::Result<()> {
        let mut folder = Folder::new(out, self.printer.format.extension());
        let mut problems = Vec::new();
        self.each(sources, tally, |source, text| {
            let mut write = || {
                let mut stream = folder.open(&source.name)?;
                self.printer.begin(stream.writer())?;
                stream.writer().write_all(text)?;
                self.printer.end(stream.writer())?;
                stream.complete()
            };
            if let Err(error) = write() {
                let out = out.to_string_lossy();
                problems.push(io_problem(self.printer.lang, &out, &error));
            }
            Ok(())
        })?;
        tally.problems.append(&mut problems);
        Ok(())
    }
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

    fn add(&mut self, other: Counts) {
        self.sources += other.sources;
        self.documents += other.documents;
        self.indicators += other.indicators;
        self.unread += other.unread;
    }
}

/// What came of a run.
#[derive(Debug, Default)]
struct Tally {
    counts: Counts,
    /// Reported at the end, because before that they would scroll away.
    problems: Vec<Problem>,
}

impl Tally {
    fn report_counts(&self, out: Option<&Path>, lang: Lang) {
        let Counts {
            sources,
            documents,
            indicators,
            unread,
        } = self.counts;
        let counts = lang.say(
            format_args!(
                "共读 {sources} 个文件：{documents} 份文档，{indicators} 条指标，没有读懂 {unread} 处"
            ),
            format_args!(
                "files read: {sources}, documents: {documents}, indicators: {indicators}, \
                 pieces not understood: {unread}"
            ),
        );
        let written = match out.map(Path::display) {
            None => String::new(),
            Some(out) => lang.say(
                format_args!("；结果在 {out}"),
                format_args!("; written to {out}"),
            ),
        };
        let _ = writeln!(io::stderr(), "{counts}{written}");
    }

    fn report_problems(&self) {
        for problem in &self.problems {
            let _ = writeln!(io::stderr(), "{problem}");
        }
    }

    fn outcome(&self, strict: bool) -> Outcome {
        match (self.problems.len(), self.counts.unread) {
            (1.., _) => Outcome::Failed,
            (0, 1..) if strict => Outcome::Unread,
            _ => Outcome::Done,
        }
    }
}
