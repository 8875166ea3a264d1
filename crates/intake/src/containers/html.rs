//! HTML: paragraphs, and tables with merged cells.
//!
//! An HTML library would build a tree and forget where everything stood. Only tables nest in a
//! way that matters here, so this reader goes through the tags once, from the first to the last,
//! with a stack of the open tables and nothing else: every place is exact, depth costs nothing,
//! and the time is linear. What is not closed is closed as browsers close it.

use std::ops::Range;

use super::builder::{Builder, is_blank};
use super::html_table::OpenTable;
use super::markup::{self, Markup, Tag};
use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::{Container, Paper};

pub(super) fn read(source: &str, limits: &Limits) -> Result<Paper, ReadError> {
    let mut builder = Builder::new(Container::Html, source, limits);
    let markup = Markup::new(source);
    builder.compose_all();
    builder.open(0);
    read_range(&mut builder, &markup, source, 0..source.len())?;
    Ok(builder.finish())
}

/// Reads a stretch of HTML, which the caller has opened as a replacement.
pub(super) fn read_range<'a>(
    builder: &mut Builder<'a>,
    markup: &Markup<'a>,
    source: &'a str,
    range: Range<usize>,
) -> Result<(), ReadError> {
    let mut reader = Reader {
        builder,
        source,
        tokens: Tokens::new(markup, source, range),
        tables: Vec::new(),
        heading: 0,
        preformatted: 0,
        pending: Pending::None,
    };
    while let Some(token) = reader.tokens.next() {
        match token {
            Token::Text(range) => reader.text(range),
            Token::Tag(tag) => reader.tag(&tag)?,
            Token::Raw(tag, range) if tag.name == "textarea" => reader.text_area(&tag, range),
            Token::Raw(..) => {}
        }
    }
    while !reader.tables.is_empty() {
        reader.close_table()?;
    }
    reader.end_line()?;
    Ok(())
}

/// One past the table whose tag stands at an offset.
pub(super) fn table_end(markup: &Markup, source: &str, start: usize) -> usize {
    let mut tokens = Tokens::new(markup, source, start..source.len());
    tokens.skip_to_close("table", 0);
    tokens.at
}

/// A piece of HTML.
enum Token<'a> {
    Text(Range<usize>),
    Tag(Tag<'a>),
    /// An element whose content is no HTML, and the content.
    Raw(Tag<'a>, Range<usize>),
}

/// Elements whose content is no HTML.
const RAW: &[&str] = &[
    "script", "style", "title", "textarea", "xmp", "iframe", "noframes",
];

struct Tokens<'a, 'm> {
    markup: &'m Markup<'a>,
    source: &'a str,
    at: usize,
    end: usize,
    /// Raw elements that are never closed from here on, and so are not taken as raw.
    unclosed: Vec<&'static str>,
}

impl<'a, 'm> Tokens<'a, 'm> {
    fn new(markup: &'m Markup<'a>, source: &'a str, range: Range<usize>) -> Self {
        Tokens {
            markup,
            source,
            at: range.start,
            end: range.end,
            unclosed: Vec::new(),
        }
    }

    fn next(&mut self) -> Option<Token<'a>> {
        while self.at < self.end {
            let start = self.at;
            let bytes = &self.source.as_bytes()[..self.end];
            let mut text_from = start;
            if bytes[start] == b'<' {
                if let Some(tag) = self.markup.tag(start).filter(|tag| tag.end <= self.end) {
                    self.at = tag.end;
                    return Some(self.raw_or_tag(tag));
                }
                let declaration = self.markup.declaration(start);
                if let Some(end) = declaration.filter(|&end| end <= self.end) {
                    self.at = end;
                    continue;
                }
                text_from = start + 1; // a `<` that is just a `<`
            }
            let next = memchr::memchr(b'<', &bytes[text_from..]);
            self.at = next.map_or(self.end, |length| text_from + length);
            return Some(Token::Text(start..self.at));
        }
        None
    }

    fn raw_or_tag(&mut self, tag: Tag<'a>) -> Token<'a> {
        let raw = RAW.iter().find(|raw| **raw == tag.name && !tag.closes);
        let Some(raw) = raw.filter(|raw| !self.unclosed.contains(raw)) else {
            return Token::Tag(tag);
        };
        let bytes = &self.source.as_bytes()[..self.end];
        let closing = memchr::memmem::find_iter(&bytes[tag.end..], "</").find(|at| {
            let name = &bytes[tag.end + at + 2..];
            name.get(..raw.len())
                .is_some_and(|name| name.eq_ignore_ascii_case(raw.as_bytes()))
        });
        let Some(length) = closing else {
            self.unclosed.push(raw);
            return Token::Tag(tag);
        };
        let content = tag.end..tag.end + length;
        self.at = content.end;
        Token::Raw(tag, content)
    }

    /// Skips to one past the tag that closes an element; `open` are already open.
    fn skip_to_close(&mut self, name: &str, mut open: usize) {
        while let Some(token) = self.next() {
            let Token::Tag(tag) = token else { continue };
            if tag.name != name {
                continue;
            }
            open = if tag.closes {
                open.saturating_sub(1)
            } else {
                open + 1
            };
            if open == 0 {
                return;
            }
        }
    }

    /// Skips what is in a cell or row, whose closing tag may be left out.
    fn skip_cell_or_row(&mut self, is_cell: bool) {
        loop {
            let before = self.at;
            let Some(token) = self.next() else { return };
            let Token::Tag(tag) = token else { continue };
            let ends = match (&*tag.name, tag.closes) {
                ("table", false) => {
                    self.skip_to_close("table", 1);
                    false
                }
                ("td" | "th", _) => is_cell,
                ("tr" | "tbody" | "thead" | "tfoot", _) | ("table", true) => true,
                _ => false,
            };
            if ends {
                self.at = before;
                return;
            }
        }
    }
}

/// White space that was met but not yet written, because it counts only between characters.
#[derive(Clone, Copy, PartialEq)]
enum Pending {
    None,
    Blank,
    LineEnd,
}

/// What a tag says of how its element is shown, as far as it matters here.
#[derive(Default)]
struct Look<'a> {
    hidden: bool,
    style: Option<&'a str>,
    row_span: Option<&'a str>,
    column_span: Option<&'a str>,
}

impl Look<'_> {
    /// Whether the style gives a property a value.
    fn styles(&self, property: &str, value: &str) -> bool {
        // Few do: look for the value before making the style comparable.
        let Some(style) = self.style.filter(|style| holds_word(style, value)) else {
            return false;
        };
        let visible = style.chars().filter(|c| !c.is_whitespace());
        let style: String = visible.map(|c| c.to_ascii_lowercase()).collect();
        style.contains(&format!("{property}{value}"))
    }
}

struct Reader<'a, 'b> {
    builder: &'b mut Builder<'a>,
    source: &'a str,
    tokens: Tokens<'a, 'b>,
    /// The tables that are open, outermost first.
    tables: Vec<OpenTable>,
    /// The level of the heading that is open, or 0.
    heading: u8,
    /// How many `<pre>` are open.
    preformatted: usize,
    pending: Pending,
}

impl<'a> Reader<'a, '_> {
    fn tag(&mut self, tag: &Tag<'a>) -> Result<(), ReadError> {
        let look = self.look(tag);
        if !tag.closes && look.hidden {
            self.skip(tag);
            return Ok(());
        }
        match (&*tag.name, tag.closes) {
            ("table", false) => self.open_table(&look),
            ("table", true) => self.close_table(),
            ("tr", false) => self.open_row(),
            ("td" | "th", false) => self.open_cell(tag, &look),
            ("tr" | "td" | "th" | "tbody" | "thead" | "tfoot", _) => self.close_cell(),
            ("br", _) => self.break_line(&look),
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", _) => {
                self.end_line()?;
                self.heading = if tag.closes {
                    0
                } else {
                    tag.name.as_bytes()[1] - b'0'
                };
                Ok(())
            }
            ("pre", closes) => {
                self.end_line()?;
                let open = self.preformatted;
                self.preformatted = if closes {
                    open.saturating_sub(1)
                } else {
                    open + 1
                };
                Ok(())
            }
            ("p", true) => {
                if !self.end_line()? {
                    self.builder.blank_line();
                }
                Ok(())
            }
            ("input" | "select" | "textarea", _) => {
                self.form_field(tag);
                Ok(())
            }
            (name, _) if BLOCKS.contains(&name) => {
                self.end_line()?;
                self.page_break(&look);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    // Text.

    /// Adds text as browsers show it: white space is one blank at most.
    fn text(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            let rest = &self.source[at..range.end];
            let blanks = rest.len() - rest.trim_start_matches(is_collapsible).len();
            if blanks > 0 {
                self.blanks(at..at + blanks);
                at += blanks;
                continue;
            }
            if let Some((text, length)) = markup::reference(rest) {
                let place = self.builder.place(at);
                self.write_pending(&text);
                self.builder.append_text(&text, place);
                at += length;
                continue;
            }
            let length = plain_length(rest);
            self.write_pending(&rest[..length]);
            self.builder.append(at..at + length);
            at += length;
        }
    }

    fn blanks(&mut self, range: Range<usize>) {
        let has_line_end = self.source[range].contains(['\n', '\r']);
        if has_line_end && self.preformatted > 0 {
            self.pending = Pending::None;
            self.builder.append_break();
        } else if has_line_end {
            self.pending = Pending::LineEnd;
        } else if self.pending == Pending::None {
            self.pending = Pending::Blank;
        }
    }

    /// Writes the blank that is pending before this text. Where a line of the source ends between
    /// two Chinese characters there is none: the source was only wrapped there.
    fn write_pending(&mut self, next: &str) {
        let pending = std::mem::replace(&mut self.pending, Pending::None);
        let Some(last) = self.builder.composed().chars().next_back() else {
            return;
        };
        let is_wrapped = pending == Pending::LineEnd
            && is_wide(last)
            && next.chars().next().is_some_and(is_wide);
        if pending != Pending::None && last != '\n' && !is_wrapped {
            self.builder.append_blank();
        }
    }

    fn break_line(&mut self, look: &Look) -> Result<(), ReadError> {
        if !self.end_line()? {
            self.builder.blank_line();
        }
        self.page_break(look);
        Ok(())
    }

    /// Ends the line that is being composed, and adds it unless it is blank.
    fn end_line(&mut self) -> Result<bool, ReadError> {
        self.pending = Pending::None;
        let span = self.builder.close(0);
        if !span.is_empty() {
            self.builder.line(span, self.heading)?;
            self.builder.part();
        }
        Ok(!span.is_empty())
    }

    fn page_break(&mut self, look: &Look) {
        if look.styles("page-break-before:", "always") {
            self.builder.page_end();
        }
    }

    // What is not shown.

    fn look(&self, tag: &Tag) -> Look<'a> {
        let mut look = Look::default();
        for (name, value) in self.tokens.markup.attributes(tag) {
            let is = |wanted| name.eq_ignore_ascii_case(wanted);
            match name.len() {
                5 if is("style") => _ = look.style.get_or_insert(&self.source[value]),
                6 if is("hidden") => look.hidden = true,
                7 if is("rowspan") => _ = look.row_span.get_or_insert(&self.source[value]),
                7 if is("colspan") => _ = look.column_span.get_or_insert(&self.source[value]),
                _ => {}
            }
        }
        look.hidden |= tag.name == "template"
            || look.styles("display:", "none")
            || look.styles("visibility:", "hidden");
        look
    }

    fn skip(&mut self, tag: &Tag) {
        match &*tag.name {
            "td" | "th" => self.tokens.skip_cell_or_row(true),
            "tr" => self.tokens.skip_cell_or_row(false),
            name if VOID.contains(&name) => {}
            name => self.tokens.skip_to_close(name, 1),
        }
    }

    // Forms: what has been filled in is text.

    fn form_field(&mut self, tag: &Tag<'a>) {
        self.pending = Pending::Blank;
        match (&*tag.name, tag.closes) {
            ("input", false) => self.input(tag),
            ("select", false) => self.select(),
            _ => {}
        }
        self.pending = Pending::Blank;
    }

    fn text_area(&mut self, tag: &Tag, range: Range<usize>) {
        if !self.look(tag).hidden {
            self.pending = Pending::Blank;
            self.text(range);
            self.pending = Pending::Blank;
        }
    }

    fn input(&mut self, tag: &Tag) {
        let attribute = |name| self.tokens.markup.attribute(tag, name);
        let kind = attribute("type").map_or("", |range| &self.source[range]);
        match kind.to_ascii_lowercase().as_str() {
            "checkbox" | "radio" => {
                if let Some(checked) = attribute("checked") {
                    let place = self.builder.place(checked.start);
                    self.write_pending("√");
                    self.builder.append_text("√", place);
                }
            }
            "hidden" | "button" | "submit" | "reset" | "image" | "file" | "password" => {}
            _ => {
                if let Some(value) = attribute("value") {
                    self.text(value);
                }
            }
        }
    }

    /// Adds what is selected: the option that says so, or else the first one.
    fn select(&mut self) {
        let mut chosen: Option<Range<usize>> = None;
        let mut in_option: Option<bool> = None;
        loop {
            let before = self.tokens.at;
            let Some(token) = self.tokens.next() else {
                break;
            };
            match token {
                Token::Tag(tag) if tag.name == "option" => {
                    let selected = self.tokens.markup.attribute(&tag, "selected").is_some();
                    in_option = (!tag.closes).then_some(selected);
                }
                Token::Tag(tag) if tag.name == "optgroup" => {}
                Token::Tag(tag) => {
                    if !(tag.name == "select" && tag.closes) {
                        self.tokens.at = before; // it was never closed
                    }
                    break;
                }
                Token::Text(range) if in_option == Some(true) => chosen = Some(range),
                Token::Text(range) if in_option == Some(false) => {
                    chosen.get_or_insert(range);
                }
                _ => {}
            }
        }
        if let Some(range) = chosen {
            self.text(range);
        }
    }

    // Tables.

    fn open_table(&mut self, look: &Look) -> Result<(), ReadError> {
        self.end_line()?;
        self.page_break(look);
        let blocks = self.builder.blocks().len();
        self.tables.push(OpenTable::new(blocks));
        self.builder.check_depth("nested tables", self.tables.len())
    }

    fn close_table(&mut self) -> Result<(), ReadError> {
        self.close_cell()?;
        if let Some(table) = self.tables.pop() {
            let is_within = self.tables.last_mut();
            let has_text = table.finish(self.builder);
            if let Some(outer) = is_within.filter(|_| has_text) {
                outer.note_nested();
            }
        }
        Ok(())
    }

    fn open_row(&mut self) -> Result<(), ReadError> {
        self.close_cell()?;
        if let Some(table) = self.tables.last_mut() {
            table.open_row();
        }
        Ok(())
    }

    fn open_cell(&mut self, tag: &Tag, look: &Look) -> Result<(), ReadError> {
        self.close_cell()?;
        let row_span = look.row_span.and_then(span);
        let column_span = look.column_span.and_then(span);
        let place = self.builder.place(tag.end);
        self.builder.append_text("", place);
        if let Some(table) = self.tables.last_mut() {
            table.open_cell(self.builder, row_span, column_span)?;
        }
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), ReadError> {
        self.end_line()?;
        if let Some(table) = self.tables.last_mut() {
            table.close_cell(self.builder);
        }
        Ok(())
    }
}

/// Whether a text holds a word, which is given in lower case, in any case.
fn holds_word(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    memchr::memchr2_iter(word[0], word[0].to_ascii_uppercase(), text).any(|at| {
        let part = text.get(at..at + word.len());
        part.is_some_and(|part| part.eq_ignore_ascii_case(word))
    })
}

/// How many rows or columns a cell says it covers.
fn span(value: &str) -> Option<u32> {
    let digits = value.trim();
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    match digits[..length].parse() {
        Ok(span) => Some(span),
        Err(_) => (length > 0).then_some(u32::MAX), // more than a number can hold
    }
}

/// Elements that begin a line and end one.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "hr",
    "caption",
    "center",
    "form",
    "fieldset",
    "legend",
    "address",
    "blockquote",
    "section",
    "article",
    "header",
    "footer",
    "nav",
    "main",
    "aside",
    "figure",
    "figcaption",
    "details",
    "summary",
    "body",
    "html",
    "head",
    "option",
    "title",
    "textarea",
];

/// Elements that have no content and no closing tag.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// White space that browsers collapse. A no-break space is none.
fn is_collapsible(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{0C}')
}

/// How much of a text can be taken as it stands: up to a character reference, or to white space
/// that is more than one blank between characters.
fn plain_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        let is_end = match bytes[at] {
            b'&' | b'\t' | b'\n' | b'\r' | 0x0C => true,
            b' ' => bytes
                .get(at + 1)
                .is_none_or(|&next| is_collapsible(next as char)),
            _ => false,
        };
        if is_end {
            return at;
        }
        at += 1;
    }
    bytes.len()
}

/// Characters between which a line may end without a blank being meant.
fn is_wide(c: char) -> bool {
    !is_blank(c) && unicode_width::UnicodeWidthChar::width(c) == Some(2)
}
