//! Texts as all formats need them: numerals, widths, and characters no format can hold.

/// A number as a Chinese numeral, up to 999; larger ones as they are.
pub(crate) fn chinese_number(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    if number == 0 || hundreds > 9 {
        return number.to_string();
    }
    let mut text = String::new();
    if hundreds > 0 {
        text += DIGITS[hundreds];
        text += "百";
    }
    match tens {
        0 if hundreds > 0 && ones > 0 => text += "零",
        0 => {}
        1 if hundreds == 0 => text += "十",
        tens => {
            text += DIGITS[tens];
            text += "十";
        }
    }
    text + DIGITS[ones]
}

/// Width of a text in half-width characters.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// How many lines a text takes where a line holds so many half-width characters.
pub(crate) fn lines(text: &str, per_line: usize) -> usize {
    let of_line = |line: &str| width(line).div_ceil(per_line.max(2)).max(1);
    text.split('\n').map(of_line).sum()
}

/// Text as XML and HTML have it; control characters, which they have no place for, become blanks.
pub(crate) fn escape(text: &str, to: &mut String) {
    for c in text.chars() {
        match c {
            '&' => *to += "&amp;",
            '<' => *to += "&lt;",
            '>' => *to += "&gt;",
            '"' => *to += "&quot;",
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c.is_control() => to.push(' '),
            // Marks that turn the direction of text around and so could disguise it.
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => to.push(' '),
            c => to.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted_in_chinese() {
        let counted = [1, 10, 11, 20, 35, 101, 110, 999].map(chinese_number);
        assert_eq!(
            counted,
            [
                "一",
                "十",
                "十一",
                "二十",
                "三十五",
                "一百零一",
                "一百一十",
                "九百九十九"
            ]
        );
    }

    #[test]
    fn text_cannot_become_markup() {
        let mut to = String::new();
        escape("≤5<a>&\u{1}\u{FFFF}\"", &mut to);
        assert_eq!(to, "≤5&lt;a&gt;&amp; &quot;");
    }
}
