//! What an element says that is a property: its one attribute.

use std::borrow::Cow;
use std::str::FromStr;

use crate::containers::xml::Element;

/// The value of a property.
pub(super) fn value<'x>(element: &Element<'x>) -> Option<Cow<'x, str>> {
    element.attribute("val")
}

/// The value of a property as text of its own.
pub(super) fn text(element: &Element) -> Option<String> {
    value(element).map(Cow::into_owned)
}

/// The value of a property that is a number.
pub(super) fn number<N: FromStr>(element: &Element) -> Option<N> {
    element.number("val")
}

/// Whether a property that is on or off is on.
pub(super) fn is_on(element: &Element) -> bool {
    !matches!(
        value(element).as_deref(),
        Some("0" | "false" | "off" | "none")
    )
}
