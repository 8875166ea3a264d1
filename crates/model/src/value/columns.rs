//! Values printed in separate columns for sign, number and unit.

use super::fold::{Folded, fold};
use super::relation::{self, Relation};

/// What a sign column says.
enum Sign {
    /// A comparison.
    Relation(Relation),
    /// 定性, or a kind of value without a number.
    Text,
    /// 不适用
    NotApplicable,
    /// Nothing known.
    Other(String),
}

/// Puts the columns sign, number and unit together as one printed value: `≥`, `95`, `%` → `≥95%`;
/// 定性, 明显 → `明显`; `＝`, `3`, 次 → `=3次`.
///
/// The sign may also be written out (大于等于) or be a code of the common sign list (1 ≥, 2 ＞, 3 ＝,
/// 4 ＜, 5 ≤, 6 定性, 10 不适用). A sign or unit that the number column repeats is not doubled. The
/// unit column of a qualitative value is no part of it.
pub fn printed_from_columns(sign: &str, number: &str, unit: &str) -> String {
    let number = folded(number);
    let unit = unit_of(&folded(unit));
    match sign_of(&folded(sign)) {
        Sign::NotApplicable => "不适用".to_owned(),
        Sign::Text => number,
        Sign::Relation(_) | Sign::Other(_) if number.is_empty() => String::new(),
        Sign::Relation(relation) => with_unit(with_sign(relation, number), &unit),
        Sign::Other(text) => with_unit(text + &number, &unit),
    }
}

fn folded(text: &str) -> String {
    match fold(text) {
        Folded::Text(text) | Folded::TooLong(text) => text,
    }
}

fn sign_of(text: &str) -> Sign {
    match text {
        "1" => Sign::Relation(Relation::AtLeast),
        "2" => Sign::Relation(Relation::MoreThan),
        "3" => Sign::Relation(Relation::Equal),
        "4" => Sign::Relation(Relation::LessThan),
        "5" => Sign::Relation(Relation::AtMost),
        "10" | "不适用" => Sign::NotApplicable,
        "6" | "7" | "9" | "定性" | "定性指标" | "文字" | "其他" | "定量(其他)" => {
            Sign::Text
        }
        "" | "/" | "-" | "无" | "定量" | "定量指标" => Sign::Other(String::new()),
        text => match relation::from_cell(text) {
            Some(relation) => Sign::Relation(relation),
            None => Sign::Other(text.to_owned()),
        },
    }
}

/// The unit column, unless it says that there is none.
fn unit_of(text: &str) -> String {
    match text {
        "/" | "-" | "无" | "无单位" | "其他" => String::new(),
        text => text.to_owned(),
    }
}

fn with_sign(relation: Relation, number: String) -> String {
    let (has_sign, is_text) = {
        let mut scan = super::Scan::new(&number);
        (
            relation::sign(&mut scan).is_some(),
            !number.contains(|c: char| c.is_ascii_digit()),
        )
    };
    if has_sign || is_text {
        return number;
    }
    format!("{}{number}", super::display::sign(relation))
}

fn with_unit(mut number: String, unit: &str) -> String {
    if number.contains(|c: char| c.is_ascii_digit()) && !number.ends_with(unit) {
        number.push_str(unit);
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TargetValue;

    #[test]
    fn columns_print_as_one_value_and_mean_the_same() {
        for (sign, number, unit, printed) in [
            ("≥", "95", "%", "≥95%"),
            ("＞", "3", "次", ">3次"),
            ("＝", "3", "次", "=3次"),
            ("≤", "220", "元/人/天", "≤220元/人/天"),
            ("大于等于", "95.00", "％", "≥95.00%"),
            ("1", "2", "场", "≥2场"),
            ("5", "10", "万元", "≤10万元"),
            ("≥", "≥95%", "%", "≥95%"),
            ("≥", "95%", "", "≥95%"),
            ("", "12月底前", "", "12月底前"),
            ("≤", "2024年12月31日", "/", "≤2024年12月31日"),
            ("定性", "明显", "", "明显"),
            ("定性", "明显提升", "无", "明显提升"),
            ("6", "优", "其他", "优"),
            ("≥", "良好", "", "良好"),
            ("10", "本指标不适用此项目", "", "不适用"),
            ("≥", "", "%", ""),
            ("", "/", "", "/"),
        ] {
            assert_eq!(printed_from_columns(sign, number, unit), printed);
            let value = TargetValue::compile_columns(sign, number, unit);
            assert_eq!(
                value,
                TargetValue::compile(printed),
                "{sign} {number} {unit}"
            );
        }
    }
}
