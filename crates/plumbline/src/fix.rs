//! Changes whose meaning is certain: shown as a diff of the source, or put into our own JSON. A
//! source document is never written to.

use plumbline_model::Place;
use plumbline_model::json::{self, JsonError, Layout};
use serde_json::Value;

use crate::output::excerpt::Lines;
use crate::output::one_line;
use crate::report::{FindingReport, FixReport, Report};

/// The changes of one source as a diff without context, line by line. What cannot be shown in a
/// line of the source is shown by the path of its field, in a comment.
pub(crate) fn diff(report: &Report, lines: Option<&Lines>) -> String {
    let path = one_line(&report.path);
    let mut diff = String::new();
    let mut rest = report.findings.as_slice();
    while let Some(first) = rest.first() {
        let line = line_of(first);
        let same = rest
            .iter()
            .take_while(|f| line.is_some() && line_of(f) == line);
        let (here, after) = rest.split_at(same.count().max(1));
        rest = after;
        let changed = line.and_then(|line| {
            let before = lines?.get(line)?;
            Some((line, before, changed_line(before, here)?))
        });
        match changed {
            Some((line, before, after)) => {
                let (before, after) = (shown(before), shown(&after));
                diff += &format!("@@ -{line} +{line} @@\n-{before}\n+{after}\n");
            }
            None => here.iter().for_each(|finding| diff += &comment(finding)),
        }
    }
    match diff.is_empty() {
        true => diff,
        false => format!("--- {path}\n+++ {path}\n{diff}"),
    }
}

fn line_of(finding: &FindingReport) -> Option<u32> {
    finding.place.0.from.line()
}

/// The line with all changes made, the last first so that places stay true. `None` if what is to
/// be changed does not stand there as it is quoted.
fn changed_line(line: &str, findings: &[FindingReport]) -> Option<String> {
    let mut changed = line.to_owned();
    for finding in findings.iter().rev() {
        let FixReport { before, after, .. } = finding.fix.as_ref()?;
        let Place::Text { column, .. } = finding.place.0.from else {
            return None;
        };
        let mut characters = line.char_indices().map(|(at, _)| at);
        let at = characters.nth((column as usize).checked_sub(1)?)?;
        let is_there = !before.is_empty() && line[at..].starts_with(before.as_str());
        is_there.then(|| changed.replace_range(at..at + before.len(), after))?;
    }
    Some(changed)
}

fn comment(finding: &FindingReport) -> String {
    let Some(fix) = &finding.fix else {
        return String::new();
    };
    let (code, document) = (&finding.code, finding.document);
    let (before, after) = (one_line(&fix.before), one_line(&fix.after));
    format!(
        "# {code} documents[{document}].{}: {before} → {after}\n",
        fix.path
    )
}

/// A line as it may be shown on a terminal; tabs stay, so that the diff can be applied.
fn shown(line: &str) -> String {
    line.split('\t')
        .map(one_line)
        .collect::<Vec<_>>()
        .join("\t")
}

/// Our own JSON with changes made, and how many were.
pub(crate) fn corrected(
    text: &str,
    findings: &[FindingReport],
) -> Result<(String, usize), JsonError> {
    let text = text.trim_start_matches('\u{FEFF}');
    // That it is our JSON is known; what comes of the changes is read again below.
    let is_array = text.trim_start().starts_with('[');
    let values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let mut values: Vec<Value> = values.map_while(Result::ok).collect();
    if is_array && let Some(Value::Array(sources)) = values.pop() {
        values = sources;
    }
    let mut documents: Vec<&mut Value> = values
        .iter_mut()
        .filter_map(|source| source.get_mut("documents")?.as_array_mut())
        .flatten()
        .collect();
    let mut changes = 0;
    for finding in findings {
        let Some(fix) = &finding.fix else {
            continue;
        };
        let document = documents.get_mut(finding.document);
        let field = document.and_then(|document| at_path(document, &fix.path));
        if let Some(Value::String(printed)) = field
            && *printed == fix.before
        {
            printed.clone_from(&fix.after);
            changes += 1;
        }
    }
    let changed = Value::Array(values).to_string();
    Ok((written(&json::all_from_json(&changed)?, is_array), changes))
}

/// The value at a path such as `indicators[3].value`.
fn at_path<'v>(value: &'v mut Value, path: &str) -> Option<&'v mut Value> {
    let mut steps = path.split(['.', '[']).filter(|step| !step.is_empty());
    steps.try_fold(value, |value, step| match step.strip_suffix(']') {
        Some(index) => value.get_mut(index.parse::<usize>().ok()?),
        None => value.get_mut(step),
    })
}

/// Sources as they were laid out: one object, an array, or one a line.
fn written(sources: &[json::Source], is_array: bool) -> String {
    let layout = match (is_array, sources.len()) {
        (false, 2..) => Layout::Line,
        _ => Layout::Indented,
    };
    let one = |source| {
        let mut text = Vec::new();
        // Writing to memory does not fail.
        let _ = json::write_json(source, layout, &mut text);
        String::from_utf8_lossy(&text).into_owned()
    };
    let sources: Vec<String> = sources.iter().map(one).collect();
    match is_array {
        true => format!("[\n{}\n]\n", sources.join("\n,\n")),
        false => sources.join("\n") + "\n",
    }
}

#[cfg(test)]
mod tests {
    use plumbline_model::{Bilingual, Finding, Fix, Severity, Spot};
    use plumbline_rules::Checked;

    use super::*;
    use crate::message::Lang;
    use crate::own::HeldBack;
    use crate::report::{SeverityJson, Showing, make};

    const FORM: &str = "项目支出绩效目标表\n（2024年度）\n\n项目名称\t桥梁养护\n\
        一级指标\t二级指标\t三级指标\t指标值\n\
        产出指标\t数量指标\t养护桥梁数量\t≧12座\n\
        满意度指标\t服务对象满意度指标\t群众满意度\t≥95%\n";

    fn read() -> json::Source {
        let reading = plumbline_intake::read(FORM.as_bytes(), &Default::default());
        json::Source {
            name: "a.txt".to_owned(),
            container: "text".to_owned(),
            documents: reading.expect("a form").documents,
            ..json::Source::default()
        }
    }

    /// A report of one finding that offers a change of the first value.
    fn report(before: &str) -> Report {
        let source = read();
        let value = &source.documents[0].indicators[0].value;
        let place = value.place().expect("printed");
        let finding = Finding {
            document: 0,
            spot: Spot::new("indicators[0].value", place, before),
            code: "V001".to_owned(),
            severity: Severity::Info,
            message: Bilingual::default(),
            related: Vec::new(),
            fix: Some(Fix {
                path: "indicators[0].value".to_owned(),
                before: before.to_owned(),
                after: "≥12座".to_owned(),
            }),
        };
        let checked = Checked {
            findings: vec![finding],
            profiles: vec!["national"],
        };
        make(
            &source,
            "a.txt".to_owned(),
            checked,
            &Showing {
                level: SeverityJson::Info,
                held: &HeldBack::default(),
                local: &[],
                lang: Lang::Zh,
            },
        )
    }

    #[test]
    fn a_change_is_shown_in_its_line() {
        let lines = Lines::of(FORM);
        assert_eq!(
            diff(&report("≧12座"), Some(&lines)),
            "--- a.txt\n+++ a.txt\n@@ -6 +6 @@\n\
             -产出指标\t数量指标\t养护桥梁数量\t≧12座\n\
             +产出指标\t数量指标\t养护桥梁数量\t≥12座\n"
        );
        let comment = "# V001 documents[0].indicators[0].value: ≧12座 → ≥12座\n";
        assert!(diff(&report("≧12座"), None).ends_with(comment));
    }

    #[test]
    fn what_does_not_stand_there_is_not_changed() {
        let other = report("≧13座");
        assert!(diff(&other, Some(&Lines::of(FORM))).contains("# V001"));
        let mut text = Vec::new();
        json::write_json(&read(), Layout::Indented, &mut text).expect("in memory");
        let text = String::from_utf8(text).expect("UTF-8");
        let (same, changes) = corrected(&text, &other.findings).expect("our JSON");
        assert_eq!((same, changes), (text + "\n", 0));
    }

    #[test]
    fn json_is_changed_and_laid_out_as_it_was() {
        let mut text = Vec::new();
        json::write_json(&read(), Layout::Line, &mut text).expect("in memory");
        let one = String::from_utf8(text).expect("UTF-8");
        let (indented, changes) = corrected(&one, &report("≧12座").findings).expect("our JSON");
        assert_eq!(changes, 1);
        let read_again = json::from_json(&indented).expect("our JSON");
        let value = &read_again.documents[0].indicators[0].value;
        assert_eq!(value.get().map(|v| v.printed.as_str()), Some("≥12座"));
        for several in [format!("{one}\n{one}"), format!("[{one},{one}]")] {
            let (text, changes) = corrected(&several, &report("≧12座").findings).expect("JSON");
            assert_eq!(changes, 1);
            assert_eq!(text.starts_with('['), several.starts_with('['));
            assert_eq!(json::all_from_json(&text).expect("our JSON").len(), 2);
        }
    }
}
