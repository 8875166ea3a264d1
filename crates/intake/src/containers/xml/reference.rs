//! Characters that text cannot hold as they are, and refers to.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

/// A text with what it refers to in place of the references, and with line ends of one kind.
/// References to what is unknown, or is no character, stay as printed.
pub(super) fn resolved(text: &str) -> Cow<'_, str> {
    let Some(mut at) = memchr2(b'&', b'\r', text.as_bytes()) else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (character, length) = character(rest);
        out.push(character);
        rest = &rest[length..];
        match memchr2(b'&', b'\r', rest.as_bytes()) {
            Some(next) => at = next,
            None => break,
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character that a text begins with or refers to, and how long the text of it is.
fn character(text: &str) -> (char, usize) {
    if text.starts_with('\r') {
        return ('\n', if text.starts_with("\r\n") { 2 } else { 1 });
    }
    /// `&#x10FFFF;`, and zeros that may stand before it.
    const LENGTH_MAX: usize = 16;
    let start = &text.as_bytes()[..text.len().min(LENGTH_MAX)];
    let end = memchr(b';', start);
    let referred = end.and_then(|end| Some((referred(text.get(1..end)?)?, end + 1)));
    referred.unwrap_or(('&', 1))
}

/// The character that stands for a name or number.
fn referred(name: &str) -> Option<char> {
    let number = match name {
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "amp" => return Some('&'),
        "apos" => return Some('\''),
        "quot" => return Some('"'),
        _ => name.strip_prefix('#')?,
    };
    let number = match number.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    char::from_u32(number.ok()?).filter(|character| *character != '\0')
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn what_is_no_reference_stays_as_printed() {
        let cases = [
            ("万元", "万元"),
            ("&lt;&gt;&amp;amp;&apos;&quot;", "<>&amp;'\""),
            ("&#20803;&#x5143;&#X5143;", "元元&#X5143;"),
            ("a\r\nb\rc\n", "a\nb\nc\n"),
            ("&元;&;&#0;&#xD800;&#-1;&a", "&元;&;&#0;&#xD800;&#-1;&a"),
            (
                "&#0000000000000020803;&元元元元元元元元",
                "&#0000000000000020803;&元元元元元元元元",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(resolved(text), expected, "{text}");
        }
    }
}
