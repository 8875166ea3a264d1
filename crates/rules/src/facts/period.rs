//! 项目期: over which time a project runs.

use crate::facts::years::year;

/// A month of a year.
pub type Month = (u16, u8);

/// Over which time a project runs, as far as its form says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// For so many months, beginning unstated (`1年`, `18个月`).
    Months(u32),
    /// From a month to a month, both included (`2023.07-2024.01`, `2024年`).
    Span(Month, Month),
    /// Without end (`长期`).
    Open,
    /// Something else.
    Unclear,
}

const OPEN: &[&str] = &[
    "长期", "常年", "延续", "持续", "经常", "每年", "永久", "长年",
];
const THIS_YEAR: &[&str] = &["当年", "本年", "年度", "全年", "一年期"];

impl Period {
    /// Reads a printed period; `None` where nothing is printed.
    pub fn parse(printed: &str) -> Option<Period> {
        let text: String = printed.chars().filter(|c| !c.is_whitespace()).collect();
        if text.is_empty() {
            return None;
        }
        let period = span(&text)
            .or_else(|| months(&text))
            .or_else(|| {
                OPEN.iter()
                    .any(|w| text.contains(w))
                    .then_some(Period::Open)
            })
            .or_else(|| {
                let this_year = THIS_YEAR.iter().any(|word| text.contains(word));
                this_year.then_some(Period::Months(12))
            });
        Some(period.unwrap_or(Period::Unclear))
    }

    /// Its length in months, if it is stated.
    pub fn months(self) -> Option<u32> {
        match self {
            Period::Months(months) => Some(months),
            Period::Span(from, to) => (number(to) + 1).checked_sub(number(from)),
            Period::Open | Period::Unclear => None,
        }
    }

    /// Whether it is longer than a year, or without end.
    pub fn is_multi_year(self) -> bool {
        self == Period::Open || self.months().is_some_and(|months| months > 12)
    }

    /// Whether some of it lies in a year; a period without a beginning may.
    pub fn may_include(self, year: u16) -> bool {
        match self {
            Period::Span(from, to) => (from.0..=to.0).contains(&year),
            Period::Months(months) => months > 12,
            Period::Open => true,
            Period::Unclear => false,
        }
    }
}

/// Months since year 0.
fn number((year, month): Month) -> u32 {
    u32::from(year) * 12 + u32::from(month)
}

/// Reads `2023.07-2024.01`, `2019-2021`, `2024年1月-12月`, `2024年`.
fn span(text: &str) -> Option<Period> {
    let mut starts = text.match_indices(|c: char| c.is_ascii_digit());
    let found = starts.find_map(|(at, _)| {
        let begins = !text[..at].ends_with(|c: char| c.is_ascii_digit());
        begins.then(|| date(&text[at..])).flatten()
    });
    let (from_year, from_month, rest) = found?;
    let is_range = |c: char| matches!(c, '-' | '—' | '~' | '～' | '－' | '–' | '至' | '到');
    let after = rest.trim_start_matches(['起', '日']);
    let Some(second) = after.strip_prefix(is_range) else {
        let whole = after.trim_start_matches(['年', '度']).is_empty() && from_month.is_none();
        return whole.then_some(Period::Span((from_year, 1), (from_year, 12)));
    };
    let second = second.trim_start_matches(is_range);
    let (to_year, to_month) = match date(second) {
        Some((year, month, _)) => (year, month),
        None => {
            let (month, rest) = small(second)?;
            (from_year, rest.starts_with('月').then_some(month))
        }
    };
    if to_year == from_year && from_month.is_some() && to_month.is_none() {
        return Some(Period::Unclear);
    }
    let from = (from_year, from_month.unwrap_or(1));
    Some(Period::Span(from, (to_year, to_month.unwrap_or(12))))
}

/// Reads a year and, if it follows, its month (and drops a day); gives the rest.
fn date(text: &str) -> Option<(u16, Option<u8>, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let digits = &text[..end];
    if digits.len() == 8 || digits.len() == 6 {
        let month = digits[4..6].parse().ok().filter(is_month)?;
        return Some((year(&digits[..4])?, Some(month), &text[end..]));
    }
    let year = year(digits)?;
    let rest = &text[end..];
    let Some(ahead) = rest.strip_prefix(['年', '.', '/', '-']) else {
        return Some((year, None, rest));
    };
    let Some((month, rest)) = small(ahead).filter(|(month, _)| is_month(month)) else {
        let rest = rest.strip_prefix('年').unwrap_or(rest);
        return Some((year, None, rest));
    };
    let rest = rest.trim_start_matches(['月', '份', '底']);
    let day = rest.strip_prefix(['.', '/', '-']).unwrap_or(rest);
    let rest = match small(day) {
        Some((_, after)) if !after.starts_with('月') => after.trim_start_matches('日'),
        _ => rest,
    };
    Some((year, Some(month), rest))
}

fn is_month(month: &u8) -> bool {
    (1..=12).contains(month)
}

/// A number of one or two digits, and what follows it.
fn small(text: &str) -> Option<(u8, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let number = text[..end].parse().ok().filter(|_| end <= 2)?;
    Some((number, &text[end..]))
}

/// Reads `1年`, `三年期`, `18个月`, `半年`.
fn months(text: &str) -> Option<Period> {
    const NUMERALS: &[(&str, u32)] = &[
        ("十", 10),
        ("一", 1),
        ("二", 2),
        ("两", 2),
        ("三", 3),
        ("四", 4),
        ("五", 5),
        ("六", 6),
        ("七", 7),
        ("八", 8),
        ("九", 9),
    ];
    if text.starts_with("半年") {
        return Some(Period::Months(6));
    }
    let digits = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (count, rest) = match text[..digits].parse::<u32>() {
        Ok(count) => (count, &text[digits..]),
        Err(_) => {
            let mut words = NUMERALS.iter();
            words.find_map(|(word, count)| Some((*count, text.strip_prefix(word)?)))?
        }
    };
    let rest = rest.trim_start_matches('个');
    let per = match rest {
        rest if rest.starts_with('年') || rest.starts_with("周年") => 12,
        rest if rest.starts_with('月') => 1,
        _ => return None,
    };
    let months = count.checked_mul(per)?;
    (1..=600)
        .contains(&months)
        .then_some(Period::Months(months))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_periods_are_read() {
        let cases = [
            ("1年", Period::Months(12)),
            ("1年期", Period::Months(12)),
            ("一年", Period::Months(12)),
            ("3 年", Period::Months(36)),
            ("18个月", Period::Months(18)),
            ("当年", Period::Months(12)),
            ("长期", Period::Open),
            ("2024年", Period::Span((2024, 1), (2024, 12))),
            ("2024年度", Period::Span((2024, 1), (2024, 12))),
            ("2019-2021", Period::Span((2019, 1), (2021, 12))),
            ("2023年-2025年", Period::Span((2023, 1), (2025, 12))),
            ("2023.07-2024.01", Period::Span((2023, 7), (2024, 1))),
            ("2024年1月-12月", Period::Span((2024, 1), (2024, 12))),
            ("2024年1月至2024年12月", Period::Span((2024, 1), (2024, 12))),
            (
                "2024年1月1日—2024年12月31日",
                Period::Span((2024, 1), (2024, 12)),
            ),
            (
                "2024-01-01至2024-12-31",
                Period::Span((2024, 1), (2024, 12)),
            ),
            ("20240101-20241231", Period::Span((2024, 1), (2024, 12))),
            ("3年（2023-2025年）", Period::Span((2023, 1), (2025, 12))),
        ];
        for (printed, period) in cases {
            assert_eq!(Period::parse(printed), Some(period), "{printed}");
        }
        assert_eq!(Period::parse("一次性"), Some(Period::Unclear));
        assert_eq!(Period::parse("4000000000年"), Some(Period::Unclear));
        assert_eq!(Period::parse(" "), None);
    }
}
