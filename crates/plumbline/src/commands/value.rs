//! `plumbline value`: how a target value is understood.

use std::io::{self, BufRead, BufWriter, Write};

use plumbline_model::{TargetValue, ValueJson};
use serde_json::json;

use crate::Outcome;
use crate::cli::{TextOrJson, ValueArgs};
use crate::message::Lang;
use crate::output::one_line;

pub(crate) fn run(args: &ValueArgs, lang: Lang) -> io::Result<Outcome> {
    let mut out = Report {
        to: BufWriter::new(io::stdout().lock()),
        format: args.format,
        // One value is an object, several are an array.
        is_array: args.texts.len() > 1 || args.texts[0] == "-",
        lang,
        written: 0,
        unclear: 0,
    };
    out.begin()?;
    for text in &args.texts {
        match text.as_str() {
            "-" => {
                let mut lines = io::stdin().lock();
                let mut line = Vec::new();
                while lines.read_until(b'\n', &mut line)? > 0 {
                    let text = String::from_utf8_lossy(&line);
                    let text = text.trim_start_matches('\u{FEFF}').trim();
                    if !text.is_empty() {
                        out.value(text)?;
                    }
                    line.clear();
                }
            }
            text => out.value(text)?,
        }
    }
    out.end()?;
    Ok(match args.strict && out.unclear > 0 {
        true => Outcome::Found,
        false => Outcome::Done,
    })
}

struct Report<W: Write> {
    to: W,
    format: TextOrJson,
    is_array: bool,
    lang: Lang,
    written: usize,
    unclear: usize,
}

impl<W: Write> Report<W> {
    fn begin(&mut self) -> io::Result<()> {
        match self.format {
            TextOrJson::Json if self.is_array => self.to.write_all(b"["),
            _ => Ok(()),
        }
    }

    fn value(&mut self, text: &str) -> io::Result<()> {
        let value = TargetValue::compile(text);
        self.unclear += usize::from(value.is_unclear());
        self.written += 1;
        match self.format {
            TextOrJson::Text => self.lines(text, &value),
            TextOrJson::Json => self.object(text, &value),
        }
    }

    fn lines(&mut self, text: &str, value: &TargetValue) -> io::Result<()> {
        let lang = self.lang;
        writeln!(self.to, "{}", one_line(text))?;
        if !value.is_unclear() {
            writeln!(self.to, "  {}{value}", lang.pick("规范：", "normal form: "))?;
        }
        let meaning = meaning(value, lang);
        writeln!(
            self.to,
            "  {}{}",
            lang.pick("含义：", "meaning:     "),
            one_line(&meaning)
        )
    }

    fn object(&mut self, text: &str, value: &TargetValue) -> io::Result<()> {
        let object = json!({
            "text": text,
            "normal_form": (!value.is_unclear()).then(|| value.to_string()),
            "meaning": meaning(value, self.lang),
            "compiled": ValueJson::from(value),
        });
        if self.is_array {
            let separator: &[u8] = if self.written == 1 { b"\n" } else { b",\n" };
            self.to.write_all(separator)?;
            return Ok(serde_json::to_writer(&mut self.to, &object)?);
        }
        serde_json::to_writer_pretty(&mut self.to, &object)?;
        self.to.write_all(b"\n")
    }

    fn end(&mut self) -> io::Result<()> {
        if self.is_array && self.format == TextOrJson::Json {
            self.to.write_all(b"\n]\n")?;
        }
        self.to.flush()
    }
}

fn meaning(value: &TargetValue, lang: Lang) -> String {
    match lang {
        Lang::Zh => value.explain_zh(),
        Lang::En => value.explain_en(),
    }
}
