//! The reference pages that are made from data and from the program's own help.
//!
//! `labels.md` and `units.md` come from `official/`, comments of the data files included;
//! `cli.md` and `cli.zh-CN.md` from the help texts of the program as it is built.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// What to do with the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Write those that have changed.
    Write,
    /// Write none, and fail if one has changed.
    Check,
}

/// Makes the pages of `docs/reference`.
pub fn run(mode: Mode) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = root.join("docs/reference");
    let mut stale = Vec::new();
    for (name, page) in pages(&root)? {
        let path = folder.join(name);
        let known = fs::read_to_string(&path).unwrap_or_default();
        // A checkout may have turned line ends into those of its system.
        if known.replace("\r\n", "\n") == page {
            continue;
        }
        match mode {
            Mode::Check => stale.push(format!("docs/reference/{name}")),
            Mode::Write => {
                fs::create_dir_all(&folder)?;
                fs::write(&path, page).map_err(|e| format!("{}: {e}", path.display()))?;
                println!("written: docs/reference/{name}");
            }
        }
    }
    match stale.is_empty() {
        true => Ok(()),
        false => Err(format!("stale: {}; run `cargo xtask codegen`", stale.join(", ")).into()),
    }
}

fn pages(root: &Path) -> Result<Vec<(&'static str, String)>> {
    let data = |name: &str| read_data(root.join("official").join(name));
    Ok(vec![
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
    ])
}

const GENERATED: &str = "<!-- Made by `cargo xtask codegen`; do not edit. -->";

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
                let words = entry.value.words().join("、");
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
    let value = |key: &str| section.value(key).map_or(Vec::new(), Value::words);
    let name = [value("name"), value("kind")].concat().join("、");
    let words = [value("labels"), value("words")].concat().join("、");
    let under = value("level1").join("、");
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
            let of = |key: &str| value.of(key).map_or(Vec::new(), Value::words).join("、");
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
                page += &row(&[&format!("`{}`", entry.key), &entry.value.words().join("、")]);
            }
            continue;
        }
        let meanings: Vec<String> = lists
            .filter(|e| e.key != "words")
            .map(|e| format!("{}: {}", e.key, e.value.words().join("、")))
            .collect();
        let words = section.value("words").map_or(Vec::new(), Value::words);
        page += &row(&[&meanings.join("<br>"), &words.join("、")]);
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
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let told = Command::new(cargo)
        .args(["run", "--quiet", "--package", "plumbline", "--"])
        .args(["--lang", lang])
        .args(command)
        .arg("--help")
        .env_remove("PLUMBLINE_LANG")
        .output()?;
    if !told.status.success() {
        return Err(String::from_utf8_lossy(&told.stderr).into_owned().into());
    }
    let lines = String::from_utf8(told.stdout)?;
    let lines: Vec<&str> = lines.lines().map(str::trim_end).collect();
    Ok(lines.join("\n").trim_end().to_owned())
}

/// A data file with its comments, which a TOML library leaves out. It knows the part of TOML that
/// the files use, and refuses the rest rather than skip it.
#[derive(Debug, Default)]
struct Data {
    /// The comment at the top of the file.
    comment: String,
    /// The first holds what stands before any heading, if anything does.
    sections: Vec<Section>,
}

#[derive(Debug, Default)]
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

#[derive(Debug)]
enum Value {
    /// A string, or a bare word such as `true` or a date.
    Word(String),
    List(Vec<Value>),
    Table(Vec<(String, Value)>),
}

impl Value {
    /// All strings in it.
    fn words(&self) -> Vec<String> {
        match self {
            Value::Word(word) => vec![word.clone()],
            Value::List(values) => values.iter().flat_map(Value::words).collect(),
            Value::Table(values) => values.iter().flat_map(|(_, v)| v.words()).collect(),
        }
    }

    /// The value of a key of a table.
    fn of(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Table(values) => values.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }
}

impl Section {
    fn value(&self, key: &str) -> Option<&Value> {
        let entry = self.entries.iter().find(|entry| entry.key == key);
        entry.map(|entry| &entry.value)
    }
}

fn read_data(path: PathBuf) -> Result<Data> {
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut reader = Reader { rest: &text };
    reader.data().map_err(|what| {
        let line = text[..text.len() - reader.rest.len()].lines().count();
        format!("{}:{line}: {what}", path.display()).into()
    })
}

/// What is still to be read of a data file.
struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn data(&mut self) -> std::result::Result<Data, String> {
        let mut data = Data::default();
        let mut section = Section::default();
        let mut comment = String::new();
        loop {
            let (more, is_apart) = self.comment();
            if is_apart && data.comment.is_empty() && data.sections.is_empty() {
                data.comment = std::mem::take(&mut comment);
            } else if is_apart {
                comment.clear();
            }
            join(&mut comment, &more);
            if !more.is_empty() {
                continue;
            }
            if self.rest.is_empty() {
                break;
            }
            if self.take("[") {
                let is_item = self.take("[");
                let name = self.key()?;
                self.expect(if is_item { "]]" } else { "]" })?;
                let next = Section {
                    name,
                    is_item,
                    comment: std::mem::take(&mut comment),
                    entries: Vec::new(),
                };
                data.sections.push(std::mem::replace(&mut section, next));
                continue;
            }
            let (key, value) = self.entry()?;
            // What stands above `checked`, the first entry of a file, is about the file.
            if data.comment.is_empty() && key == CHECKED {
                data.comment = std::mem::take(&mut comment);
            }
            let comment = std::mem::take(&mut comment);
            section.entries.push(Entry {
                key,
                value,
                comment,
            });
        }
        data.sections.push(section);
        data.sections
            .retain(|s| s.entries.iter().any(|e| e.key != CHECKED));
        Ok(data)
    }

    /// Skips blanks, then takes one line of comment; and whether a blank line was among the
    /// blanks.
    fn comment(&mut self) -> (String, bool) {
        let text = self.rest.trim_start();
        let blanks = &self.rest[..self.rest.len() - text.len()];
        let is_apart = blanks.matches('\n').count() > 1;
        self.rest = text;
        if !self.take("#") {
            return (String::new(), is_apart);
        }
        let line = self.rest.lines().next().unwrap_or_default();
        self.rest = &self.rest[line.len()..];
        let line = match line.trim() {
            "" => "\n\n",
            line => line,
        };
        (line.to_owned(), is_apart)
    }

    fn blanks(&mut self) {
        while !self.comment().0.is_empty() {}
    }

    fn take(&mut self, sign: &str) -> bool {
        self.rest = self.rest.trim_start();
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn expect(&mut self, sign: &str) -> std::result::Result<(), String> {
        match self.take(sign) {
            true => Ok(()),
            false => Err(format!("`{sign}` expected")),
        }
    }

    fn entry(&mut self) -> std::result::Result<(String, Value), String> {
        let key = self.key()?;
        self.expect("=")?;
        Ok((key, self.value()?))
    }

    fn key(&mut self) -> std::result::Result<String, String> {
        match self.take("\"") {
            true => self.string(),
            false => self.bare(),
        }
    }

    fn value(&mut self) -> std::result::Result<Value, String> {
        if self.take("\"") {
            return self.string().map(Value::Word);
        }
        if self.take("[") {
            let mut values = Vec::new();
            loop {
                self.blanks();
                if self.take("]") {
                    return Ok(Value::List(values));
                }
                values.push(self.value()?);
                self.blanks();
                if !self.take(",") && !self.rest.starts_with(']') {
                    return Err("`,` or `]` expected".to_owned());
                }
            }
        }
        if self.take("{") {
            let mut values = Vec::new();
            while !self.take("}") {
                values.push(self.entry()?);
                if !self.take(",") && !self.rest.starts_with('}') {
                    return Err("`,` or `}` expected".to_owned());
                }
            }
            return Ok(Value::Table(values));
        }
        self.bare().map(Value::Word)
    }

    /// The rest of a string, after its opening quotation mark.
    fn string(&mut self) -> std::result::Result<String, String> {
        let mut text = String::new();
        let mut chars = self.rest.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    self.rest = &self.rest[at + 1..];
                    return Ok(text);
                }
                '\\' => match chars.next() {
                    Some((_, c @ ('\\' | '"'))) => text.push(c),
                    _ => return Err("an escape this reader does not know".to_owned()),
                },
                '\n' => break,
                c => text.push(c),
            }
        }
        Err("a string that is not closed".to_owned())
    }

    /// A word without quotation marks.
    fn bare(&mut self) -> std::result::Result<String, String> {
        self.rest = self.rest.trim_start();
        let is_part = |c: char| c.is_ascii_alphanumeric() || "._+-:".contains(c);
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        match word {
            "" => Err("something this reader does not know".to_owned()),
            word => Ok(word.to_owned()),
        }
    }
}

fn join(comment: &mut String, more: &str) {
    let starts_line = !more.is_empty() && !more.starts_with('\n');
    if starts_line && !comment.is_empty() && !comment.ends_with('\n') {
        comment.push('\n');
    }
    comment.push_str(more);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_of_toml_that_the_files_use_is_read() {
        let text = "# About\n# the file.\nchecked = 2026-11-21\n\n# Lost.\n\n# Kept.\n[a]\n\
                    \"x.y\" = [\n  \"one\", # aside\n  \"t\\\\wo\",\n]\n[[b]]\n\
                    \"m\" = { en = \"metre\", also = [\"m\"] }\n";
        let data = Reader { rest: text }.data().expect("readable");
        assert_eq!(data.comment, "About\nthe file.");
        let [a, b] = data.sections.as_slice() else {
            panic!("two sections: {data:?}");
        };
        assert_eq!((a.name.as_str(), a.comment.as_str()), ("a", "Kept."));
        assert_eq!(a.entries[0].value.words(), ["one", "t\\wo"]);
        assert!(b.is_item);
        let english = b.entries[0].value.of("en").map(Value::words);
        assert_eq!(english, Some(vec!["metre".to_owned()]));
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for text in [
            "a = ",
            "a = \"x",
            "a = 'x'",
            "[a",
            "a = [\"x\" \"y\"]",
            "a = \"\\u00\"",
        ] {
            assert!(Reader { rest: text }.data().is_err(), "{text}");
        }
    }
}
