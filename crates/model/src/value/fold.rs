//! One spelling for each character: what differs only by width, by keyboard or by line wrapping
//! reads the same.

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

/// Folds a piece of running text, with, for each byte of the result and its end, where it comes
/// from. Nothing is dropped at the ends.
pub(super) fn fold_with_origins(text: &str) -> (String, Vec<usize>) {
    let mut folded = String::with_capacity(text.len());
    let mut origins = Vec::with_capacity(text.len() + 1);
    for (at, c) in text.char_indices() {
        match fold_char(c) {
            Fold::Skip => {}
            Fold::One(c) => folded.push(c),
            Fold::Many(text) => folded.push_str(text),
        }
        origins.resize(folded.len(), at);
    }
    origins.push(text.len());
    (folded, origins)
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
