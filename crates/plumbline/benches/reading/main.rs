//! How fast documents are read, beside what else could be done with them, in one run:
//! `cargo bench`, or `cargo bench -- 6000` for fewer projects.
//!
//! Everything runs on one core and from files. Times are time on the processor, so that a busy
//! machine does not matter much. Nothing is asserted about time.

mod measure;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use measure::{Cost, measure};
use mimalloc::MiMalloc;
use plumbline_intake::limits::Limits;
use plumbline_model::TargetValue;
use xtask::corpus::{self, File, Layout, Written};

/// As in the executable.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

const SEED: u64 = 7;
const PROJECTS: usize = 100_000;

/// How many projects and indicators a reader found, and what that cost.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    projects: usize,
    indicators: usize,
    cost: Cost,
}

fn main() {
    let projects = std::env::args()
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(PROJECTS);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reading");
    compare(projects, &folder);
    many_files(projects, &folder);
    one_file(projects);
    values();
    remove(&folder);
}

fn remove(folder: &Path) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("the corpus can be removed");
    }
}

/// Writes a corpus in place of the one that was there.
fn write(projects: usize, layouts: &[Layout], folder: &Path) -> Written {
    remove(folder);
    corpus::write(corpus::files(projects, SEED, layouts), folder)
        .expect("the corpus can be written")
}

fn compare(projects: usize, folder: &Path) {
    println!("\nReading files, one core\n");
    println!(
        "{:11} {:>8} {:>7} {:11} {:>10} {:>8} {:>8}",
        "layout", "projects", "MB", "", "projects/s", "MB/s", "peak MB"
    );
    compare_layouts("mixed", projects, &Layout::ALL, folder);
    for layout in Layout::ALL {
        compare_layouts(layout.name(), projects / 6, &[layout], folder);
    }
}

fn compare_layouts(name: &str, projects: usize, layouts: &[Layout], folder: &Path) {
    let written = write(projects, layouts, folder);
    let row = |name: &str, reader: &str, found: Found| {
        let mb = written.bytes as f64 / 1e6;
        let Cost { seconds, peak } = found.cost;
        let missed = written.indicators.saturating_sub(found.indicators);
        let remark = match (missed, reader) {
            (0, _) | (_, "copy") => String::new(),
            _ => format!("   {missed} of {} indicators missed", written.indicators),
        };
        println!(
            "{name:11} {:>8} {mb:>7.1} {reader:11} {:>10.0} {:>8.1} {:>8.1}{remark}",
            written.projects,
            written.projects as f64 / seconds,
            mb / seconds,
            peak as f64 / 1e6,
        );
    };
    row(name, "copy", copy(folder));
    if let Some(found) = analyst(folder) {
        row("", "analyst.py", found);
    }
    let found = plumbline(folder);
    assert_eq!(
        (found.projects, found.indicators),
        (written.projects, written.indicators),
        "{name}: what is read is what was written"
    );
    row("", "plumbline", found);
}

fn paths(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).expect("the corpus is there");
    let mut paths: Vec<PathBuf> = files
        .map(|file| file.expect("a file of the corpus").path())
        .collect();
    paths.sort();
    paths
}

fn open(path: &Path) -> Vec<u8> {
    fs::read(path).expect("a file of the corpus can be read")
}

/// Every byte is read and copied once: nothing can be faster.
fn copy(folder: &Path) -> Found {
    let paths = paths(folder);
    let (_, cost) = measure(|| {
        for path in &paths {
            std::hint::black_box(open(path).to_vec());
        }
    });
    Found {
        cost,
        ..Found::default()
    }
}

fn plumbline(folder: &Path) -> Found {
    let paths = paths(folder);
    let mut found = Found::default();
    let (_, cost) = measure(|| {
        for path in &paths {
            count(&open(path), &mut found);
        }
    });
    Found { cost, ..found }
}

fn count(bytes: &[u8], found: &mut Found) {
    let reading = plumbline_intake::read(bytes, &Limits::default());
    let documents = reading.expect("the corpus can be read").documents;
    found.projects += documents.len();
    found.indicators += documents.iter().map(|d| d.indicators.len()).sum::<usize>();
}

/// The script an analyst would write.
fn analyst(folder: &Path) -> Option<Found> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/reading/analyst.py");
    let output = match Command::new("python3").arg(&script).arg(folder).output() {
        Ok(output) => output,
        Err(error) => {
            println!("SKIPPED analyst.py: python3 cannot be run: {error}");
            return None;
        }
    };
    let printed = String::from_utf8_lossy(&output.stdout);
    let figures: Vec<f64> = printed
        .split_whitespace()
        .filter_map(|figure| figure.parse().ok())
        .collect();
    let &[projects, indicators, seconds, kib] = figures.as_slice() else {
        let error = String::from_utf8_lossy(&output.stderr);
        println!("SKIPPED analyst.py: it failed: {error}");
        return None;
    };
    Some(Found {
        projects: projects as usize,
        indicators: indicators as usize,
        cost: Cost {
            seconds,
            peak: kib as u64 * 1024,
        },
    })
}

/// Cost by the number of files. Time per project must stay the same.
fn many_files(projects: usize, folder: &Path) {
    println!("\nMore files, mixed: µs per project (must be flat)\n");
    for share in [10, 3, 1] {
        let written = write(projects / share, &Layout::ALL, folder);
        let found = plumbline(folder);
        println!(
            "{:>8} projects {:>7.1} µs {:>8.1} MB peak",
            written.projects,
            found.cost.seconds * 1e6 / written.projects as f64,
            found.cost.peak as f64 / 1e6
        );
    }
}

/// Cost by the length of one file. Time per project must stay the same.
fn one_file(projects: usize) {
    println!("\nOne longer file: µs per project (must be flat)\n");
    let sizes = [projects / 100, projects / 30, projects / 10];
    println!(
        "{:11} {:>8} {:>8} {:>8}",
        "projects", sizes[0], sizes[1], sizes[2]
    );
    for layout in Layout::ALL {
        print!("{:11}", layout.name());
        for size in sizes {
            let file = File::new(layout, size, SEED, 0);
            let mut found = Found::default();
            let (_, cost) = measure(|| count(file.text.as_bytes(), &mut found));
            assert_eq!(found.projects, size, "{} in one file", layout.name());
            print!(" {:>8.1}", cost.seconds * 1e6 / size as f64);
        }
        println!();
    }
}

/// Values of every kind there is, also hard ones.
const VALUES: [&str; 24] = [
    "≥95%",
    "<0.2万元",
    "50-100人",
    "162个村、36个社区",
    "≤220元/人/天",
    "1200/人/年",
    "每月2部",
    "≥5条/每日",
    "2025年12月31日前",
    "6月份和12月份",
    "2025年4月、7月、11月",
    "第一季度",
    "12月底",
    "长期",
    "明显提升",
    "达到100%",
    "小于199人",
    "一等奖1个,20万元;二等奖2个,15万元/每镇",
    "不适用",
    "/",
    "不低于上年水平",
    "培训结束后30个工作日内",
    "１２座（含新建３座）",
    "按县委要求推进",
];

fn values() {
    println!("\nCompiling target values\n");
    let plain: Vec<String> = corpus::files(1_000, SEED, &[Layout::Csv])
        .flat_map(|file| file.projects)
        .flat_map(|project| project.indicators)
        .map(|indicator| indicator.value)
        .collect();
    let plain: Vec<&str> = plain.iter().map(String::as_str).collect();
    for (name, values) in [
        ("of the corpus", plain.as_slice()),
        ("of every kind", &VALUES),
    ] {
        let rounds = 400_000 / values.len();
        let (_, cost) = measure(|| {
            for value in values.iter().cycle().take(rounds * values.len()) {
                std::hint::black_box(TargetValue::compile(std::hint::black_box(value)));
            }
        });
        let compiled = (rounds * values.len()) as f64;
        println!(
            "{name:14} {:>10.0} values/s {:>8.0} ns a value",
            compiled / cost.seconds,
            cost.seconds * 1e9 / compiled
        );
    }
}
