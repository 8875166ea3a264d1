//! Findings as SARIF 2.1.0, which code hosts and editors show.

use plumbline_model::Place;
use plumbline_model::json::PlaceJson;
use plumbline_rules::Rule;
use serde_json::{Value, json};

use crate::message::Lang;
use crate::report::{FindingReport, Report, SeverityJson};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// All reports as one log of one run.
pub(crate) fn log(reports: &[&Report], rules: &[&Rule], lang: Lang) -> Value {
    let results = reports
        .iter()
        .copied()
        .enumerate()
        .flat_map(|(index, report)| {
            let findings = report.findings.iter();
            findings.map(move |finding| result(finding, report, index, rules))
        });
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "Plumbline",
                "version": env!("CARGO_PKG_VERSION"),
                "language": lang.pick("zh-CN", "en"),
                "rules": rules.iter().map(|rule| descriptor(rule, lang)).collect::<Vec<_>>(),
            }},
            "language": lang.pick("zh-CN", "en"),
            "columnKind": "unicodeCodePoints",
            "artifacts": reports.iter().map(|report| artifact(report)).collect::<Vec<_>>(),
            "results": results.collect::<Vec<_>>(),
        }],
    })
}

fn descriptor(rule: &Rule, lang: Lang) -> Value {
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": lang.pick(rule.title.zh, rule.title.en)},
        "fullDescription": {"text": lang.pick(rule.why.zh, rule.why.en)},
        "help": {"text": lang.pick(rule.remedy.zh, rule.remedy.en)},
        "defaultConfiguration": {"level": level(rule.severity.into())},
        "properties": {
            "tags": [rule.family().folder()],
            "criterion": rule.criterion.code(),
        },
    })
}

fn level(severity: SeverityJson) -> &'static str {
    match severity {
        SeverityJson::Error => "error",
        SeverityJson::Warning => "warning",
        SeverityJson::Info => "note",
    }
}

/// A source, with the profiles its documents were checked by.
fn artifact(report: &Report) -> Value {
    json!({
        "location": {"uri": uri(&report.path)},
        "roles": ["analysisTarget"],
        "properties": {
            "documents": report.documents.len(),
            "profiles": report.profiles(),
            "leftOut": report.left_out,
        },
    })
}

fn result(finding: &FindingReport, report: &Report, index: usize, rules: &[&Rule]) -> Value {
    let here = |place, path: &str| location(place, path, finding.document, report, index);
    let mut result = json!({
        "ruleId": finding.code,
        "level": level(finding.severity),
        "message": {"text": finding.message},
        "locations": [here(finding.place, &finding.path)],
        "properties": {
            "project": finding.project,
            "profile": report.documents.get(finding.document).map(|d| d.profile),
        },
    });
    if let Some(rule) = rules.iter().position(|rule| rule.code == finding.code) {
        result["ruleIndex"] = rule.into();
    }
    if !finding.related.is_empty() {
        let related = finding.related.iter().map(|related| {
            let mut location = here(related.place, &related.path);
            location["message"] = json!({"text": related.note});
            location
        });
        result["relatedLocations"] = related.collect();
    }
    result
}

/// The place in the file, and the field of the document. Places in our own JSON are not in it.
fn location(place: PlaceJson, path: &str, document: usize, report: &Report, index: usize) -> Value {
    let mut physical = json!({
        "artifactLocation": {"uri": uri(&report.path), "index": index},
    });
    if let Place::Text { line, column } = place.0.from
        && report.container != "json"
    {
        physical["region"] = json!({"startLine": line, "startColumn": column});
    }
    json!({
        "physicalLocation": physical,
        "logicalLocations": [{
            "fullyQualifiedName": format!("documents[{document}].{path}"),
            "kind": "element",
        }],
    })
}

/// A path as a URI, relative if it is.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut uri = match path.as_bytes() {
        [b'/', ..] => "file://".to_owned(),
        [_, b':', b'/', ..] => "file:///".to_owned(),
        _ => String::new(),
    };
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            byte => uri += &format!("%{byte:02X}"),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("a b/表.txt"), "a%20b/%E8%A1%A8.txt");
        assert_eq!(uri("/tmp/x"), "file:///tmp/x");
        assert_eq!(uri("C:\\x"), "file:///C%3A/x");
    }
}
