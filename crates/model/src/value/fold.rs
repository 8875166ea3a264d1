//! One spelling for each character: what differs only by width, by keyboard or by line wrapping
//! reads the same.

use std::borrow::Cow;

use super::scan::is_han;

/// Longest value that is compiled, in characters without whitespace.
pub(super) const MAX_CHARS: usize = 4096;

/// A value in its one spelling.
pub(super) enum Folded {
    /// The whole text.
    Text(String),
    /// The text is too long; its first [`MAX_CHARS`] + 1 characters, which fold to themselves.
    TooLong(String),
}

/// Folds a printed value: whitespace and invisible characters go, full-width forms, dashes, tildes
/// and comparison signs take one form, and separators at the ends are dropped.
pub(super) fn fold(text: &str) -> Folded {
    let mut folded = String::with_capacity(text.len());
    let mut n_chars = 0;
    for c in text.chars() {
        match fold_char(c) {
            Fold::Skip => continue,
            Fold::One(c) => folded.push(c),
            Fold::Many(text) => {
                n_chars += text.chars().count() - 1;
                folded.push_str(text);
            }
        }
        n_chars += 1;
        if n_chars > MAX_CHARS {
            return Folded::TooLong(folded.chars().take(MAX_CHARS + 1).collect());
        }
    }
    let end = folded
        .trim_end_matches(|c| is_loose_end(c) || c == '.')
        .len();
    folded.truncate(end);
    let start = folded.len() - folded.trim_start_matches(is_loose_end).len();
    if start > 0 {
        folded.drain(..start);
    }
    Folded::Text(folded)
}

/// Folds a piece of running text, of which most is folded already. Nothing is dropped at the ends.
pub(super) fn fold_piece(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c.is_ascii_graphic() || is_han(c);
    let is_other =
        |c: char| !is_plain(c) && !matches!(fold_char(c), Fold::One(folded) if folded == c);
    let Some(from) = text.find(is_other) else {
        return Cow::Borrowed(text);
    };
    let mut folded = String::with_capacity(text.len());
    folded.push_str(&text[..from]);
    for c in text[from..].chars() {
        match fold_char(c) {
            Fold::Skip => {}
            Fold::One(c) => folded.push(c),
            Fold::Many(text) => folded.push_str(text),
        }
    }
    Cow::Owned(folded)
}

/// Where in a text the byte comes from that is at `at` once [`fold_piece`] has folded the text.
pub(super) fn origin(text: &str, at: usize) -> usize {
    let mut length = 0;
    let found = text.char_indices().find(|(_, c)| {
        length += match fold_char(*c) {
            Fold::Skip => 0,
            Fold::One(c) => c.len_utf8(),
            Fold::Many(text) => text.len(),
        };
        length > at
    });
    found.map_or(text.len(), |(origin, _)| origin)
}

/// Punctuation that says nothing at either end of a value.
fn is_loose_end(c: char) -> bool {
    matches!(c, '。' | ';' | ',' | '、' | ':')
}

enum Fold {
    Skip,
    One(char),
    Many(&'static str),
}

fn fold_char(c: char) -> Fold {
    if c.is_ascii_graphic() {
        return Fold::One(c);
    }
    Fold::One(match c {
        '\u{4e00}'..='\u{9fff}' => c,
        '\u{ff01}'..='\u{ff5e}' => return fold_char(narrow(c)),
        '≥' | '≧' | '⩾' | '≮' => '≥',
        '≤' | '≦' | '⩽' | '≯' => '≤',
        '﹥' => '>',
        '﹤' => '<',
        '﹦' => '=',
        '﹪' | '٪' => '%',
        '—' | '–' | '―' | '‐' | '‑' | '‒' | '−' | '﹣' | '─' | '━' => '-',
        '〜' | '∼' | '˜' => '~',
        '∕' | '⁄' => '/',
        '×' | '✕' => '*',
        '•' | '‧' | '∙' | '⋅' | '・' | '･' => '·',
        '｡' => '。',
        '､' => '、',
        '²' => '2',
        '³' => '3',
        '㎡' => return Fold::Many("m2"),
        '㎥' => return Fold::Many("m3"),
        '㎞' => return Fold::Many("km"),
        '㎏' => return Fold::Many("kg"),
        c if is_invisible(c) => return Fold::Skip,
        c => c,
    })
}

/// The ASCII form of a full-width character of the block U+FF01–FF5E.
fn narrow(c: char) -> char {
    char::from_u32(c as u32 - 0xfee0).unwrap_or(c)
}

fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
        )
}

/// Folded text as Chinese text prints it: sentence punctuation is full-width again. Folding the
/// result gives the argument back.
pub(super) fn typeset(folded: &str) -> Box<str> {
    if !folded.contains([',', ';', ':', '(', ')', '!', '?']) {
        return folded.into();
    }
    let wide = folded.chars().map(|c| match c {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '(' => '（',
        ')' => '）',
        '!' => '！',
        '?' => '？',
        c => c,
    });
    wide.collect::<String>().into()
}
