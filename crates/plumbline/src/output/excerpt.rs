//! Lines of a source, and a line as an excerpt with carets under the text that is meant.

use unicode_width::UnicodeWidthChar;

use super::{one_line, width};

/// Columns of the source line that are shown; the rest is left out on both sides.
const COLUMNS_MAX: usize = 88;
/// Columns shown before the text that is meant, where the line is too long.
const COLUMNS_BEFORE: usize = 24;

/// The lines of a decoded source, numbered as places are.
pub(crate) struct Lines(Vec<String>);

impl Lines {
    pub(crate) fn of(text: &str) -> Lines {
        let text = text.replace("\r\n", "\n");
        Lines(text.split(['\n', '\r']).map(str::to_owned).collect())
    }

    /// The line of a number from 1.
    pub(crate) fn get(&self, number: u32) -> Option<&str> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.0.get(index).map(String::as_str)
    }
}

/// A piece of a line, and what stands under it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    pub(crate) text: String,
    /// Columns before the carets.
    pub(crate) before: usize,
    /// Columns of the carets, at least one.
    pub(crate) carets: usize,
}

/// The excerpt of a line around a quote that begins at a character, counted from 1.
pub(crate) fn excerpt(line: &str, column: u32, quote: &str) -> Excerpt {
    let line: Vec<char> = one_line(line).chars().collect();
    let mut start = (column.max(1) as usize - 1).min(line.len());
    if quote.is_empty() {
        // A blank box at the end of a line has the place of the text before it.
        let text = line[start..].iter().take_while(|c| c.is_alphanumeric());
        start += text.count();
    }
    let end = start + matched(&line[start..], quote).max(1);
    let (from, to) = window(&line, start, end);
    let columns = |chars: &[char]| chars.iter().map(|c| c.width().unwrap_or(0)).sum::<usize>();
    let mut text = String::new();
    if from > 0 {
        text.push('…');
    }
    let before = width(&text) + columns(&line[from..start]);
    text.extend(&line[from..to]);
    if to < line.len() {
        text.push('…');
    }
    let carets = columns(&line[start.min(to)..end.min(to)]).max(1);
    Excerpt {
        text: text.trim_end().to_owned(),
        before,
        carets,
    }
}

/// How many characters of a line are the quote, blanks in either not counted: the quote of a text
/// that was wrapped goes on in the next line, and has none of the blanks of the wrap.
fn matched(line: &[char], quote: &str) -> usize {
    let mut quote = quote.chars().filter(|c| !c.is_whitespace()).peekable();
    let mut end = 0;
    for (i, c) in line.iter().enumerate() {
        if c.is_whitespace() {
            continue;
        }
        match quote.next_if_eq(c) {
            Some(_) => end = i + 1,
            None => break,
        }
    }
    end
}

/// The part of a line that is shown so that what is meant can be seen.
fn window(line: &[char], start: usize, end: usize) -> (usize, usize) {
    let columns = |c: &char| c.width().unwrap_or(0);
    if line.iter().map(columns).sum::<usize>() <= COLUMNS_MAX {
        return (0, line.len());
    }
    let mut left = COLUMNS_BEFORE;
    let before = line[..start].iter().rev();
    let shown_before = before.take_while(|c| take(&mut left, columns(c))).count();
    let from = start - shown_before;
    let mut left = COLUMNS_MAX;
    let after = line[from..].iter();
    let to = from + after.take_while(|c| take(&mut left, columns(c))).count();
    (from, to.max(end.min(start + 1)).min(line.len()))
}

fn take(left: &mut usize, columns: usize) -> bool {
    match left.checked_sub(columns) {
        Some(rest) => {
            *left = rest;
            true
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str, column: u32, quote: &str) -> [String; 2] {
        let excerpt = excerpt(line, column, quote);
        let carets = " ".repeat(excerpt.before) + &"^".repeat(excerpt.carets);
        [excerpt.text, carets]
    }

    #[test]
    fn carets_stand_under_the_quote_in_columns_of_the_terminal() {
        assert_eq!(
            shown("数量\t培训人数\t≥50人", 4, "培训人数"),
            ["数量 培训人数 ≥50人", "     ^^^^^^^^"]
        );
        assert_eq!(shown("资金 48", 4, "48"), ["资金 48", "     ^^"]);
    }

    #[test]
    fn a_blank_box_and_the_end_of_a_line_have_one_caret() {
        assert_eq!(shown("数量", 3, ""), ["数量", "    ^"]);
        assert_eq!(shown("数量\t", 2, ""), ["数量", "    ^"]);
        assert_eq!(shown("", 7, "x"), ["", "^"]);
    }

    #[test]
    fn blanks_of_a_wrap_do_not_matter() {
        assert_eq!(shown("培 训人", 1, "培训人数")[1], "^^^^^^^");
    }

    #[test]
    fn long_lines_are_shown_around_the_quote() {
        let line = "前".repeat(100) + "≥50人" + &"后".repeat(100);
        let [text, carets] = shown(&line, 101, "≥50人");
        assert!(text.starts_with('…') && text.ends_with('…'), "{text}");
        assert!(width(&text) <= COLUMNS_MAX + 2, "{text}");
        assert_eq!(carets.trim_start(), "^^^^^");
        assert_eq!(carets.len() - 5, 1 + 24);
    }

    #[test]
    fn lines_are_numbered_as_places_are() {
        let lines = Lines::of("a\r\nb\rc\n");
        assert_eq!(lines.get(3), Some("c"));
        assert_eq!((lines.get(0), lines.get(9)), (None, None));
    }
}
