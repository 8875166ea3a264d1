//! The side tables of a document: what its keys cannot say themselves (in which way a field is
//! empty, what of it is unclear, where it stands), both ways.
//!
//! `print_*` turns a field of the model into the value of a key and notes the rest; `parse_*`
//! turns the value of a key and what was noted back into the field.

use std::collections::{BTreeMap, BTreeSet};

use super::place::PlaceJson;
use crate::{Amount, CompiledValue, Field, MoneyUnit, Number, Place, Placed, Text};

/// The side tables, and the path in the document that is being written or read now.
#[derive(Default)]
pub(super) struct Marks {
    pub(super) blank: BTreeSet<String>,
    pub(super) unclear: BTreeMap<String, String>,
    pub(super) units: BTreeMap<String, String>,
    pub(super) places: BTreeMap<String, PlaceJson>,
    /// Whether, on writing, the columns of self-evaluations and monitoring reports are there even
    /// if absent.
    pub(super) with_results: bool,
    pub(super) path: String,
}

impl Marks {
    fn path_of(&self, key: &str) -> String {
        match self.path.as_str() {
            "" => key.to_owned(),
            path => format!("{path}.{key}"),
        }
    }

    /// Does something below a key.
    pub(super) fn within<R>(&mut self, key: &str, work: impl FnOnce(&mut Self) -> R) -> R {
        let inner = self.path_of(key);
        let outer = std::mem::replace(&mut self.path, inner);
        let result = work(self);
        self.path = outer;
        result
    }

    /// Does something below a key for each of its rows.
    pub(super) fn rows<T, R>(
        &mut self,
        key: &str,
        rows: impl IntoIterator<Item = T>,
        work: impl Fn(T, &mut Self) -> R,
    ) -> Vec<R> {
        let numbered = rows.into_iter().enumerate();
        numbered
            .map(|(i, row)| self.within(&format!("{key}[{i}]"), |marks| work(row, marks)))
            .collect()
    }
}

/// Model to JSON.
impl Marks {
    fn note_place(&mut self, path: String, place: Place) {
        if place != Place::Whole {
            self.places.insert(path, place.into());
        }
    }

    /// What a field states; where it stands, and in which way it says nothing, is noted.
    pub(super) fn stated<'f, T>(&mut self, key: &str, field: &'f Field<T>) -> Option<&'f T> {
        let place = field.place()?;
        let path = self.path_of(key);
        self.note_place(path.clone(), place);
        match field {
            Field::Blank(_) => {
                self.blank.insert(path);
            }
            Field::Unclear(text, _) => {
                self.unclear.insert(path, text.clone());
            }
            Field::Absent | Field::Stated(..) => {}
        }
        field.get()
    }

    fn print<T>(
        &mut self,
        key: &str,
        field: &Field<T>,
        print: impl FnOnce(&T) -> &str,
    ) -> Option<String> {
        let stated = self.stated(key, field);
        match field {
            Field::Unclear(text, _) => Some(text.clone()),
            _ => stated.map(|value| print(value).to_owned()),
        }
    }

    pub(super) fn print_text(&mut self, key: &str, field: &Text) -> Option<String> {
        self.print(key, field, |text| text)
    }

    pub(super) fn print_number(&mut self, key: &str, field: &Field<Number>) -> Option<String> {
        self.print(key, field, |number| &number.printed)
    }

    pub(super) fn print_unit(&mut self, key: &str, field: &Field<MoneyUnit>) -> Option<String> {
        self.print(key, field, |unit| unit.printed())
    }

    pub(super) fn print_amount(&mut self, key: &str, field: &Field<Amount>) -> Option<String> {
        if let Some(unit) = field.get().and_then(|amount| amount.unit) {
            let unit = unit.printed().to_owned();
            self.units.insert(self.path_of(key), unit);
        }
        self.print(key, field, |amount| &amount.number.printed)
    }

    pub(super) fn print_value(
        &mut self,
        key: &str,
        field: &Field<CompiledValue>,
    ) -> Option<String> {
        self.print(key, field, |value| &value.printed)
    }

    pub(super) fn print_placed(&mut self, key: &str, text: &Placed<String>) -> String {
        self.note_place(self.path_of(key), text.place);
        text.value.clone()
    }

    pub(super) fn print_texts(&mut self, key: &str, texts: &[Placed<String>]) -> Vec<String> {
        let numbered = texts.iter().enumerate();
        numbered
            .map(|(i, text)| self.print_placed(&format!("{key}[{i}]"), text))
            .collect()
    }
}

/// JSON to model.
impl Marks {
    fn place(&self, path: &str) -> Place {
        self.places.get(path).copied().unwrap_or_default().into()
    }

    /// A field from the value of its key. A value that was put in by hand wins over `blank`; a
    /// text that the field cannot hold is unclear even if `unclear` does not list it.
    fn parse<T>(
        &self,
        key: &str,
        printed: Option<String>,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Field<T> {
        let path = self.path_of(key);
        let place = self.place(&path);
        let unclear = self.unclear.get(&path);
        let blank = self.blank.contains(&path);
        match printed.or_else(|| unclear.cloned()) {
            None if blank => Field::Blank(place),
            None => Field::Absent,
            Some(text) if blank && text.is_empty() => Field::Blank(place),
            Some(text) if unclear.is_some() => Field::Unclear(text, place),
            Some(text) => match parse(&text) {
                Some(value) => Field::Stated(value, place),
                None => Field::Unclear(text, place),
            },
        }
    }

    pub(super) fn parse_text(&self, key: &str, printed: Option<String>) -> Text {
        self.parse(key, printed, |text| Some(text.to_owned()))
    }

    pub(super) fn parse_year(&self, key: &str, year: Option<u16>) -> Field<u16> {
        let printed = year.map(|year| year.to_string());
        self.parse(key, printed, |year| year.parse().ok())
    }

    pub(super) fn parse_number(&self, key: &str, printed: Option<String>) -> Field<Number> {
        self.parse(key, printed, Number::from_printed)
    }

    pub(super) fn parse_unit(&self, key: &str, printed: Option<String>) -> Field<MoneyUnit> {
        self.parse(key, printed, MoneyUnit::from_printed)
    }

    pub(super) fn parse_amount(&self, key: &str, printed: Option<String>) -> Field<Amount> {
        let unit = self.units.get(&self.path_of(key));
        let unit = unit.and_then(|unit| MoneyUnit::from_printed(unit));
        self.parse(key, printed, |text| {
            let number = Number::from_printed(text)?;
            Some(Amount { number, unit })
        })
    }

    /// A value; `""` is a blank one whether `blank` lists it or not.
    pub(super) fn parse_value(&self, key: &str, printed: Option<String>) -> Field<CompiledValue> {
        if printed.as_deref() == Some("") {
            return Field::Blank(self.place(&self.path_of(key)));
        }
        self.parse(key, printed, |text| {
            Some(CompiledValue::from_printed(text.to_owned()))
        })
    }

    pub(super) fn parse_placed(&self, key: &str, value: String) -> Placed<String> {
        Placed::new(value, self.place(&self.path_of(key)))
    }

    pub(super) fn parse_texts(&self, key: &str, texts: Vec<String>) -> Vec<Placed<String>> {
        let numbered = texts.into_iter().enumerate();
        numbered
            .map(|(i, text)| self.parse_placed(&format!("{key}[{i}]"), text))
            .collect()
    }
}
