//! The lists of Rust code that are made from folders and data: rules from their files, classes of
//! words from their data. They must not need the crate they are for, so that a stale list heals.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use toml_edit::DocumentMut;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const GENERATED: &str = "Made by `cargo xtask codegen`; do not edit.";

const RULES: &str = "crates/rules/src/rules";

/// The generated files, by path from the root.
pub fn files(root: &Path) -> Result<Vec<(String, String)>> {
    let rules = Path::new(RULES);
    let mut made = Vec::new();
    let mut all = Vec::new();
    for family in families(root)? {
        let folder = rules.join(&family);
        let files = names(&root.join(&folder), is_rule)?;
        let mut text = format!("//! {GENERATED}\n\n");
        for file in &files {
            text += &format!("pub mod {file};\n");
        }
        made.push((slashed(&folder.join("mod.rs")), text));
        all.push((family, files));
    }
    made.push((slashed(&rules.join("mod.rs")), list_of_rules(&all)));
    let data = fs::read_to_string(root.join("official/words/classes.toml"))?;
    made.push((
        "crates/rules/src/words/class.rs".to_owned(),
        classes(&data)?,
    ));
    made.push((
        "crates/rules/src/profile_files.rs".to_owned(),
        profiles(&root.join("official/profiles"))?,
    ));
    Ok(made)
}

/// The folders of rules that hold any.
pub fn families(root: &Path) -> Result<Vec<String>> {
    let rules = root.join(RULES);
    let mut families = Vec::new();
    for family in names(&rules, |path| path.is_dir())? {
        if !names(&rules.join(&family), is_rule)?.is_empty() {
            families.push(family);
        }
    }
    Ok(families)
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn is_rule(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "rs") && path.file_stem().is_some_and(|s| s != "mod")
}

/// Names of the files or folders in a folder, without extension, in order.
fn names(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if wanted(&path) {
            names.extend(
                path.file_stem()
                    .map(|stem| stem.to_string_lossy().into_owned()),
            );
        }
    }
    names.sort();
    Ok(names)
}

fn list_of_rules(families: &[(String, Vec<String>)]) -> String {
    let mut text =
        format!("//! All rules, one file each. {GENERATED}\n\nuse crate::rule::Rule;\n\n");
    for (family, _) in families {
        text += &format!("pub mod {family};\n");
    }
    text +=
        "\n/// All rules, by family and file.\n#[rustfmt::skip]\npub static ALL: &[&Rule] = &[\n";
    for (family, files) in families {
        for file in files {
            text += &format!("    &{family}::{file}::RULE,\n");
        }
    }
    text += "];\n";
    text
}

/// The classes of words as an enum.
fn classes(data: &str) -> Result<String> {
    let data: DocumentMut = data.parse()?;
    let mut classes = BTreeMap::new();
    for (key, item) in data.iter() {
        let Some(table) = item.as_table() else {
            continue;
        };
        let about = table.get("about").and_then(|about| about.as_str());
        let about = about.ok_or(format!("the class `{key}` does not say what it is about"))?;
        classes.insert(key.to_owned(), about.to_owned());
    }
    let mut text =
        format!("//! The classes of words of `official/words/classes.toml`. {GENERATED}\n\n");
    text += "/// A class of words.\n#[rustfmt::skip]\n#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\npub enum Word {\n";
    for (key, about) in &classes {
        text += &format!("    /// {about}\n    {},\n", pascal(key));
    }
    text += "}\n\n#[rustfmt::skip]\nimpl Word {\n    /// All classes.\n    pub const ALL: &[Word] = &[\n";
    for key in classes.keys() {
        text += &format!("        Word::{},\n", pascal(key));
    }
    text += "    ];\n\n    /// Its section in the data file.\n    pub fn key(self) -> &'static str {\n        match self {\n";
    for key in classes.keys() {
        text += &format!("            Word::{} => \"{key}\",\n", pascal(key));
    }
    text += "        }\n    }\n}\n";
    Ok(text)
}

/// The profiles, each after those it builds on.
fn profiles(folder: &Path) -> Result<String> {
    let mut bases = BTreeMap::new();
    for name in names(folder, |path| path.extension().is_some_and(|e| e == "toml"))? {
        let data: DocumentMut = fs::read_to_string(folder.join(format!("{name}.toml")))?.parse()?;
        let extends = data.get("extends").and_then(|base| base.as_str());
        let combined = data
            .get("combined_with")
            .and_then(|frames| frames.as_array());
        let combined = combined
            .into_iter()
            .flatten()
            .filter_map(|frame| frame.as_str());
        let on: Vec<_> = extends
            .into_iter()
            .chain(combined)
            .map(str::to_owned)
            .collect();
        bases.insert(name, on);
    }
    let mut ordered: Vec<String> = Vec::new();
    while ordered.len() < bases.len() {
        let is_next = |(name, on): &(&String, &Vec<String>)| {
            !ordered.contains(*name) && on.iter().all(|base| ordered.contains(base))
        };
        let next = bases.iter().find(is_next).map(|(name, _)| name.clone());
        ordered.push(next.ok_or("profiles extend each other, or one that is not there")?);
    }
    let mut text = format!(
        "//! The profiles of `official/profiles/`, each after those it builds on. {GENERATED}\n\n"
    );
    text += "/// File name and content.\n#[rustfmt::skip]\npub(crate) const FILES: &[(&str, &str)] = &[\n";
    for name in ordered {
        text += &format!(
            "    (\"{name}.toml\", include_str!(\"../../../official/profiles/{name}.toml\")),\n"
        );
    }
    text += "];\n";
    Ok(text)
}

/// `unit_price` → `UnitPrice`.
fn pascal(key: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        let first = chars.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(chars).collect::<String>()
    };
    key.split('_').map(word).collect()
}
