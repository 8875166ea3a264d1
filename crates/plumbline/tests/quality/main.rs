//! How good the checks are: held against what experts found in two of the reference documents, and
//! against our own verdict on every error finding. Writes `docs/quality.md` with `UPDATE_EXPECT=1`.
//!
//! The reference documents are not in the repository: `PLUMBLINE_REFERENCE` names their folder.

mod page;
mod reference;

use std::fs;
use std::path::Path;

use reference::{Kinds, Reference, Verdicts};

#[test]
fn the_page_on_quality_is_what_the_run_gives() {
    let Some(reference) = Reference::find() else {
        return;
    };
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let kinds = Kinds::read(&docs.join("quality/kinds.toml"));
    let verdicts = Verdicts::read(&docs.join("quality/verdicts.toml"));
    let checked = reference.check();
    let missing = verdicts.missing(&checked);
    assert!(
        missing.is_empty(),
        "judge these error findings in docs/quality/verdicts.toml:\n{}",
        missing.join("\n")
    );
    let page = page::page(&checked, &reference.expected(), &kinds, &verdicts);
    let path = docs.join("quality.md");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, &page).expect("docs can be written");
    }
    let known = fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert_eq!(
        known, page,
        "docs/quality.md is stale; run with UPDATE_EXPECT=1"
    );
}
