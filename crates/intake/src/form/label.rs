//! A label where it stands: with its number, its brackets and its colon.

use std::ops::Range;

use plumbline_model::MoneyUnit;

use crate::fold::{fold_char, folded, is_blank, is_han, plain};
use crate::numbering::{item_number, slot_marker};
use crate::vocabulary::{Found, Sense, VOCABULARY};

/// Whose figures or goals a label in a form with two blocks stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// 含本级和市县
    AllLevels,
    /// 本级
    Local,
}

/// A label with everything that belongs to it.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    /// What it may mean.
    pub senses: &'static [Sense],
    /// The label's words, without number, brackets and colon.
    pub words: Range<usize>,
    /// Byte offset one past the label, its brackets and its colon.
    pub end: usize,
    /// 本级 or all levels, where a bracket says so.
    pub scope: Option<Scope>,
    /// The unit of money in a bracket.
    pub unit: Option<(MoneyUnit, Range<usize>)>,
    /// Demands of the form in brackets (`必填量化`).
    pub requirements: Vec<Range<usize>>,
    /// How surely this is a label, from what follows it.
    pub link: Link,
}

/// What stands between a label and what it labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Link {
    /// A blank, or a figure at once (`财政拨款5万`).
    Blank,
    /// The end of the text.
    End,
    /// 是 or 为.
    Copula,
    /// A colon.
    Colon,
}

impl Label {
    /// The first sense that a chooser accepts.
    pub fn sense<T>(&self, choose: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.senses.iter().find_map(|sense| choose(*sense))
    }

    /// Whether it has a sense that a test accepts.
    pub fn is(&self, test: impl Fn(Sense) -> bool) -> bool {
        self.senses.iter().any(|sense| test(*sense))
    }

    /// Whether it names a level of the frame.
    pub fn is_level(&self) -> bool {
        self.is(|s| matches!(s, Sense::Level1(_) | Sense::Level2(_)))
    }

    /// The column of the indicator table it heads.
    pub fn column(&self) -> Option<crate::vocabulary::Column> {
        self.sense(|s| match s {
            Sense::Column(column) => Some(column),
            _ => None,
        })
    }
}

/// The label at the start of `text`, if there is one.
pub(crate) fn label_at(text: &str) -> Option<Label> {
    label_from(text, words_start(text)?)
}

/// Where the words of a label at the start of `text` begin, if there may be one.
fn words_start(text: &str) -> Option<usize> {
    let (at, first) = folded(text).next()?;
    if begins_prefix(first) {
        return Some(skip_prefix(text));
    }
    VOCABULARY.may_begin(first).then_some(at)
}

fn label_from(text: &str, start: usize) -> Option<Label> {
    let found = VOCABULARY.find(&text[start..], ends_well)?;
    let label = complete(text, start, found).or_else(|| before_slot(text, start, &found))?;
    Some(first_of_two(text, &label).unwrap_or(label))
}

/// The label at the start of `text`, if it is one that may stand within a sentence.
pub(crate) fn label_within_at(text: &str) -> Option<Label> {
    let (_, first) = folded(text).next()?;
    if !VOCABULARY.may_begin_within(first) && !begins_prefix(first) {
        return None;
    }
    label_at(text).filter(|label| label.link >= Link::Copula && label.is(Sense::may_stand_within))
}

/// `质量 指标1：` is a level and a slot, though 质量指标 is a level too.
fn before_slot(text: &str, start: usize, longest: &Found<'_>) -> Option<Label> {
    let blank = start + text[start..start + longest.end].rfind(is_blank)?;
    slot_marker(text[blank..].trim_start_matches(is_blank))?;
    let level = VOCABULARY.find(text[start..blank].trim_end_matches(is_blank), str::is_empty)?;
    complete(text, start, level).filter(Label::is_level)
}

/// `指标值 设定依据` is two headings in a row, though 指标值设定依据 is one too: the first of them.
fn first_of_two(text: &str, label: &Label) -> Option<Label> {
    label.column()?;
    let words = &text[label.words.clone()];
    let blank = words.find(is_blank)?;
    let at = label.words.start + blank;
    let first = VOCABULARY.find(&text[label.words.start..at], str::is_empty)?;
    let second = label_at(text[at..].trim_start_matches(is_blank))?;
    let is_column = |s: &Sense| matches!(s, Sense::Column(_));
    let both = first.senses.iter().any(is_column) && second.column().is_some();
    let split = complete(text, label.words.start, first).filter(|_| both)?;
    split.column().is_some().then_some(split)
}

/// The label that a whole cell is: nothing follows it, or what it labels follows in the cell.
pub(crate) fn label_of_cell(text: &str) -> Option<Label> {
    if text.len() > 400 && !text[..400.min(floor(text, 400))].contains([':', '：']) {
        return None;
    }
    let start = words_start(text)?;
    let label = label_from(text, start);
    if label.as_ref().is_some_and(|label| label.end == text.len()) {
        return label;
    }
    let cut = VOCABULARY.find_cut(&text[start..], 3);
    cut.and_then(|found| complete(text, start, found)).or(label)
}

/// The label at the start of `text` that lacks its last character, if another label follows it.
pub(crate) fn cut_label_at(text: &str) -> Option<Label> {
    let found = VOCABULARY.find_cut_word(text, 3)?;
    let rest = text[found.end..].trim_start_matches(is_blank);
    label_at(rest)?;
    Some(Label {
        senses: found.senses,
        words: 0..found.end,
        end: found.end,
        scope: None,
        unit: None,
        requirements: Vec::new(),
        link: Link::Blank,
    })
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether a label names a field or a group of the form, and not a column or a level.
pub(crate) fn names_field(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::Field(_)
            | Sense::Party(_)
            | Sense::PartyCode(_)
            | Sense::Money(_)
            | Sense::Goal(_)
            | Sense::Detail(_)
            | Sense::Group(_)
            | Sense::Section(_)
    )
}

/// Whether what [`skip_prefix`] skips may begin with a character.
fn begins_prefix(c: char) -> bool {
    match c {
        '其' => true,
        c if is_han(c) => is_chinese_numeral(c),
        c => matches!(c, '(' | '★' | '*' | '①'..='⑳') || is_numeral(c),
    }
}

/// Skips blanks, an item number, ★ and 其中.
fn skip_prefix(text: &str) -> usize {
    // A star or two mark a core indicator; a row of them is an ornament.
    const STARS_MAX: usize = 2;
    let mut start = text.len() - text.trim_start_matches(is_blank).len();
    for _ in 0..STARS_MAX {
        let rest = &text[start..];
        if let Some(after) = rest.strip_prefix(['★', '*']) {
            start = text.len() - after.trim_start_matches(is_blank).len();
        }
    }
    if let Some(number) = item_number(&text[start..]) {
        start += number.end;
    }
    let mut folded_rest = folded(&text[start..]).peekable();
    let among = folded_rest.next().map(|(_, c)| c) == Some('其')
        && folded_rest.next().map(|(_, c)| c) == Some('中');
    if among {
        while let Some((_, ':' | ',')) = folded_rest.peek() {
            folded_rest.next();
        }
        start += folded_rest.peek().map_or(text.len() - start, |(at, _)| *at);
    }
    start
}

/// Whether a label may end where `rest` begins.
fn ends_well(rest: &str) -> bool {
    match rest.chars().next() {
        None => true,
        Some(c) if is_blank(c) => true,
        Some(c) => matches!(
            fold_char(c),
            ':' | '(' | '[' | '0'..='9' | '¥' | '。' | '是' | '为'
        ),
    }
}

fn complete(text: &str, start: usize, found: Found<'static>) -> Option<Label> {
    let mut label = Label {
        senses: found.senses,
        words: start..start + found.end,
        end: start + found.end,
        scope: None,
        unit: None,
        requirements: Vec::new(),
        link: Link::End,
    };
    while let Some((inner, end)) = bracket_at(text, label.end) {
        label.take_bracket(text, inner);
        label.end = end;
    }
    label.take_link(text)?;
    Some(label)
}

impl Label {
    fn take_bracket(&mut self, text: &str, inner: Range<usize>) {
        let words = plain(&text[inner.clone()]);
        let brackets = &VOCABULARY.brackets;
        let unit_words = words.trim_start_matches("单位").trim_start_matches(':');
        if let Some(unit) = MoneyUnit::from_printed(unit_words) {
            self.unit = Some((unit, inner));
        } else if brackets.all_levels.find(&words).is_some() {
            self.scope = Some(Scope::AllLevels);
        } else if brackets.local.at_end(&words).is_some() {
            self.scope = Some(Scope::Local);
        } else if self.is_level() || brackets.requirement.find(&words).is_some() {
            // A level has nothing else in brackets (必填量化, 50分).
            self.requirements.push(inner);
        }
    }

    /// Takes what links the label to its value; refuses a label that runs on into other words.
    fn take_link(&mut self, text: &str) -> Option<()> {
        let rest = &text[self.end..];
        let Some((at, c)) = folded(rest).next() else {
            self.link = Link::End;
            self.end = text.len();
            return Some(());
        };
        let bracketed = self.end > self.words.end;
        self.link = match c {
            ':' => {
                self.end += at + rest[at..].chars().next().map_or(1, char::len_utf8);
                Link::Colon
            }
            '是' | '为'
                if !bracketed && self.may_take_copula() && (at == 0 || with_colon(rest, at)) =>
            {
                self.end += at + c.len_utf8();
                let after = &text[self.end..];
                if let Some((colon, ':')) = folded(after).next() {
                    self.end += colon + after[colon..].chars().next().map_or(1, char::len_utf8);
                }
                Link::Copula
            }
            '。' if self.is_level() => {
                self.end += at + c.len_utf8();
                Link::Colon
            }
            '0'..='9' | '¥' if at == 0 && !bracketed => {
                if !self.is(|s| matches!(s, Sense::Money(_))) {
                    return None;
                }
                Link::Blank
            }
            _ if at > 0 => Link::Blank,
            _ if bracketed && self.scope.is_some() => Link::Blank,
            _ => return None,
        };
        Some(())
    }

    /// 是 and 为 link goals and contents to their labels in prose; anywhere else they are words.
    fn may_take_copula(&self) -> bool {
        self.is(|s| {
            matches!(
                s,
                Sense::Goal(_) | Sense::Field(crate::vocabulary::FieldId::ProjectPurpose)
            )
        })
    }
}

/// The bracket that begins at or, blanks apart, after `at`: what is in it, and where it ends.
fn bracket_at(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let rest = &text[at..];
    let (open, c) = folded(rest).next()?;
    let close = match c {
        '(' => ')',
        '[' if open == 0 => ']',
        _ => return None,
    };
    let inner_start = at + open + rest[open..].chars().next()?.len_utf8();
    let mut depth = 0;
    for (i, inner) in text[inner_start..].char_indices().take(80) {
        let inner_char = fold_char(inner);
        if inner_char == c {
            depth += 1;
        } else if inner_char == close {
            if depth == 0 {
                let inner_end = inner_start + i;
                // `[106]` is a code and `（1）` an item number: both belong to the value.
                if text[inner_start..inner_end].chars().all(is_numeral) {
                    return None;
                }
                return Some((inner_start..inner_end, inner_end + inner.len_utf8()));
            }
            depth -= 1;
        }
    }
    None
}

/// Whether a colon follows the copula at `at`: then it is one though a line ends before it.
fn with_colon(rest: &str, at: usize) -> bool {
    matches!(folded(&rest[at..]).nth(1), Some((_, ':')))
}

fn is_numeral(c: char) -> bool {
    is_chinese_numeral(c) || fold_char(c).is_ascii_digit() || is_blank(c)
}

fn is_chinese_numeral(c: char) -> bool {
    matches!(
        c,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_belong_to_the_label() {
        let label = label_of_cell("数量指标\n（必填量化）").expect("a label");
        assert!(label.is_level());
        assert_eq!(label.requirements.len(), 1);
        let label = label_of_cell("年度资金总额（含本级）：4.83万").expect("a label");
        assert_eq!((label.scope, label.link), (Some(Scope::Local), Link::Colon));
        let label = label_of_cell("项目资金\n(万)").expect("a label");
        assert_eq!(label.unit.map(|u| u.0), Some(MoneyUnit::WanYuan));
    }

    #[test]
    fn words_that_run_on_are_no_label() {
        assert!(label_of_cell("绩效目标完成情况良好").is_none());
        assert!(label_of_cell("其他资金保障工作").is_none());
        assert!(label_of_cell("实施单").is_some());
        assert!(label_at("其中：财政拨款4.83万").is_some());
    }
}
