//! One box of a form: what it says, or in which way it says nothing.

use crate::Place;

/// A value together with where it stands. Equality is of the value alone, so that two editions of
/// a document compare by content.
#[derive(Clone, Debug, Default)]
pub struct Placed<T> {
    /// What is said.
    pub value: T,
    /// Where it is said.
    pub place: Place,
}

impl<T> Placed<T> {
    /// Puts a value at a place.
    pub fn new(value: T, place: Place) -> Self {
        Placed { value, place }
    }
}

impl<T: PartialEq> PartialEq for Placed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Placed<T> {}

/// One box of a form.
///
/// *Absent*, *blank* and *unclear* are three different things: a check that complains of a blank
/// must stay silent on a form that never asked. Equality ignores places.
#[derive(Clone, Debug, Default)]
pub enum Field<T> {
    /// The form has no room for this field.
    #[default]
    Absent,
    /// The form has room for it and nothing is written there.
    Blank(Place),
    /// There is text, kept as printed, but it is not a `T`.
    Unclear(String, Place),
    /// The form says this, there.
    Stated(T, Place),
}

impl<T> Field<T> {
    /// The stated value.
    pub fn get(&self) -> Option<&T> {
        match self {
            Field::Stated(value, _) => Some(value),
            _ => None,
        }
    }

    /// Where the field stands, unless the form has no room for it.
    pub fn place(&self) -> Option<Place> {
        match self {
            Field::Absent => None,
            Field::Blank(place) | Field::Unclear(_, place) | Field::Stated(_, place) => {
                Some(*place)
            }
        }
    }

    /// Whether the form has no room for this field.
    pub fn is_absent(&self) -> bool {
        matches!(self, Field::Absent)
    }

    /// Whether the form has room for this field and nothing is written there.
    pub fn is_blank(&self) -> bool {
        matches!(self, Field::Blank(_))
    }

    /// Whether something is written there, understood or not.
    pub fn is_written(&self) -> bool {
        matches!(self, Field::Stated(..) | Field::Unclear(..))
    }
}

impl<T: PartialEq> PartialEq for Field<T> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Field::Absent, Field::Absent) | (Field::Blank(_), Field::Blank(_)) => true,
            (Field::Unclear(a, _), Field::Unclear(b, _)) => a == b,
            (Field::Stated(a, _), Field::Stated(b, _)) => a == b,
            _ => false,
        }
    }
}

impl<T: Eq> Eq for Field<T> {}

/// A field of text as printed, line-wrap whitespace removed.
pub type Text = Field<String>;

impl Field<String> {
    /// The stated text, or `""`.
    pub fn text(&self) -> &str {
        match self {
            Field::Stated(text, _) | Field::Unclear(text, _) => text,
            _ => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equality_ignores_places_but_not_the_kind_of_nothing() {
        let here = Place::Text { line: 1, column: 1 };
        let there = Place::Text { line: 9, column: 9 };
        assert_eq!(Field::Stated(1, here), Field::Stated(1, there));
        assert_ne!(Field::<u8>::Absent, Field::Blank(here));
        assert_ne!(Field::Blank(here), Field::Unclear::<u8>("x".into(), here));
    }
}
