//! How fast workbooks and PDF files are read, beside what else reads them, in one run:
//! `cargo bench --bench packed`; `-- workbooks` or `-- pages` for one part.
//!
//! Everything runs on one core, and the same bytes go to every reader. Times are time on the
//! processor, the best of several rounds. Nothing is asserted about time.

#[path = "../reading/measure.rs"]
mod measure;
mod pages;
mod workbooks;

use measure::{Cost, measure};

const SEED: u64 = 7;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let is_asked = |part: &str| {
        let is_named = |part: &str| arguments.iter().any(|argument| argument == part);
        is_named(part) || !(is_named("workbooks") || is_named("pages"))
    };
    if is_asked("workbooks") {
        workbooks::compare();
    }
    if is_asked("pages") {
        pages::compare();
    }
}

/// Does some work once more and keeps the lower cost.
fn best<T>(cost: &mut Option<Cost>, work: impl FnOnce() -> T) -> T {
    let (done, again) = measure(work);
    if cost.is_none_or(|cost| again.seconds < cost.seconds) {
        *cost = Some(again);
    }
    done
}
