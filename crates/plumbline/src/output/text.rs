//! A summary for people.

use std::io::{self, Write};

use plumbline_model::json::Source;
use plumbline_model::{Document, Place};

use super::{amount, extent, fitted, indicators, one_line, remarks, unit_name};
use crate::message::{Lang, container_name, kind_name};

/// Unread pieces that are shown of one source; the other formats have them all.
const UNREAD_SHOWN_MAX: usize = 100;
/// Columns that a text from a source may take up within a line of the summary.
const NAME_COLUMNS: usize = 56;
const TITLE_COLUMNS: usize = 40;
const UNREAD_COLUMNS: usize = 76;

pub(crate) fn source(
    source: &Source,
    path: &str,
    lang: Lang,
    to: &mut dyn Write,
) -> io::Result<()> {
    let documents = source.documents.len();
    let indicators: usize = source.documents.iter().map(indicator_count).sum();
    let container = container_name(lang, &source.container);
    let coverage = percent(source.coverage);
    let counts = lang.say(
        format_args!("{container}，{documents} 份文档，{indicators} 条指标，读懂 {coverage}"),
        format_args!(
            "{container}, documents: {documents}, indicators: {indicators}, understood: {coverage}"
        ),
    );
    writeln!(to, "{}  {counts}", one_line(path))?;
    for remark in remarks(source, lang) {
        writeln!(to, "  {}{remark}", lang.pick("注意：", "note: "))?;
    }
    if source.documents.is_empty() {
        writeln!(to, "  {}", nothing_found(lang))?;
    }
    for (i, document) in source.documents.iter().enumerate() {
        self::document(i + 1, document, lang, to)?;
    }
    unread(source, path, lang, to)?;
    writeln!(to)
}

fn nothing_found(lang: Lang) -> &'static str {
    lang.pick(
        "没有找到绩效目标、自评或监控文档。用 plumbline inspect 看每一段被当作什么；\
         确实是绩效文件的，请把它报给维护人员。",
        "No target, self-evaluation or monitoring report was found. `plumbline inspect` shows what \
         each piece was taken for; if this is a performance document, please report it.",
    )
}

fn document(number: usize, document: &Document, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let title = one_line(document.title.text());
    let name = one_line(document.project.name.text());
    let (name, title) = match name.is_empty() {
        true => (title, String::new()),
        false => (name, title),
    };
    let name = match name.is_empty() {
        true => lang.pick("（没有名称）", "(no name)").to_owned(),
        false => fitted(&name, NAME_COLUMNS),
    };
    let place = extent(document.extent, lang);
    writeln!(to, "  {number:>3}. {name}  {place}")?;
    writeln!(to, "       {}", facts(document, &title, lang))
}

/// Kind, title, year, unit, money and counts, as far as they are stated.
fn facts(document: &Document, title: &str, lang: Lang) -> String {
    let kind = kind_name(lang, document.kind);
    let mut facts = vec![match title {
        "" => kind.to_owned(),
        title => format!("{kind}《{}》", fitted(title, TITLE_COLUMNS)),
    }];
    if let Some(year) = document.fiscal_year.get() {
        facts.push(lang.say(format_args!("{year}年"), format_args!("{year}")));
    }
    facts.push(one_line(unit_name(document)));
    let funding = &document.funding;
    facts.push(one_line(&amount(&funding.total.budget, &funding.unit)));
    facts.push(lang.say(
        format_args!("目标 {} 条", document.goals.len()),
        format_args!("goals: {}", document.goals.len()),
    ));
    facts.push(indicator_counts(document, lang));
    facts.retain(|fact| !fact.is_empty());
    facts.join(lang.pick("，", ", "))
}

fn indicator_counts(document: &Document, lang: Lang) -> String {
    let all = indicator_count(document);
    let blank = indicators(document)
        .filter(|(_, indicator)| indicator.value.is_blank())
        .count();
    match blank {
        0 => lang.say(
            format_args!("指标 {all} 条"),
            format_args!("indicators: {all}"),
        ),
        _ => lang.say(
            format_args!("指标 {all} 条（{blank} 条没有指标值）"),
            format_args!("indicators: {all} ({blank} without a value)"),
        ),
    }
}

fn unread(source: &Source, path: &str, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let count = source.unread.len();
    if count == 0 {
        return Ok(());
    }
    let heading = lang.say(
        format_args!("没有读懂的内容 {count} 处："),
        format_args!("Not understood ({count}):"),
    );
    writeln!(to, "  {heading}")?;
    for piece in source.unread.iter().take(UNREAD_SHOWN_MAX) {
        let text = fitted(&one_line(&piece.text), UNREAD_COLUMNS);
        writeln!(to, "    {}  {text}", at(source, path, piece.place))?;
    }
    if let Some(more @ 1..) = count.checked_sub(UNREAD_SHOWN_MAX) {
        let more = lang.say(
            format_args!("还有 {more} 处，用 --format json 看全部"),
            format_args!("and {more} more; --format json has all"),
        );
        writeln!(to, "    {more}")?;
    }
    Ok(())
}

/// `file:line:column`, which editors and terminals can jump to. The places in our own JSON are not
/// in it but in the source it was made from.
fn at(source: &Source, path: &str, place: Place) -> String {
    match place {
        Place::Whole => one_line(path),
        place if source.container == "json" => place.to_string(),
        place => format!("{}:{place}", one_line(path)),
    }
}

pub(crate) fn indicator_count(document: &Document) -> usize {
    indicators(document).count()
}

/// A share as percent with up to two digits, which is as exact as it is kept.
fn percent(share: f64) -> String {
    let digits = format!("{:.2}", share * 100.0);
    format!("{}%", digits.trim_end_matches('0').trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_shown_as_exactly_as_they_are_kept() {
        assert_eq!(percent(1.0), "100%");
        assert_eq!(percent(0.9998), "99.98%");
        assert_eq!(percent(0.985), "98.5%");
        assert_eq!(percent(0.0), "0%");
    }
}
