//! `plumbline convert`: from any document that is read to an official form, in one step. The
//! format is that of the name given to the result.

use std::io::{self, Write};

use super::render::{self, Asked};
use crate::Outcome;
use crate::cli::{ConvertArgs, RenderFormat};
use crate::message::{Lang, Problem};

pub(crate) fn run(args: &ConvertArgs, lang: Lang) -> io::Result<Outcome> {
    let extension = args
        .output
        .extension()
        .and_then(|extension| extension.to_str());
    let Some(format) = extension.and_then(RenderFormat::of_extension) else {
        let _ = writeln!(io::stderr(), "{}", no_format(args, lang));
        return Ok(Outcome::Failed);
    };
    render::run_asked(
        &Asked {
            file: Some(&args.input),
            form: args.form.as_deref(),
            format,
            out: Some(&args.output),
            is_blank: false,
            is_strict: args.strict,
            is_public: args.public,
            limits: args.limits.limits(),
        },
        lang,
    )
}

fn no_format(args: &ConvertArgs, lang: Lang) -> Problem {
    Problem::new(
        lang,
        args.output.to_string_lossy(),
        lang.pick("看不出要写成什么格式", "its name tells no format"),
        lang.pick(
            "请用 .docx、.xlsx、.html、.md、.pdf 或 .ofd 结尾",
            "end it in .docx, .xlsx, .html, .md, .pdf or .ofd",
        ),
    )
}
