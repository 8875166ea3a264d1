//! Item numbers and slot markers: `1.`, `（二）`, `目标1：`, `指标2：`.

use crate::fold::{fold_char, folded, is_blank};

/// The way an item is numbered; items of one list share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// `一、`
    Chinese,
    /// `（一）`
    ChineseInBrackets,
    /// `1.` `1、`
    Digits,
    /// `（1）` `1）`
    DigitsInBrackets,
    /// `①`
    Circled,
}

/// A number at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemNumber {
    /// How it is written.
    pub style: Style,
    /// The number.
    pub value: u32,
    /// Byte offset one past it.
    pub end: usize,
}

/// Longest item number, in digits.
const DIGITS_MAX: usize = 3;

/// The item number at the start of `text`. A decimal (`1.5`) or a year is none.
pub fn item_number(text: &str) -> Option<ItemNumber> {
    let mut chars = folded(text);
    let (first_at, first) = chars.next()?;
    if let Some(value) = circled(first) {
        let end = first_at + first.len_utf8();
        return Some(ItemNumber {
            style: Style::Circled,
            value,
            end,
        });
    }
    let opened = first == '(';
    if !opened && !is_digit(first) {
        return None;
    }
    let mut digits = [first; DIGITS_MAX];
    let mut count = usize::from(!opened);
    let (at, close) = chars.find(|(_, c)| {
        let is_next = count < DIGITS_MAX && is_digit(*c);
        if is_next {
            digits[count] = *c;
            count += 1;
        }
        !is_next
    })?;
    let digits = &digits[..count];
    let chinese = digits.iter().copied().all(is_chinese_digit);
    let value = if chinese {
        chinese_number(digits)?
    } else {
        arabic_number(digits)?
    };
    let end = at + text[at..].chars().next()?.len_utf8();
    let after = text[end..].chars().next();
    let style = match (chinese, opened, close) {
        (true, true, ')') => Style::ChineseInBrackets,
        (false, _, ')') => Style::DigitsInBrackets,
        (true, false, '、' | '.' | ',') => Style::Chinese,
        (false, false, '、') => Style::Digits,
        (false, false, '.') if !after.is_some_and(|c| fold_char(c).is_ascii_digit()) => {
            Style::Digits
        }
        _ => return None,
    };
    Some(ItemNumber { style, value, end })
}

fn circled(c: char) -> Option<u32> {
    ('①'..='⑳').contains(&c).then(|| c as u32 - '①' as u32 + 1)
}

fn is_chinese_digit(c: char) -> bool {
    matches!(
        c,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '〇' | '零'
    )
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || is_chinese_digit(c)
}

fn arabic_number(digits: &[char]) -> Option<u32> {
    digits
        .iter()
        .try_fold(0, |number, digit| Some(number * 10 + digit.to_digit(10)?))
}

/// `二十三` → 23, up to 999.
fn chinese_number(digits: &[char]) -> Option<u32> {
    let mut total = 0;
    let mut digit = 0;
    for &c in digits {
        match c {
            '十' => {
                total += digit.max(1) * 10;
                digit = 0;
            }
            '百' => {
                total += digit.max(1) * 100;
                digit = 0;
            }
            '〇' | '零' => digit = 0,
            _ => digit = "一二三四五六七八九".chars().position(|d| d == c)? as u32 + 1,
        }
    }
    Some(total + digit)
}

/// The slot marker (`指标1：`, `指标：`, `目标2:`) at the start of `text`: the byte offset after it.
/// A marker has a number or a colon, or both.
pub fn slot_marker(text: &str) -> Option<usize> {
    let mut state = 0;
    let mut end = None;
    for (at, c) in folded(text) {
        let after = at + text[at..].chars().next().map_or(0, char::len_utf8);
        match (state, c) {
            (0, '指' | '目') => state = 1,
            (1, '标') => state = 2,
            (2 | 3, _) if c.is_ascii_digit() => {
                state = 3;
                end = Some(after);
            }
            (2, _) if is_chinese_digit(c) => {
                state = 3;
                end = Some(after);
            }
            (2 | 3, ':') => return Some(after),
            (3, '.' | '、') => return Some(after),
            _ => break,
        }
    }
    end
}

/// Parts a text at its slot markers or running item numbers; each part comes with the byte range
/// of its marker and of its content. A text without any is one part.
pub fn parts(text: &str) -> Vec<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    parts_from(text, 1)
}

/// Parts a text whose item numbers run from `first` on.
pub fn parts_from(text: &str, first: u32) -> Vec<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let starts = if first_marker(text).is_some() {
        marker_starts(text)
    } else {
        number_starts(text, first)
    };
    if starts.is_empty() {
        return vec![(0..0, 0..text.len())];
    }
    let mut parts = Vec::with_capacity(starts.len() + 1);
    if !text[..starts[0].start].chars().all(is_blank) {
        parts.push((0..0, 0..starts[0].start));
    }
    for (i, marker) in starts.iter().enumerate() {
        let end = starts.get(i + 1).map_or(text.len(), |next| next.start);
        parts.push((marker.clone(), marker.end..end));
    }
    parts
}

fn first_marker(text: &str) -> Option<usize> {
    let lead = text.len() - text.trim_start_matches(is_blank).len();
    slot_marker(&text[lead..])
}

/// Slot markers at the start and after a blank or a stop.
fn marker_starts(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut starts = Vec::new();
    let mut reached = 0;
    for (at, _) in text.match_indices(['指', '目']) {
        if at < reached {
            continue;
        }
        let next = starts.len() + 1;
        if let Some(length) = slot_marker(&text[at..])
            && (may_start_item(text, at) || runs_on(&text[at..at + length], next))
        {
            reached = at + length;
            starts.push(at..reached);
        }
    }
    starts
}

/// Whether a marker with a colon bears the number that comes next: it then needs no blank before.
fn runs_on(marker: &str, next: usize) -> bool {
    let digits: String = folded(marker)
        .map(|(_, c)| c)
        .filter(char::is_ascii_digit)
        .collect();
    marker.ends_with([':', '：']) && digits.parse() == Ok(next)
}

/// Item numbers that run on from the start, one by one, all in one style. In such a run `1.2025年` is
/// an item number before a year.
fn number_starts(text: &str, from: u32) -> Vec<std::ops::Range<usize>> {
    let lead = text.len() - text.trim_start_matches(is_blank).len();
    let number_at =
        |at: usize| item_number(&text[at..]).or_else(|| number_before_digits(&text[at..]));
    let Some(first) = number_at(lead).filter(|n| n.value == from) else {
        return Vec::new();
    };
    let mut starts: Vec<_> = std::iter::once(lead..lead + first.end).collect();
    let mut reached = lead + first.end;
    for (at, c) in text.char_indices() {
        if at < reached || !is_number_start(c) || !may_start_number(text, at) {
            continue;
        }
        let strict = item_number(&text[at..]);
        let parted = at == 0
            || text[..at].ends_with(|c: char| is_blank(c) || matches!(fold_char(c), '。' | ';'));
        match strict.or_else(|| number_before_digits(&text[at..]).filter(|_| parted)) {
            Some(n)
                if n.style == first.style && n.value as usize == from as usize + starts.len() =>
            {
                reached = at + n.end;
                starts.push(at..reached);
            }
            _ => {}
        }
    }
    let alone = starts.len() == 1 && item_number(&text[lead..]).is_none();
    let year = text[first.end + lead..].chars().take(5).collect::<String>();
    if alone && !year.ends_with('年') {
        return Vec::new();
    }
    starts
}

/// `1.` before a digit: an item number only in a run of them, else a decimal.
fn number_before_digits(text: &str) -> Option<ItemNumber> {
    let digits = text
        .find(|c: char| !c.is_ascii_digit())
        .filter(|n| (1..=2).contains(n))?;
    let value = text[..digits].parse().ok()?;
    let point = text[digits..]
        .chars()
        .next()
        .filter(|c| fold_char(*c) == '.')?;
    Some(ItemNumber {
        style: Style::Digits,
        value,
        end: digits + point.len_utf8(),
    })
}

fn is_number_start(c: char) -> bool {
    fold_char(c).is_ascii_digit() || matches!(c, '(' | '（' | '①'..='⑳') || is_chinese_digit(c)
}

fn may_start_item(text: &str, at: usize) -> bool {
    match text[..at].chars().next_back() {
        None => true,
        Some(before) => {
            is_blank(before) || matches!(fold_char(before), ';' | '。' | '.' | ',' | '!')
        }
    }
}

/// An item number may follow anything but a digit or a letter it could belong to.
fn may_start_number(text: &str, at: usize) -> bool {
    match text[..at].chars().next_back() {
        None => true,
        Some(before) => {
            let before = fold_char(before);
            !before.is_ascii_alphanumeric()
                && !matches!(before, '.' | '第' | '[' | '-')
                && !is_chinese_digit(before)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_decimals_and_years() {
        for (text, style, value) in [
            ("1.通过", Style::Digits, 1),
            ("2、项目", Style::Digits, 2),
            ("( 一) 灌区", Style::ChineseInBrackets, 1),
            ("（二十三）", Style::ChineseInBrackets, 23),
            ("三、保障", Style::Chinese, 3),
            ("（4）x", Style::DigitsInBrackets, 4),
            ("⑤x", Style::Circled, 5),
        ] {
            let number = item_number(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((number.style, number.value), (style, value), "{text}");
        }
        for text in ["1.5万", "2024.01", "2024年", "10人", "一年", "1通过", ""] {
            assert_eq!(item_number(text), None, "{text}");
        }
    }

    #[test]
    fn markers_need_a_number_or_a_colon() {
        assert_eq!(slot_marker("指标1：名"), Some("指标1：".len()));
        assert_eq!(slot_marker("指标: 名"), Some("指标:".len()));
        assert_eq!(slot_marker("指标1基层"), Some("指标1".len()));
        assert_eq!(slot_marker("指标值"), None);
        assert_eq!(slot_marker("目标群体"), None);
    }

    #[test]
    fn a_text_is_parted_at_its_numbers() {
        let texts = |text: &str| -> Vec<String> {
            parts(text)
                .into_iter()
                .map(|(_, content)| text[content].trim().to_owned())
                .collect()
        };
        assert_eq!(texts("1.甲。 2.乙2.5万。3.丙"), ["甲。", "乙2.5万。", "丙"]);
        assert_eq!(texts("目标1：甲；\n目标2：乙"), ["甲；", "乙"]);
        assert_eq!(
            texts("1.2025年完成3.5万次。2.40株"),
            ["2025年完成3.5万次。", "40株"]
        );
        assert_eq!(texts("1.5万人受益"), ["1.5万人受益"]);
        assert_eq!(texts("甲，指标值乙"), ["甲，指标值乙"]);
        assert_eq!(texts("指标1: 甲 指标2: 乙"), ["甲", "乙"]);
    }
}
