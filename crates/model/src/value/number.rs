//! Exact numbers as people write them: digits, Chinese numerals and the multipliers 百 to 亿.

use super::Reason;
use super::scan::Scan;
use rust_decimal::Decimal;

/// 百, 千, 万 … between a number and its unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Multiplier {
    /// None printed.
    #[default]
    One,
    /// 百
    Hundred,
    /// 千
    Thousand,
    /// 万
    TenThousand,
    /// 十万
    HundredThousand,
    /// 百万
    Million,
    /// 千万
    TenMillion,
    /// 亿
    HundredMillion,
}

impl Multiplier {
    /// Every printed multiplier, longer ones before their prefixes.
    const PRINTED: [Multiplier; 7] = [
        Multiplier::HundredThousand,
        Multiplier::Million,
        Multiplier::TenMillion,
        Multiplier::Hundred,
        Multiplier::Thousand,
        Multiplier::TenThousand,
        Multiplier::HundredMillion,
    ];

    /// As printed; `""` for none.
    pub fn printed(self) -> &'static str {
        match self {
            Multiplier::One => "",
            Multiplier::Hundred => "百",
            Multiplier::Thousand => "千",
            Multiplier::TenThousand => "万",
            Multiplier::HundredThousand => "十万",
            Multiplier::Million => "百万",
            Multiplier::TenMillion => "千万",
            Multiplier::HundredMillion => "亿",
        }
    }

    /// The factor.
    pub fn factor(self) -> Decimal {
        Decimal::from(match self {
            Multiplier::One => 1u32,
            Multiplier::Hundred => 100,
            Multiplier::Thousand => 1_000,
            Multiplier::TenThousand => 10_000,
            Multiplier::HundredThousand => 100_000,
            Multiplier::Million => 1_000_000,
            Multiplier::TenMillion => 10_000_000,
            Multiplier::HundredMillion => 100_000_000,
        })
    }

    /// Reads a multiplier if one comes next.
    pub(super) fn read(scan: &mut Scan<'_>) -> Multiplier {
        if !scan
            .peek()
            .is_some_and(|c| matches!(c, '十' | '百' | '千' | '万' | '亿'))
        {
            return Multiplier::One;
        }
        let found = Multiplier::PRINTED
            .into_iter()
            .find(|m| scan.eat(m.printed()));
        found.unwrap_or_default()
    }
}

/// A number with its printed digits and its multiplier: `0.20万` keeps 0.20 and 万.
///
/// Equality is of both, as numbers: `60.0` equals `60`, `1万` does not equal `10000` (compare
/// [`Figure::value`] for that).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Figure {
    /// The number before the multiplier; its scale is the number of printed decimals.
    pub digits: Decimal,
    /// The multiplier.
    pub multiplier: Multiplier,
}

impl Figure {
    /// The number times the multiplier; `None` where it is too large to be exact.
    pub fn value(self) -> Option<Decimal> {
        match self.multiplier {
            Multiplier::One if !self.digits.is_zero() => Some(self.digits),
            multiplier => self.digits.checked_mul(multiplier.factor()),
        }
    }
}

/// A number that was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    pub(super) value: Decimal,
    /// Written in Chinese numerals (三十).
    pub(super) in_words: bool,
}

/// Reads a number in digits or Chinese numerals; `Ok(None)` if there is none.
pub(super) fn numeral(scan: &mut Scan<'_>) -> Result<Option<Numeral>, Reason> {
    let negative = scan.rest.starts_with('-');
    let mut ahead = *scan;
    if negative {
        ahead.skip(1);
    }
    if ahead.at_digit() || ahead.rest.starts_with('.') {
        let Some(mut value) = digits(&mut ahead)? else {
            return Ok(None);
        };
        value.set_sign_negative(negative && !value.is_zero());
        *scan = ahead;
        return Ok(Some(Numeral {
            value,
            in_words: false,
        }));
    }
    if negative {
        return Ok(None);
    }
    Ok(words(scan).map(|value| Numeral {
        value: Decimal::from(value),
        in_words: true,
    }))
}

/// Reads `1,234.50`. `Ok(None)` for something like `.人`.
fn digits(scan: &mut Scan<'_>) -> Result<Option<Decimal>, Reason> {
    let mut reader = DigitReader::default();
    let n_whole = scan.rest.bytes().take_while(u8::is_ascii_digit).count();
    if n_whole >= 4 && scan.rest.starts_with('0') {
        // A code, not a number.
        return Ok(None);
    }
    let mut ahead = *scan;
    reader.whole(ahead.take_while(|c| c.is_ascii_digit()))?;
    // Groups follow one to three digits: `20001,201` is two numbers.
    let may_group = (1..=3).contains(&n_whole);
    while may_group && is_thousands_group(ahead.rest) {
        ahead.skip(1);
        reader.whole(ahead.take_while(|c| c.is_ascii_digit()))?;
    }
    let mut fraction = ahead;
    if fraction.eat(".") && fraction.at_digit() {
        reader.decimals(fraction.take_while(|c| c.is_ascii_digit()))?;
        ahead = fraction;
    }
    if reader.n_digits == 0 {
        return Ok(None);
    }
    *scan = ahead;
    Ok(Some(reader.number()?))
}

/// Whether a comma and exactly three digits come next.
pub(super) fn is_thousands_group(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(',') else {
        return false;
    };
    let n_digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    n_digits == 3
}

#[derive(Default)]
struct DigitReader {
    mantissa: i128,
    n_digits: usize,
    scale: u32,
}

impl DigitReader {
    fn whole(&mut self, digits: &str) -> Result<(), Reason> {
        for digit in digits.bytes() {
            let shifted = self
                .mantissa
                .checked_mul(10)
                .ok_or(Reason::NumberTooLarge)?;
            self.mantissa = shifted + i128::from(digit - b'0');
            self.n_digits += 1;
        }
        Ok(())
    }

    fn decimals(&mut self, digits: &str) -> Result<(), Reason> {
        self.scale = u32::try_from(digits.len()).map_err(|_| Reason::NumberTooLarge)?;
        self.whole(digits)
    }

    fn number(&self) -> Result<Decimal, Reason> {
        Decimal::try_from_i128_with_scale(self.mantissa, self.scale)
            .map_err(|_| Reason::NumberTooLarge)
    }
}

/// Reads Chinese numerals up to 万亿 (三十, 一百零五, 两, 十二). 半 is not one of them.
pub(super) fn words(scan: &mut Scan<'_>) -> Option<u64> {
    let mut total: u64 = 0;
    let mut section: u64 = 0;
    let mut digit: Option<u64> = None;
    let mut n_chars = 0;
    while let Some(c) = scan.peek().filter(|_| n_chars < 16) {
        if let Some(value) = numeral_digit(c) {
            if digit.is_some_and(|d| d > 0) {
                return None;
            }
            digit = Some(value);
        } else if let Some(power) = numeral_power(c) {
            if power >= 10_000 {
                let below = total
                    .checked_add(section)?
                    .checked_add(digit.take().unwrap_or(0))?;
                total = below.checked_mul(power).filter(|t| *t > 0)?;
                section = 0;
            } else {
                let count = digit.take().or((power == 10).then_some(1))?;
                section += count * power;
            }
        } else {
            break;
        }
        n_chars += 1;
        scan.skip(c.len_utf8());
    }
    if n_chars == 0 {
        return None;
    }
    total.checked_add(section)?.checked_add(digit.unwrap_or(0))
}

fn numeral_digit(c: char) -> Option<u64> {
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn numeral_power(c: char) -> Option<u64> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let numeral = numeral(&mut Scan::new(text)).expect("in range")?;
        Some(numeral.value.to_string())
    }

    #[test]
    fn digits_are_exact_and_keep_their_decimals() {
        assert_eq!(read("1,234.50").as_deref(), Some("1234.50"));
        assert_eq!(read("0.176万").as_deref(), Some("0.176"));
        assert_eq!(read("1,2").as_deref(), Some("1"));
        assert_eq!(read(".5").as_deref(), Some("0.5"));
        assert_eq!(read("."), None);
    }

    #[test]
    fn words_are_numbers() {
        for (text, value) in [
            ("十二", "12"),
            ("两", "2"),
            ("一百零五", "105"),
            ("三千二百", "3200"),
            ("二十万", "200000"),
        ] {
            assert_eq!(read(text).as_deref(), Some(value), "{text}");
        }
        assert_eq!(read("一二三"), None);
        assert_eq!(read("人"), None);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let long = "9".repeat(60);
        assert!(matches!(
            numeral(&mut Scan::new(&long)),
            Err(Reason::NumberTooLarge)
        ));
        let long = format!("0.{}", "1".repeat(60));
        assert!(matches!(
            numeral(&mut Scan::new(&long)),
            Err(Reason::NumberTooLarge)
        ));
    }
}
