//! Many sources at once: worked on in parallel, results taken over in the order of the sources,
//! into one stream or into a file for each.

use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::ops::AddAssign;
use std::path::{Path, PathBuf};
use std::thread;

use indicatif::ProgressBar;
use rayon::prelude::*;

use crate::message::{Lang, Problem, io_problem};
use crate::output::destination::{Folder, Stream, is_folder};
use crate::progress;
use crate::reading::guarded;
use crate::sources::{self, Source};

/// Sources that are worked on before their results are written, for each job. More keep the jobs
/// busy when one file takes long; all of them are in memory at once.
const CHUNK_PER_JOB: usize = 16;

/// The sources of one run, and where their results go.
pub(crate) struct Batch<'a> {
    sources: Vec<Source>,
    pub(crate) out: Option<&'a Path>,
    jobs: usize,
    bar: ProgressBar,
    lang: Lang,
    /// What could not be looked into.
    problems: Vec<Problem>,
}

/// What stands around the results in a stream.
pub(crate) struct Frame<'a, C> {
    pub(crate) begin: Vec<u8>,
    pub(crate) between: &'static str,
    /// It may tell what the results came to.
    pub(crate) end: &'a dyn Fn(&C) -> Vec<u8>,
    /// Extension of a file for one result.
    pub(crate) extension: &'static str,
}

/// One source, done: what is written of it, and what it comes to.
pub(crate) struct Printed<C> {
    pub(crate) text: Vec<u8>,
    pub(crate) counts: C,
}

/// What came of a run.
#[derive(Debug, Default)]
pub(crate) struct Tally<C> {
    pub(crate) counts: C,
    /// Reported at the end, because before that they would scroll away.
    pub(crate) problems: Vec<Problem>,
}

impl<C> Tally<C> {
    pub(crate) fn report_problems(&self) {
        for problem in &self.problems {
            let _ = writeln!(io::stderr(), "{problem}");
        }
    }
}

impl<'a> Batch<'a> {
    /// Finds the sources at the paths; what lies where the results go is none.
    pub(crate) fn find(
        paths: &[PathBuf],
        out: Option<&'a Path>,
        jobs: Option<u16>,
        lang: Lang,
    ) -> Batch<'a> {
        let mut found = sources::find(paths, out, lang);
        if found.sources.is_empty() && found.problems.is_empty() {
            found.problems.push(nothing_to_read(paths, lang));
        }
        let processors = thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let jobs = jobs.map_or(processors, usize::from);
        Batch {
            jobs: jobs.min(found.sources.len().max(1)),
            bar: progress::bar(found.sources.len(), lang),
            sources: found.sources,
            problems: found.problems,
            out,
            lang,
        }
    }

    /// Whether there are several sources (or none), as opposed to one.
    pub(crate) fn has_several(&self) -> bool {
        self.sources.len() != 1
    }

    /// The folder that gets a file for each source, if that was asked for.
    fn folder(&self) -> Option<&'a Path> {
        self.out.filter(|out| is_folder(out))
    }

    /// Whether all results go into one stream.
    pub(crate) fn is_stream(&self) -> bool {
        self.folder().is_none()
    }

    /// Works on all sources and writes what comes of them.
    pub(crate) fn write<C: Default + AddAssign + Send>(
        mut self,
        frame: &Frame<'_, C>,
        one: impl Fn(&Source) -> Result<Printed<C>, Problem> + Sync,
    ) -> io::Result<Tally<C>> {
        let mut tally = Tally {
            counts: C::default(),
            problems: std::mem::take(&mut self.problems),
        };
        let written = match self.folder() {
            Some(folder) => self.write_folder(folder, frame, one, &mut tally),
            None => self.write_stream(frame, one, &mut tally),
        };
        self.finish(written, tally)
    }

    /// Works on all sources and writes one thing made of all that comes of them, which is all in
    /// memory then.
    pub(crate) fn write_whole<T: Send, C: Default>(
        mut self,
        one: impl Fn(&Source) -> Result<T, Problem> + Sync,
        print: impl FnOnce(&[T]) -> io::Result<Printed<C>>,
    ) -> io::Result<Tally<C>> {
        let mut tally = Tally {
            counts: C::default(),
            problems: std::mem::take(&mut self.problems),
        };
        let mut all = Vec::new();
        let problems = &mut tally.problems;
        self.each(one, problems, |_, result| {
            all.push(result);
            Ok(())
        })?;
        let written = print(&all).and_then(|printed| {
            tally.counts = printed.counts;
            let mut stream = Stream::open(self.out)?;
            stream.writer().write_all(&printed.text)?;
            stream.complete()
        });
        self.finish(written, tally)
    }

    /// A result that could not be written to where it was asked to go is a problem like others.
    fn finish<C: Default>(
        self,
        written: io::Result<()>,
        mut tally: Tally<C>,
    ) -> io::Result<Tally<C>> {
        self.bar.finish_and_clear();
        match (written, self.out) {
            (Err(error), Some(out)) => {
                tally.counts = C::default();
                let problem = io_problem(self.lang, &out.to_string_lossy(), &error);
                tally.problems.push(problem);
            }
            (written, _) => written?,
        }
        Ok(tally)
    }

    /// Works on the sources in parallel and hands the results over in their order. Of all
    /// results, only those of one chunk are in memory.
    fn each<T: Send>(
        &self,
        one: impl Fn(&Source) -> Result<T, Problem> + Sync,
        problems: &mut Vec<Problem>,
        mut take: impl FnMut(&Source, T) -> io::Result<()>,
    ) -> io::Result<()> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(self.jobs)
            .build();
        let pool = pool.map_err(io::Error::other)?;
        let one = |source| {
            let result = guarded(source, self.lang, || one(source));
            self.bar.inc(1);
            result
        };
        for chunk in self.sources.chunks(self.jobs * CHUNK_PER_JOB) {
            let results: Vec<_> = pool.install(|| chunk.par_iter().map(one).collect());
            self.bar.suspend(|| {
                for (source, result) in chunk.iter().zip(results) {
                    match result {
                        Err(problem) => problems.push(problem),
                        Ok(result) => take(source, result)?,
                    }
                }
                io::Result::Ok(())
            })?;
        }
        Ok(())
    }

    /// All results into one stream. A file that cannot be written stops the work; so does a reader
    /// that has seen enough.
    fn write_stream<C: Default + AddAssign + Send>(
        &self,
        frame: &Frame<'_, C>,
        one: impl Fn(&Source) -> Result<Printed<C>, Problem> + Sync,
        tally: &mut Tally<C>,
    ) -> io::Result<()> {
        let Tally { counts, problems } = tally;
        let mut stream = Stream::open(self.out)?;
        stream.writer().write_all(&frame.begin)?;
        let mut is_first = true;
        self.each(one, problems, |_, printed| {
            if !std::mem::take(&mut is_first) {
                stream.writer().write_all(frame.between.as_bytes())?;
            }
            *counts += printed.counts;
            stream.writer().write_all(&printed.text)
        })?;
        stream.writer().write_all(&(frame.end)(counts))?;
        stream.complete()
    }

    /// Each result into a file of its own. A file that cannot be written is a problem of that
    /// file.
    fn write_folder<C: Default + AddAssign + Send>(
        &self,
        out: &Path,
        frame: &Frame<'_, C>,
        one: impl Fn(&Source) -> Result<Printed<C>, Problem> + Sync,
        tally: &mut Tally<C>,
    ) -> io::Result<()> {
        let Tally { counts, problems } = tally;
        let mut folder = Folder::new(out, frame.extension);
        let mut unwritten = Vec::new();
        self.each(one, problems, |source, printed| {
            let mut write = || {
                let mut stream = folder.open(&source.name)?;
                stream.writer().write_all(&frame.begin)?;
                stream.writer().write_all(&printed.text)?;
                let end = (frame.end)(&printed.counts);
                stream.writer().write_all(&end)?;
                stream.complete()
            };
            if let Err(error) = write() {
                unwritten.push(io_problem(self.lang, &out.to_string_lossy(), &error));
            }
            *counts += printed.counts;
            Ok(())
        })?;
        problems.append(&mut unwritten);
        Ok(())
    }
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
