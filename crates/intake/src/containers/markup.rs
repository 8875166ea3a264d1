//! Tags and character references, which HTML and Markdown have in common.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::ops::Range;

use memchr::{memchr, memchr3, memmem, memrchr};

/// Finds the tags of a source. Tolerant as browsers are, and linear on any input: what has no end
/// is searched for once, not once for every beginning.
pub(super) struct Markup<'a> {
    source: &'a str,
    /// Where the last tag and the last comment end.
    last_end: usize,
    last_comment_end: OnceCell<usize>,
    /// A quoted value was never closed, so quotation marks cannot be trusted to hide a `>`.
    quotes_are_broken: Cell<bool>,
}

/// An opening or closing tag.
#[derive(Clone, Debug)]
pub(super) struct Tag<'a> {
    /// Its name in lower case.
    pub(super) name: Cow<'a, str>,
    /// Whether it is a closing tag.
    pub(super) closes: bool,
    /// Where its attributes stand.
    pub(super) attributes: Range<usize>,
    /// One past its `>`.
    pub(super) end: usize,
}

impl<'a> Markup<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        let bytes = source.as_bytes();
        Markup {
            source,
            last_end: memrchr(b'>', bytes).unwrap_or(0),
            last_comment_end: OnceCell::new(),
            quotes_are_broken: Cell::new(false),
        }
    }

    /// The tag whose `<` stands at an offset.
    pub(super) fn tag(&self, at: usize) -> Option<Tag<'a>> {
        let bytes = self.source.as_bytes();
        let closes = bytes.get(at + 1) == Some(&b'/');
        let start = at + 1 + usize::from(closes);
        if at > self.last_end || !bytes.get(start)?.is_ascii_alphabetic() {
            return None;
        }
        let length = bytes[start..]
            .iter()
            .position(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>' | b'<'));
        let name = &self.source[start..start + length.unwrap_or(0)];
        let attributes_start = start + name.len();
        let attributes_end = self.tag_end(attributes_start)?;
        Some(Tag {
            name: lowercase(name),
            closes,
            attributes: attributes_start..attributes_end,
            end: attributes_end + 1,
        })
    }

    /// The `>` that ends a tag.
    fn tag_end(&self, start: usize) -> Option<usize> {
        let rest = self.source.as_bytes().get(start..)?;
        if !self.quotes_are_broken.get() {
            match unquoted_end(rest) {
                Some(length) => return Some(start + length),
                None => self.quotes_are_broken.set(true),
            }
        }
        memchr(b'>', rest).map(|length| start + length)
    }

    /// One past the end of the comment (or other declaration) whose `<` stands at an offset.
    pub(super) fn declaration(&self, at: usize) -> Option<usize> {
        let rest = &self.source[at..];
        if rest.starts_with("<!--") && at + 4 <= self.last_comment_end() {
            let inner = &self.source[at + 4..];
            return inner.find("-->").map(|length| at + 4 + length + 3);
        }
        let is_declaration = rest.starts_with("<!") || rest.starts_with("<?");
        if !is_declaration || at > self.last_end {
            return None;
        }
        memchr(b'>', rest.as_bytes()).map(|length| at + length + 1)
    }

    fn last_comment_end(&self) -> usize {
        let last = || memmem::rfind(self.source.as_bytes(), b"-->").unwrap_or(0);
        *self.last_comment_end.get_or_init(last)
    }

    /// Where the value of an attribute stands; an attribute without a value stands empty.
    pub(super) fn attribute(&self, tag: &Tag, name: &str) -> Option<Range<usize>> {
        let mut attributes = self.attributes(tag);
        attributes
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// The names of all attributes of a tag, and where their values stand.
    pub(super) fn attributes(&self, tag: &Tag) -> impl Iterator<Item = (&'a str, Range<usize>)> {
        let Range { start: mut at, end } = tag.attributes;
        std::iter::from_fn(move || {
            while at < end {
                let (name, value, next) = self.attribute_at(at, end);
                at = next;
                if !name.is_empty() {
                    return Some((name, value));
                }
            }
            None
        })
    }

    /// The name of the attribute at an offset, its value, and where the next one may begin.
    fn attribute_at(&self, at: usize, end: usize) -> (&'a str, Range<usize>, usize) {
        let bytes = &self.source.as_bytes()[..end];
        let parts = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'/';
        let start = at + bytes[at..].iter().take_while(|byte| parts(byte)).count();
        let in_name = |byte: &u8| !parts(byte) && *byte != b'=';
        let length = bytes[start..].iter().take_while(|b| in_name(b)).count();
        let value = self.value(start + length, end);
        let is_quoted = matches!(bytes.get(value.end), Some(b'"' | b'\''));
        let next = (value.end + usize::from(is_quoted)).max(start + 1);
        let name = &self.source[start..start + length];
        (name, value, self.source.ceil_char_boundary(next))
    }

    /// The value after an attribute's name; empty if there is none.
    fn value(&self, at: usize, end: usize) -> Range<usize> {
        let rest = &self.source[at..end];
        let Some(value) = rest.trim_start().strip_prefix('=').map(str::trim_start) else {
            return at..at;
        };
        let start = end - value.len();
        let quote = value.chars().next().filter(|&c| c == '"' || c == '\'');
        let (start, length) = match quote {
            Some(quote) => {
                let inner = &value[1..];
                (start + 1, inner.find(quote).unwrap_or(inner.len()))
            }
            None => {
                let length = value.find(|c: char| c.is_ascii_whitespace());
                (start, length.unwrap_or(value.len()))
            }
        };
        start..start + length
    }
}

/// The first `>` that is not within a quoted value. Only after `=` do quotation marks quote.
fn unquoted_end(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr3(b'>', b'"', b'\'', bytes.get(at..)?)?;
        if bytes[at] == b'>' {
            return Some(at);
        }
        let opens_value = bytes[..at].trim_ascii_end().ends_with(b"=");
        at += 1;
        if opens_value {
            at += memchr(bytes[at - 1], &bytes[at..])? + 1;
        }
    }
}

fn lowercase(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// The longest name of a character reference that is looked for.
const REFERENCE_MAX: usize = 32;

/// What the character reference (`&nbsp;`, `&#8805;`) at the beginning of a text stands for, and
/// its length.
pub(super) fn reference(text: &str) -> Option<(Cow<'_, str>, usize)> {
    let name = text.strip_prefix('&')?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let length = name
        .bytes()
        .take(REFERENCE_MAX)
        .take_while(|&b| is_name(b as char))
        .count();
    let (name, after) = name.split_at(length);
    let ends = usize::from(after.starts_with(';'));
    let decoded = if let Some(number) = name.strip_prefix('#') {
        Cow::Owned(numbered(number)?.to_string())
    } else if ends == 1 {
        let written = &text[..length + 2];
        let decoded = html_escape::decode_html_entities(written);
        if decoded == written {
            return None;
        }
        decoded
    } else {
        // Old pages leave the semicolon out after the commonest ones.
        Cow::Borrowed(match name {
            "nbsp" => "\u{A0}",
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            _ => return None,
        })
    };
    Some((decoded, 1 + length + ends))
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    // Pages that were written in Windows-1252 have its quotation marks and dashes as numbers.
    let windows = match code {
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x96 => '–',
        0x97 => '—',
        0x85 => '…',
        0x95 => '•',
        _ => return char::from_u32(code).filter(|&c| c != '\0'),
    };
    Some(windows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_tag(source: &str, name: &str, attribute: &str, value: Option<&str>) {
        let markup = Markup::new(source);
        let tag = markup.tag(0).expect("a tag");
        let got = markup
            .attribute(&tag, attribute)
            .map(|range| &source[range]);
        assert_eq!((&*tag.name, got, tag.end), (name, value, source.len()));
    }

    #[test]
    fn tags() {
        check_tag("<TD rowspan=2 colspan='3'>", "td", "colspan", Some("3"));
        check_tag("<td colspan = \"3\" >", "td", "colspan", Some("3"));
        check_tag(
            "<input checked value='a>b'/>",
            "input",
            "value",
            Some("a>b"),
        );
        check_tag("<input checked value='a>b'/>", "input", "checked", Some(""));
        check_tag("<a b\"c 目 d=e>", "a", "d", Some("e"));
        check_tag("<br/>", "br", "x", None);
        check_tag("</td >", "td", "x", None);
        for no_tag in ["<", "</", "<5万元>", "<br", "< b>", "<本级>"] {
            assert!(Markup::new(no_tag).tag(0).is_none(), "{no_tag}");
        }
    }

    #[test]
    fn references() {
        let check = |text, want: Option<(&str, usize)>| {
            assert_eq!(reference(text), want.map(|(s, n)| (s.into(), n)), "{text}");
        };
        check("&nbsp;x", Some(("\u{A0}", 6)));
        check("&ge;95%", Some(("≥", 4)));
        check("&#8805;95%", Some(("≥", 7)));
        check("&#x2265;95%", Some(("≥", 8)));
        check("&nbsp x", Some(("\u{A0}", 5)));
        check("&unknown;", None);
        check("&", None);
        check("&目", None);
        check("&#0;", None);
    }
}
