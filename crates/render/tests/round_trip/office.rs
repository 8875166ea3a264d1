//! Does LibreOffice open our Word and Excel files without repair, and do they still say the same
//! once it has written them anew?

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::support::{Format, differences, read};
use plumbline_render::{docx, xlsx};

/// Converts a file. None, if LibreOffice is not installed.
fn converted(bytes: &[u8], from: &str, to: &str) -> Option<Vec<u8>> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("office-{number}"));
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let file = folder.join(format!("form.{from}"));
    std::fs::write(&file, bytes).expect("the folder can be written to");
    let user = folder.join("user");
    let out = folder.join("out");
    let ran = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", user.display()))
        .args(["--headless", "--convert-to", to, "--outdir"])
        .args([&out, &file])
        .output()
        .ok()?;
    let written = std::fs::read(out.join(format!("form.{to}")));
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
    Some(written.unwrap_or_else(|_| panic!("LibreOffice did not convert {from} to {to}: {said}")))
}

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples")
        .join(name)
}

#[test]
fn libreoffice_opens_word_and_excel_files_and_keeps_what_they_say() {
    if converted(b"a,b", "csv", "xlsx").is_none() {
        assert!(
            std::env::var_os("CI").is_none(),
            "soffice is required in CI"
        );
        eprintln!("skipped: LibreOffice (soffice) is not installed");
        return;
    }
    let formats = [
        Format {
            name: "docx through LibreOffice",
            write: |composition, _| {
                let written = docx::write(composition).expect("packed");
                converted(&written, "docx", "docx").expect("installed")
            },
        },
        Format {
            name: "docx through LibreOffice to pdf",
            write: |composition, _| {
                let written = docx::write(composition).expect("packed");
                converted(&written, "docx", "pdf").expect("installed")
            },
        },
        Format {
            name: "xlsx through LibreOffice",
            write: |composition, form| {
                let written = xlsx::write(composition, &form.frame).expect("packed");
                converted(&written, "xlsx", "xlsx").expect("installed")
            },
        },
    ];
    let mut wrong = Vec::new();
    for (name, forms) in [
        (
            "rowspans.html",
            &["project-target-2015", "project-target-annual"][..],
        ),
        ("self-evaluation.md", &["self-evaluation"]),
        ("monitoring.html", &["monitoring"]),
    ] {
        let documents = read(&std::fs::read(sample(name)).expect("a sample")).documents;
        for form in forms {
            let form = plumbline_render::form::named(form).expect("a form");
            for format in &formats {
                let different = differences(form, &documents, format);
                let told = |what| format!("{name}, {}, {}: {what}", form.name, format.name);
                wrong.extend(different.into_iter().map(told));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
