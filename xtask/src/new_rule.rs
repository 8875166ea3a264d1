//! `cargo xtask new-rule`: a file with everything a rule declares, under the next code of its
//! family.

use std::error::Error;
use std::fs;
use std::path::Path;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Families: folder and letter of the codes.
const FAMILIES: [(&str, char); 11] = [
    ("form", 'F'),
    ("money", 'M'),
    ("plan", 'P'),
    ("time", 'T'),
    ("value", 'V'),
    ("level", 'L'),
    ("consistency", 'C'),
    ("reason", 'R'),
    ("disclosure", 'D'),
    ("self_evaluation", 'S'),
    ("monitoring", 'N'),
];

/// Writes the file and says where it is.
pub fn run(family: &str, name: &str) -> Result<()> {
    let (folder, letter) = FAMILIES
        .iter()
        .find(|(folder, letter)| *folder == family || letter.to_string() == family)
        .ok_or_else(|| format!("no family `{family}`; there are {}", family_names()))?;
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if name.is_empty() || !name.chars().all(fits) {
        return Err(
            format!("`{name}`: a rule is named after its defect, as in blank-value").into(),
        );
    }
    let rules = xtask::root().join("crates/rules/src/rules");
    let folder = rules.join(folder);
    let path = folder.join(name.replace('-', "_")).with_extension("rs");
    if path.exists() {
        return Err(format!("{} is there already", path.display()).into());
    }
    let code = next_code(&folder, *letter)?;
    fs::create_dir_all(&folder)?;
    fs::write(&path, skeleton(&code, name))?;
    println!(
        "{code}: fill in {}, then run `cargo xtask codegen`",
        path.display()
    );
    Ok(())
}

fn family_names() -> String {
    FAMILIES
        .map(|(folder, letter)| format!("{folder} ({letter})"))
        .join(", ")
}

/// One more than the highest code in the folder: codes are never used again, gaps stay.
fn next_code(folder: &Path, letter: char) -> Result<String> {
    let mut highest = 0;
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let text = fs::read_to_string(entry?.path())?;
        let marker = format!("code: \"{letter}");
        let codes = text
            .split(&marker)
            .skip(1)
            .filter_map(|rest| rest.get(..3)?.parse().ok());
        highest = codes.fold(highest, u16::max);
    }
    Ok(format!("{letter}{:03}", highest + 1))
}

fn skeleton(code: &str, name: &str) -> String {
    format!(
        r#"//! What is wrong, in a sentence.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{{Part, Row}};
use crate::rule::*;
use plumbline_model::Severity;

/// What is wrong, in a sentence.
pub static RULE: Rule = Rule {{
    code: "{code}",
    name: "{name}",
    title: text("", ""),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text("", ""))],
    why: text("", ""),
    remedy: text("", ""),
    finds: &["数量 | 培训人数 | <<"],
    passes: &["数量 | 培训人数 | ≥50人"],
    check: Check::Indicator(check),
}};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {{
    let _ = (row.spot(Part::Value), case, findings);
}}
"#
    )
}
