//! Private data as findings may show them: enough to find the box, not enough to learn anything.

use std::fmt::Write;
use std::ops::Range;

/// A number with its middle hidden: `138****5678`.
pub fn number(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let shown = match chars.len() {
        0..8 => 1,
        8..15 => 3,
        _ => 4,
    };
    let after = if chars.len() < 8 { 1 } else { 4 };
    let head: String = chars.iter().take(shown).collect();
    let tail: String = chars[chars.len().saturating_sub(after)..].iter().collect();
    format!("{head}****{tail}")
}

/// A person's name: the surname and `*` for each other character.
pub fn name(text: &str) -> String {
    let mut chars = text.chars();
    let mut masked: String = chars.next().into_iter().collect();
    chars.for_each(|_| masked.push('*'));
    masked
}

/// An address of electronic mail: its first character and its domain.
pub fn email(text: &str) -> String {
    let (user, domain) = text.split_once('@').unwrap_or((text, ""));
    let first = user.chars().next().unwrap_or('*');
    format!("{first}***@{domain}")
}

/// A text with some ranges of it shown masked; they are in order and do not overlap.
pub fn within(text: &str, ranges: &[Range<usize>], mask: fn(&str) -> String) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut from = 0;
    for range in ranges {
        let _ = write!(
            shown,
            "{}{}",
            &text[from..range.start],
            mask(&text[range.clone()])
        );
        from = range.end;
    }
    shown.push_str(&text[from..]);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_masked_cannot_be_read_back() {
        assert_eq!(number("13800005678"), "138****5678");
        assert_eq!(number("990101190001010019"), "9901****0019");
        assert_eq!(number("云A12345"), "云****5");
        assert_eq!(name("张云溪"), "张**");
        assert_eq!(name("张云"), "张*");
        assert_eq!(email("office@example.org"), "o***@example.org");
    }

    #[test]
    fn only_the_ranges_are_masked() {
        let text = "含张云、李云溪工资";
        assert_eq!(within(text, &[3..9, 12..21], name), "含张*、李**工资");
        assert_eq!(within(text, &[], name), text);
    }
}
