//! How fast documents are checked by all rules, beside what else could be done with them, in one
//! run: `cargo bench --bench checking`; `-- mixed` for the comparison alone, `-- rules` for the
//! slowest rules.
//!
//! Everything runs on one core and in memory: documents are read before the clock starts. Times are
//! time on the processor, the best of several rounds. Nothing is asserted about time.

#[expect(dead_code, reason = "memory is measured where documents are read")]
#[path = "../reading/measure.rs"]
mod measure;

use std::fs;
use std::path::Path;
use std::process::Command;

use measure::measure;
use mimalloc::MiMalloc;
use plumbline_intake::limits::Limits;
use plumbline_model::Document;
use plumbline_model::json::{self, Layout as Spacing, Source};
use plumbline_rules::{Checker, ProfileChoice, Rule, Selection, rules};
use xtask::corpus::{self, File, Layout};

/// As in the executable.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

const SEED: u64 = 7;
const PROJECTS: usize = 10_000;
const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];

/// Documents by source.
type Volumes = Vec<Vec<Document>>;

fn main() {
    let everything = checker(Selection::all());
    // Lists are loaded once in a process.
    seconds(&everything, &read(corpus::files(200, SEED, &Layout::ALL)));
    let is_asked = |part: &str| std::env::args().any(|argument| argument == part);
    if is_asked("rules") {
        return slowest_rules();
    }
    compare(&everything);
    if is_asked("mixed") {
        return;
    }
    by_projects(&everything);
    by_indicators(&everything);
}

fn checker(selection: Selection) -> Checker {
    Checker::new(&selection, ProfileChoice::Shown)
}

fn read(files: impl Iterator<Item = File>) -> Volumes {
    files
        .map(|file| {
            let reading = plumbline_intake::read(file.text.as_bytes(), &Limits::default());
            reading.expect("the corpus can be read").documents
        })
        .collect()
}

/// Best seconds of several rounds, and the findings.
fn seconds(checker: &Checker, volumes: &Volumes) -> (f64, usize) {
    let documents: usize = volumes.iter().map(Vec::len).sum();
    let mut best = f64::INFINITY;
    let mut found = 0;
    // Short work is done often, so that the clock can tell.
    let (rounds, times) = match documents {
        ..=20 => (7, 20),
        21..=200 => (7, 5),
        201..=2_000 => (7, 1),
        _ => (15, 1),
    };
    for _ in 0..rounds {
        let (findings, cost) = measure(|| {
            let mut findings = 0;
            for _ in 0..times {
                let checked = volumes.iter().map(|documents| checker.check(documents));
                findings = checked.map(|checked| checked.findings.len()).sum();
            }
            findings
        });
        best = best.min(cost.seconds / times as f64);
        found = findings;
    }
    (best, found)
}

/// All rules beside one loading of the JSON and beside a script with a dozen checks.
fn compare(checker: &Checker) {
    println!("\nChecking {PROJECTS} projects of mixed layouts, one core\n");
    println!(
        "{:34} {:>7} {:>11} {:>10} {:>9}",
        "", "seconds", "projects/s", "µs/project", "findings"
    );
    let row = |name: &str, seconds: f64, findings: Option<usize>| {
        println!(
            "{name:34} {seconds:>7.3} {:>11.0} {:>10.1} {:>9}",
            PROJECTS as f64 / seconds,
            seconds * 1e6 / PROJECTS as f64,
            findings.map_or(String::new(), |findings| findings.to_string()),
        );
    };
    let volumes = read(corpus::files(PROJECTS, SEED, &Layout::ALL));
    let (cost, findings) = seconds(checker, &volumes);
    let lines = in_json(volumes);
    let (_, parse) = measure(|| {
        for line in lines.lines() {
            let value: serde_json::Value = serde_json::from_str(line).expect("it is JSON");
            std::hint::black_box(value);
        }
    });
    row("loading their JSON (serde_json)", parse.seconds, None);
    if let Some([found, checked, loaded]) = script(&lines) {
        row("loading their JSON (Python)", loaded, None);
        row("script.py, 14 checks", checked, Some(found as usize));
    }
    let name = format!("plumbline, {} rules", rules::ALL.len());
    row(&name, cost, Some(findings));
}

/// A line of JSON for each source.
fn in_json(volumes: Volumes) -> String {
    let mut lines = Vec::new();
    for documents in volumes {
        let source = Source {
            documents,
            ..Source::default()
        };
        json::write_json(&source, Spacing::Line, &mut lines).expect("memory can be written");
        lines.push(b'\n');
    }
    String::from_utf8(lines).expect("JSON is UTF-8")
}

/// What a script finds, the seconds of its checks, and those of its loading.
fn script(lines: &str) -> Option<[f64; 3]> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/checking/script.py");
    let data = Path::new(env!("CARGO_TARGET_TMPDIR")).join("checking.jsonl");
    fs::write(&data, lines).expect("the corpus can be written");
    let output = Command::new("python3").arg(&script).arg(&data).output();
    fs::remove_file(&data).expect("the corpus can be removed");
    let output = match output {
        Ok(output) => output,
        Err(error) => {
            println!("SKIPPED script.py: python3 cannot be run: {error}");
            return None;
        }
    };
    let printed = String::from_utf8_lossy(&output.stdout);
    let figures: Vec<f64> = printed
        .split_whitespace()
        .filter_map(|figure| figure.parse().ok())
        .collect();
    let &[_, found, checked, loaded] = figures.as_slice() else {
        let error = String::from_utf8_lossy(&output.stderr);
        println!("SKIPPED script.py: it failed: {error}");
        return None;
    };
    Some([found, checked, loaded])
}

/// Cost by the number of projects in one source. Time per project must stay the same.
fn by_projects(checker: &Checker) {
    println!(
        "\nMore projects in one source: µs per project (must be flat), findings per project\n"
    );
    heading("projects");
    for layout in Layout::ALL {
        print!("{:11}", layout.name());
        for size in SIZES {
            let volumes = read(std::iter::once(File::new(layout, size, SEED, 0)));
            let (cost, found) = seconds(checker, &volumes);
            let size = size as f64;
            print!(" {:>8.1} {:>6.2}", cost * 1e6 / size, found as f64 / size);
        }
        println!();
    }
}

/// Cost by the number of indicators in one project. Time per indicator must stay the same.
fn by_indicators(checker: &Checker) {
    println!("\nMore indicators in one project: µs per indicator (must be flat), findings\n");
    heading("indicators");
    for layout in Layout::ALL {
        print!("{:11}", layout.name());
        for size in SIZES {
            let volumes = read(std::iter::once(File::of_one(layout, size, SEED)));
            let (cost, found) = seconds(checker, &volumes);
            print!(" {:>8.2} {found:>6}", cost * 1e6 / size as f64);
        }
        println!();
    }
}

fn heading(counted: &str) {
    let sizes: Vec<String> = SIZES.iter().map(|size| format!(" {size:>15}")).collect();
    println!("{counted:11}{}", sizes.concat());
}

/// How many rules are listed.
const SLOWEST: usize = 15;

/// Each rule alone, without the walk over the documents. What several rules share, such as the bill
/// of a document, is counted for each of them.
fn slowest_rules() {
    let mixed = read(corpus::files(PROJECTS / 10, SEED, &Layout::ALL));
    let one = read(std::iter::once(File::new(Layout::Tabs, 10_000, SEED, 0)));
    let long = read(std::iter::once(File::of_one(Layout::Tabs, 10_000, SEED)));
    for (name, volumes, unit, count) in [
        (
            "1,000 projects in many sources",
            mixed,
            "µs/project",
            1_000.0,
        ),
        ("10,000 projects in one source", one, "µs/project", 10_000.0),
        (
            "10,000 indicators in one project",
            long,
            "µs/indicator",
            10_000.0,
        ),
    ] {
        println!("\nThe slowest rules: {name}, {unit}, findings\n");
        let none: Vec<String> = rules::ALL.iter().map(|rule| rule.code.to_owned()).collect();
        let walk = Selection::new(&[], &none).expect("codes are known");
        let (walk, _) = seconds(&checker(walk), &volumes);
        println!("{:42} {:>8.2}", "(the walk alone)", walk * 1e6 / count);
        let mut costs: Vec<(f64, usize, &Rule)> = rules::ALL
            .iter()
            .map(|rule| {
                let only = Selection::new(&[rule.code.to_owned()], &[]).expect("codes are known");
                let (cost, found) = seconds(&checker(only), &volumes);
                (cost - walk, found, *rule)
            })
            .collect();
        costs.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (cost, found, rule) in costs.into_iter().take(SLOWEST) {
            let Rule { code, name, .. } = rule;
            println!("{code} {name:37} {:>8.2} {found:>7}", cost * 1e6 / count);
        }
    }
}
