//! Sentences of a narrative that state the budget: `2025年预算安排 80 万元，其中：…`.

use std::ops::Range;

use plumbline_model::Field;

use super::clause::Plain;
use super::desk::{Desk, parse_amount};
use super::draft::{MoneyBlock, year_of};
use crate::fold::fold_char;
use crate::paper::Span;
use crate::vocabulary::{MoneyColumn, MoneyLine, VOCABULARY};

/// Takes the sentences that state the budget out of a text; returns what is left of it.
pub(crate) fn take(desk: &mut Desk<'_>, span: Span) -> Vec<Span> {
    let printed = desk.text(span);
    if !VOCABULARY
        .prose
        .budget
        .iter()
        .any(|word| plausible(printed, word))
    {
        return vec![span];
    }
    let plain = Plain::of(printed);
    let mut kept: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for sentence in plain.text.split_inclusive('。') {
        let range = start..start + sentence.len();
        start = range.end;
        match Statement::of(sentence) {
            Some(statement) => statement.bind(desk, span, &plain, range),
            None => match kept.last_mut().filter(|last| last.end == range.start) {
                Some(last) => last.end = range.end,
                None => kept.push(range),
            },
        }
    }
    kept.into_iter()
        .filter(|range| !range.is_empty())
        .map(|range| desk.within(span, plain.printed(range)))
        .collect()
}

/// Whether a text begins with a sentence that states the budget.
pub(crate) fn begins(printed: &str) -> bool {
    let starts = |c: char| {
        fold_char(c).is_ascii_digit() || VOCABULARY.prose.budget.iter().any(|w| w.starts_with(c))
    };
    if !printed.starts_with(starts) {
        return false;
    }
    let head: String = printed.chars().take(SENTENCE_CHARS_MAX).collect();
    let plain = Plain::of(&head);
    let sentence = plain.text.split('。').next().unwrap_or_default();
    Statement::of(sentence).is_some()
}

/// How much of a sentence is looked at to tell whether it states the budget.
const SENTENCE_CHARS_MAX: usize = 80;

/// Whether a text may hold a word, blanks within it apart: a cheap test ahead of the real one.
fn plausible(printed: &str, word: &str) -> bool {
    word.chars().all(|c| printed.contains(c))
}

/// What a sentence states, in byte ranges of the sentence.
struct Statement {
    year: Option<u16>,
    total: Range<usize>,
    sources: Vec<(MoneyLine, Range<usize>)>,
}

impl Statement {
    fn of(sentence: &str) -> Option<Statement> {
        let year = sentence.get(0..4).and_then(|y| y.parse::<u16>().ok()).and(
            sentence
                .find('年')
                .filter(|at| *at == 4)
                .and_then(|_| year_of(sentence.get(0..4)?)),
        );
        let lead = match year {
            Some(_) => sentence[4..].trim_start_matches(['年', '度']),
            None => sentence,
        };
        let word = VOCABULARY
            .prose
            .budget
            .iter()
            .find(|word| lead.starts_with(word.as_str()))?;
        let offset = sentence.len() - lead.len() + word.len();
        let total = amount_in(sentence, offset..sentence.len())?;
        if sentence[offset..total.start].chars().count() > 4 {
            return None;
        }
        let mut sources = Vec::new();
        let mut at = total.end;
        for part in sentence[total.end..].split_inclusive([',', ';', '、']) {
            let range = at..at + part.len();
            at = range.end;
            if let (Some(line), Some(amount)) = (source_of(part), amount_in(sentence, range)) {
                sources.push((line, amount));
            }
        }
        Some(Statement {
            year,
            total,
            sources,
        })
    }

    fn bind(self, desk: &mut Desk<'_>, span: Span, plain: &Plain, sentence: Range<usize>) {
        let at = |r: &Range<usize>| plain.printed(sentence.start + r.start..sentence.start + r.end);
        let total = desk.within(span, at(&self.total));
        desk.draft.totals.push(MoneyBlock::Annual);
        desk.fill_money(
            MoneyBlock::Annual,
            MoneyLine::Total,
            MoneyColumn::Budget,
            &[total],
        );
        for (line, amount) in &self.sources {
            let amount = desk.within(span, at(amount));
            desk.fill_money(MoneyBlock::Annual, *line, MoneyColumn::Budget, &[amount]);
        }
        let whole = desk.within(span, plain.printed(sentence.clone()));
        if let Some(year) = self.year
            && desk.draft.document.fiscal_year.is_absent()
        {
            let place = desk.place(whole);
            desk.draft.document.fiscal_year = Field::Stated(year, place);
        }
        desk.label(whole);
    }
}

/// The first amount of money with a unit in a range.
fn amount_in(sentence: &str, range: Range<usize>) -> Option<Range<usize>> {
    let text = &sentence[range.clone()];
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let digits = text[start..]
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .map(|n| start + n)?;
    let unit = ["万元", "亿元", "元"]
        .into_iter()
        .find(|unit| text[digits..].starts_with(unit))?;
    let found = start..digits + unit.len();
    parse_amount(&text[found.clone()])?;
    Some(range.start + found.start..range.start + found.end)
}

fn source_of(part: &str) -> Option<MoneyLine> {
    VOCABULARY
        .prose
        .budget_sources
        .iter()
        .find(|(_, words)| words.iter().any(|word| part.contains(word.as_str())))
        .map(|(line, _)| *line)
}
