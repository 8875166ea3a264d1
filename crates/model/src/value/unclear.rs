//! Values that are not understood, and why.

use super::TargetValue;
use super::fold::typeset;

/// A value that is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclear {
    /// Why.
    pub reason: Reason,
    /// The folded text, with Chinese punctuation; cut where it is too long.
    pub text: Box<str>,
}

impl Unclear {
    pub(super) fn value(reason: Reason, folded: &str) -> TargetValue {
        TargetValue::Unclear(Unclear {
            reason,
            text: typeset(folded),
        })
    }
}

/// Why a clause is not of the kind that was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Miss {
    /// It is something else.
    No,
    /// It is of that kind, but defective.
    Bad(Reason),
}

/// Why a value is unclear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// Nothing is written.
    Empty,
    /// More than 4096 characters.
    TooLong,
    /// A mark in place of a value still to be filled in (待定, XX).
    Placeholder,
    /// Qualitative text in which no word is known.
    UnknownText,
    /// Text and numbers mixed in a way that is not understood.
    MixedText,
    /// A comparison sign or unit without a number.
    NoNumber,
    /// What follows the number is no measure word.
    UnknownUnit,
    /// The two ends of a range have different units.
    MixedUnits,
    /// Signs and words that exclude each other (`≤50人以上`, `≥10-20人`).
    Contradictory,
    /// A range or period that ends before it begins.
    Reversed,
    /// A day or month that does not exist.
    ImpossibleDate,
    /// A number with more digits than are computed exactly.
    NumberTooLarge,
    /// More values than one indicator can have.
    TooManyItems,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Reason; 13] = [
        Reason::Empty,
        Reason::TooLong,
        Reason::Placeholder,
        Reason::UnknownText,
        Reason::MixedText,
        Reason::NoNumber,
        Reason::UnknownUnit,
        Reason::MixedUnits,
        Reason::Contradictory,
        Reason::Reversed,
        Reason::ImpossibleDate,
        Reason::NumberTooLarge,
        Reason::TooManyItems,
    ];

    /// Stable code, as in JSON.
    pub fn code(self) -> &'static str {
        self.texts().0
    }

    /// The reason in Chinese.
    pub fn zh(self) -> &'static str {
        self.texts().1
    }

    /// The reason in English.
    pub fn en(self) -> &'static str {
        self.texts().2
    }

    /// Code, Chinese and English text.
    fn texts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Reason::Empty => ("empty", "没有填写", "nothing is written"),
            Reason::TooLong => (
                "too_long",
                "文字过长，超过4096字",
                "longer than 4096 characters",
            ),
            Reason::Placeholder => (
                "placeholder",
                "仅为占位，尚未填写指标值",
                "a placeholder, not a value",
            ),
            Reason::UnknownText => (
                "unknown_text",
                "定性表述含义不明",
                "qualitative text of unknown meaning",
            ),
            Reason::MixedText => (
                "mixed_text",
                "文字与数字混写，无法确定含义",
                "text and numbers mixed",
            ),
            Reason::NoNumber => (
                "no_number",
                "有符号或单位而没有数值",
                "a sign or unit without a number",
            ),
            Reason::UnknownUnit => (
                "unknown_unit",
                "数值后的文字不是计量单位",
                "no measure word after the number",
            ),
            Reason::MixedUnits => (
                "mixed_units",
                "区间两端的单位不一致",
                "the ends of the range have different units",
            ),
            Reason::Contradictory => (
                "contradictory",
                "比较符号或用语互相矛盾",
                "signs or words that exclude each other",
            ),
            Reason::Reversed => (
                "reversed",
                "区间或期间的终点早于起点",
                "a range that ends before it begins",
            ),
            Reason::ImpossibleDate => (
                "impossible_date",
                "日期不存在",
                "a date that does not exist",
            ),
            Reason::NumberTooLarge => (
                "number_too_large",
                "数值位数过多",
                "a number with too many digits",
            ),
            Reason::TooManyItems => (
                "too_many_items",
                "罗列的数值过多",
                "too many values for one indicator",
            ),
        }
    }
}

/// The reason for a folded text that is neither measured nor a known phrase.
pub(super) fn reason_of(folded: &str) -> Reason {
    if folded.contains(|c: char| c.is_ascii_digit()) {
        Reason::MixedText
    } else if is_sign_without_number(folded) {
        Reason::NoNumber
    } else {
        Reason::UnknownText
    }
}

fn is_sign_without_number(folded: &str) -> bool {
    let mut scan = super::Scan::new(folded);
    if super::relation::sign(&mut scan).is_some() {
        return true;
    }
    super::KnownUnit::at(folded).is_some_and(|(n_bytes, _)| n_bytes == folded.len())
}
