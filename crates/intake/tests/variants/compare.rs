//! What was read against what is meant, and whether all of it is somewhere.

use std::panic;

use plumbline_intake::ledger::Taken;
use plumbline_intake::limits::Limits;
use plumbline_intake::{Inspection, inspect};
use plumbline_model::json;
use serde_json::Value;

use crate::twist;
use crate::words::Words;

/// A file and what it says.
pub struct Case {
    pub text: String,
    pub bytes: Vec<u8>,
    pub expected: Vec<Value>,
}

/// Reads a file; a panic is a difference like any other.
fn read(bytes: &[u8]) -> Result<Inspection, Vec<String>> {
    let reading = panic::catch_unwind(|| inspect(bytes, &Limits::default()));
    let reading = reading.map_err(|_| vec!["PANIC: (message above)".to_owned()])?;
    reading.map_err(|error| vec![format!("REFUSED: {error}")])
}

/// Reads a case, and says what of it was read wrong.
pub fn check(case: &Case, words: &Words) -> Vec<String> {
    let inspection = match read(&case.bytes) {
        Ok(inspection) => inspection,
        Err(found) => return found,
    };
    let mut found = Vec::new();
    for unread in &inspection.reading.unread {
        found.push(format!("unread: {} at {:?}", unread.text, unread.place));
    }
    found.extend(lost(&inspection, words));
    let read = public_json(inspection);
    if read.len() != case.expected.len() {
        found.push(format!(
            "{} documents expected, {} read",
            case.expected.len(),
            read.len()
        ));
    }
    for (at, expected) in case.expected.iter().enumerate() {
        let read = read.get(at).unwrap_or(&Value::Null);
        differences(&format!("[{at}]"), expected, read, &mut found);
    }
    found
}

/// Reads a file with a foreign sentence in it, and says what of it got lost.
pub fn check_junk(text: &str, words: &Words) -> Vec<String> {
    let inspection = match read(text.as_bytes()) {
        Ok(inspection) => inspection,
        Err(found) => return found,
    };
    let mut found = lost(&inspection, words);
    let mut held = String::new();
    let unread = inspection
        .reading
        .unread
        .iter()
        .map(|unread| Value::from(unread.text.as_str()));
    let documents = public_json(inspection.clone());
    strings(&Value::from_iter(unread.chain(documents)), &mut held);
    if !is_held(twist::JUNK, &held) {
        found.push(format!("neither unread nor in a document: {}", twist::JUNK));
    }
    found
}

fn public_json(inspection: Inspection) -> Vec<Value> {
    let source = json::Source {
        documents: inspection.reading.documents,
        ..json::Source::default()
    };
    let mut written = Vec::new();
    json::write_json(&source, json::Layout::Line, &mut written).expect("JSON can be written");
    let value: Value = serde_json::from_slice(&written).expect("what was written is JSON");
    value["documents"].as_array().cloned().unwrap_or_default()
}

/// Text that the ledger calls bound and that no document holds, and text in no entry at all.
fn lost(inspection: &Inspection, words: &Words) -> Vec<String> {
    let paper = &inspection.paper;
    let documents = public_json(inspection.clone());
    let mut held = String::new();
    strings(&Value::Array(documents), &mut held);
    let mut lost = Vec::new();
    let mut entered = vec![false; paper.text.len()];
    for entry in &inspection.entries {
        entered[entry.span.range()].fill(true);
        let text = letters(paper.text(entry.span));
        if matches!(entry.taken, Taken::Bound(_))
            && !is_held(&text, &held)
            && !words.is_level(text.trim_end_matches("50分"))
        {
            lost.push(format!(
                "bound as {:?} but in no document: {text}",
                entry.taken
            ));
        }
    }
    for piece in paper.pieces() {
        let missing: String = paper
            .text(piece)
            .char_indices()
            .filter(|(at, c)| c.is_alphanumeric() && !entered[piece.start as usize + at])
            .map(|(_, c)| c)
            .collect();
        if !missing.is_empty() {
            lost.push(format!("in no entry of the ledger: {missing}"));
        }
    }
    lost
}

/// Whether a text is in the documents: in pieces, because a code and a name part and levels have
/// normal names, and but for a few characters, because numbering is no part of a text.
fn is_held(text: &str, held: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let (mut at, mut missed) = (0, 0);
    while at < chars.len() {
        let piece = |to: &usize| held.contains(&chars[at..*to].iter().collect::<String>());
        match (at + 2..=chars.len()).take_while(piece).last() {
            Some(to) => at = to,
            None => (at, missed) = (at + 1, missed + 1),
        }
    }
    missed <= 4 || missed * 6 <= chars.len()
}

/// All texts of a value, by their letters only.
fn strings(value: &Value, held: &mut String) {
    match value {
        Value::String(text) => {
            held.push_str(&letters(text));
            held.push('\n');
        }
        Value::Array(all) => all.iter().for_each(|v| strings(v, held)),
        Value::Object(all) => all.values().for_each(|v| strings(v, held)),
        Value::Number(number) => {
            held.push_str(&number.to_string());
            held.push('\n');
        }
        _ => {}
    }
}

fn letters(text: &str) -> String {
    folded(text)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// Blanks, and characters that mean the same, are the same.
fn folded(text: &str) -> String {
    let fold = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '≧' => '≥',
        '≦' => '≤',
        c => c,
    };
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(fold)
        .collect();
    text.replace(">=", "≥").replace("<=", "≤")
}

fn differences(path: &str, expected: &Value, read: &Value, found: &mut Vec<String>) {
    match (expected, read) {
        (Value::Object(all), Value::Object(_)) => {
            for (key, expected) in all {
                let read = read.get(key).unwrap_or(&Value::Null);
                differences(&format!("{path}.{key}"), expected, read, found);
            }
        }
        (Value::Array(all), Value::Array(read)) => {
            if all.len() != read.len() {
                found.push(format!(
                    "{path}: {} expected, {} read",
                    all.len(),
                    read.len()
                ));
            }
            for (at, (expected, read)) in all.iter().zip(read).enumerate() {
                differences(&format!("{path}[{at}]"), expected, read, found);
            }
        }
        (Value::String(a), Value::String(b)) if folded(a) == folded(b) => {}
        (Value::Null, Value::Array(empty)) if empty.is_empty() => {}
        (Value::Null, Value::Object(empty)) if empty.values().all(Value::is_null) => {}
        _ if expected == read => {}
        _ => found.push(format!("{path}: expected {expected}, read {read}")),
    }
}
