//! `read`, `inspect`, `value`, `schema`, `completions`, and the help.

use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::support::{FORM, Folder, LETTER, json, run, run_with};

#[test]
fn a_form_is_read_and_summarised() {
    let folder = Folder::with(&[("表.txt", FORM)]);
    let run = run(&folder, &["read", "表.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    for expected in [
        "表.txt  纯文本，1 份文档，2 条指标",
        "桥梁养护",
        "2024年",
        "县公路站",
    ] {
        assert!(run.out.contains(expected), "{expected} in\n{}", run.out);
    }
}

#[test]
fn strict_tells_of_what_is_unread() {
    let folder = Folder::with(&[("信.txt", LETTER)]);
    let lax = run(&folder, &["read", "信.txt"]);
    assert_eq!(lax.code, 0);
    assert!(lax.out.contains("没有找到绩效目标"), "{}", lax.out);
    assert!(lax.out.contains("信.txt:2:1  今天天气很好"), "{}", lax.out);
    assert_eq!(run(&folder, &["read", "--strict", "信.txt"]).code, 1);
}

#[test]
fn one_file_is_an_object_and_several_are_an_array() {
    let folder = Folder::with(&[("a.txt", FORM), ("b.txt", FORM)]);
    let one = json(&run(&folder, &["read", "a.txt", "--format", "json"]).out);
    assert_eq!(one["source"], "a.txt");
    assert_eq!(one["documents"][0]["project"]["name"], "桥梁养护");
    assert_eq!(one["documents"][0]["indicators"][0]["value"], "≥12座");
    let two = json(&run(&folder, &["read", "a.txt", "b.txt", "--format", "json"]).out);
    assert_eq!(two.as_array().map(Vec::len), Some(2));
    let lines = run(&folder, &["read", ".", "--format", "jsonl"]).out;
    assert_eq!(
        lines.lines().map(json).collect::<Vec<_>>(),
        two.as_array().expect("array")[..]
    );
}

#[test]
fn our_own_json_reads_as_what_it_was_written_from() {
    let folder = Folder::with(&[("a.txt", FORM)]);
    let written = run(&folder, &["read", "a.txt", "--format", "json"]).out;
    folder.write("a.json", written.as_bytes());
    let again = run(&folder, &["read", "a.json", "--format", "json"]);
    assert_eq!(again.code, 0, "{}", again.err);
    assert_eq!(json(&again.out)["documents"], json(&written)["documents"]);
}

#[test]
fn standard_input_is_read() {
    let folder = Folder::new();
    let run = run_with(
        &folder.0,
        &["read", "-", "--format", "json"],
        FORM.as_bytes(),
    );
    assert_eq!(
        json(&run.out)["documents"][0]["project"]["name"],
        "桥梁养护"
    );
}

#[test]
fn csv_is_for_excel_and_has_a_row_an_indicator() {
    let folder = Folder::with(&[("a.txt", FORM)]);
    let run = run(&folder, &["read", "a.txt", "--format", "csv"]);
    let text = run.out.strip_prefix('\u{FEFF}').expect("byte order mark");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(rows.headers().expect("headers").get(5), Some("项目名称"));
    let rows: Vec<_> = rows.records().collect::<Result<_, _>>().expect("even rows");
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[1].get(18), Some("群众满意度"));
}

#[test]
fn markdown_shows_tables() {
    let folder = Folder::with(&[("a.txt", FORM)]);
    let run = run(&folder, &["read", "a.txt", "--format", "markdown"]);
    assert!(run.out.contains("## 1. 桥梁养护"), "{}", run.out);
    assert!(run.out.contains("| 养护桥梁数量 | ≥12座 |"), "{}", run.out);
}

#[test]
fn folders_are_read_in_the_same_order_by_any_number_of_jobs() {
    let folder = Folder::new();
    for number in 0..60 {
        folder.write(&format!("{}/{number}.txt", number % 7), FORM.as_bytes());
    }
    folder.write(".hidden.txt", LETTER.as_bytes());
    let names = |jobs: &str| -> Vec<String> {
        let run = run(&folder, &["read", ".", "--format", "jsonl", "--jobs", jobs]);
        let lines = run.out.lines().map(json);
        lines
            .map(|line| line["source"].as_str().expect("a name").to_owned())
            .collect()
    };
    let one = names("1");
    assert_eq!(one.len(), 60);
    assert!(one.is_sorted());
    assert_eq!(names("8"), one);
}

#[cfg(unix)]
#[test]
fn folders_that_contain_themselves_are_read_once() {
    let folder = Folder::with(&[("a.txt", FORM), ("sub/b.txt", FORM)]);
    std::os::unix::fs::symlink("..", folder.0.join("sub/up")).expect("link");
    let run = run(&folder, &["read", ".", "--format", "jsonl"]);
    assert_eq!((run.code, run.out.lines().count()), (0, 2));
}

#[cfg(unix)]
#[test]
fn names_that_are_not_unicode_and_pipes_do_not_stop_it() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::with(&[("a.txt", FORM)]);
    let odd = std::ffi::OsStr::from_bytes(b"\xD0\xC5.txt");
    fs::write(folder.0.join(odd), FORM).expect("file");
    let fifo = Command::new("mkfifo").arg(folder.0.join("pipe")).status();
    assert!(fifo.expect("mkfifo").success());
    let run = run(&folder, &["read", ".", "--format", "jsonl"]);
    assert_eq!((run.code, run.out.lines().count()), (2, 2));
    assert!(run.err.contains("pipe：不是普通文件"), "{}", run.err);
}

#[test]
fn a_bad_file_is_named_with_cause_and_remedy_and_the_others_are_read() {
    let folder = Folder::with(&[("a.txt", FORM), ("empty.txt", "")]);
    folder.write("图.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let all = run(&folder, &["read", ".", "missing.txt", "--format", "jsonl"]);
    assert_eq!((all.code, all.out.lines().count()), (2, 1));
    for expected in [
        "图.md：这是 PNG 图片，本程序还不能读；请换成",
        "empty.txt：文件是空的；请打开",
        "missing.txt：找不到；请核对",
    ] {
        assert!(all.err.contains(expected), "{expected} in\n{}", all.err);
    }
    let large = run(&folder, &["read", "a.txt", "--max-bytes", "10"]);
    assert_eq!(large.code, 2);
    assert!(
        large.err.contains("超过上限 10 字节；请拆成"),
        "{}",
        large.err
    );
    for (file, limit, expected) in [
        ("a.xlsx", "--max-unpacked", "超过上限 0 字节；请拆成"),
        ("a.xlsx", "--max-pages", "工作表数 1，超过上限 0；请拆成"),
        ("a.pdf", "--max-pages", "页数 1，超过上限 0；请拆成"),
    ] {
        assert_eq!(run(&folder, &["convert", "a.txt", file]).code, 0);
        let large = run(&folder, &["read", file, limit, "0"]);
        assert_eq!(large.code, 2, "{file} {limit}");
        let remedy = large.err.contains(expected) && large.err.contains(limit);
        assert!(remedy, "{}", large.err);
    }
}

#[test]
fn what_should_be_known_of_a_file_is_said_once_with_its_pages() {
    let folder = Folder::new();
    let page = |number: usize| {
        format!(
            "{number} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 3 0 R>> endobj "
        )
    };
    let pages: String = (4..8).map(page).collect();
    let pdf = format!(
        "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj \
         2 0 obj <</Type/Pages/Kids[4 0 R 5 0 R 6 0 R 7 0 R]/Count 4>> endobj \
         3 0 obj <</Length 9/Filter/FlateDecode>> stream\nno packed\nendstream endobj {pages}\
         trailer <</Root 1 0 R>>"
    );
    folder.write("a.pdf", pdf.as_bytes());
    let said = |arguments: &[&str]| run(&folder, arguments).out;
    let read = said(&["read", "a.pdf"]);
    let remark = "注意：页面已损坏：页面内容解不开（第1页、第2页、第3页等 4 处）\n";
    assert!(read.contains(remark), "{read}");
    let read = said(&["read", "a.pdf", "--lang", "en"]);
    let remark = "note: damaged page: what is on it cannot be unpacked \
                  (page 1, page 2, page 3 and others, 4 in all)\n";
    assert!(read.contains(remark), "{read}");
}

#[test]
fn an_empty_folder_says_so() {
    let run = run(&Folder::new(), &["read", ".", "--format", "json"]);
    assert_eq!((run.code, json(&run.out)), (2, Value::Array(Vec::new())));
    assert!(run.err.contains("没有可读的文件"), "{}", run.err);
}

#[test]
fn results_go_to_a_file_or_into_a_folder_that_is_not_read_itself() {
    let folder = Folder::with(&[("a.txt", FORM), ("sub/a.txt", FORM)]);
    let file = run(
        &folder,
        &["read", ".", "--format", "json", "--out", "all.json"],
    );
    assert_eq!((file.code, file.out.as_str()), (0, ""));
    let all = fs::read_to_string(folder.0.join("all.json")).expect("written");
    assert_eq!(json(&all).as_array().map(Vec::len), Some(2));
    fs::remove_file(folder.0.join("all.json")).expect("there");
    let below_a_file = run(&folder, &["read", "a.txt", "--out", "sub/a.txt/x.json"]);
    assert_eq!(below_a_file.code, 2);
    assert!(
        below_a_file.err.starts_with("sub/a.txt/x.json："),
        "{}",
        below_a_file.err
    );
    for _ in 0..2 {
        let each = run(&folder, &["read", ".", "--format", "json", "--out", "out/"]);
        assert!(each.err.contains("共读 2 个文件"), "{}", each.err);
        for name in ["out/a.txt.json", "out/sub/a.txt.json"] {
            let text = fs::read_to_string(folder.0.join(name)).expect("written");
            assert_eq!(json(&text)["documents"].as_array().map(Vec::len), Some(1));
        }
    }
    let left = fs::read_dir(folder.0.join("out")).expect("folder").count();
    assert_eq!(left, 2, "no temporary file is left");
}

#[test]
fn inspect_shows_what_pieces_were_taken_for() {
    let folder = Folder::with(&[("a.txt", FORM)]);
    let table = run(&folder, &["inspect", "a.txt"]);
    assert_eq!(table.code, 0);
    assert!(table.out.contains("→ project.name"), "{}", table.out);
    let pieces = json(&run(&folder, &["inspect", "a.txt", "--format", "json"]).out);
    let name = &pieces["pieces"].as_array().expect("array")[..];
    let name = name
        .iter()
        .find(|p| p["what"] == "project.name")
        .expect("bound");
    assert_eq!(
        (&name["text"], &name["place"]["line"]),
        (&"桥梁养护".into(), &4.into())
    );
    assert_eq!(run(&folder, &["inspect", "missing"]).code, 2);
}

#[test]
fn values_are_explained() {
    let folder = Folder::new();
    let text = run(&folder, &["value", "≥95%", "待定"]);
    assert_eq!(text.code, 0);
    assert!(text.out.contains("含义：不低于 95%"), "{}", text.out);
    assert_eq!(run(&folder, &["value", "--strict", "待定"]).code, 1);
    let one = json(&run(&folder, &["value", "≤5%", "--format", "json"]).out);
    assert_eq!(one["compiled"]["kind"], "quantity");
    let one = json(&run(&folder, &["value", "--format", "json", "--", "-5%"]).out);
    assert_eq!(one["text"], "-5%");
    let lines = "≥95%\r\n\r\n50-100人\n".as_bytes();
    let several = run_with(&folder.0, &["value", "--format", "json", "-"], lines);
    let several = json(&several.out);
    assert_eq!(several.as_array().map(Vec::len), Some(2));
    assert_eq!(several[1]["compiled"]["kind"], "range");
}

#[test]
fn help_and_complaints_are_in_the_language_asked_for() {
    let folder = Folder::new();
    for (args, expected) in [
        (
            ["read", "--help"].as_slice(),
            "用法：plumbline read [选项] <路径>…",
        ),
        (
            &["--lang", "en", "read", "--help"],
            "Usage: plumbline read [OPTIONS] <PATH>…",
        ),
        (&["read", "--help", "--lang=en"], "Exit codes: 0 done"),
    ] {
        let run = run(&folder, args);
        assert_eq!(run.code, 0);
        assert!(run.out.contains(expected), "{expected} in\n{}", run.out);
    }
    for (args, expected) in [
        (
            ["reed"].as_slice(),
            "没有 reed 这个命令；是不是想写 render、read？",
        ),
        (&["read"], "缺少 <路径>"),
        (
            &["read", "x", "--format", "pdf"],
            "只能是：text、json、jsonl、csv、markdown",
        ),
        (
            &["--lang", "en", "read", "x"],
            "x: not found; check the name and the folder",
        ),
        (&[], "用法：plumbline <命令>"),
    ] {
        let run = run(&folder, args);
        assert_eq!(run.code, 2);
        assert!(run.err.contains(expected), "{expected} in\n{}", run.err);
    }
}

#[test]
fn schema_and_completions_are_printed() {
    let folder = Folder::new();
    let schema = json(&run(&folder, &["schema"]).out);
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = run(&folder, &["completions", shell]);
        assert!(script.out.contains("plumbline"), "{shell}");
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let folder = Folder::new();
    folder.write("a.txt", FORM.repeat(2000).as_bytes());
    for format in ["text", "json", "jsonl", "csv", "markdown"] {
        let program = env!("CARGO_BIN_EXE_plumbline");
        let command = format!("set -o pipefail; {program} read a.txt --format {format} | head -1");
        let output = Command::new("bash")
            .args(["-c", &command])
            .current_dir(&folder.0)
            .output()
            .expect("bash");
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(
            (output.status.code(), err.as_str()),
            (Some(0), ""),
            "{format}"
        );
    }
}

#[test]
fn scanned_pages_are_recognised_where_that_is_asked_for() {
    let folder = Folder::new();
    let scan = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../intake/tests/files/pdf/scan.pdf"
    );
    let unread = json(&run(&folder, &["read", scan, "--format", "json"]).out);
    let note = unread["notes"][0]["text"].as_str().expect("a note");
    assert!(note.contains("扫描页") && note.contains("--ocr"), "{note}");

    let none = std::process::Command::new(env!("CARGO_BIN_EXE_plumbline"))
        .args(["read", scan, "--ocr"])
        .env("PATH", "")
        .output()
        .expect("the program starts");
    let said = String::from_utf8_lossy(&none.stderr);
    assert_eq!(none.status.code(), Some(2));
    assert!(
        said.contains("没有安装") && said.contains("apt-get install"),
        "{said}"
    );

    let read = run(&folder, &["read", scan, "--ocr", "--format", "json"]);
    if read.code == 2 {
        assert!(
            std::env::var_os("CI").is_none(),
            "required in CI: {}",
            read.err
        );
        eprintln!(
            "skipped: tesseract with chi_sim is not installed: {}",
            read.err
        );
        return;
    }
    let read = json(&read.out);
    let document = &read["documents"][0];
    assert_eq!(document["project"]["name"], "云溪县公路维护项目");
    assert!(document["places"]["project.name"]["confidence"].as_u64() > Some(30));
    assert!(
        read["notes"][0]["text"]
            .as_str()
            .is_some_and(|note| note.contains("置信度"))
    );
}

/// As root, a file in its place would break the whole machine.
#[cfg(unix)]
#[test]
fn a_device_is_written_to_and_not_replaced() {
    use std::os::unix::fs::FileTypeExt;

    let folder = Folder::new();
    let link = folder.0.join("link");
    std::os::unix::fs::symlink("/dev/null", &link).expect("a link");
    fs::write(folder.0.join("a.txt"), "项目名称：道路维护").expect("written");
    assert_eq!(run(&folder, &["read", "a.txt", "--out", "link"]).code, 0);
    let there = fs::metadata(&link).expect("it is still there");
    assert!(there.file_type().is_char_device());
    assert_eq!(fs::read_dir(&folder.0).expect("a folder").count(), 2);
}
