//! The shape of a form as its file writes it.

use serde::Deserialize;

/// A file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FormSource {
    pub title: String,
    pub english: String,
    pub kinds: Vec<String>,
    pub source: String,
    #[serde(default)]
    pub issued: String,
    #[serde(default)]
    pub confirmed: bool,
    #[serde(default)]
    pub demands: bool,
    /// All sections are one: none begins on a new page.
    #[serde(default)]
    pub continuous: bool,
    #[serde(default)]
    pub clause: ClauseSource,
    #[serde(default)]
    pub frame: Vec<FrameSource>,
    pub section: Vec<SectionSource>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ClauseSource {
    pub link: String,
    pub basis: String,
    pub between: Option<String>,
    pub level2: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FrameSource {
    pub level1: String,
    pub level2: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SectionSource {
    pub name: String,
    /// `volume`, or a kind; the first kind of the form if left out.
    pub each: Option<String>,
    #[serde(default)]
    pub landscape: bool,
    #[serde(default = "yes")]
    pub numbered: bool,
    pub block: Vec<BlockSource>,
}

fn yes() -> bool {
    true
}

/// One of `text`, `repeat`, `part` or `contents`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct BlockSource {
    pub style: Option<String>,
    pub text: Option<String>,
    pub when: Option<String>,
    pub repeat: Option<String>,
    pub paragraphs: Vec<ParagraphSource>,
    pub widths: Vec<u16>,
    pub part: Vec<PartSource>,
    pub contents: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ParagraphSource {
    pub style: String,
    pub text: String,
}

/// Rows; one of `rows`, `list`, `plan` or `details`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PartSource {
    pub beside: Option<String>,
    pub beside_columns: Option<usize>,
    pub when: Option<String>,
    pub rows: Vec<RowSource>,
    pub list: Option<ListSource>,
    pub plan: Option<PlanSource>,
    pub details: Option<DetailsSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RowSource {
    pub when: Option<String>,
    pub cells: Vec<CellSource>,
}

/// One of `label`, `field`, `text` or `free`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct CellSource {
    pub label: Option<String>,
    pub field: Option<String>,
    pub text: Option<String>,
    pub free: bool,
    pub rows: Option<usize>,
    pub columns: Option<usize>,
    pub number: Option<String>,
    pub number_one: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListSource {
    pub of: String,
    pub columns: Vec<ColumnSource>,
    #[serde(default = "two")]
    pub blank_rows: usize,
    #[serde(default)]
    pub number: String,
    #[serde(default = "yes")]
    pub slots: bool,
    /// Rows below those of the list, such as their sum.
    #[serde(default)]
    pub below: Vec<RowSource>,
}

fn two() -> usize {
    2
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ColumnSource {
    pub of: String,
    pub head: String,
    pub group: Option<String>,
    pub columns: Option<usize>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanSource {
    pub dates: Vec<String>,
    pub columns: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DetailsSource {
    pub label: usize,
    pub text: usize,
}
