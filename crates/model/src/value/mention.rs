//! Quantities that running text names (`为291个村发放经费`, `人均不少于220元`).

use super::fold::{fold_piece, origin};
use super::quantity::{self, Quantity};
use super::relation;
use super::scan::Scan;
use super::unit::{Measure, Per, PerUnit, skip_idle_measure_word};
use super::unit_table::KnownUnit;

/// A quantity named in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// First byte of it in the text, words such as 不少于 included.
    pub start: usize,
    /// Byte after its last.
    pub end: usize,
    /// What is named.
    pub quantity: Quantity,
}

/// Most mentions of one text.
const MAX_MENTIONS: usize = 256;
/// Furthest before a number that the words belonging to it begin, in characters.
const LEAD_CHARS: usize = 8;
/// Furthest after the beginning of a number that its unit and noun end, in characters.
const WINDOW_CHARS: usize = 40;

impl Mention {
    /// The quantities that a text names, in its order, each with a unit. Ordinals, years, dates,
    /// and the numbers of documents (`〔2018〕14号`) are none.
    pub fn all(text: &str) -> Vec<Mention> {
        let mut mentions = Vec::new();
        let mut from = 0;
        while let Some(number) = next_number(text, from) {
            let after_digits = end_of_digits(text, number);
            let found = (!is_name_or_ordinal(text, number, after_digits))
                .then(|| mention(text, from, number))
                .flatten();
            from = found.as_ref().map_or(after_digits, |found| found.end);
            mentions.extend(found);
            if mentions.len() == MAX_MENTIONS {
                break;
            }
        }
        mentions
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}

fn next_number(text: &str, from: usize) -> Option<usize> {
    text[from..].find(is_digit).map(|at| from + at)
}

fn end_of_digits(text: &str, number: usize) -> usize {
    let is_part = |c: char| is_digit(c) || matches!(c, '.' | '．' | ',' | '，');
    let length = text[number..].find(|c| !is_part(c));
    let end = length.map_or(text.len(), |length| number + length);
    number + text[number..end].trim_end_matches(|c| !is_digit(c)).len()
}

/// Whether the digits are part of a code, of a date, of a document's number or of an ordinal. A
/// length of time is printed 12个月.
fn is_name_or_ordinal(text: &str, number: usize, after_digits: usize) -> bool {
    let before = text[..number].chars().next_back();
    let after = text[after_digits..].chars().next();
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    is_letter(before)
        || matches!(before, Some('第' | '〔' | '[' | '【' | '-' | '—' | '/'))
        || matches!(after, Some('号' | '〕' | ']' | '】' | '月' | '日'))
}

/// The quantity whose number begins at `number`, with the words before it from `from` on.
fn mention(text: &str, from: usize, number: usize) -> Option<Mention> {
    let before = text[from..number].char_indices().rev().take(LEAD_CHARS);
    let starts: Vec<usize> = before.map(|(at, _)| from + at).collect();
    let with_lead = starts
        .into_iter()
        .rev()
        .filter(|start| leads(&text[*start..]));
    with_lead
        .chain([number])
        .find_map(|start| quantity_at(text, start, number))
}

/// Whether text begins with a word that may stand before a number.
fn leads(text: &str) -> bool {
    let per = ["每", "人均", "户均", "亩均", "百分之"];
    per.iter().any(|word| text.starts_with(word)) || relation::starts(Scan::new(text))
}

fn quantity_at(text: &str, start: usize, number: usize) -> Option<Mention> {
    let rest = &text[start..];
    let ends = |c: char| matches!(c, '。' | '；' | ';' | '：' | '\n');
    let mut numbered = rest.char_indices().enumerate();
    let end = numbered.find(|(number, (_, c))| *number == WINDOW_CHARS || ends(*c));
    let window = &rest[..end.map_or(rest.len(), |(_, (at, _))| at)];
    let folded = fold_piece(window);
    let mut scan = Scan::new(&folded);
    let quantity = quantity::quantity(&mut scan).ok()?;
    let read = folded.len() - scan.rest.len();
    let end = start + origin(window, read);
    (end > number && quantity.unit.measure != Measure::None).then_some(Mention {
        start,
        end,
        quantity,
    })
}

/// Furthest after 每 that its unit ends, in characters.
const SHORT_WINDOW_CHARS: usize = 8;
/// Most `每…` that are read out of one text.
const MAX_PER: usize = 4;

impl Per {
    /// What running text says an amount is for each of: 每人每月, 平均每个村, 人均.
    pub fn all(text: &str) -> Vec<Per> {
        let mut all = Vec::new();
        let mut from = 0;
        while let Some(at) = text[from..].find(['每', '均']) {
            let at = from + at;
            let is_each = text[at..].starts_with('每');
            from = at + '每'.len_utf8();
            let per = match is_each {
                true => each(&text[at..]),
                false => average(&text[..at]),
            };
            all.extend(per.filter(|per| !all.contains(per)));
            if all.len() == MAX_PER {
                break;
            }
        }
        all
    }
}

/// The unit after 每. 每个 is for each item of whatever follows.
fn each(text: &str) -> Option<Per> {
    let rest = text.trim_start_matches('每');
    let window = rest.char_indices().nth(SHORT_WINDOW_CHARS);
    let folded = fold_piece(&rest[..window.map_or(rest.len(), |(at, _)| at)]);
    let mut scan = Scan::new(&folded);
    skip_idle_measure_word(&mut scan);
    let (_, unit) = KnownUnit::at(scan.rest)?;
    Some(Per {
        count: 1,
        unit: PerUnit::Known(unit),
    })
}

/// The 人 of 人均.
fn average(before: &str) -> Option<Per> {
    let (at, _) = before.char_indices().next_back()?;
    let unit = KnownUnit::from_printed(&before[at..])?;
    Some(Per {
        count: 1,
        unit: PerUnit::Known(unit),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, String)> {
        let all = Mention::all(text);
        let shown = all
            .iter()
            .map(|m| (&text[m.start..m.end], m.quantity.to_string()));
        shown.collect()
    }

    #[test]
    fn quantities_are_found_in_sentences() {
        let text = "为２９１个村发放经费，人均不少于220元，全年举办培训班1期，预算12.5万元。";
        let expected = ["291个", "≥220元/人", "1期", "12.5万元"];
        let found = found(text);
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for ((_, shown), expected) in found.iter().zip(expected) {
            assert!(shown.starts_with(expected), "{shown} for {expected}");
        }
    }

    #[test]
    fn what_an_amount_is_for_each_of_is_found() {
        let shown = |text| {
            let all = Per::all(text);
            let words = all.iter().map(|per| match &per.unit {
                PerUnit::Known(unit) => unit.symbol().to_owned(),
                PerUnit::Unknown(word) => word.to_string(),
            });
            words.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown("享受补贴的人员每人每月补贴金额"), "人 月");
        assert_eq!(shown("平均每个养护站每年燃料费用"), "个 年");
        assert_eq!(shown("每个月发放"), "月");
        assert_eq!(shown("人均筛查费用"), "人");
        assert_eq!(shown("平均每名学员补助标准"), "名");
        assert_eq!(shown("服务费标准"), "");
    }

    #[test]
    fn years_dates_ordinals_and_document_numbers_are_no_quantities() {
        for text in [
            "2024年12月底前完成",
            "云政发〔2018〕14号",
            "第3期",
            "项目编码99010124T000000000123",
            "2023-2025年",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
