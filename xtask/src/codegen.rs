//! What is made from data, from folders and from the program's own words: lists of Rust code (see
//! `registry`) and reference pages.
//!
//! `labels.md` and `units.md` come from `official/`, comments of the data files included;
//! `cli.md` and `cli.zh-CN.md` from the help texts of the program as it is built; the pages of
//! rules (see `rule_pages`) from what it explains.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use crate::program::told;
use crate::registry;
use crate::rule_pages;
use toml_edit::{DocumentMut, Item, RawString, Table, Value};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// What to do with the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Write those that have changed.
    Write,
    /// Write none, and fail if one has changed.
    Check,
}

/// Makes the lists of Rust code, then the pages, which the program built with them helps to make.
pub fn run(mode: Mode) -> Result<()> {
    let root = xtask::root();
    let mut stale = put(&root, registry::files(&root)?, mode)?;
    stale.extend(put(&root, pages(&root)?, mode)?);
    stale.extend(put(&root, rule_pages::files(&root)?, mode)?);
    match stale.is_empty() {
        true => Ok(()),
        false => Err(format!("stale: {}; run `cargo xtask codegen`", stale.join(", ")).into()),
    }
}

/// Writes those files that have changed, or names them.
fn put(root: &Path, files: Vec<(String, String)>, mode: Mode) -> Result<Vec<String>> {
    let mut stale = Vec::new();
    for (name, text) in files {
        let path = root.join(&name);
        let known = fs::read_to_string(&path).unwrap_or_default();
        // A checkout may have turned line ends into those of its system.
        if known.replace("\r\n", "\n") == text {
            continue;
        }
        match mode {
            Mode::Check => stale.push(name),
            Mode::Write => {
                if let Some(folder) = path.parent() {
                    fs::create_dir_all(folder)?;
                }
                fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))?;
                println!("written: {name}");
            }
        }
    }
    Ok(stale)
}

fn pages(root: &Path) -> Result<Vec<(String, String)>> {
    let data = |name: &str| read_data(root.join("official").join(name));
    let pages = vec![
        (
            "labels.md",
            labels_page(&[
                ("Labels · 标签", data("labels/labels.toml")?),
                (
                    "Levels of indicators · 指标层级",
                    data("labels/frame.toml")?,
                ),
                ("Titles · 表名", data("labels/titles.toml")?),
                ("Prose · 叙述", data("labels/prose.toml")?),
            ]),
        ),
        (
            "units.md",
            units_page(&data("units/units.toml")?, &data("units/grades.toml")?),
        ),
        ("cli.md", cli_page("en", "Command line")?),
        ("cli.zh-CN.md", cli_page("zh", "命令行")?),
    ];
    let named = |(name, page)| (format!("docs/reference/{name}"), page);
    Ok(pages.into_iter().map(named).collect())
}

/// What stands at the top of a page.
pub const GENERATED: &str = "<!-- Made by `cargo xtask codegen`; do not edit. -->";

/// The key that says when a data file was last held against its sources.
const CHECKED: &str = "checked";

/// The vocabulary: a section a heading, a key a row.
fn labels_page(files: &[(&str, Data)]) -> String {
    let mut page = GENERATED.to_owned();
    add(&mut page, "# Vocabulary · 词表");
    add(
        &mut page,
        "What Plumbline knows the words of forms by, from `official/labels/`. To teach it a word, \
         add it there; see CONTRIBUTING.md.",
    );
    for (title, data) in files {
        add(&mut page, &format!("## {title}"));
        add(&mut page, &data.comment);
        let mut last = None;
        for section in &data.sections {
            if last != Some(&section.name) {
                if !section.name.is_empty() {
                    add(&mut page, &format!("### {}", section.name));
                }
                add(&mut page, &section.comment);
                add(&mut page, "| key | words |\n|---|---|");
            }
            last = Some(&section.name);
            if section.is_item {
                page += &item_row(section);
                continue;
            }
            for entry in section.entries.iter().filter(|e| e.key != CHECKED) {
                let words = words(&entry.value).join("、");
                let comment = match entry.comment.as_str() {
                    "" => String::new(),
                    comment => format!("<br>{comment}"),
                };
                page += &row(&[&format!("`{}`{comment}", entry.key), &words]);
            }
        }
    }
    page
}

/// A section that is one of a list: its name or kind is the key.
fn item_row(section: &Section) -> String {
    let name = [section.words("name"), section.words("kind")].concat();
    let name = name.join("、");
    let words = [section.words("labels"), section.words("words")].concat();
    let words = words.join("、");
    let under = section.words("level1").join("、");
    match under.as_str() {
        "" => row(&[&name, &words]),
        under => row(&[&format!("{name}<br>under {under}"), &words]),
    }
}

/// Units, a dimension a heading, and the words of qualitative values.
fn units_page(units: &Data, grades: &Data) -> String {
    let mut page = GENERATED.to_owned();
    add(&mut page, "# Units and grade words · 单位与定性用语");
    add(
        &mut page,
        "What target values are measured in, from `official/units/units.toml`. 百, 千, 万 and 亿 \
         before a unit are multipliers, not part of it.",
    );
    for section in &units.sections {
        add(&mut page, &format!("## {}", section.name));
        add(&mut page, &section.comment);
        let head = "| unit | English | equals | other spellings |\n|---|---|---|---|";
        add(&mut page, head);
        for Entry { key, value, .. } in &section.entries {
            let of = |key: &str| words_of(value, key).join("、");
            page += &row(&[key, &of("en"), &of("is"), &of("also")]);
        }
    }
    add(&mut page, "## Words of qualitative values");
    add(
        &mut page,
        "From `official/units/grades.toml`. A phrase has the meanings of all words found in it.",
    );
    add(&mut page, "| meaning | words |\n|---|---|");
    for section in &grades.sections {
        let lists = section.entries.iter().filter(|e| e.key != CHECKED);
        if !section.is_item {
            for entry in lists {
                page += &row(&[&format!("`{}`", entry.key), &words(&entry.value).join("、")]);
            }
            continue;
        }
        let meanings: Vec<String> = lists
            .filter(|e| e.key != "words")
            .map(|e| format!("{}: {}", e.key, words(&e.value).join("、")))
            .collect();
        let words = section.words("words").join("、");
        page += &row(&[&meanings.join("<br>"), &words]);
    }
    page
}

/// Adds a heading, a paragraph or the head of a table, if there is anything to add.
fn add(page: &mut String, block: &str) {
    if !block.is_empty() {
        page.truncate(page.trim_end().len());
        *page += "\n\n";
        *page += block;
        *page += "\n";
    }
}

fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|c| c.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// The help of the program and of each of its commands, as it is printed.
fn cli_page(lang: &str, title: &str) -> Result<String> {
    let mut page = GENERATED.to_owned();
    let names = commands(&help("en", None)?);
    if names.is_empty() {
        return Err("the help lists no commands".into());
    }
    add(&mut page, &format!("# {title}"));
    add(&mut page, "## plumbline");
    add(&mut page, &format!("```text\n{}\n```", help(lang, None)?));
    for name in names {
        let text = help(lang, Some(&name))?;
        add(&mut page, &format!("## plumbline {name}"));
        add(&mut page, &format!("```text\n{text}\n```"));
    }
    Ok(page)
}

/// The names in the list of commands of an English help text.
fn commands(help: &str) -> Vec<String> {
    help.lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

fn help(lang: &str, command: Option<&str>) -> Result<String> {
    let args: Vec<&str> = command.into_iter().chain(["--help"]).collect();
    told(lang, &args)
}

/// A data file with its comments.
#[derive(Debug)]
struct Data {
    /// The comment at the top of the file.
    comment: String,
    /// The first holds what stands before any heading, if anything does.
    sections: Vec<Section>,
}

#[derive(Debug)]
struct Section {
    name: String,
    /// `[[name]]`: one of several with this name.
    is_item: bool,
    /// The comment above the heading.
    comment: String,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    key: String,
    value: Value,
    /// The comment above the entry.
    comment: String,
}

impl Section {
    fn new(name: &str, is_item: bool, table: &Table) -> Result<Section> {
        Ok(Section {
            name: name.to_owned(),
            is_item,
            comment: own_comment(table.decor().prefix()),
            entries: table
                .iter()
                .map(|(key, item)| match item {
                    Item::Value(value) => Ok(Entry::new(table, key, value)),
                    _ => Err(format!("`{key}` in `{name}`: a table within a table").into()),
                })
                .collect::<Result<_>>()?,
        })
    }

    /// All strings in the value of a key.
    fn words(&self, key: &str) -> Vec<String> {
        let entry = self.entries.iter().find(|entry| entry.key == key);
        entry.map_or(Vec::new(), |entry| words(&entry.value))
    }
}

impl Entry {
    fn new(table: &Table, key: &str, value: &Value) -> Entry {
        Entry {
            key: key.to_owned(),
            value: value.clone(),
            comment: own_comment(above_key(table, key)),
        }
    }
}

/// All strings in a value; what is neither a string nor made of values, as it is written.
fn words(value: &Value) -> Vec<String> {
    match value {
        Value::String(word) => vec![word.value().clone()],
        Value::Array(values) => values.iter().flat_map(words).collect(),
        Value::InlineTable(values) => values.iter().flat_map(|(_, v)| words(v)).collect(),
        bare => vec![bare.clone().decorated("", "").to_string()],
    }
}

/// All strings under a key of a value that is a table.
fn words_of(value: &Value, key: &str) -> Vec<String> {
    let table = value.as_inline_table();
    table.and_then(|t| t.get(key)).map_or(Vec::new(), words)
}

fn read_data(path: PathBuf) -> Result<Data> {
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    data(&text).map_err(|e| format!("{}: {e}", path.display()).into())
}

fn data(text: &str) -> Result<Data> {
    let document: DocumentMut = text.parse()?;
    let mut sections = vec![before_headings(&document)];
    for (name, item) in document.iter() {
        match item {
            Item::Table(table) => sections.push(Section::new(name, false, table)?),
            Item::ArrayOfTables(tables) => {
                for table in tables {
                    sections.push(Section::new(name, true, table)?);
                }
            }
            Item::Value(_) | Item::None => {}
        }
    }
    sections.retain(|s| s.entries.iter().any(|e| e.key != CHECKED));
    Ok(Data {
        comment: top_comment(&document),
        sections,
    })
}

/// What stands before any heading.
fn before_headings(document: &Table) -> Section {
    let values = document
        .iter()
        .filter_map(|(key, item)| Some((key, item.as_value()?)));
    Section {
        name: String::new(),
        is_item: false,
        comment: String::new(),
        entries: values
            .map(|(key, value)| Entry::new(document, key, value))
            .collect(),
    }
}

/// The comment at the top of a file: one that a blank line sets apart from what follows, or that
/// stands above `checked`.
fn top_comment(document: &Table) -> String {
    let Some((key, item)) = document.iter().next() else {
        return String::new();
    };
    let above = match item {
        Item::Table(table) => table.decor().prefix(),
        Item::ArrayOfTables(tables) => tables.get(0).and_then(|t| t.decor().prefix()),
        Item::Value(_) | Item::None => above_key(document, key),
    };
    let mut blocks = comments(above);
    if key != CHECKED {
        blocks.pop();
    }
    let top = blocks.into_iter().find(|block| !block.is_empty());
    top.unwrap_or_default()
}

fn above_key<'t>(table: &'t Table, key: &str) -> Option<&'t RawString> {
    table.key(key)?.leaf_decor().prefix()
}

/// The comment right above something, with no blank line between.
fn own_comment(above: Option<&RawString>) -> String {
    comments(above).pop().unwrap_or_default()
}

/// The comments above something, parted at blank lines; the last, which may be empty, is its own.
fn comments(above: Option<&RawString>) -> Vec<String> {
    let above = above.and_then(RawString::as_str).unwrap_or_default();
    // After the last line end stands only what the thing itself is indented by.
    let Some((lines, _)) = above.rsplit_once('\n') else {
        return Vec::new();
    };
    let lines: Vec<&str> = lines.split('\n').map(str::trim).collect();
    let blocks = lines.split(|line| line.is_empty());
    blocks.map(comment).collect()
}

/// The text of lines of comment.
fn comment(lines: &[&str]) -> String {
    let lines = lines.iter().map(|line| line.trim_start_matches('#').trim());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_kept_with_what_they_stand_above() {
        let text = "# About\n#\n# the file.\nchecked = 2026-11-21\n\n# Lost.\n\n# Kept.\n[a]\n\
                    # Of x.y.\n\"x.y\" = [\n  \"one\", # aside\n  \"t\\\\wo\",\n]\n[[b]]\n\
                    \"m\" = { en = \"metre\", also = [\"m\"] }\nyes = true # aside\n";
        for text in [text.to_owned(), text.replace('\n', "\r\n")] {
            let data = data(&text).expect("readable");
            assert_eq!(data.comment, "About\n\nthe file.");
            let [a, b] = data.sections.as_slice() else {
                panic!("two sections: {data:?}");
            };
            assert_eq!((a.name.as_str(), a.comment.as_str()), ("a", "Kept."));
            assert_eq!(a.entries[0].comment, "Of x.y.");
            assert_eq!(a.words("x.y"), ["one", "t\\wo"]);
            assert!(b.is_item);
            assert_eq!(words_of(&b.entries[0].value, "en"), ["metre"]);
            assert_eq!(b.words("yes"), ["true"]);
        }
    }

    #[test]
    fn a_comment_set_apart_from_the_first_entry_is_about_the_file() {
        for first in ["x = [\"y\"]\n", "[a]\nx = 1\n", "[[a]]\nx = 1\n"] {
            let apart = data(&format!("# File.\n\n{first}")).expect("readable");
            assert_eq!(apart.comment, "File.", "{first}");
            let own = data(&format!("# Own.\n{first}")).expect("readable");
            assert_eq!(own.comment, "", "{first}");
        }
    }

    #[test]
    fn what_the_pages_have_no_place_for_is_refused() {
        for text in ["a = ", "[a", "[a.b]\nx = 1", "[a]\nx.y = 1", "[[a]]\n[a.b]"] {
            assert!(data(text).is_err(), "{text}");
        }
    }
}
