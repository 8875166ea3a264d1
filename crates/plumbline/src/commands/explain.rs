//! `plumbline explain`: the pages of rules.

use std::io::{self, Write};

use plumbline_rules::selection;

use super::asked::unknown_rule;
use crate::Outcome;
use crate::catalogue::{Catalogue, rule_page};
use crate::cli::{ExplainArgs, PageFormat};
use crate::message::{Lang, Problem};
use crate::output::rules::{markdown, text};

pub(crate) fn run(args: &ExplainArgs, lang: Lang) -> io::Result<Outcome> {
    let pages = match args.rule.as_str() {
        "all" => Catalogue::all(lang).rules,
        entry => match selection::named(entry) {
            Ok(rules) => rules
                .into_iter()
                .map(|rule| rule_page(rule, lang))
                .collect(),
            Err(unknown) => {
                let _ = writeln!(io::stderr(), "{}", unknown_rule(&unknown, lang));
                return Ok(Outcome::Failed);
            }
        },
    };
    if pages.is_empty() {
        let cause = lang.pick("这一类还没有规则", "this family has no rules yet");
        let remedy = lang.pick("全部规则见 plumbline rules", "`plumbline rules` lists all");
        let problem = Problem::new(lang, args.rule.clone(), cause, remedy);
        return Ok(Outcome::of(&problem));
    }
    let mut to = Vec::new();
    match args.format {
        PageFormat::Text => text::pages(&pages, lang, &mut to)?,
        PageFormat::Markdown => markdown::pages(&pages, lang, &mut to)?,
        PageFormat::Json => {
            match pages.as_slice() {
                [only] => serde_json::to_writer_pretty(&mut to, only)?,
                several => serde_json::to_writer_pretty(&mut to, several)?,
            }
            to.push(b'\n');
        }
    }
    io::stdout().lock().write_all(&to)?;
    Ok(Outcome::Done)
}
