//! `plumbline check --fix`: puts changes whose meaning is certain into our own JSON.

use std::io::{self, Write};

use plumbline_intake::encoding::decode;

use super::check::Check;
use super::read::written_to;
use crate::Outcome;
use crate::batch::{Batch, Frame, Printed};
use crate::fix::corrected;
use crate::message::{Lang, Problem, io_problem, read_problem};
use crate::output::destination::Stream;
use crate::sources::Source;

/// How often a file is checked again after changes; more would mean that two rules undo each
/// other's.
const ROUNDS_MAX: usize = 100;

/// Where corrected JSON goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Where the batch writes.
    Out,
    /// Into the files themselves; the batch tells how many changes were made.
    InPlace,
}

pub(super) fn run(check: &Check, batch: Batch<'_>, lang: Lang) -> io::Result<Outcome> {
    let way = match batch.out {
        Some(_) => Way::Out,
        None => Way::InPlace,
    };
    let out = batch.out;
    if way == Way::Out && batch.has_several() && batch.is_stream() {
        let problem = Problem::new(
            lang,
            "--fix --out",
            lang.pick(
                "有几个文件，不能写成一个",
                "several files cannot become one",
            ),
            lang.pick(
                "请给出文件夹（以 / 结尾），或去掉 --out 直接改原文件",
                "name a folder (ending in /), or leave --out away to change the files themselves",
            ),
        );
        return Ok(Outcome::of(&problem));
    }
    let frame = Frame {
        begin: Vec::new(),
        between: "",
        end: &|_| Vec::new(),
        extension: "json",
    };
    let tally = batch.write(&frame, |source| one(check, source, way, lang))?;
    if way == Way::Out {
        let changes: usize = tally.counts;
        let told = lang.say(
            format_args!("共改 {changes} 处"),
            format_args!("changes made: {changes}"),
        );
        let _ = writeln!(io::stderr(), "{told}{}", written_to(out, lang));
    }
    tally.report_problems();
    Ok(match tally.problems.is_empty() {
        true => Outcome::Done,
        false => Outcome::Failed,
    })
}

fn one(check: &Check, source: &Source, way: Way, lang: Lang) -> Result<Printed<usize>, Problem> {
    let shown = source.shown(lang);
    let bytes = check.reader.bytes(source)?;
    let read = check.reader.read_bytes(source, &bytes)?;
    if read.container != "json" {
        return Err(Problem::new(
            lang,
            shown,
            lang.pick("这是原始文件，程序不改它", "this is a source document, which is never changed"),
            lang.pick(
                "用 --diff 看可以怎么改；或先用 plumbline read --format json 转成 JSON",
                "see the changes with --diff, or make JSON of it with `plumbline read --format json`",
            ),
        ));
    }
    let (text, changes) = all_corrected(check, source, &bytes, lang)?;
    let text = match way {
        Way::Out => text,
        Way::InPlace if source.is_stdin() => text,
        Way::InPlace => {
            if changes > 0 {
                replace(source, &text).map_err(|error| io_problem(lang, &shown, &error))?;
            }
            lang.say(
                format_args!("{shown}：改了 {changes} 处\n"),
                format_args!("{shown}: changes made: {changes}\n"),
            )
        }
    };
    Ok(Printed {
        text: text.into_bytes(),
        counts: changes,
    })
}

/// The text with all changes made. A rule may report one of several like places at a time, so it
/// is checked again until there is nothing left to change.
fn all_corrected(
    check: &Check,
    source: &Source,
    bytes: &[u8],
    lang: Lang,
) -> Result<(String, usize), Problem> {
    let shown = source.shown(lang);
    let decoded = decode(bytes, &check.reader.limits);
    let (mut text, _) = decoded.map_err(|error| read_problem(lang, &shown, &error))?;
    let mut all = 0;
    for _ in 0..ROUNDS_MAX {
        let read = check.reader.read_bytes(source, text.as_bytes())?;
        let report = check.report(source, &read);
        let (corrected, changes) = corrected(&text, &report.findings)
            .map_err(|error| Problem::new(lang, shown.clone(), error.to_string(), ""))?;
        text = corrected;
        all += changes;
        if changes == 0 {
            break;
        }
    }
    Ok((text, all))
}

/// Puts a new text in the place of a file, in full or not at all.
fn replace(source: &Source, text: &str) -> io::Result<()> {
    let mut stream = Stream::open(Some(&source.path))?;
    stream.writer().write_all(text.as_bytes())?;
    stream.complete()
}
