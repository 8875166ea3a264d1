//! Rendering, reading again, and what came out differently.

use plumbline_intake::Reading;
use plumbline_intake::limits::Limits;
use plumbline_model::Document;
use plumbline_render::composition::Composition;
use plumbline_render::fonts::Fonts;
use plumbline_render::form::Form;
use plumbline_render::room::{CLAUSES, has_room, left_out, rooms, statements};
use plumbline_render::{Blank, blank, docx, fill, html, markdown, ofd, pdf, xlsx};

/// A format that is written and read.
pub struct Format {
    pub name: &'static str,
    pub write: fn(&Composition, &Form) -> Vec<u8>,
}

pub const FORMATS: [Format; 6] = [
    Format {
        name: "html",
        write: |composition, _| html::write(composition),
    },
    Format {
        name: "markdown",
        write: |composition, _| markdown::write(composition),
    },
    Format {
        name: "docx",
        write: |composition, _| docx::write(composition).expect("packed"),
    },
    Format {
        name: "xlsx",
        write: |composition, form| xlsx::write(composition, &form.frame).expect("packed"),
    },
    Format {
        name: "pdf",
        write: |composition, _| pdf::write(composition, &Fonts::none()).expect("set").bytes,
    },
    Format {
        name: "ofd",
        write: |composition, _| ofd::write(composition, &Fonts::none()).expect("set").bytes,
    },
];

pub fn read(bytes: &[u8]) -> Reading {
    plumbline_intake::read(bytes, &Limits::default()).expect("readable")
}

/// What documents say differently after they have been set in a form and read again, of all that
/// the form has room for.
pub fn differences(form: &Form, documents: &[Document], format: &Format) -> Vec<String> {
    let set: Vec<&Document> = documents.iter().filter(|d| form.is_for(d.kind)).collect();
    let bytes = (format.write)(&fill(form, documents), form);
    let reading = read(&bytes);
    if let Ok(folder) = std::env::var("RENDER_KEEP") {
        let path = format!("{folder}/{}-{}.{}", form.name, set.len(), format.name);
        std::fs::write(path, &bytes).expect("written");
    }
    let again = &reading.documents;
    let mut wrong = Vec::new();
    // Words of the form itself (what a reviewer is to look at) need not be known, nor the name of
    // the body where it is said once more on a cover.
    // On pages its lines are broken otherwise.
    let plain = |text: &str| text.replace("<br>", "").replace(char::is_whitespace, "");
    let own = plain(&String::from_utf8(markdown::write(&blank(form, Blank::Page))).expect("text"));
    let is_own = |text: &str| {
        let of_unit = |d: &&Document| {
            let name = d.budget_unit.name.text();
            !name.is_empty() && text.starts_with(name)
        };
        own.contains(plain(text).trim_matches(['（', '）'])) || set.iter().any(of_unit)
    };
    for unread in reading.unread.iter().filter(|one| !is_own(&one.text)) {
        wrong.push(format!("unread at {}: {}", unread.place, unread.text));
    }
    if again.len() != set.len() {
        wrong.push(format!("{} documents became {}", set.len(), again.len()));
        return wrong;
    }
    for (number, (before, after)) in set.iter().zip(again).enumerate() {
        let rooms = rooms(form, before.kind);
        let (said, again) = (statements(before), statements(after));
        // Said before rendering: sentences cannot hold these indicators apart.
        let runs_together = left_out(form, before)
            .iter()
            .any(|left| left.path == CLAUSES);
        let is_kept = |path: &&String| !(runs_together && path.starts_with("indicators."));
        let paths = said
            .keys()
            .chain(again.keys().filter(|path| !said.contains_key(*path)));
        for path in paths.filter(is_kept).filter(|path| has_room(&rooms, path)) {
            let written = |of: Option<&Vec<String>>| {
                let all = of.cloned().unwrap_or_default();
                let is_said = all.iter().any(|text| !text.is_empty());
                if is_said { all } else { Vec::new() }
            };
            // Where no level 2 stands beside it, 满意度指标 is read as its own.
            let own_level2 = |all: Vec<String>| -> Vec<String> {
                let same = |text: String| text.replace("满意度指标", "");
                match path.ends_with(".level2") {
                    true if all
                        .iter()
                        .all(|text| text.is_empty() || text == "满意度指标") =>
                    {
                        Vec::new()
                    }
                    true => all.into_iter().map(same).collect(),
                    false => all,
                }
            };
            let (before, after) = (
                own_level2(written(said.get(path))),
                own_level2(written(again.get(path))),
            );
            if before != after {
                let at = before.iter().zip(&after).find(|(a, b)| a != b);
                let shown = match at {
                    Some((a, b)) => format!("{a:?} became {b:?}"),
                    None => format!(
                        "{} became {}: {before:?} {after:?}",
                        before.len(),
                        after.len()
                    ),
                };
                wrong.push(format!("document {number}, {path}: {shown}"));
            }
        }
    }
    wrong
}
