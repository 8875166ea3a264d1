//! Prose about indicators: sentences part into clauses, a clause into name, value and basis.

use std::ops::Range;

use plumbline_model::TargetValue;

use super::meaning::is_measured;
use crate::fold::{fold_char, is_blank};
use crate::vocabulary::VOCABULARY;

/// One clause, in byte ranges of the text it was read from.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Clause {
    /// All of it.
    pub whole: Range<usize>,
    /// What is measured.
    pub name: Range<usize>,
    /// What is to be reached; empty where the clause says none.
    pub value: Range<usize>,
    /// The basis of the value; empty where none is given.
    pub basis: Range<usize>,
    /// Connectives that belong to none of them.
    pub connectives: Vec<Range<usize>>,
}

/// A text without blanks and in half-width forms, with the way back to the printed text.
pub(crate) struct Plain {
    pub text: String,
    /// For each byte of `text`, where the printed character it came from begins and ends.
    origin: Vec<(u32, u32)>,
}

impl Plain {
    pub fn of(printed: &str) -> Plain {
        let mut plain = Plain {
            text: String::with_capacity(printed.len()),
            origin: Vec::with_capacity(printed.len()),
        };
        for (at, c) in printed.char_indices().filter(|(_, c)| !is_blank(*c)) {
            plain.text.push(fold_char(c));
            let end = at + c.len_utf8();
            plain
                .origin
                .resize(plain.text.len(), (at as u32, end as u32));
        }
        plain
    }

    /// The printed range of a range of the plain text.
    pub fn printed(&self, range: Range<usize>) -> Range<usize> {
        let end_before = |at: usize| {
            at.checked_sub(1)
                .map_or(0, |last| self.origin[last].1 as usize)
        };
        if range.is_empty() {
            let at = end_before(range.start);
            return at..at;
        }
        self.origin[range.start].0 as usize..end_before(range.end)
    }
}

/// A longer sentence is nobody's indicator; it is taken whole.
const SENTENCE_BYTES_MAX: usize = 4_000;

/// How finely a text is parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parting {
    /// At 。 and ；, and at a comma between two clauses that each state a value.
    Sentences,
    /// At every comma too.
    Commas,
}

/// The clauses of a text.
pub(crate) fn clauses(printed: &str, parting: Parting) -> Vec<Clause> {
    let plain = Plain::of(printed);
    let mut clauses = Vec::new();
    for sentence in split(&plain.text, 0..plain.text.len(), |c| {
        matches!(c, ';' | '。' | '\u{ff61}')
    }) {
        for range in comma_parts(&plain.text, sentence, parting) {
            if !range.is_empty() {
                clauses.push(clause(&plain, range));
            }
        }
    }
    clauses
}

/// Parts a range at characters outside brackets and quotation marks.
fn split(text: &str, range: Range<usize>, is_stop: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut depth = 0usize;
    let mut start = range.start;
    for (i, c) in text[range.clone()].char_indices() {
        match c {
            '(' | '[' | '《' | '“' | '「' => depth += 1,
            ')' | ']' | '》' | '”' | '」' => depth = depth.saturating_sub(1),
            c if depth == 0 && is_stop(c) => {
                let at = range.start + i;
                parts.push(start..at);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(start..range.end);
    parts
}

fn comma_parts(text: &str, sentence: Range<usize>, parting: Parting) -> Vec<Range<usize>> {
    let pieces = split(text, sentence.clone(), |c| matches!(c, ',' | '、'));
    if pieces.len() < 2 || sentence.len() > SENTENCE_BYTES_MAX {
        return vec![sentence];
    }
    if parting == Parting::Commas {
        return split(text, sentence, |c| c == ',');
    }
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut start = sentence.start;
    for (i, piece) in pieces.iter().enumerate() {
        let so_far = start..piece.end;
        let rest = pieces.get(i + 1).map(|next| next.start..sentence.end);
        let complete = rest.is_some_and(|rest| {
            let (so_far, rest) = (&text[so_far.clone()], &text[rest]);
            let alike = basis_at(so_far).is_some() == basis_at(rest).is_some();
            alike && states_number(so_far) && states_number(rest)
        });
        if complete {
            parts.push(so_far);
            start = pieces[i + 1].start;
        }
    }
    parts.push(start..sentence.end);
    parts
}

/// Whether a piece has a name and, after it, a measured value.
fn states_number(text: &str) -> bool {
    let main = basis_at(text).map_or(text, |(at, _)| &text[..at]);
    comparison_split(main)
        .or_else(|| number_split(main))
        .is_some_and(|at| at > 0)
}

/// The first connective that introduces a basis: where it begins and ends.
fn basis_at(text: &str) -> Option<(usize, usize)> {
    let words = VOCABULARY.prose.basis.find(text)?;
    Some((words.start, words.end))
}

fn clause(plain: &Plain, range: Range<usize>) -> Clause {
    let base = range.start;
    let text = &plain.text[range.clone()];
    let mut connectives = Vec::new();
    let (main, basis) = match basis_at(text) {
        Some((at, end)) => {
            connectives.push(base + at..base + end);
            (&text[..at], end..text.len())
        }
        None => (text, text.len()..text.len()),
    };
    let main = main.trim_end_matches([',', '、']);
    let (name_end, value_start) = name_and_value(main);
    if name_end < value_start {
        connectives.push(base + name_end..base + value_start);
    }
    let shifted = |r: Range<usize>| plain.printed(base + r.start..base + r.end);
    Clause {
        whole: plain.printed(range.clone()),
        name: shifted(0..name_end),
        value: shifted(value_start..main.len()),
        basis: shifted(basis),
        connectives: connectives.into_iter().map(|r| plain.printed(r)).collect(),
    }
}

/// Where the name ends and the value begins.
fn name_and_value(text: &str) -> (usize, usize) {
    if text.len() > SENTENCE_BYTES_MAX {
        return (text.len(), text.len());
    }
    if let Some((at, end)) = filler_split(text) {
        return (at, end);
    }
    let at = comparison_split(text)
        .or_else(|| number_split(text))
        .or_else(|| predicate_split(text))
        .filter(|at| *at > 0)
        .unwrap_or(text.len());
    let name_end = text[..at].trim_end_matches([',', '、', ':']).len();
    (name_end, at)
}

/// A connective that says nothing (定值), with a value after it.
fn filler_split(text: &str) -> Option<(usize, usize)> {
    let fillers = &VOCABULARY.prose.fillers;
    fillers.find(text)?;
    fillers.iter().find_map(|filler| {
        let at = text.rfind(filler).filter(|at| *at > 0)?;
        let end = at + filler.len();
        let value = &text[end..];
        let long = filler.chars().count() > 1;
        let means = !value.is_empty() && !TargetValue::compile(value).is_unclear();
        (means || (long && !value.is_empty())).then_some((at, end))
    })
}

/// The first comparison after which a value follows.
fn comparison_split(text: &str) -> Option<usize> {
    text.char_indices().find_map(|(at, _)| {
        let value = &text[at..];
        let words = VOCABULARY.prose.comparisons.at_start(value)?;
        let bare = &value[words.len()..];
        let is_value =
            !bare.is_empty() && (is_measured(value) || is_measured(bare) || is_predicate(bare));
        is_value.then_some(at)
    })
}

/// The first number from which on all is one measured value.
fn number_split(text: &str) -> Option<usize> {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let starts_number =
            (c.is_ascii_digit() && !before.is_ascii_alphanumeric() && before != '.')
                || (matches!(c, '每' | '约' | '第') && at > 0);
        if starts_number && is_measured(&text[at..]) {
            return Some(at);
        }
        before = c;
    }
    None
}

/// The longest run of adverbs and a predicate at the end.
fn predicate_split(text: &str) -> Option<usize> {
    let prose = &VOCABULARY.prose;
    let mut at = text.len() - prose.predicates.at_end(text)?.len();
    while let Some(adverb) = prose.adverbs.at_end(&text[..at]) {
        at -= adverb.len();
    }
    (at > 0).then_some(at)
}

fn is_predicate(text: &str) -> bool {
    VOCABULARY.prose.predicates.has(text) || predicate_split(text) == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(text: &str, parting: Parting) -> Vec<String> {
        clauses(text, parting)
            .into_iter()
            .map(|c| {
                let basis = &text[c.basis];
                let name = crate::fold::tidy(&text[c.name]);
                let value = crate::fold::tidy(&text[c.value]);
                match basis {
                    "" => format!("{name}|{value}"),
                    basis => format!("{name}|{value}|{}", crate::fold::tidy(basis)),
                }
            })
            .collect()
    }

    #[test]
    fn a_clause_parts_before_its_comparison_its_number_or_its_predicate() {
        for (text, expected) in [
            ("灌区渠道正常运转。", "灌区渠道|正常运转"),
            ("渠道完好率 100%。", "渠道完好率|100%"),
            ("滴灌推广范围逐\n\n年扩大", "滴灌推广范围|逐年扩大"),
            ("干、支渠覆盖率，逐步提升", "干、支渠覆盖率|逐步提升"),
            (
                "养护质量定值良，指标设立依\n据是云水〔2025〕9 号",
                "养护质量|良|云水〔2025〕9号",
            ),
            ("巡查次数达到 1 次/年", "巡查次数|达到1次/年"),
            ("养护质量达到良", "养护质量|达到良"),
            ("泵站提档升级≧ 15 个", "泵站提档升级|≧15个"),
            (
                "保障 314 个小型泵站正常运转率达到 95%",
                "保障314个小型泵站正常运转率|达到95%",
            ),
            ("检修时间不少于 12 天", "检修时间|不少于12天"),
            ("节水灌溉面积占比逐年上升", "节水灌溉面积占比|逐年上升"),
            ("100%加强渠道管护", "100%加强渠道管护|"),
        ] {
            assert_eq!(parted(text, Parting::Sentences), [expected], "{text}");
        }
    }

    #[test]
    fn commas_part_only_what_is_complete() {
        let text = "举办培训班4期，培训人数≥200人；合格率、优秀率均有提高";
        assert_eq!(parted(text, Parting::Sentences).len(), 3);
        assert_eq!(parted("甲率达到95%，乙提高", Parting::Commas).len(), 2);
    }
}
