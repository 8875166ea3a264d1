//! A position in folded text. Copying it is how the compiler tries one reading after another.

/// The part of a folded text that is still to be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan<'a> {
    /// What is still to be read.
    pub(super) rest: &'a str,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Scan { rest: text }
    }

    pub(super) fn is_end(self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn peek(self) -> Option<char> {
        self.rest.chars().next()
    }

    /// Whether the next character is an ASCII digit.
    pub(super) fn at_digit(self) -> bool {
        self.rest.as_bytes().first().is_some_and(u8::is_ascii_digit)
    }

    /// Reads `text` if it comes next.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Reads the first of `texts` that comes next; longer ones must be listed before their prefixes.
    pub(super) fn eat_any(&mut self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.eat(text))
    }

    /// Reads `n_bytes`, which must end on a character boundary.
    pub(super) fn skip(&mut self, n_bytes: usize) {
        self.rest = self.rest.get(n_bytes..).unwrap_or("");
    }

    /// Reads as long as `wanted` holds.
    pub(super) fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !wanted(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    /// Reads the sign of a range; a run of dashes or of tildes counts as one.
    pub(super) fn eat_range_sign(&mut self) -> bool {
        for sign in ['~', '-'] {
            let n_signs = self.take_while(|c| c == sign).len();
            if n_signs > 0 {
                return n_signs <= 4;
            }
        }
        self.eat_any(&["至", "到"])
    }
}

/// Whether `c` is a Chinese character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}')
}
