//! A whole file of values parted by commas or semicolons.

use super::builder::Builder;
use super::separated::{self, Field};
use crate::error::ReadError;
use crate::limits::Limits;
use crate::paper::{Container, Paper};

pub(super) fn read(source: &str, limits: &Limits) -> Result<Paper, ReadError> {
    let mut builder = Builder::new(Container::Csv, source, limits);
    let delimiter = delimiter(source).unwrap_or(b',');
    let mut cells = Vec::new();
    let mut fields = Vec::new();
    let (mut at, mut row) = (0, 0);
    while at < source.len() {
        at = separated::record(source, at, delimiter, &mut fields);
        separated::push_row(&mut builder, source, row, &fields, &mut cells)?;
        row += 1;
    }
    builder.table(cells);
    Ok(builder.finish())
}

/// Records that are looked at to find the delimiter.
const SAMPLE: usize = 200;

/// The delimiter of a file that is one table of values, if it is one.
pub(crate) fn delimiter(source: &str) -> Option<u8> {
    if is_parted_by_tabs(source) {
        return None;
    }
    [b',', b';']
        .into_iter()
        .filter(|&delimiter| memchr::memchr(delimiter, source.as_bytes()).is_some())
        .find(|&delimiter| Sample::of(source, delimiter).is_table())
}

/// Where lines have several tabs, commas are part of the text.
fn is_parted_by_tabs(source: &str) -> bool {
    let lines = || {
        source
            .lines()
            .filter(|line| !line.trim().is_empty())
            .take(SAMPLE)
    };
    let tabs = |line: &str| memchr::memchr_iter(b'\t', line.as_bytes()).take(2).count();
    lines().filter(|line| tabs(line) == 2).count() * 2 > lines().count()
}

/// What the first records of a file look like if parted by a certain character.
#[derive(Default)]
struct Sample {
    records: usize,
    /// Records of at least two values.
    parted: usize,
    /// Records of as many values as most records have, and that number.
    usual: usize,
    usual_fields: usize,
    /// Records that end as sentences do, and delimiters that a blank follows as in prose.
    sentences: usize,
    spaced: usize,
    fields: usize,
    chars: usize,
}

impl Sample {
    fn of(source: &str, delimiter: u8) -> Sample {
        let mut sample = Sample::default();
        let mut counts = std::collections::BTreeMap::<usize, usize>::new();
        let mut fields: Vec<Field> = Vec::new();
        let mut at = 0;
        while at < source.len() && sample.records < SAMPLE {
            at = separated::record(source, at, delimiter, &mut fields);
            let is_blank = |f: &Field| source[f.range.clone()].trim().is_empty();
            if fields.len() == 1 && is_blank(&fields[0]) {
                continue;
            }
            sample.add(source, &fields);
            *counts.entry(fields.len()).or_default() += 1;
        }
        if let Some((&fields, &records)) = counts.iter().max_by_key(|&(_, records)| records) {
            (sample.usual_fields, sample.usual) = (fields, records);
        }
        sample
    }

    fn add(&mut self, source: &str, fields: &[Field]) {
        self.records += 1;
        self.parted += usize::from(fields.len() >= 2);
        self.fields += fields.len();
        for (i, field) in fields.iter().enumerate() {
            let text = &source[field.range.clone()];
            self.chars += text.chars().count();
            self.spaced += usize::from(i > 0 && text.starts_with(' ') && text.trim() != "");
            let is_last = i + 1 == fields.len();
            self.sentences += usize::from(is_last && !field.quoted && text.ends_with(['。', '；']));
        }
    }

    /// No prose has the same number of commas in every line, if it is more than a few.
    fn is_regular(&self) -> bool {
        self.usual == self.records && self.usual_fields >= 5
    }

    /// Prose has commas too. In a table nearly all records are parted, most of them into the same
    /// number of values, and the values are short.
    fn is_table(&self) -> bool {
        let most_are_alike = if self.usual_fields == 2 {
            self.usual * 10 >= self.records * 9
        } else {
            self.usual * 2 >= self.records
        };
        self.records >= 2
            && self.usual_fields >= 2
            && most_are_alike
            && self.parted * 10 >= self.records * 7
            && self.sentences * 5 <= self.records
            && (self.spaced * 4 <= self.fields || self.is_regular())
            && self.chars <= self.fields * 80
    }
}
