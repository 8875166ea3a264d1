//! Numbers and addresses that tell who or where a person is.

use std::ops::Range;

/// What kind of private data a text gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Private {
    /// A number of a mobile telephone.
    Mobile,
    /// A number of a telephone with its area code, or after the word 电话.
    Telephone,
    /// 公民身份号码 with its right check digit.
    Identity,
    /// A number of a bank account or card.
    Account,
}

/// The private numbers of a text, in its order.
pub fn numbers(text: &str) -> Vec<(Range<usize>, Private)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(run) = next_run(text, from) {
        from = run.end;
        if let Some(kind) = kind(text, &run) {
            let start = match kind {
                Private::Telephone => area_code(text, run.start).unwrap_or(run.start),
                _ => run.start,
            };
            found.push((start..run.end, kind));
        }
    }
    found
}

/// The private numbers of some kinds in a text.
pub fn numbers_of(text: &str, kinds: &[Private]) -> Vec<Range<usize>> {
    let wanted = |(at, kind)| kinds.contains(&kind).then_some(at);
    numbers(text).into_iter().filter_map(wanted).collect()
}

/// The next run of digits from `from` on; an `X` after 17 digits belongs to it.
fn next_run(text: &str, from: usize) -> Option<Range<usize>> {
    let start = from + text[from..].find(|c: char| c.is_ascii_digit())?;
    let length = text[start..].find(|c: char| !c.is_ascii_digit());
    let mut end = length.map_or(text.len(), |length| start + length);
    if end - start == 17 && text[end..].starts_with(['X', 'x']) {
        end += 1;
    }
    Some(start..end)
}

fn kind(text: &str, run: &Range<usize>) -> Option<Private> {
    let digits = &text[run.clone()];
    let (before, after) = (&text[..run.start], &text[run.end..]);
    let is_part_of_more = before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.')
        || after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.')
        || after.starts_with(['元', '万', '亿', '%']);
    if is_part_of_more {
        return None;
    }
    let near = last_chars(before, 12);
    let says = |words: &[&str]| words.iter().any(|word| near.contains(word));
    match digits.len() {
        11 if is_mobile(digits) => Some(Private::Mobile),
        18 if is_identity(digits) => Some(Private::Identity),
        16..=19 if says(&["账号", "帐号", "卡号", "账户", "帐户"]) => {
            Some(Private::Account)
        }
        16 | 19 if digits.starts_with("62") && has_check_digit(digits) => Some(Private::Account),
        7 | 8 if area_code(text, run.start).is_some() => Some(Private::Telephone),
        7 | 8 if says(&["电话", "联系方式"]) => Some(Private::Telephone),
        _ => None,
    }
}

fn last_chars(text: &str, n: usize) -> &str {
    let start = text.char_indices().rev().nth(n.saturating_sub(1));
    &text[start.map_or(0, |(at, _)| at)..]
}

fn is_mobile(digits: &str) -> bool {
    digits.starts_with('1') && matches!(digits.as_bytes()[1], b'3'..=b'9')
}

/// Where the area code (`0999-`) of a number begins.
fn area_code(text: &str, number: usize) -> Option<usize> {
    let before = text[..number].strip_suffix(['-', '—', '－'])?;
    let code = last_chars(before, 4);
    let code = code.trim_start_matches(|c: char| !c.is_ascii_digit());
    let is_code = (3..=4).contains(&code.len())
        && code.starts_with('0')
        && code.bytes().all(|b| b.is_ascii_digit());
    is_code.then(|| before.len() - code.len())
}

/// Whether 18 characters are a 公民身份号码: a date that can be, and the check digit of GB 11643.
fn is_identity(number: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let figure = |from: usize, to: usize| number.get(from..to)?.parse::<u32>().ok();
    let is_date = figure(6, 10).is_some_and(|year| (1900..2100).contains(&year))
        && figure(10, 12).is_some_and(|month| (1..=12).contains(&month))
        && figure(12, 14).is_some_and(|day| (1..=31).contains(&day));
    let digits = number.bytes().map(|b| u32::from(b.wrapping_sub(b'0')));
    let sum: u32 = digits
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum();
    let last = number.as_bytes()[17].to_ascii_uppercase();
    is_date && CHECKS[(sum % 11) as usize] == last
}

/// The check digit of bank cards.
fn has_check_digit(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .zip([1, 2].into_iter().cycle())
        .map(|(b, factor)| {
            let product = u32::from(b - b'0') * factor;
            product / 10 + product % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

/// The addresses of electronic mail in a text.
pub fn emails(text: &str) -> Vec<Range<usize>> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let found = text.match_indices('@').filter_map(|(at, _)| {
        let user = text[..at].trim_end_matches(is_part).len();
        let after = &text[at + 1..];
        let end = at + 1 + after.find(|c| !is_part(c)).unwrap_or(after.len());
        let has_domain = text[at + 1..end].contains('.');
        (user < at && has_domain).then_some(user..end)
    });
    found.collect()
}

const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/// The number plates of cars in a text (`云A12345`).
pub fn plates(text: &str) -> Vec<Range<usize>> {
    let capitals = text.match_indices(|c: char| c.is_ascii_uppercase());
    let found = capitals.filter_map(|(at, letter)| {
        let province = text[..at].chars().next_back()?;
        let start = at - province.len_utf8();
        let after_letter = &text[at + letter.len()..];
        if !PROVINCES.contains(province) {
            return None;
        }
        let number = after_letter.trim_start_matches(['·', '•']);
        let length = number
            .find(|c: char| !(c.is_ascii_uppercase() || c.is_ascii_digit()))
            .unwrap_or(number.len());
        let n_digits = number[..length].bytes().filter(u8::is_ascii_digit).count();
        let end = text.len() - number.len() + length;
        ((5..=6).contains(&length) && n_digits >= 3).then_some(start..end)
    });
    found.collect()
}

/// The addresses of homes in a text (`3号楼2单元501室`): from the building or 单元 to the room.
pub fn homes(text: &str) -> Vec<Range<usize>> {
    let found = text.match_indices("单元").filter_map(|(at, word)| {
        let before = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        let after = &text[at + word.len()..];
        let room = after.trim_start_matches(|c: char| c.is_ascii_digit());
        let has_room = room.len() < after.len() && room.starts_with(['室', '号']);
        let is_numbered = before.len() < at;
        let end = text.len() - room.len() + '室'.len_utf8();
        (has_room && is_numbered).then_some(before.len()..end)
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Private> {
        numbers(text).into_iter().map(|(_, kind)| kind).collect()
    }

    #[test]
    fn private_numbers_are_told_from_codes_and_money() {
        assert_eq!(kinds("联系13900000000"), [Private::Mobile]);
        assert_eq!(kinds("0999-1234567"), [Private::Telephone]);
        assert_eq!(kinds("联系电话：1234567"), [Private::Telephone]);
        assert_eq!(kinds("990101190001010018"), [Private::Identity]);
        assert_eq!(kinds("账号1234567890123456"), [Private::Account]);
        for other in [
            "99012725T305001007310",
            "13900000000元",
            "990101190001010019",
            "12345热线",
            "2024年12月",
            "1234567.89",
        ] {
            assert!(kinds(other).is_empty(), "{other}");
        }
    }

    #[test]
    fn plates_emails_and_homes_are_found() {
        let first = |text: &'static str, found: Vec<Range<usize>>| {
            found.first().map(|range| &text[range.clone()])
        };
        let text = "公车云A12345维修";
        assert_eq!(first(text, plates(text)), Some("云A12345"));
        assert!(plates("云A区12345").is_empty());
        let text = "寄office@example.org";
        assert_eq!(first(text, emails(text)), Some("office@example.org"));
        let text = "3号楼2单元501室";
        assert_eq!(first(text, homes(text)), Some("2单元501室"));
        assert!(homes("3个单元").is_empty());
    }
}
