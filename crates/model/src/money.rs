//! Amounts of money and other exact numbers as a form prints them.

use rust_decimal::Decimal;

/// The unit in which a form states amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MoneyUnit {
    /// 元
    Yuan,
    /// 千元
    ThousandYuan,
    /// 万元
    WanYuan,
    /// 百万元
    MillionYuan,
    /// 亿元
    YiYuan,
}

impl MoneyUnit {
    /// Every unit, smallest first.
    pub const ALL: [MoneyUnit; 5] = [
        MoneyUnit::Yuan,
        MoneyUnit::ThousandYuan,
        MoneyUnit::WanYuan,
        MoneyUnit::MillionYuan,
        MoneyUnit::YiYuan,
    ];

    /// How many yuan one unit is.
    pub fn yuan(self) -> Decimal {
        Decimal::from(match self {
            MoneyUnit::Yuan => 1u64,
            MoneyUnit::ThousandYuan => 1_000,
            MoneyUnit::WanYuan => 10_000,
            MoneyUnit::MillionYuan => 1_000_000,
            MoneyUnit::YiYuan => 100_000_000,
        })
    }

    /// The unit as forms print it.
    pub fn printed(self) -> &'static str {
        match self {
            MoneyUnit::Yuan => "元",
            MoneyUnit::ThousandYuan => "千元",
            MoneyUnit::WanYuan => "万元",
            MoneyUnit::MillionYuan => "百万元",
            MoneyUnit::YiYuan => "亿元",
        }
    }

    /// Reads a printed unit; 元 may be left out of the larger ones (`万` is `万元`).
    pub fn from_printed(text: &str) -> Option<MoneyUnit> {
        let text = text.trim_start_matches("人民币");
        MoneyUnit::ALL.into_iter().find(|unit| {
            let printed = unit.printed();
            text == printed
                || (*unit != MoneyUnit::Yuan && Some(text) == printed.strip_suffix('元'))
        })
    }
}

/// An exact number with the digits as printed (`60.00` stays `60.00`).
#[derive(Clone, Debug)]
pub struct Number {
    /// The digits as printed, without thousands separators, sign of share or unit.
    pub printed: String,
    /// The same number, exact.
    pub value: Decimal,
}

impl Number {
    /// Reads digits as printed; full-width digits and thousands separators are accepted.
    pub fn from_printed(text: &str) -> Option<Number> {
        let mut printed = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '0'..='9' | '.' => printed.push(c),
                '-' | '－' | '−' if printed.is_empty() => printed.push('-'),
                '０'..='９' => printed.push(char::from(b'0' + (c as u32 - '０' as u32) as u8)),
                '．' => printed.push('.'),
                ',' | '，' | ' ' | '\u{a0}' if !printed.is_empty() => {}
                _ => return None,
            }
        }
        let value = printed.parse::<Decimal>().ok()?;
        Some(Number { printed, value })
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.printed == other.printed
    }
}

impl Eq for Number {}

/// An amount of money as a form prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The number as printed.
    pub number: Number,
    /// The unit printed with this very amount (`4.83万`); otherwise that of the form holds.
    pub unit: Option<MoneyUnit>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_printed_digits() {
        let number = Number::from_printed("１,234.50").expect("a number");
        assert_eq!(number.printed, "1234.50");
        assert_eq!(number.value, Decimal::new(12345, 1));
        for not_a_number in ["", "-", "1.2.3", "12人", "约3"] {
            assert_eq!(Number::from_printed(not_a_number), None, "{not_a_number}");
        }
    }

    #[test]
    fn units_are_known_with_and_without_yuan() {
        assert_eq!(MoneyUnit::from_printed("万"), Some(MoneyUnit::WanYuan));
        assert_eq!(MoneyUnit::from_printed("人民币元"), Some(MoneyUnit::Yuan));
        assert_eq!(MoneyUnit::from_printed(""), None);
        assert_eq!(MoneyUnit::from_printed("人"), None);
    }
}
