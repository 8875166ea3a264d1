//! Numbers as a sheet shows them.

use std::fmt::Write;

use super::date::{in_chinese, moment};
use super::format_code::{Section, Token, sections};
use super::number_text::Digits;

/// How a cell shows numbers. The default shows them as they are.
#[derive(Clone, Debug)]
pub(in super::super) struct NumberFormat {
    sections: Vec<Section>,
    is_general: bool,
}

impl Default for NumberFormat {
    fn default() -> Self {
        NumberFormat::new("General")
    }
}

/// The long date of the system, whatever the code after it says.
const LONG_DATE: (&str, &str) = ("[$-F800]", "yyyy\"年\"m\"月\"d\"日\"");

impl NumberFormat {
    /// A format by its code.
    pub(in super::super) fn new(code: &str) -> NumberFormat {
        let is_long_date = code.to_ascii_uppercase().starts_with(LONG_DATE.0);
        let sections = sections(if is_long_date { LONG_DATE.1 } else { code });
        let is_general = matches!(
            sections.as_slice(),
            [section] if matches!(section.tokens.as_slice(), [Token::General | Token::Text] | [])
        );
        NumberFormat {
            sections,
            is_general,
        }
    }

    /// Appends a number as it is shown. `printed` is how the file writes it, if it writes digits.
    pub(in super::super) fn show(
        &self,
        number: f64,
        printed: Option<&str>,
        from_1904: bool,
        out: &mut String,
    ) {
        if self.is_general
            && let Some(printed) = printed.filter(|printed| is_plain(printed))
        {
            out.push_str(printed);
            return;
        }
        if self.is_general && number.fract() == 0.0 && number.abs() < SHORT {
            let _ = write!(out, "{}", number as i64);
            return;
        }
        if !number.is_finite() {
            out.push_str(printed.unwrap_or_default());
            return;
        }
        match self.section_for(number) {
            Some((section, signed)) => section.show(number, signed, from_1904, out),
            None => out.push_str(&Digits::new(number).general()),
        }
    }

    /// Appends a text as it is shown.
    pub(in super::super) fn show_text(&self, text: &str, out: &mut String) {
        let of_text = match self.sections.as_slice() {
            [_, _, _, section, ..] => Some(section),
            [.., last] if last.tokens.contains(&Token::Text) => Some(last),
            _ => None,
        };
        let Some(section) = of_text.filter(|section| section.tokens.contains(&Token::Text)) else {
            // A format that hides texts hides none from us.
            out.push_str(text);
            return;
        };
        for token in &section.tokens {
            match token {
                Token::Text => out.push_str(text),
                Token::Literal(literal) => out.push_str(literal),
                _ => {}
            }
        }
    }

    /// The section for a number, and whether it is to be shown with its sign.
    fn section_for(&self, number: f64) -> Option<(&Section, bool)> {
        let numeric = &self.sections[..self.sections.len().min(3)];
        if numeric.iter().all(|section| section.tokens.is_empty()) {
            return None; // it hides every number; none is hidden from us
        }
        if numeric.iter().any(|section| section.condition.is_some()) {
            let holds = |section: &&Section| match section.condition {
                Some(condition) => condition.holds(number),
                None => true,
            };
            return numeric.iter().find(holds).map(|section| (section, true));
        }
        let at = match numeric.len() {
            // `0.00;@` has no section for negative numbers.
            2 if number < 0.0 && !numeric[1].tokens.contains(&Token::Text) => 1,
            3 if number < 0.0 => 1,
            3 if number == 0.0 && !numeric[2].tokens.contains(&Token::Text) => 2,
            _ => 0,
        };
        numeric.get(at).map(|section| (section, at == 0))
    }
}

/// Whole numbers below it are shown with all their digits.
const SHORT: f64 = 1e10;

/// A number whose digits are shown as the file has them.
fn is_plain(printed: &str) -> bool {
    let digits = printed.strip_prefix('-').unwrap_or(printed);
    let zeros_in_front = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    digits.len() <= 10
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && !zeros_in_front
        && (!digits.contains('.') || !digits.ends_with(['0', '.']))
}

impl Section {
    fn show(&self, number: f64, signed: bool, from_1904: bool, out: &mut String) {
        let has = |test: fn(&Token) -> bool| self.tokens.iter().any(test);
        if has(|t| matches!(t, Token::Date(..) | Token::Elapsed(_) | Token::HalfDay(..))) {
            self.show_moment(number, from_1904, out);
        } else {
            self.show_number(Digits::new(number), signed, out);
        }
    }

    fn show_number(&self, digits: Digits, signed: bool, out: &mut String) {
        let point = self.tokens.iter().position(|t| *t == Token::Point);
        let point = point.unwrap_or(self.tokens.len());
        let is_digit = |token: &&Token| matches!(token, Token::Digit(_));
        let decimals_max = self.tokens[point..].iter().filter(is_digit).count();
        let digits = if signed { digits } else { digits.unsigned() };
        let general = digits.clone();
        let digits = digits.shifted(self.shift).rounded(decimals_max as i32);
        let is_number = self.tokens.iter().any(|t| is_digit(&t));
        if digits.negative && is_number {
            out.push('-');
        }
        self.show_whole(&self.tokens[..point], &digits, &general, out);
        let decimals = digits.decimals();
        let mut decimals = decimals.chars();
        for token in &self.tokens[point..] {
            match token {
                Token::Point => out.push('.'),
                Token::Digit(place) => match decimals.next() {
                    Some(digit) => out.push(digit),
                    None => out.push_str(no_digit(*place)),
                },
                Token::Literal(text) => out.push_str(text),
                _ => {}
            }
        }
    }

    /// Digits before the point are laid on their places from the right; what is left over goes
    /// before the first of them. Between them other characters may stand (`0!.0`).
    fn show_whole(&self, tokens: &[Token], digits: &Digits, general: &Digits, out: &mut String) {
        let whole = digits.whole();
        let places = tokens
            .iter()
            .filter(|t| matches!(t, Token::Digit(_)))
            .count();
        let mut left = places.max(whole.len());
        let mut whole_digits = whole.chars();
        let mut is_first = true;
        for token in tokens {
            match token {
                Token::Digit(place) => {
                    let mut take = if is_first { left - places + 1 } else { 1 };
                    is_first = false;
                    while take > 0 {
                        let shown = if left <= whole.len() {
                            whole_digits.next()
                        } else {
                            None
                        };
                        match shown {
                            Some(digit) => out.push(digit),
                            None => out.push_str(no_digit(*place)),
                        }
                        let wrote = shown.is_some() || *place == '0';
                        left -= 1;
                        take -= 1;
                        if self.thousands && wrote && left > 0 && left % 3 == 0 {
                            out.push(',');
                        }
                    }
                }
                Token::Literal(text) => out.push_str(text),
                Token::General | Token::Text => out.push_str(&general.clone().general()),
                _ => {}
            }
        }
    }

    fn show_moment(&self, number: f64, from_1904: bool, out: &mut String) {
        let Some(moment) = moment(number, from_1904) else {
            out.push_str(&Digits::new(number).general());
            return;
        };
        let half_days = self.tokens.iter().any(|t| matches!(t, Token::HalfDay(..)));
        for (i, token) in self.tokens.iter().enumerate() {
            match token {
                Token::Date(letter, count) => {
                    let text = moment.show(*letter, *count, half_days);
                    match self.chinese {
                        true => out.push_str(&in_chinese(&text, matches!(letter, 'y' | 'e'))),
                        false => out.push_str(&text),
                    }
                }
                Token::Elapsed(letter) => out.push_str(&elapsed(number, *letter)),
                Token::HalfDay(first, second) => {
                    out.push_str(if moment.hour < 12 { first } else { second });
                }
                Token::Literal(text) => out.push_str(text),
                // Parts of a second are left out.
                Token::Point if matches!(self.tokens.get(i + 1), Some(Token::Digit(_))) => {}
                Token::Point => out.push('.'),
                Token::Digit(_) | Token::General | Token::Text => {}
            }
        }
    }
}

fn elapsed(number: f64, letter: char) -> String {
    let seconds = (number * 86_400.0).round() as i64;
    let amount = match letter {
        'h' => seconds / 3600,
        'm' => seconds / 60,
        _ => seconds,
    };
    amount.to_string()
}

/// What a place without a digit shows.
fn no_digit(place: char) -> &'static str {
    match place {
        '0' => "0",
        '?' => " ",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, shown: &[(f64, &str)]) {
        let format = NumberFormat::new(code);
        for (number, expected) in shown {
            let mut out = String::new();
            format.show(*number, Some(&number.to_string()), false, &mut out);
            assert_eq!(out.trim(), *expected, "{number} as {code}");
        }
    }

    #[test]
    fn numbers_are_shown_as_the_sheet_shows_them() {
        check(
            "General",
            &[
                (32.8, "32.8"),
                (0.1 + 0.2, "0.3"),
                (1.0 / 3.0, "0.333333333"),
                (350005001.0, "350005001"),
                (123456789012.0, "123456789012"),
                (1e15, "1000000000000000"),
                (0.0000005, "0.0000005"),
                (-4.5, "-4.5"),
                (0.0, "0"),
            ],
        );
        check(
            "0",
            &[(0.4, "0"), (2.5, "3"), (-2.5, "-3"), (1234.0, "1234")],
        );
        check(
            "0.00",
            &[(1.005, "1.01"), (32.8, "32.80"), (-0.001, "0.00")],
        );
        check(
            "#,##0.00",
            &[
                (1234567.891, "1,234,567.89"),
                (12.0, "12.00"),
                (-999.995, "-1,000.00"),
            ],
        );
        check("#,##0", &[(0.0, "0"), (999.0, "999"), (1000.0, "1,000")]);
        check("0.##", &[(1.5, "1.5"), (2.0, "2.")]);
        check("#.00", &[(0.5, ".50")]);
        check("00000", &[(42.0, "00042")]);
        check("000-0000", &[(1234567.0, "123-4567")]);
        check("0%", &[(0.95, "95%"), (1.0, "100%"), (0.285, "29%")]);
        check("0.0%", &[(0.9855, "98.6%")]);
        check(">=0%", &[(0.9, ">=90%")]);
        check("\"≥\"0%", &[(0.9, "≥90%")]);
    }

    #[test]
    fn ten_thousands() {
        check(
            "0!.0,",
            &[(328000.0, "32.8"), (12345678.0, "1234.6"), (400.0, "0.0")],
        );
        check("0!.0000", &[(328000.0, "32.8000")]);
        check("0!.0,\"万元\"", &[(328000.0, "32.8万元")]);
        check("0\\.0,\"万\"", &[(55000.0, "5.5万")]);
        check("0.00\"万元\"", &[(32.8, "32.80万元")]);
        check(
            "[>=10000]0!.0,\"万\";0",
            &[(328000.0, "32.8万"), (99.0, "99")],
        );
        check("0.00,,", &[(123456789.0, "123.46")]);
    }

    #[test]
    fn sections() {
        check(
            "0.00;(0.00);\"无\"",
            &[(1.0, "1.00"), (-1.0, "(1.00)"), (0.0, "无")],
        );
        check("0.00;[Red]-0.00", &[(-1.5, "-1.50"), (0.0, "0.00")]);
        check("0.00_);[红色](0.00)", &[(-1.5, "(1.50)")]);
        check(
            built_in(43),
            &[(1234.5, "1,234.50"), (0.0, "-"), (-2.0, "-2.00")],
        );
        check("[$¥-804]#,##0.00", &[(1000.0, "¥1,000.00")]);
        check("General\"人\"", &[(160.0, "160人"), (-1.5, "-1.5人")]);
        check("G/通用格式\"元\"", &[(220.0, "220元")]);
        check("0.00E+00", &[(123456.0, "123456")]);
        check("# ?/?", &[(0.5, "0.5")]);
        check(";;;", &[(5.0, "5")]);
        let mut out = String::new();
        NumberFormat::new("0;0;0;@\"（次）\"").show_text("三", &mut out);
        NumberFormat::new(";;;").show_text("四", &mut out);
        assert_eq!(out, "三（次）四");
    }

    #[test]
    fn dates_and_times() {
        let day = 45657.0; // 2024-12-31, a Tuesday
        check(
            "yyyy/m/d",
            &[(day, "2024/12/31"), (1.0, "1900/1/1"), (60.0, "1900/2/29")],
        );
        check("yyyy\"年\"m\"月\"d\"日\"", &[(day, "2024年12月31日")]);
        check("yyyy年m月", &[(day, "2024年12月")]);
        check("[$-804]yyyy\\-mm\\-dd", &[(45352.0, "2024-03-01")]);
        check(
            "[$-F800]dddd\\, mmmm dd\\, yyyy",
            &[(day, "2024年12月31日")],
        );
        check(
            "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"",
            &[(day, "二〇二四年十二月三十一日")],
        );
        check("yy.mm.dd aaaa", &[(day, "24.12.31 星期二")]);
        check("h:mm:ss AM/PM", &[(0.75, "6:00:00 PM")]);
        check("上午/下午h\"时\"mm\"分\"", &[(0.25, "上午6时00分")]);
        check("[h]:mm", &[(1.5, "36:00")]);
        check("yyyy-mm-dd hh:mm", &[(45352.5, "2024-03-01 12:00")]);
        check("yyyy-mm-dd", &[(-1.0, "-1"), (1e10, "10000000000")]);
    }

    #[track_caller]
    fn built_in(number: u32) -> &'static str {
        super::super::format_code::built_in(number)
    }
}
