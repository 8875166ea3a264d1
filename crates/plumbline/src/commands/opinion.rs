//! `plumbline opinion`: the review opinion of the targets in a file, drafted from its findings.

use std::io::{self, Write};

use plumbline_rules::{Checker, Selection};

use super::asked::{no_terminal, profile};
use super::read::written_to;
use crate::Outcome;
use crate::cli::{OpinionArgs, OpinionFormat};
use crate::message::{Lang, Problem, io_problem};
use crate::opinion::Opinions;
use crate::output::destination::Stream;
use crate::output::findings::json;
use crate::output::opinion::docx;
use crate::output::opinion::text::{self, Style};
use crate::own::HeldBack;
use crate::reading::{self, guarded};
use crate::report::{self, SeverityJson, Showing};
use crate::sources::Source;

pub(crate) fn run(args: &OpinionArgs, lang: Lang) -> io::Result<Outcome> {
    let written = match opinions(args, lang) {
        Ok(opinions) => write(&opinions, args, lang),
        Err(problem) => {
            let _ = writeln!(io::stderr(), "{problem}");
            return Ok(Outcome::Failed);
        }
    };
    match (written, args.out.as_deref()) {
        (Err(error), Some(out)) => {
            let problem = io_problem(lang, &out.to_string_lossy(), &error);
            let _ = writeln!(io::stderr(), "{problem}");
            Ok(Outcome::Failed)
        }
        (written, _) => written.map(|()| Outcome::Done),
    }
}

fn opinions(args: &OpinionArgs, lang: Lang) -> Result<Opinions, Problem> {
    if args.format == OpinionFormat::Docx && args.out.is_none() {
        return Err(no_terminal("docx", lang));
    }
    let checker = Checker::new(&Selection::all(), profile(args.profile.as_deref(), lang)?);
    let source = Source::of_file(&args.file);
    let opinions = guarded(&source, lang, || {
        let read = reading::read(&source, &args.limits.limits(), lang)?;
        let checked = checker.check(&read.documents);
        let path = source.shown(lang);
        let showing = Showing {
            level: SeverityJson::Info,
            held: &HeldBack::default(),
            local: &[],
            lang,
        };
        let report = report::make(&read, path, checked, &showing);
        Ok(Opinions::of(&report, &read.documents, &checker, lang))
    })?;
    match opinions.opinions.is_empty() {
        false => Ok(opinions),
        true => Err(Problem::new(
            lang,
            source.shown(lang),
            lang.pick("里面没有绩效目标表", "there is no performance target in it"),
            lang.pick(
                "审核意见只对绩效目标；自评、监控请用 plumbline check",
                "opinions are on targets; use `plumbline check` for other documents",
            ),
        )),
    }
}

fn write(opinions: &Opinions, args: &OpinionArgs, lang: Lang) -> io::Result<()> {
    let mut to = Vec::new();
    match args.format {
        OpinionFormat::Text => text::opinions(opinions, Style::Plain, lang, &mut to)?,
        OpinionFormat::Markdown => text::opinions(opinions, Style::Markdown, lang, &mut to)?,
        OpinionFormat::Json => json::value(opinions, &mut to)?,
        OpinionFormat::Docx => to = docx::document(opinions, lang)?,
    }
    let mut stream = Stream::open(args.out.as_deref())?;
    stream.writer().write_all(&to)?;
    stream.complete()?;
    if args.out.is_some() {
        let count = opinions.opinions.len();
        let told = lang.say(
            format_args!("共 {count} 份审核意见（草拟）"),
            format_args!("opinions drafted: {count}"),
        );
        let _ = writeln!(
            io::stderr(),
            "{told}{}",
            written_to(args.out.as_deref(), lang)
        );
    }
    Ok(())
}
