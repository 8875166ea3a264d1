//! How the name of an indicator is built: what it is about, and what of it is measured.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::words::Words;
use crate::words::is_han;

/// Last characters of words that say what is measured (人数, 合格率, 成本, 完成时间, 能力 …).
const MEASURES: &str = "数率量度性额费价本间限准次例况期值金款资长频重占力平时";

/// Whether a name ends in what is measured.
pub fn ends_in_measure(name: &str) -> bool {
    let name = without_brackets(name);
    let last = name.chars().next_back();
    last.is_some_and(|c| MEASURES.contains(c))
}

/// A name without remarks in brackets at its end.
pub fn without_brackets(name: &str) -> &str {
    match name.strip_suffix(['）', ')']) {
        Some(rest) => rest.rfind(['（', '(']).map_or(name, |at| &rest[..at]),
        None => name,
    }
}

/// Classes of words in the first four characters.
pub fn opening(name: &str) -> Words {
    let end = name.char_indices().nth(4).map_or(name.len(), |(at, _)| at);
    Words::of(&name[..end])
}

/// A name in one spelling, for comparing: without blanks and punctuation, of which most have none.
pub fn bare(name: &str) -> Cow<'_, str> {
    match may_have_noise(name) && name.contains(is_noise) {
        true => Cow::Owned(name.replace(is_noise, "")),
        false => Cow::Borrowed(name),
    }
}

/// Whether anything else than Chinese characters stands in a name, told by its bytes alone.
fn may_have_noise(name: &str) -> bool {
    let is_of_han = |byte: u8| matches!(byte, 0x80..=0xBF | 0xE4..=0xE9);
    name.bytes()
        .fold(false, |other, byte| other | !is_of_han(byte))
}

fn is_noise(c: char) -> bool {
    !is_han(c)
        && (c.is_whitespace()
            || matches!(
                c,
                '，' | '。' | '；' | '、' | ',' | '.' | ';' | '“' | '”' | '"'
            ))
}

/// A text by its letters alone: two that differ in blanks and punctuation only are equal.
#[derive(Clone, Copy, Debug)]
pub struct Letters<'a>(pub &'a str);

impl Ord for Letters<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        letters(self.0).cmp(letters(other.0))
    }
}

impl PartialOrd for Letters<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Letters<'_> {
    fn eq(&self, other: &Self) -> bool {
        are_one(self.0, other.0)
    }
}

impl Eq for Letters<'_> {}

/// Whether two names are one in [`bare`] spelling.
pub fn are_one(name: &str, other: &str) -> bool {
    letters(name).eq(letters(other))
}

fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| !is_noise(*c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_is_measured() {
        for name in ["培训人数", "验收合格率", "补助标准（每人每月）", "服务能力"]
        {
            assert!(ends_in_measure(name), "{name}");
        }
        for name in ["督促学员学习", "一类培训"] {
            assert!(!ends_in_measure(name), "{name}");
        }
    }
}
