//! Making printed text comparable: full-width forms, spaces, line wraps.

/// Whether a character is a common Chinese one. Nearly all are, so this is asked first wherever
/// other characters are told apart.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// The half-width form of a full-width character, and one form for characters that mean the same.
pub fn fold_char(c: char) -> char {
    if is_han(c) {
        return c;
    }
    match c {
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '－' | '—' | '–' | '‐' | '‑' | '―' => '-',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '︰' | '∶' => ':',
        '﹙' => '(',
        '﹚' => ')',
        _ => c,
    }
}

/// Whether a character is blank: white space, or one of the characters that show nothing.
pub fn is_blank(c: char) -> bool {
    !is_han(c)
        && (c.is_whitespace()
            || matches!(
                c,
                '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2060}' | '\u{00AD}' | '\0'
            ))
}

/// Byte offsets and folded characters of a text, blanks left out.
pub fn folded(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    text.char_indices()
        .filter(|(_, c)| !is_blank(*c))
        .map(|(at, c)| (at, fold_char(c)))
}

/// A text folded, without blanks.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    plain.extend(folded(text).map(|(_, c)| c));
    plain
}

/// Text as printed without the white space of line wraps and cell layout: blanks go, but for one
/// between two Latin words that stand on the same line.
pub fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    append_tidy(&mut tidied, text);
    tidied
}

/// Appends `text` to `tidied`, tidied.
pub fn append_tidy(tidied: &mut String, text: &str) {
    tidied.reserve(text.len());
    let mut rest = text;
    while let Some(blank) = rest.find(is_blank) {
        tidied.push_str(&rest[..blank]);
        let word = rest[blank..].trim_start_matches(is_blank);
        let gap = &rest[blank..rest.len() - word.len()];
        let parts_words = tidied.ends_with(|c: char| c.is_ascii_alphabetic())
            && word.starts_with(|c: char| c.is_ascii_alphabetic());
        if parts_words && !gap.contains(['\n', '\r']) {
            tidied.push(' ');
        }
        rest = word;
    }
    tidied.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_go_and_words_stay_apart() {
        assert_eq!(tidy("经费支出完 成\n时限"), "经费支出完成时限");
        assert_eq!(tidy(" 2024 年 APP 使用率 "), "2024年APP使用率");
        assert_eq!(tidy("Open Data"), "Open Data");
        assert_eq!(tidy("Plat\nform"), "Platform");
        assert_eq!(tidy("1305 2924 P00"), "13052924P00");
    }
}
