//! What number does Word print in front of a paragraph?
//!
//! A paragraph says which *use* of a list it belongs to and on which level it stands; Word counts.

use std::collections::{HashMap, HashSet};

/// Levels of a list.
pub(in crate::containers) const LEVELS: usize = 9;
/// Characters in front of a paragraph; Word's own dialog takes fewer.
pub(in crate::containers) const PATTERN_MAX: usize = 100;
/// Word counts no further.
const NUMBER_MAX: u32 = 32_767;

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::containers) enum Style {
    /// 1, 2, 3
    #[default]
    Decimal,
    /// 01, 02, 03
    DecimalZero,
    /// I, II, III
    UpperRoman,
    /// i, ii, iii
    LowerRoman,
    /// A, B, C
    UpperLetter,
    /// a, b, c
    LowerLetter,
    /// 一, 二, 三, … 十, 十一
    Chinese,
    /// 一, 二, 三, … 一〇, 一一
    ChineseDigits,
    /// 壹, 贰, 叁
    ChineseLegal,
    /// ①, ②, ③
    Circled,
    /// ⑴, ⑵, ⑶
    Parenthesised,
    /// ⒈, ⒉, ⒊
    Stopped,
    /// １, ２, ３
    FullWidth,
    /// 甲, 乙, 丙
    Stems,
    /// 子, 丑, 寅
    Branches,
    /// A mark, the same for all.
    Bullet,
    /// Nothing.
    None,
}

/// A level of a list.
#[derive(Clone, Debug, Default)]
pub(in crate::containers) struct Level {
    /// The first number.
    pub(in crate::containers) start: u32,
    /// How numbers are written.
    pub(in crate::containers) style: Style,
    /// What is printed; U+0000 to U+0008 stand for the numbers of levels 0 to 8.
    pub(in crate::containers) pattern: String,
    /// Whether all numbers are written in digits.
    pub(in crate::containers) all_decimal: bool,
    /// After a number of which level above it starts anew: 0 after none, n after level n - 1 and
    /// those above it. Usually after all.
    pub(in crate::containers) restart: Option<u8>,
    /// Whether the text follows at once.
    pub(in crate::containers) no_blank: bool,
}

/// A list.
#[derive(Clone, Debug, Default)]
pub(in crate::containers) struct List {
    /// Its levels.
    pub(in crate::containers) levels: Vec<Level>,
    counters: [Option<u32>; LEVELS],
}

/// A use of a list, which may begin the count anew and change how levels look.
#[derive(Clone, Debug, Default)]
pub(in crate::containers) struct Use {
    /// The list.
    pub(in crate::containers) list: usize,
    /// Levels that begin anew, with the first number.
    pub(in crate::containers) starts: HashMap<u8, u32>,
    /// Levels that are different.
    pub(in crate::containers) levels: HashMap<u8, Level>,
}

impl List {
    /// A list of levels.
    pub(in crate::containers) fn of(levels: Vec<Level>) -> List {
        List {
            levels,
            ..List::default()
        }
    }
}

/// All lists of a text, and how far they have been counted.
#[derive(Debug, Default)]
pub(in crate::containers) struct Numbering {
    /// The lists.
    pub(in crate::containers) lists: Vec<List>,
    /// The uses, by the numbers that paragraphs name them by.
    pub(in crate::containers) uses: HashMap<u32, Use>,
    begun: HashSet<(u32, u8)>,
}

impl Numbering {
    /// Counts a paragraph and gives what is printed in front of it.
    pub(in crate::containers) fn next(&mut self, number: u32, level: u8) -> Option<String> {
        let used = self.uses.get(&number)?;
        let list = self.lists.get_mut(used.list)?;
        let at = usize::from(level).min(LEVELS - 1);
        let look = |at: usize| used.levels.get(&(at as u8)).or_else(|| list.levels.get(at));
        let own = look(at)?.clone();
        let start = |at: usize| look(at).map_or(1, |level| level.start);
        let above: Vec<u32> = (0..at).map(start).collect();
        let anew = used.starts.get(&level).copied();
        let anew = anew.filter(|_| self.begun.insert((number, level)));
        let next = match (anew, list.counters[at]) {
            (Some(first), _) => first,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => own.start,
        };
        let restarts: Vec<bool> = (at + 1..LEVELS)
            .map(|below| {
                let restart = look(below).and_then(|level| level.restart);
                restart.is_none_or(|after| at < usize::from(after))
            })
            .collect();
        list.counters[at] = Some(next);
        for (counter, start) in list.counters.iter_mut().zip(above) {
            counter.get_or_insert(start);
        }
        for (counter, restarts) in list.counters[at + 1..].iter_mut().zip(restarts) {
            *counter = counter.filter(|_| !restarts);
        }
        Some(self.printed(number, &own))
    }

    fn printed(&self, number: u32, own: &Level) -> String {
        let mut text = String::new();
        let Some(used) = self.uses.get(&number) else {
            return text;
        };
        let Some(list) = self.lists.get(used.list) else {
            return text;
        };
        if own.style == Style::Bullet {
            return text; // a mark says nothing
        }
        for c in own.pattern.chars() {
            let at = c as usize;
            let Some(counter) = list.counters.get(at) else {
                text.push(c);
                continue;
            };
            let level = used.levels.get(&(at as u8)).or_else(|| list.levels.get(at));
            let style = match level.map_or(Style::Decimal, |level| level.style) {
                Style::None => Style::None,
                _ if own.all_decimal => Style::Decimal,
                style => style,
            };
            text.push_str(&written(counter.unwrap_or_default(), style));
        }
        if !own.no_blank && !text.is_empty() {
            text.push(' ');
        }
        text
    }
}

/// A number in a style.
fn written(number: u32, style: Style) -> String {
    let decimal = || number.to_string();
    if number > NUMBER_MAX {
        return decimal();
    }
    match style {
        Style::None | Style::Bullet => String::new(),
        Style::Decimal => decimal(),
        Style::DecimalZero => format!("{number:02}"),
        Style::UpperRoman => roman(number),
        Style::LowerRoman => roman(number).to_lowercase(),
        Style::UpperLetter => letters(number, b'A'),
        Style::LowerLetter => letters(number, b'a'),
        Style::Chinese => chinese(number, PLAIN),
        Style::ChineseLegal => chinese(number, LEGAL),
        Style::ChineseDigits => decimal()
            .bytes()
            .filter_map(|digit| "〇一二三四五六七八九".chars().nth((digit - b'0').into()))
            .collect(),
        Style::FullWidth => decimal()
            .bytes()
            .filter_map(|digit| char::from_u32(u32::from(digit - b'0') + '０' as u32))
            .collect(),
        Style::Circled => one_of(number, '①', 20),
        Style::Parenthesised => one_of(number, '⑴', 20),
        Style::Stopped => one_of(number, '⒈', 20),
        Style::Stems => nth(number, "甲乙丙丁戊己庚辛壬癸"),
        Style::Branches => nth(number, "子丑寅卯辰巳午未申酉戌亥"),
    }
}

/// One of characters that follow each other, or digits where there is none.
fn one_of(number: u32, first: char, count: u32) -> String {
    let character = (1..=count)
        .contains(&number)
        .then(|| char::from_u32(first as u32 + number - 1));
    match character.flatten() {
        Some(character) => character.to_string(),
        None => number.to_string(),
    }
}

fn nth(number: u32, characters: &str) -> String {
    let at = (number as usize).checked_sub(1);
    match at.and_then(|at| characters.chars().nth(at)) {
        Some(character) => character.to_string(),
        None => number.to_string(),
    }
}

/// A, B, … Z, AA, BB
fn letters(number: u32, first: u8) -> String {
    let Some(at) = number.checked_sub(1) else {
        return number.to_string();
    };
    let letter = char::from(first + (at % 26) as u8);
    (0..=at / 26).map(|_| letter).collect()
}

fn roman(mut number: u32) -> String {
    const DIGITS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut text = String::new();
    for (value, digit) in DIGITS {
        while number >= value {
            text.push_str(digit);
            number -= value;
        }
    }
    text
}

/// Digits and the words for ten, hundred, thousand, ten thousand.
struct Words {
    digits: &'static str,
    units: [&'static str; 5],
}

const PLAIN: &Words = &Words {
    digits: "零一二三四五六七八九",
    units: ["", "十", "百", "千", "万"],
};
const LEGAL: &Words = &Words {
    digits: "零壹贰叁肆伍陆柒捌玖",
    units: ["", "拾", "佰", "仟", "萬"],
};

fn chinese(number: u32, words: &Words) -> String {
    let digit = |digit: u32| words.digits.chars().nth(digit as usize).unwrap_or('零');
    let mut text = String::new();
    let mut gap = false;
    for (at, unit) in words.units.iter().enumerate().rev() {
        let here = number / 10_u32.pow(at as u32) % 10;
        if here == 0 {
            gap = !text.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            text.push(digit(0));
        }
        // 十一, not 一十一.
        if !(text.is_empty() && here == 1 && at == 1) {
            text.push(digit(here));
        }
        text.push_str(unit);
    }
    if text.is_empty() {
        text.push(digit(0));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_their_style() {
        for (style, number, expected) in [
            (Style::Chinese, 1, "一"),
            (Style::Chinese, 10, "十"),
            (Style::Chinese, 12, "十二"),
            (Style::Chinese, 20, "二十"),
            (Style::Chinese, 105, "一百零五"),
            (Style::Chinese, 110, "一百一十"),
            (Style::Chinese, 3007, "三千零七"),
            (Style::ChineseLegal, 3, "叁"),
            (Style::ChineseDigits, 10, "一〇"),
            (Style::Circled, 20, "⑳"),
            (Style::Circled, 21, "21"),
            (Style::Parenthesised, 2, "⑵"),
            (Style::Stems, 3, "丙"),
            (Style::Stems, 11, "11"),
            (Style::UpperLetter, 28, "BB"),
            (Style::LowerRoman, 14, "xiv"),
            (Style::FullWidth, 12, "１２"),
            (Style::Decimal, u32::MAX, "4294967295"),
        ] {
            assert_eq!(written(number, style), expected);
        }
    }
}
