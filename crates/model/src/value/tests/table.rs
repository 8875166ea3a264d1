//! The table of values: what is printed, its normal form and its explanations.
//!
//! `UPDATE_EXPECT=1 cargo test -p plumbline-model` writes the last three columns anew; read the
//! difference before you keep it.

use crate::TargetValue;
use std::fmt::Write;
use std::path::Path;

const TABLE: &str = include_str!("values.txt");

#[test]
fn every_value_of_the_table_means_what_it_says_there() {
    let actual = table_of(TABLE);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/value/tests/values.txt");
        std::fs::write(path, &actual).expect("the table can be written");
        return;
    }
    for (expected, actual) in TABLE.lines().zip(actual.lines()) {
        assert_eq!(actual, expected);
    }
    assert_eq!(actual.lines().count(), TABLE.lines().count());
}

#[test]
fn every_value_of_the_table_is_listed_once() {
    let mut seen = std::collections::BTreeSet::new();
    for printed in printed_values(TABLE) {
        assert!(seen.insert(printed), "{printed} is listed twice");
    }
}

/// The printed values of the table.
pub(super) fn printed_values(table: &str) -> impl Iterator<Item = &str> {
    let lines = table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('\t').next().unwrap_or(line))
}

/// All values the table lists.
pub(super) fn values() -> impl Iterator<Item = &'static str> {
    printed_values(TABLE)
}

/// The one funnel: fills in the columns after the printed value.
fn table_of(table: &str) -> String {
    let mut filled = String::new();
    for line in table.lines() {
        if line.is_empty() || line.starts_with('#') {
            filled.push_str(line);
        } else {
            let printed = line.split('\t').next().unwrap_or(line);
            let value = TargetValue::compile(printed);
            let (zh, en) = (value.explain_zh(), value.explain_en());
            let _ = write!(filled, "{printed}\t{value}\t{zh}\t{en}");
        }
        filled.push('\n');
    }
    filled
}
