//! PDF to paper with a box for every piece, beside `pdfplumber` doing the least that is needed for
//! as much: characters, lines and rectangles with their places.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use plumbline_intake::containers::read_paper;
use plumbline_intake::limits::Limits;
use plumbline_model::Place;
use plumbline_render::fonts::{Fonts, usual_folders};
use plumbline_render::form;
use xtask::corpus::{File, Layout};

use crate::measure::Cost;
use crate::{SEED, best};

const ROUNDS: usize = 5;

pub fn compare() {
    println!("\nReading PDF, one core\n");
    println!(
        "{:11} {:>6} {:>6} {:>7} {:11} {:>8} {:>9} {:>8}",
        "", "files", "pages", "MB", "", "ms", "pages/s", "peak MB"
    );
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packed");
    fs::create_dir_all(&folder).expect("a folder for the files");
    compare_on("forms", &folder, &vec![1; 40]);
    compare_on("department", &folder, &[DEPARTMENT]);
    fs::remove_dir_all(&folder).expect("the files can be removed");
}

/// Forms of a department; each fills a page.
const DEPARTMENT: usize = 300;

/// Writes files, one of so many forms each, and reads them.
fn compare_on(name: &str, folder: &Path, forms: &[usize]) {
    let fonts = Fonts::find(&usual_folders());
    let files: Vec<Vec<u8>> = (0..)
        .zip(forms)
        .map(|(index, forms)| written(*forms, index, &fonts))
        .collect();
    let mut cost = None;
    let mut pages = 0;
    for _ in 0..ROUNDS {
        pages = best(&mut cost, || files.iter().map(|file| plumbline(file)).sum());
    }
    let ours = cost.unwrap_or_default();
    let bytes: usize = files.iter().map(Vec::len).sum();
    let start = format!(
        "{name:11} {:>6} {pages:>6} {:>7.2}",
        files.len(),
        bytes as f64 / 1e6
    );
    let row = |name: &str, start: &str, cost: Cost, end: &str| {
        println!(
            "{start:33} {name:11} {:>8.1} {:>9.0} {:>8.1}{end}",
            cost.seconds * 1e3,
            pages as f64 / cost.seconds,
            cost.peak as f64 / 1e6,
        );
    };
    let paths: Vec<PathBuf> = (0..files.len())
        .map(|number| folder.join(format!("{name}-{number}.pdf")))
        .collect();
    for (path, file) in paths.iter().zip(&files) {
        fs::write(path, file).expect("a file can be written");
    }
    match pdfplumber(&paths, pages) {
        Ok(theirs) => {
            row("pdfplumber", &start, theirs, "");
            let ratio = theirs.seconds / ours.seconds;
            row(
                "plumbline",
                "",
                ours,
                &format!("   {ratio:.0} × pdfplumber"),
            );
        }
        Err(why) => {
            println!("SKIPPED pdfplumber: {why}");
            row("plumbline", &start, ours, "");
        }
    }
}

/// A PDF file of so many forms, each on pages of its own.
fn written(forms: usize, index: u64, fonts: &Fonts) -> Vec<u8> {
    let file = File::new(Layout::Tabs, forms, SEED, index);
    let reading = plumbline_intake::read(file.text.as_bytes(), &Limits::default());
    let documents = reading.expect("the corpus can be read").documents;
    let form = form::named("project-target-annual").expect("an official form");
    let composition = plumbline_render::fill(form, &documents);
    let written = plumbline_render::pdf::write(&composition, fonts);
    written.expect("it can be set").bytes
}

/// The pages of a file.
fn plumbline(bytes: &[u8]) -> usize {
    let (paper, _) = read_paper(bytes, &Limits::default()).expect("a PDF file");
    let pages = paper.anchors.iter().map(|anchor| match anchor.place {
        Place::Page { page, .. } => usize::from(page),
        _ => 0,
    });
    pages.max().unwrap_or(0)
}

/// What the same files cost `pdfplumber`, or why that cannot be said. The variable `PYTHON` names
/// the Python that has it.
fn pdfplumber(paths: &[PathBuf], pages: usize) -> Result<Cost, String> {
    let python = env::var_os("PYTHON").unwrap_or_else(|| "python3".into());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/packed/pages.py");
    let output = Command::new(&python).arg(script).args(paths).output();
    let output = output.map_err(|error| format!("{} cannot be run: {error}", python.display()))?;
    let printed = String::from_utf8_lossy(&output.stdout);
    let figures: Vec<f64> = printed
        .split_whitespace()
        .filter_map(|figure| figure.parse().ok())
        .collect();
    let &[found, seconds, kib] = figures.as_slice() else {
        let errors = String::from_utf8_lossy(&output.stderr);
        return Err(errors.lines().last().unwrap_or("it failed").to_owned());
    };
    assert_eq!(found as usize, pages, "both read the same pages");
    Ok(Cost {
        seconds,
        peak: kib as u64 * 1024,
    })
}
