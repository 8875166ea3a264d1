//! What was read, in the forms that `read` writes; what was found, in `findings`; the
//! rules, in `rules`.

pub(crate) mod csv;
pub(crate) mod destination;
pub(crate) mod excerpt;
pub(crate) mod findings;
pub(crate) mod forms;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod opinion;
pub(crate) mod paint;
pub(crate) mod paper;
pub(crate) mod rules;
pub(crate) mod text;

use std::collections::HashMap;
use std::io::{self, Write};

use plumbline_model::json::{Remark, Source};
use plumbline_model::{Amount, Document, Extent, Field, Indicator, MoneyUnit, Place};
use unicode_width::UnicodeWidthChar;

use crate::cli::ReadFormat;
use crate::message::Lang;

/// Writes sources in one form.
#[derive(Clone, Copy)]
pub(crate) struct Printer {
    pub(crate) format: ReadFormat,
    pub(crate) lang: Lang,
    /// Whether more than one source was asked for: JSON is an array then.
    pub(crate) several: bool,
}

impl Printer {
    fn is_array(self) -> bool {
        self.format == ReadFormat::Json && self.several
    }

    /// What comes before the first source.
    pub(crate) fn begin(self) -> io::Result<Vec<u8>> {
        let mut begin = Vec::new();
        match self.format {
            ReadFormat::Json if self.is_array() => begin.extend(b"[\n"),
            ReadFormat::Csv => csv::header(self.lang, &mut begin)?,
            _ => {}
        }
        Ok(begin)
    }

    /// One source; `path` is what a person would open it by.
    pub(crate) fn source(self, source: &Source, path: &str, to: &mut dyn Write) -> io::Result<()> {
        match self.format {
            ReadFormat::Text => text::source(source, path, self.lang, to),
            ReadFormat::Json => json::object(source, to),
            ReadFormat::Jsonl => json::line(source, to),
            ReadFormat::Csv => csv::source(source, self.lang, to),
            ReadFormat::Markdown => markdown::source(source, self.lang, to),
        }
    }

    /// What comes between two sources.
    pub(crate) fn between(self) -> &'static str {
        match self.is_array() {
            true => ",\n",
            false => "",
        }
    }

    /// What comes after the last source.
    pub(crate) fn end(self) -> &'static str {
        match self.is_array() {
            true => "]\n",
            false => "",
        }
    }
}

/// What an indicator of a document belongs to.
#[derive(Clone, Copy)]
pub(crate) enum Scope<'a> {
    Annual,
    MediumTerm,
    /// A sub-goal of a department, by name.
    SubGoal(&'a str),
}

impl<'a> Scope<'a> {
    pub(crate) fn name(self, lang: Lang) -> &'a str {
        match self {
            Scope::Annual => lang.pick("年度", "annual"),
            Scope::MediumTerm => lang.pick("中期", "medium-term"),
            Scope::SubGoal(name) => name,
        }
    }
}

/// Every indicator of a document.
pub(crate) fn indicators(document: &Document) -> impl Iterator<Item = (Scope<'_>, &Indicator)> {
    let of_sub_goals = document.sub_goals.iter().flat_map(|goal| {
        let scope = Scope::SubGoal(goal.name.text());
        goal.indicators.iter().map(move |i| (scope, i))
    });
    let annual = document.indicators.iter().map(|i| (Scope::Annual, i));
    let medium_term = &document.medium_term_indicators;
    of_sub_goals
        .chain(annual)
        .chain(medium_term.iter().map(|i| (Scope::MediumTerm, i)))
}

/// Whose project it is: the body closest to the work that the form names.
pub(crate) fn unit_name(document: &Document) -> &str {
    [
        &document.implementing_unit,
        &document.budget_unit,
        &document.competent_department,
    ]
    .into_iter()
    .map(|party| party.name.text())
    .find(|name| !name.is_empty())
    .unwrap_or_default()
}

/// An amount with its unit (`32.80万元`); what is unclear as it is printed.
pub(crate) fn amount(amount: &Field<Amount>, block_unit: &Field<MoneyUnit>) -> String {
    match amount {
        Field::Stated(amount, _) => {
            let unit = amount.unit.or(block_unit.get().copied());
            format!(
                "{}{}",
                amount.number.printed,
                unit.map_or("", MoneyUnit::printed)
            )
        }
        Field::Unclear(text, _) => text.clone(),
        Field::Blank(_) | Field::Absent => String::new(),
    }
}

/// `第125–144行`, `第3–4页`, or the places as they are numbered in other sources.
pub(crate) fn extent(extent: Extent, lang: Lang) -> String {
    match (extent.from, extent.to) {
        (Place::Whole, _) => String::new(),
        (Place::Text { line: from, .. }, Place::Text { line: to, .. }) if from == to => {
            lang.say(format_args!("第{from}行"), format_args!("line {from}"))
        }
        (Place::Text { line: from, .. }, Place::Text { line: to, .. }) => lang.say(
            format_args!("第{from}–{to}行"),
            format_args!("lines {from}–{to}"),
        ),
        (Place::Page { page: from, .. }, Place::Page { page: to, .. }) if from == to => {
            lang.say(format_args!("第{from}页"), format_args!("page {from}"))
        }
        (Place::Page { page: from, .. }, Place::Page { page: to, .. }) => lang.say(
            format_args!("第{from}–{to}页"),
            format_args!("pages {from}–{to}"),
        ),
        (from, to) if from == to => from.to_string(),
        (from, to) => format!("{from}–{to}"),
    }
}

/// What should be known of a source: each remark once, with the places it is made of.
pub(crate) fn remarks(source: &Source, lang: Lang) -> Vec<String> {
    let mut known: HashMap<&str, usize> = HashMap::new();
    let mut remarks: Vec<(&str, Vec<Place>)> = Vec::new();
    for Remark { text, place } in &source.notes {
        let at = *known.entry(text).or_insert(remarks.len());
        match remarks.get_mut(at) {
            Some((_, places)) => places.push(*place),
            None => remarks.push((text, vec![*place])),
        }
    }
    let placed = |(text, places): &(&str, Vec<Place>)| match places_shown(places, lang) {
        shown if shown.is_empty() => (*text).to_owned(),
        shown => lang.say(
            format_args!("{text}（{shown}）"),
            format_args!("{text} ({shown})"),
        ),
    };
    remarks.iter().map(placed).collect()
}

/// The first of several places, and how many there are.
fn places_shown(places: &[Place], lang: Lang) -> String {
    const SHOWN_MAX: usize = 3;
    let first = places.iter().take(SHOWN_MAX);
    let first = first.map(|&from| extent(Extent { from, to: from }, lang));
    let shown: Vec<String> = first.filter(|place| !place.is_empty()).collect();
    let shown = shown.join(lang.pick("、", ", "));
    match places.len() {
        count if count > SHOWN_MAX => lang.say(
            format_args!("{shown}等 {count} 处"),
            format_args!("{shown} and others, {count} in all"),
        ),
        _ => shown,
    }
}

/// Text from a source as it may be shown on a terminal or in a line: control characters, which
/// could steer the terminal, and line breaks become blanks.
pub(crate) fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            c if c.is_control() => ' ',
            // Marks that turn the direction of text around and so could disguise it.
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => ' ',
            c => c,
        })
        .collect()
}

/// Columns that a text takes up on a terminal.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// A text cut to a number of columns, with `…` where something is missing.
pub(crate) fn fitted(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut left = columns.saturating_sub(1);
    let fits = |c: &char| match left.checked_sub(c.width().unwrap_or(0)) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    };
    let mut cut: String = text.chars().take_while(fits).collect();
    cut.push('…');
    cut
}

/// A text with blanks after it up to a number of columns.
pub(crate) fn padded(text: &str, columns: usize) -> String {
    let blanks = columns.saturating_sub(width(text));
    format!("{text}{:blanks$}", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_characters_take_two_columns() {
        assert_eq!(width("≥95%的人"), 8);
        assert_eq!(fitted("绩效目标", 8), "绩效目标");
        assert_eq!(fitted("绩效目标表", 8), "绩效目…");
        assert_eq!(padded("绩效", 6), "绩效  ");
    }

    #[test]
    fn text_of_a_source_cannot_steer_the_terminal() {
        assert_eq!(one_line("a\u{1b}[31mb\nc\u{202e}d"), "a [31mb c d");
    }
}
