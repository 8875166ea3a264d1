//! Every sample and every reference document reads exactly as its gold says, with nothing unread.
//!
//! The samples and their gold are in the repository. The reference documents name real people and
//! are not: `PLUMBLINE_REFERENCE` names the folder that holds `seeds/` and `gold/`; without it
//! they are looked for in `../shared`, and in CI they are required.

use std::fs;
use std::path::{Path, PathBuf};

use plumbline_intake::limits::Limits;
use plumbline_model::json;
use serde_json::Value;

/// Reads a file and gives its public JSON.
fn read(path: &Path) -> Value {
    let bytes = fs::read(path).expect("the sample can be opened");
    let reading =
        plumbline_intake::read(&bytes, &Limits::default()).expect("the sample can be read");
    let source = json::Source {
        documents: reading.documents,
        coverage: reading.coverage.ratio(),
        unread: reading
            .unread
            .into_iter()
            .map(|u| json::Remark {
                text: u.text,
                place: u.place,
            })
            .collect(),
        ..json::Source::default()
    };
    let mut written = Vec::new();
    json::write_json(&source, json::Layout::Line, &mut written).expect("JSON can be written");
    serde_json::from_slice(&written).expect("what was written is JSON")
}

/// Holds what was read against the gold. Whatever the gold states must be so; titles are not
/// compared, and `line` and `lines` are places.
fn differences(path: &str, gold: &Value, read: &Value, found: &mut Vec<String>) {
    match (gold, read) {
        (Value::Object(gold), Value::Object(read)) => {
            for (key, expected) in gold {
                let path = format!("{path}.{key}");
                match key.as_str() {
                    "title" | "source" | "compiled" | "place" | "coverage" | "unread" => {}
                    "line" => within(&path, expected, read, found),
                    "lines" => {
                        same(&path, &expected[0], &line(read, "line"), found);
                        same(&path, &expected[1], &line(read, "end_line"), found);
                    }
                    _ => differences(
                        &path,
                        expected,
                        read.get(key).unwrap_or(&Value::Null),
                        found,
                    ),
                }
            }
        }
        (Value::Array(gold), Value::Array(read)) => {
            if gold.len() != read.len() {
                found.push(format!(
                    "{path}: {} expected, {} read",
                    gold.len(),
                    read.len()
                ));
            }
            for (i, (expected, read)) in gold.iter().zip(read).enumerate() {
                differences(&format!("{path}[{i}]"), expected, read, found);
            }
        }
        _ => same(path, gold, read, found),
    }
}

/// The gold names the line of the value; a place spans from the name to the last column.
fn within(
    path: &str,
    expected: &Value,
    read: &serde_json::Map<String, Value>,
    found: &mut Vec<String>,
) {
    let first = line(read, "line").as_u64();
    let last = line(read, "end_line").as_u64().or(first);
    let holds = expected
        .as_u64()
        .is_some_and(|at| first.is_some_and(|f| f <= at) && last.is_some_and(|l| at <= l));
    if !holds {
        found.push(format!(
            "{path}: expected {expected}, read {first:?} to {last:?}"
        ));
    }
}

fn line(read: &serde_json::Map<String, Value>, key: &str) -> Value {
    read.get("place")
        .and_then(|place| place.get(key))
        .cloned()
        .unwrap_or(Value::Null)
}

fn same(path: &str, expected: &Value, read: &Value, found: &mut Vec<String>) {
    if folded(expected) != folded(read) {
        found.push(format!("{path}: expected {expected}, read {read}"));
    }
}

/// Full-width and half-width forms mean the same.
fn folded(value: &Value) -> Value {
    let fold = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c,
    };
    match value {
        Value::String(text) => Value::String(text.chars().map(fold).collect()),
        other => other.clone(),
    }
}

/// What is wrong with the reading of a file, line by line.
fn check(path: &Path, gold: Option<&Path>, found: &mut Vec<String>) {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let read = read(path);
    if read["coverage"] != 1.0 || read["unread"] != Value::Array(Vec::new()) {
        let unread = read["unread"].as_array().cloned().unwrap_or_default();
        for piece in unread {
            found.push(format!(
                "{name}: unread {} at {}",
                piece["text"], piece["place"]
            ));
        }
    }
    if let Some(gold) = gold {
        let gold = fs::read_to_string(gold).expect("the gold can be opened");
        let gold: Value = serde_json::from_str(&gold).expect("the gold is JSON");
        differences(&name, &gold, &read, found);
    }
}

fn report(found: Vec<String>) {
    assert!(
        found.is_empty(),
        "{} differences:\n{}",
        found.len(),
        found.join("\n")
    );
}

#[test]
fn samples_read_exactly() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut samples: Vec<PathBuf> = fs::read_dir(root.join("../../examples"))
        .expect("there are samples")
        .map(|entry| entry.expect("a sample").path())
        .collect();
    samples.sort();
    assert!(samples.len() >= 8, "the samples are missing");
    for sample in samples {
        let name = sample
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let gold = root.join("tests/gold").join(format!("{name}.json"));
        assert!(gold.exists(), "no gold for {name}");
        check(&sample, Some(&gold), &mut found);
    }
    report(found);
}

/// Forms laid out with blanks, as clerks and programs leave them: cells centred beside wrapped
/// ones, blanks of full width, two forms one after the other.
#[test]
fn forms_laid_out_with_blanks_read_exactly() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/layout");
    let mut found = Vec::new();
    for name in ["form-centred", "form-ideographic", "two-forms"] {
        let gold = folder.join(format!("{name}.json"));
        check(&folder.join(format!("{name}.txt")), Some(&gold), &mut found);
    }
    report(found);
}

/// `产出-数量` names both levels in one column, `合计` below `预算金额` is the whole of the
/// money, and a heading above two tables has the name that stands in the first.
#[test]
fn words_that_forms_put_together_or_say_twice_are_told_apart() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/layout");
    let mut found = Vec::new();
    for name in ["joined-levels.csv", "sum-below.html", "split-tables.md"] {
        let gold = folder.join(name).with_extension("json");
        check(&folder.join(name), Some(&gold), &mut found);
    }
    report(found);
}

#[test]
fn reference_documents_read_exactly() {
    let Some(reference) = reference() else { return };
    let mut found = Vec::new();
    let mut counts = Vec::new();
    let mut seeds: Vec<PathBuf> = fs::read_dir(reference.join("seeds"))
        .expect("there are reference documents")
        .map(|entry| entry.expect("a reference document").path())
        .collect();
    seeds.sort();
    for seed in &seeds {
        let name = seed
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let gold = reference.join("gold").join(format!("{}.json", &name[..3]));
        check(seed, gold.exists().then_some(gold.as_path()), &mut found);
        let documents = read(seed)["documents"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let projects = documents
            .iter()
            .filter(|d| d["kind"] == "project_target")
            .count();
        let indicators: usize = documents
            .iter()
            .filter(|d| d["kind"] == "project_target")
            .filter_map(|d| d["indicators"].as_array().map(Vec::len))
            .sum();
        counts.push((projects, indicators));
    }
    if counts != [(20, 57), (35, 252), (7, 56), (21, 183), (15, 170)] {
        found.push(format!("projects and indicators: {counts:?}"));
    }
    report(found);
}

/// The folder of the reference documents. Absent, the test says so by name; in CI that is an
/// error.
fn reference() -> Option<PathBuf> {
    let given = std::env::var_os("PLUMBLINE_REFERENCE").map(PathBuf::from);
    let usual = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = given.unwrap_or(usual);
    if folder.join("seeds").is_dir() {
        return Some(folder);
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "the reference documents are required in CI: set PLUMBLINE_REFERENCE"
    );
    eprintln!(
        "SKIPPED reference_documents_read_exactly: no reference documents in {}",
        folder.display()
    );
    None
}
