//! `plumbline render`: documents in an official form, or a blank form.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use plumbline_intake::limits::Limits;
use plumbline_model::Document;
use plumbline_model::json;
use plumbline_render::composition::Composition;
use plumbline_render::fonts::{Fonts, usual_folders};
use plumbline_render::form::{self, Form};
use plumbline_render::room::{self, LeftOut};
use plumbline_render::{Blank, Warning, WriteError, docx, html, markdown, ofd, pdf, xlsx};

use super::asked::no_terminal;
use super::read::written_to;
use crate::Outcome;
use crate::cli::{RenderArgs, RenderFormat};
use crate::message::{Lang, Problem, io_problem, kind_name};
use crate::output::destination::Stream;
use crate::output::forms::{field_name, left_out};
use crate::reading::{self, guarded};
use crate::redact::{Redaction, redact};
use crate::sources::Source;

/// What is to be rendered, and how.
pub(super) struct Asked<'a> {
    pub file: Option<&'a Path>,
    pub form: Option<&'a str>,
    pub format: RenderFormat,
    pub out: Option<&'a Path>,
    pub is_blank: bool,
    pub is_strict: bool,
    pub is_public: bool,
    pub limits: Limits,
}

pub(crate) fn run(args: &RenderArgs, lang: Lang) -> io::Result<Outcome> {
    let asked = Asked {
        file: args.file.as_deref(),
        form: args.form.as_deref(),
        format: args.to,
        out: args.out.as_deref(),
        is_blank: args.blank,
        is_strict: args.strict,
        is_public: args.public,
        limits: args.limits.limits(),
    };
    run_asked(&asked, lang)
}

/// Renders as asked; `convert` asks too.
pub(super) fn run_asked(asked: &Asked<'_>, lang: Lang) -> io::Result<Outcome> {
    match rendered(asked, lang) {
        Ok(Some(bytes)) => match (write(&bytes, asked.out), asked.out) {
            (Err(error), Some(out)) => {
                say(&io_problem(lang, &out.to_string_lossy(), &error).to_string());
                Ok(Outcome::Failed)
            }
            (written, _) => written.map(|()| Outcome::Done),
        },
        Ok(None) => Ok(Outcome::Found),
        Err(problem) => {
            say(&problem.to_string());
            Ok(Outcome::Failed)
        }
    }
}

fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

fn write(bytes: &[u8], out: Option<&Path>) -> io::Result<()> {
    let mut stream = Stream::open(out)?;
    stream.writer().write_all(bytes)?;
    stream.complete()
}

/// The bytes of the file, or none where `--strict` forbids to write it.
fn rendered(asked: &Asked<'_>, lang: Lang) -> Result<Option<Vec<u8>>, Problem> {
    if asked.out.is_none() && asked.format.is_binary() {
        return Err(no_terminal(asked.format.extension(), lang));
    }
    if asked.is_blank {
        let form = named(asked.form.unwrap_or("project-target-annual"), lang)?;
        let kind = match asked.format {
            RenderFormat::Xlsx => Blank::Sheet,
            _ => Blank::Page,
        };
        return bytes(
            &plumbline_render::blank(form, kind),
            form,
            asked.format,
            lang,
        )
        .map(Some);
    }
    let source = Source::of_file(asked.file.unwrap_or(Path::new("-")));
    guarded(&source, lang, || of_source(&source, asked, lang))
}

fn of_source(source: &Source, asked: &Asked<'_>, lang: Lang) -> Result<Option<Vec<u8>>, Problem> {
    let mut read = reading::read(source, &asked.limits, lang)?;
    let form = match asked.form {
        Some(name) => named(name, lang)?,
        None => usual(&read.documents).ok_or_else(|| nothing_to_render(source, None, lang))?,
    };
    let count = read
        .documents
        .iter()
        .filter(|d| form.is_for(d.kind))
        .count();
    if count == 0 {
        return Err(nothing_to_render(source, Some(form), lang));
    }
    if asked.is_public {
        tell_redacted(&redact(&mut read.documents), lang);
    }
    let is_whole = tell_left_out(form, &read, lang);
    if asked.is_strict && !is_whole {
        return Ok(None);
    }
    let composition = plumbline_render::fill(form, &read.documents);
    let written = bytes(&composition, form, asked.format, lang)?;
    if asked.out.is_some() {
        let (title, written_to) = (&form.title, written_to(asked.out, lang));
        say(&lang.say(
            format_args!("共 {count} 份文档，版式《{title}》{written_to}"),
            format_args!("documents: {count}, form: {}{written_to}", form.english),
        ));
    }
    Ok(Some(written))
}

/// The usual form of the first document, or the volume where there are both a department and its
/// projects.
fn usual(documents: &[Document]) -> Option<&'static Form> {
    let first = documents.first()?;
    let has_both = documents.iter().any(|document| document.kind != first.kind);
    let of_all = form::all().find(|form| documents.iter().all(|d| form.is_for(d.kind)));
    of_all
        .filter(|_| has_both)
        .or_else(|| form::default_of(first.kind))
}

fn named(name: &str, lang: Lang) -> Result<&'static Form, Problem> {
    form::named(name).ok_or_else(|| {
        let all = form::all().map(|form| form.name.as_str());
        let all = all.collect::<Vec<_>>().join(lang.pick("、", ", "));
        Problem::new(
            lang,
            format!("--form {name}"),
            lang.pick("没有这种版式", "there is no such form"),
            lang.say(
                format_args!("可以用：{all}；说明见 plumbline forms"),
                format_args!("there are {all}; see `plumbline forms`"),
            ),
        )
    })
}

fn nothing_to_render(source: &Source, form: Option<&Form>, lang: Lang) -> Problem {
    let cause = match form {
        None => lang
            .pick("里面没有绩效文档", "there is no performance document in it")
            .to_owned(),
        Some(form) => {
            let kinds = form.kinds.iter().map(|kind| kind_name(lang, *kind));
            let kinds = kinds.collect::<Vec<_>>().join(lang.pick("、", ", "));
            lang.say(
                format_args!("里面没有这种版式能放的文档（{kinds}）"),
                format_args!("it has no document that this form is for ({kinds})"),
            )
        }
    };
    Problem::new(
        lang,
        source.shown(lang),
        cause,
        lang.pick(
            "先用 plumbline read 看看里面有什么，再用 plumbline forms 选版式",
            "see what is in it with `plumbline read`, and choose from `plumbline forms`",
        ),
    )
}

/// Says what will not be in the file. Returns whether everything will.
fn tell_left_out(form: &Form, read: &json::Source, lang: Lang) -> bool {
    let others = read
        .documents
        .iter()
        .filter(|d| !form.is_for(d.kind))
        .count();
    if others > 0 {
        say(&lang.say(
            format_args!("注意：有 {others} 份文档不是这种版式能放的，没有放进去"),
            format_args!("note: documents of other kinds, left out: {others}"),
        ));
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for document in read.documents.iter().filter(|d| form.is_for(d.kind)) {
        for LeftOut { path, count } in room::left_out(form, document) {
            *counts.entry(path).or_default() += count;
        }
    }
    let left = counts
        .into_iter()
        .map(|(path, count)| LeftOut { path, count });
    let left: Vec<LeftOut> = left.collect();
    if !left.is_empty() {
        let left = left_out(&left, lang);
        say(&lang.say(
            format_args!("注意：这种版式没有位置放：{left}"),
            format_args!("note: the form has no room for: {left}"),
        ));
    }
    let unread = read.unread.len();
    if unread > 0 {
        say(&lang.say(
            format_args!("注意：原文有 {unread} 处没有读懂，不在其中（plumbline read 可以看到）"),
            format_args!("note: pieces of the source not understood, left out: {unread}"),
        ));
    }
    others == 0 && left.is_empty() && unread == 0
}

fn tell_redacted(redactions: &[Redaction], lang: Lang) {
    for redaction in redactions {
        let number = redaction.document + 1;
        let field = field_name(&without_rows(&redaction.path), lang);
        let (of, shown) = (redaction.of.name(lang), &redaction.shown);
        say(&lang.say(
            format_args!("已遮盖：第 {number} 份文档，{field}，{of} {shown}"),
            format_args!("redacted: document {number}, {field}, {of} {shown}"),
        ));
    }
}

/// A path without the numbers of its rows.
fn without_rows(path: &str) -> String {
    let mut is_row = false;
    let keep = path.chars().filter(|c| {
        is_row |= *c == '[';
        let kept = !is_row;
        is_row &= *c != ']';
        kept
    });
    keep.collect()
}

fn bytes(
    composition: &Composition,
    form: &Form,
    format: RenderFormat,
    lang: Lang,
) -> Result<Vec<u8>, Problem> {
    let fonts = || Fonts::find(&usual_folders());
    let written = match format {
        RenderFormat::Html => Ok(html::write(composition)),
        RenderFormat::Markdown => Ok(markdown::write(composition)),
        RenderFormat::Docx => docx::write(composition),
        RenderFormat::Xlsx => xlsx::write(composition, &form.frame),
        RenderFormat::Pdf => pdf::write(composition, &fonts()).map(|written| told(written, lang)),
        RenderFormat::Ofd => ofd::write(composition, &fonts()).map(|written| told(written, lang)),
    };
    written.map_err(|error: WriteError| {
        Problem::new(
            lang,
            format.extension(),
            lang.say(format_args!("没能写成（{error}）"), format_args!("{error}")),
            lang.pick("请换一种格式", "use another format"),
        )
    })
}

/// The bytes, after their reader was told what is weaker in them than it should be.
fn told(written: plumbline_render::Written, lang: Lang) -> Vec<u8> {
    for Warning::NotEmbedded { characters, .. } in &written.warnings {
        let few: String = characters.chars().take(12).collect();
        say(&lang.say(
            format_args!("注意：这台电脑的字体里没有这些字，没有嵌入：{few}"),
            format_args!("note: no font here has these characters, they are not embedded: {few}"),
        ));
    }
    written.bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_named_without_its_row() {
        assert_eq!(
            without_rows("indicators[12].details[0]"),
            "indicators.details"
        );
    }
}
