//! How the parts of a workbook write texts, yes and no, and cells.

use std::borrow::Cow;

use super::super::workbook::areas::Area;
use super::super::workbook::{COLUMNS_MAX, ROWS_MAX};
use super::super::xml::Element;

/// A text in which `_x000D_` stands for a character that XML cannot hold.
pub(super) fn unescaped(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6);
        let code = code.filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        let Some(c) = code.and_then(char::from_u32) else {
            out.push_str(&rest[..at + 2]);
            rest = &rest[at + 2..];
            continue;
        };
        out.push_str(&rest[..at]);
        if c != '\r' {
            out.push(c);
        }
        rest = &rest[at + 7..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Whether an attribute says yes.
pub(super) fn says_yes(element: &Element, name: &str) -> bool {
    matches!(element.attribute(name).as_deref(), Some("1" | "true"))
}

/// Row and column, from 0, of `AB12`.
pub(super) fn position(text: &str) -> Option<(u32, u32)> {
    let mut column = 0u32;
    let mut row = 0u32;
    for byte in text.trim().bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                let letter = u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                column = (column * 26 + letter).min(COLUMNS_MAX * 2);
            }
            b'0'..=b'9' => row = (row * 10 + u32::from(byte - b'0')).min(ROWS_MAX * 2),
            b'$' => {}
            _ => return None,
        }
    }
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// The area of `A1:G1`.
pub(super) fn area(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let ((top, left), (bottom, right)) = (position(first)?, position(last)?);
    Some(Area {
        top,
        left,
        bottom: bottom.min(ROWS_MAX - 1),
        right: right.min(COLUMNS_MAX - 1),
    })
}
