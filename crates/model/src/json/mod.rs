//! The public JSON of documents (`plumbline read --format json`), both ways.
//!
//! The wire types are written by hand and apart from the model, so that the model may change
//! freely while the JSON stays what others rely on. [`schema`] describes it.

mod marks;
mod place;
mod read;
mod wire;
mod write;

#[cfg(test)]
mod tests;

use std::io;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};

use crate::{Document, Place};
pub use place::PlaceJson;
pub use wire::KindJson;
use wire::SourceJson;

/// Key of the [`Detail`](crate::Detail) that keeps the printed clause of an indicator in prose
/// where its name and its value, one after the other, do not give it.
pub const CLAUSE: &str = "clause";

/// The documents of one source, and what of it was not understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// File name.
    pub name: String,
    /// What it was read as: `text`, `markdown`, `html`, `csv`, `json`.
    pub container: String,
    /// The documents, in the order of the source.
    pub documents: Vec<Document>,
    /// What ended neither in a field nor as a known label or page furniture.
    pub unread: Vec<Remark>,
    /// Share of the source that is accounted for, from 0 to 1.
    pub coverage: f64,
    /// Problems of the source as a whole.
    pub notes: Vec<Remark>,
}

/// A text and the place it is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remark {
    /// The text.
    pub text: String,
    /// Where.
    pub place: Place,
}

/// Why a text is not the JSON described by [`schema`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// What is wrong.
    pub reason: String,
    /// Line, from 1.
    pub line: u32,
    /// Character in the line, from 1.
    pub column: u32,
}

impl std::fmt::Display for JsonError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.reason)
    }
}

impl std::error::Error for JsonError {}

/// How JSON is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// On one line, as JSON Lines needs it.
    Line,
    /// Indented, for people.
    Indented,
}

/// Writes one source as one JSON object, without a newline after it.
pub fn write_json(source: &Source, layout: Layout, to: impl io::Write) -> io::Result<()> {
    let json = write::source(source);
    match layout {
        Layout::Line => serde_json::to_writer(to, &json)?,
        Layout::Indented => serde_json::to_writer_pretty(to, &json)?,
    }
    Ok(())
}

/// Reads the JSON object of one source.
pub fn from_json(text: &str) -> Result<Source, JsonError> {
    serde_json::from_str::<SourceJson>(text)
        .map(read::source)
        .map_err(|error| json_error(text, &error))
}

/// Reads whatever `plumbline read` writes as JSON: one object, an array of them, or one a line.
pub fn all_from_json(text: &str) -> Result<Vec<Source>, JsonError> {
    let error = |error| json_error(text, &error);
    let sources = match text.trim_start().starts_with('[') {
        true => serde_json::from_str::<Vec<SourceJson>>(text).map_err(error)?,
        false => serde_json::Deserializer::from_str(text)
            .into_iter::<SourceJson>()
            .collect::<Result<_, _>>()
            .map_err(error)?,
    };
    Ok(sources.into_iter().map(read::source).collect())
}

/// A place as JSON writes it.
pub fn place_to_json(place: Place) -> serde_json::Value {
    serde_json::to_value(PlaceJson::from(place)).unwrap_or_default()
}

/// `serde_json` counts columns in bytes; people count characters.
fn json_error(text: &str, error: &serde_json::Error) -> JsonError {
    let line = text.lines().nth(error.line().saturating_sub(1));
    let before = line.map(|line| line.as_bytes()).unwrap_or_default();
    let before = &before[..error.column().min(before.len())];
    let column = String::from_utf8_lossy(before).chars().count();
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    JsonError {
        reason: message.strip_suffix(&place).unwrap_or(&message).to_owned(),
        line: u32::try_from(error.line().max(1)).unwrap_or(u32::MAX),
        column: u32::try_from(column.max(1)).unwrap_or(u32::MAX),
    }
}

/// The JSON Schema (draft 2020-12) of the object of one source, as JSON.
pub fn schema() -> serde_json::Value {
    schema_of::<SourceJson>()
}

/// The JSON Schema of a type, in the manner of [`schema`].
pub fn schema_of<T: JsonSchema>() -> serde_json::Value {
    SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(RecursiveTransform(tidy))
        .into_generator()
        .into_root_schema_for::<T>()
        .into()
}

/// Leaves out the defaults, which are only of use to the reader of hand-written JSON, and the line
/// breaks of the source code within the paragraphs of a description.
fn tidy(schema: &mut Schema) {
    schema.remove("default");
    if let Some(serde_json::Value::String(text)) = schema.get_mut("description") {
        let paragraphs: Vec<_> = text.split("\n\n").map(|p| p.replace('\n', " ")).collect();
        *text = paragraphs.join("\n\n");
    }
}
