//! What is rendered reads back the same: every sample, in every form for its kind, in every format
//! that is read, for all fields the form has room for.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{FORMATS, differences, read};
use plumbline_model::Document;
use plumbline_render::form::{self, Form};

fn samples(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths
}

/// The forms that documents can be set in.
fn forms_for(documents: &[Document]) -> impl Iterator<Item = &'static Form> {
    let kinds: Vec<_> = documents.iter().map(|document| document.kind).collect();
    form::all().filter(move |form| kinds.iter().any(|kind| form.is_for(*kind)))
}

fn check(paths: &[PathBuf]) -> Vec<String> {
    let mut wrong = Vec::new();
    for path in paths {
        let documents = read(&fs::read(path).expect("bytes")).documents;
        for form in forms_for(&documents) {
            for format in &FORMATS {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let found = differences(form, &documents, format);
                let told = found.into_iter();
                wrong.extend(told.map(|w| format!("{name}, {}, {}: {w}", form.name, format.name)));
            }
        }
    }
    wrong
}

#[test]
fn every_sample_reads_back_the_same_in_every_form_and_format() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let paths = samples(&folder);
    assert!(paths.len() >= 10);
    let wrong = check(&paths);
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// The reference documents are not in the repository: `PLUMBLINE_REFERENCE` names the folder that
/// has them in `seeds`.
#[test]
fn every_reference_document_reads_back_the_same() {
    let Some(folder) = std::env::var_os("PLUMBLINE_REFERENCE") else {
        assert!(
            std::env::var_os("CI").is_none(),
            "PLUMBLINE_REFERENCE is not set"
        );
        eprintln!("skipped: PLUMBLINE_REFERENCE is not set");
        return;
    };
    let wrong = check(&samples(&Path::new(&folder).join("seeds")));
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
