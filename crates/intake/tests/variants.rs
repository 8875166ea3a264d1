//! Layouts nobody has seen: forms printed in many ways and twisted at random must read as what
//! they say, and nothing of them may be lost.
//!
//! A case is a seed, a layout and some twists (`plan`). From the seed come forms (`form`), from
//! the forms pages (`layout`, `register`, `prose`), which are twisted (`twist`) and printed
//! (`print`). The same seed always gives the same case. `VARIANTS=5000` runs so many cases,
//! `VARIANTS_FROM` begins at another seed, `VARIANTS_ONLY=Form` keeps to layouts whose
//! names begin so, `VARIANTS_ONE=seed` shows one case.

#[path = "variants/chance.rs"]
mod chance;
#[path = "variants/form.rs"]
mod form;
#[path = "variants/layout.rs"]
mod layout;
#[path = "variants/page.rs"]
mod page;
#[path = "variants/plan.rs"]
mod plan;
#[path = "variants/print.rs"]
mod print;
#[path = "variants/prose.rs"]
mod prose;
#[path = "variants/register.rs"]
mod register;
#[path = "variants/twist.rs"]
mod twist;
#[path = "variants/words.rs"]
mod words;

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write;

use plumbline_intake::ledger::Taken;
use plumbline_intake::limits::Limits;
use plumbline_intake::{Inspection, inspect};
use plumbline_model::json;
use serde_json::Value;

use chance::Chance;
use form::{Form, Kind, Size};
use layout::Maker;
use page::Block;
use plan::{APART, Layout, Plan, Twist, fits};
use words::Words;

/// Cases a run of the test has unless `VARIANTS` says otherwise.
const CASES: u64 = 400;

/// What the reader does not read yet: a layout (or any), and the twists that together it fails on.
const NOT_YET_READ: &[(Option<Layout>, &[Twist])] = &[];

/// What all cases are made from.
struct Stock {
    words: Words,
    samples: Vec<Form>,
}

/// A file and what it says.
struct Case {
    text: String,
    bytes: Vec<u8>,
    expected: Vec<Value>,
}

/// The plan of a seed.
fn plan(seed: u64) -> Plan {
    let mut chance = Chance::of(seed, "plan");
    let layout = *chance.pick(&Layout::ALL);
    let wanted = chance.below(5);
    let mut all: Vec<Twist> = Twist::ALL
        .iter()
        .copied()
        .filter(|t| fits(layout, *t))
        .collect();
    chance.shuffle(&mut all);
    let mut twists: Vec<Twist> = Vec::new();
    for twist in all {
        let apart =
            |other: &Twist| APART.contains(&(twist, *other)) || APART.contains(&(*other, twist));
        if twists.len() < wanted && !twists.iter().any(apart) {
            twists.push(twist);
        }
    }
    twists.sort();
    Plan {
        seed,
        layout,
        twists,
        size: Size::FULL,
    }
}

/// Makes the file of a plan.
fn make(plan: &Plan, stock: &Stock) -> Case {
    let mut forms = forms(plan, stock);
    let blocks = twist::twist(plan, blocks(plan, stock, &mut forms), &forms);
    let text = print::print(plan, &blocks);
    Case {
        bytes: print::encoded(plan, &text),
        text,
        expected: forms.iter().map(Form::expected).collect(),
    }
}

/// Makes the file of a plan with a sentence in it that has nothing to do with it.
fn make_with_junk(plan: &Plan, stock: &Stock) -> String {
    let mut forms = forms(plan, stock);
    let mut blocks = blocks(plan, stock, &mut forms);
    twist::junk(plan, &mut blocks);
    print::print(plan, &twist::twist(plan, blocks, &forms))
}

/// The blocks of a plan before they are twisted; takes from the forms what has no room in them.
fn blocks(plan: &Plan, stock: &Stock, forms: &mut [Form]) -> Vec<Block> {
    let mut maker = Maker::new(plan, &stock.words);
    for form in forms.iter_mut() {
        layout::trim(form, plan, &stock.words);
        if plan.layout.is_prose() {
            prose::trim(form, plan);
        }
    }
    if plan.layout.is_register() {
        align(forms, maker.style("titled").percent(70));
        return register::register(&maker, forms);
    }
    if plan.layout.is_prose() {
        same_year(forms);
        let told = forms
            .iter()
            .enumerate()
            .flat_map(|(at, form)| prose::prose(&maker, form, at));
        return prose::heading(&forms[0]).into_iter().chain(told).collect();
    }
    let fields = plan.layout.is_fields();
    let page = |form: &Form| {
        if fields {
            maker.fields_and_table(form)
        } else {
            maker.form_table(form)
        }
    };
    forms.iter().flat_map(page).collect()
}

fn forms(plan: &Plan, stock: &Stock) -> Vec<Form> {
    let mut chance = Chance::of(plan.seed, "kinds");
    let kinds: &[Kind] = match () {
        () if plan.has(Twist::MixedKinds) => {
            &[Kind::Target, Kind::SelfEvaluation, Kind::Monitoring]
        }
        () if plan.has(Twist::Evaluation) => &[Kind::SelfEvaluation],
        () if plan.has(Twist::Monitoring) => &[Kind::Monitoring],
        () => &[Kind::Target],
    };
    let wanted = if plan.has(Twist::Several) {
        chance.within(2, 3)
    } else {
        1
    };
    let wanted = match plan.has(Twist::SideBySide) || plan.has(Twist::MixedKinds) {
        true => wanted.max(2),
        false => wanted,
    };
    let size = Size {
        forms: wanted.min(plan.size.forms),
        ..plan.size
    };
    let mut forms = form::forms(plan.seed, size, kinds, &stock.samples);
    for form in &mut forms {
        if !plan.has(Twist::BodyCodes) {
            form.bodies.values_mut().for_each(|body| body.code = None);
        }
        if !plan.has(Twist::Blanks) {
            form.fill_blanks();
        }
        if plan.has(Twist::MediumGoals) {
            form.medium = vec!["到2027年，建成覆盖全县的管护体系，长期发挥效益。".to_owned()];
        }
    }
    if forms.iter().any(|form| form.year.is_none()) {
        forms.iter_mut().for_each(|form| form.year = None);
    }
    forms
}

/// A register has one set of columns, one title with one year, and one line of goals.
fn align(forms: &mut [Form], titled: bool) {
    same_year(forms);
    let columns: Vec<&str> = forms[0].columns();
    let money: Vec<&str> = form::MONEY
        .into_iter()
        .filter(|k| forms.iter().all(|f| f.money.iter().any(|(m, _)| m == k)))
        .collect();
    let fields: Vec<&str> = forms[0]
        .project
        .keys()
        .copied()
        .filter(|k| forms.iter().all(|f| f.project.contains_key(k)))
        .collect();
    let bodies: Vec<&str> = forms[0]
        .bodies
        .keys()
        .copied()
        .filter(|k| forms.iter().all(|f| f.bodies.contains_key(k)))
        .collect();
    for form in forms {
        form.year = form.year.filter(|_| titled);
        form.money.retain(|(key, _)| money.contains(key));
        form.project.retain(|key, _| fields.contains(key));
        form.bodies.retain(|key, _| bodies.contains(key));
        for row in &mut form.rows {
            row.cells.retain(|key, _| columns.contains(key));
            for column in &columns {
                row.cells.entry(column).or_default();
            }
        }
    }
}

fn same_year(forms: &mut [Form]) {
    let year = forms.first().and_then(|form| form.year);
    forms.iter_mut().for_each(|form| form.year = year);
}

fn read(bytes: &[u8]) -> Inspection {
    inspect(bytes, &Limits::default()).expect("a file that can be read")
}

/// Reads a case, and says what of it was read wrong.
fn check(case: &Case, words: &Words) -> Vec<String> {
    let inspection = read(&case.bytes);
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
fn check_junk(text: &str, words: &Words) -> Vec<String> {
    let inspection = read(text.as_bytes());
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
            && !words.is_level(&text)
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

/// The smallest plan that still fails: fewer twists, forms and rows.
fn smallest(plan: &Plan, stock: &Stock) -> Plan {
    let fails = |plan: &Plan| !check(&make(plan, stock), &stock.words).is_empty();
    let mut plan = plan.clone();
    while let Some(smaller) = plan.twists.iter().map(|t| plan.without(*t)).find(fails) {
        plan = smaller;
    }
    let sizes = [
        Size {
            goals: 1,
            ..plan.size
        },
        Size {
            plan: false,
            ..plan.size
        },
        Size {
            bodies: false,
            ..plan.size
        },
        Size {
            fields: false,
            ..plan.size
        },
        Size {
            money: 1,
            ..plan.size
        },
        Size {
            money: 2,
            ..plan.size
        },
    ];
    for size in sizes {
        let smaller = Plan {
            size: plan.size.min(size),
            ..plan.clone()
        };
        if fails(&smaller) {
            plan = smaller;
        }
    }
    let rows = (1..plan.size.rows).map(|rows| Plan {
        size: Size { rows, ..plan.size },
        ..plan.clone()
    });
    rows.into_iter().find(fails).unwrap_or(plan)
}

/// What a failure is grouped by: layout, twists, and which fields are wrong.
fn kind_of(plan: &Plan, stock: &Stock) -> String {
    let mut fields: Vec<String> = check(&make(plan, stock), &stock.words)
        .iter()
        .filter_map(|line| line.split_once(':'))
        .map(|(path, _)| path.replace(|c: char| "[]0123456789".contains(c), ""))
        .filter(|path| path.len() < 40)
        .collect();
    fields.sort();
    fields.dedup();
    fields.truncate(4);
    format!("{:?} {:?} {}", plan.layout, plan.twists, fields.join(" "))
}

fn is_excused(plan: &Plan) -> bool {
    NOT_YET_READ.iter().any(|(layout, twists)| {
        layout.is_none_or(|l| l == plan.layout) && twists.iter().all(|t| plan.has(*t))
    })
}

fn number(name: &str) -> Option<u64> {
    env::var(name).ok().and_then(|text| text.parse().ok())
}

/// Passed and failed cases by layout and by twist.
#[derive(Default)]
struct Tally(BTreeMap<String, (u32, u32)>);

impl Tally {
    fn count(&mut self, plan: &Plan, passed: bool) {
        let mut names = vec![format!("{:?}", plan.layout)];
        names.extend(plan.twists.iter().map(|t| format!("  {t:?}")));
        for name in names {
            let (passes, fails) = self.0.entry(name).or_default();
            *if passed { passes } else { fails } += 1;
        }
    }
}

#[test]
fn layouts_never_seen_read_exactly() {
    let stock = Stock {
        words: Words::load(),
        samples: form::samples(),
    };
    if let Some(seed) = number("VARIANTS_ONE") {
        let smallest = smallest(&plan(seed), &stock);
        let case = make(&smallest, &stock);
        panic!(
            "{smallest:?}\n{}\n{}",
            case.text,
            check(&case, &stock.words).join("\n")
        );
    }
    let from = number("VARIANTS_FROM").unwrap_or(0);
    let cases = number("VARIANTS").unwrap_or(CASES);
    let mut tally = Tally::default();
    let mut failures: BTreeMap<String, Vec<Plan>> = BTreeMap::new();
    let only = env::var("VARIANTS_ONLY").unwrap_or_default();
    let wanted = |plan: &Plan| format!("{:?}", plan.layout).starts_with(&only) && !is_excused(plan);
    for plan in (from..from + cases).map(plan).filter(wanted) {
        let passed = check(&make(&plan, &stock), &stock.words).is_empty();
        tally.count(&plan, passed);
        if !passed {
            let smallest = smallest(&plan, &stock);
            failures
                .entry(kind_of(&smallest, &stock))
                .or_default()
                .push(smallest);
        }
    }
    for (name, (passed, failed)) in &tally.0 {
        println!("{name:24} {passed:6} {failed:6}");
    }
    report(&failures, &stock);
}

#[test]
fn nothing_is_lost() {
    let stock = Stock {
        words: Words::load(),
        samples: form::samples(),
    };
    let cases = number("VARIANTS").unwrap_or(CASES);
    let mut text = String::new();
    let mut failed = 0;
    for plan in (0..cases).map(plan) {
        let lost = |plan: &Plan| check_junk(&make_with_junk(plan, &stock), &stock.words);
        if lost(&plan).is_empty() {
            continue;
        }
        let mut plan = plan.clone();
        while let Some(smaller) = plan
            .twists
            .iter()
            .map(|t| plan.without(*t))
            .find(|p| !lost(p).is_empty())
        {
            plan = smaller;
        }
        failed += 1;
        let file = make_with_junk(&plan, &stock);
        let _ = writeln!(
            text,
            "### {:?} {:?} seed {}\n{file}\n--- {}",
            plan.layout,
            plan.twists,
            plan.seed,
            lost(&plan).join("\n--- ")
        );
    }
    assert!(failed == 0, "{failed} cases lose text:\n{text}");
}

/// Fails with the smallest case of every group.
fn report(failures: &BTreeMap<String, Vec<Plan>>, stock: &Stock) {
    let mut groups: Vec<(&String, &Vec<Plan>)> = failures.iter().collect();
    groups.sort_by_key(|(_, plans)| std::cmp::Reverse(plans.len()));
    let mut text = String::new();
    for (name, plans) in &groups {
        let made = plans.iter().map(|plan| (plan, make(plan, stock)));
        let Some((plan, case)) = made.min_by_key(|(_, case)| case.text.len()) else {
            continue;
        };
        let found = check(&case, &stock.words);
        let seeds: Vec<u64> = plans.iter().map(|p| p.seed).take(9).collect();
        let _ = writeln!(
            text,
            "=== {} × {name}, seeds {seeds:?}, shown {}",
            plans.len(),
            plan.seed
        );
        let _ = writeln!(
            text,
            "{}\n--- {}",
            case.text.trim_end(),
            found
                .iter()
                .take(12)
                .cloned()
                .collect::<Vec<_>>()
                .join("\n--- ")
        );
    }
    let total: usize = failures.values().map(Vec::len).sum();
    assert!(groups.is_empty(), "{total} cases read wrong:\n{text}");
}
