//! `check`: what it finds, how it says so, and how it ends.

use std::fs;

use serde_json::Value;

use crate::support::{FORM, Folder, LETTER, Run, blank, json, part, run, run_with};

/// Checks by one rule, so that rules still to come do not matter.
fn check(folder: &Folder, args: &[&str]) -> Run {
    let args = [&["check", "--select", "V001"], args].concat();
    run(folder, &args)
}

#[test]
fn a_finding_is_shown_with_place_excerpt_reason_remedy_and_basis() {
    let folder = Folder::with(&[("表.txt", &blank())]);
    let run = check(&folder, &["表.txt"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    for expected in [
        "表.txt  纯文本，1 份文档，规则集 national：错误 1",
        "1. 桥梁养护  项目绩效目标，2024年，县公路站",
        "错误[V001] 指标值为空",
        "--> 表.txt:8:",
        "8 │ 产出指标 数量指标 养护桥梁数量",
        "^ 这里是空的",
        "问题：指标“养护桥梁数量”没有填写指标值",
        "建议：填写数值",
        "原因：没有指标值",
        "依据：在用系统对空指标值不予提交〔实践做法，非条文〕",
        "共查 1 个文件、1 份文档：错误 1",
    ] {
        assert!(run.out.contains(expected), "{expected} in\n{}", run.out);
    }
    assert!(!run.out.contains('\u{1b}'), "no colours in a pipe");
}

#[test]
fn nothing_found_says_what_is_left_to_a_person() {
    let folder = Folder::with(&[("a.txt", FORM), ("信.txt", LETTER)]);
    let run = check(&folder, &["."]);
    assert_eq!(run.code, 0, "{}", run.err);
    for expected in [
        "a.txt  纯文本，1 份文档，规则集 national：没有发现问题",
        "没有找到绩效文档，因此什么也没有查",
        "不等于审核通过",
        "事前绩效评估已通过并盖章",
    ] {
        assert!(run.out.contains(expected), "{expected} in\n{}", run.out);
    }
}

#[test]
fn findings_are_json_of_the_documented_shape() {
    let folder = Folder::with(&[("a.txt", &blank()), ("b.txt", FORM)]);
    let one = json(&check(&folder, &["a.txt", "--format", "json"]).out);
    let finding = &one["findings"][0];
    for (key, expected) in [
        ("code", "V001"),
        ("name", "blank-value"),
        ("severity", "error"),
        ("family", "value"),
        ("project", "桥梁养护"),
        ("path", "indicators[0].value"),
        ("criterion", "1.1"),
    ] {
        assert_eq!(finding[key], expected, "{key}");
    }
    assert_eq!(finding["place"]["line"], 8);
    assert_eq!(finding["basis"][0]["mark"], "practice");
    assert_eq!(one["documents"][0]["profile"], "national");
    let several = check(&folder, &[".", "--format", "json"]);
    let several = json(&several.out);
    assert_eq!(several.as_array().map(Vec::len), Some(2));
    let lines = check(&folder, &[".", "--format", "jsonl"]).out;
    let lines: Vec<Value> = lines.lines().map(json).collect();
    assert_eq!(Some(&lines), several.as_array());
    let schema = json(&run(&folder, &["schema", "--of", "findings"]).out);
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for source in &lines {
        assert!(validator.is_valid(source), "{source:#}");
    }
}

#[test]
fn sarif_is_what_code_hosts_take() {
    let folder = Folder::with(&[("含 空格/表.txt", &blank()), ("b.txt", FORM)]);
    let log = json(&check(&folder, &[".", "--format", "sarif"]).out);
    let schema = json(include_str!("../data/sarif-as-written.schema.json"));
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let faults: Vec<String> = validator.iter_errors(&log).map(|e| e.to_string()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    let run = &log["runs"][0];
    assert_eq!(run["artifacts"].as_array().map(Vec::len), Some(2));
    let result = &run["results"][0];
    assert_eq!(result["ruleId"], "V001");
    let location = &result["locations"][0]["physicalLocation"];
    let index = location["artifactLocation"]["index"]
        .as_u64()
        .expect("index");
    let artifact = &run["artifacts"][index as usize];
    assert_eq!(
        artifact["location"]["uri"],
        location["artifactLocation"]["uri"]
    );
    let uri = "%E5%90%AB%20%E7%A9%BA%E6%A0%BC/%E8%A1%A8.txt";
    assert_eq!(location["artifactLocation"]["uri"], uri);
    assert_eq!(location["region"]["startLine"], 8);
}

#[test]
fn csv_has_a_row_a_finding_and_a_row_a_clean_document() {
    let folder = Folder::with(&[("a.txt", &blank()), ("b.txt", FORM)]);
    let text = check(&folder, &[".", "--format", "csv"]).out;
    let text = text.strip_prefix('\u{FEFF}').expect("byte order mark");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let heads = rows.headers().expect("headers").clone();
    let column = |name| heads.iter().position(|head| head == name).expect(name);
    let rows: Vec<_> = rows.records().collect::<Result<_, _>>().expect("even rows");
    assert_eq!(rows.len(), 2);
    for (head, expected) in [
        ("文件", "a.txt"),
        ("规则集", "national"),
        ("编号", "V001"),
        ("位置", "第8行"),
    ] {
        assert_eq!(rows[0].get(column(head)), Some(expected));
    }
    assert_eq!(rows[1].get(column("问题")), Some("没有发现问题"));
}

#[test]
fn markdown_shows_a_table_a_document() {
    let folder = Folder::with(&[("a.txt", &blank())]);
    let run = check(&folder, &["a.txt", "--format", "markdown"]);
    for expected in [
        "## 1. 桥梁养护（national）",
        "| 错误 | V001 | 第8行 | 指标“养护桥梁数量”没有填写指标值 |",
        "- **V001 指标值为空** ",
        "共查 1 个文件、1 份文档：错误 1",
    ] {
        assert!(run.out.contains(expected), "{expected} in\n{}", run.out);
    }
}

#[test]
fn a_workbook_and_a_word_document_hold_the_findings() {
    let folder = Folder::with(&[("a.txt", &blank()), ("b.txt", FORM)]);
    for format in ["xlsx", "docx"] {
        let file = format!("out.{format}");
        let args = ["a.txt", "b.txt", "--format", format, "--out", &file];
        let run = check(&folder, &args);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{}", run.err);
        let on_screen = check(&folder, &args[..4]);
        assert_eq!(on_screen.code, 2);
        assert!(on_screen.err.contains("--out"), "{}", on_screen.err);
        let first = fs::read(folder.0.join(&file)).expect("written");
        check(&folder, &args);
        let second = fs::read(folder.0.join(&file)).expect("written");
        assert!(first == second, "the same input gives the same bytes");
    }
    let strings = part(&folder, "out.xlsx", "xl/sharedStrings.xml");
    let sheets = part(&folder, "out.xlsx", "xl/workbook.xml");
    let document = part(&folder, "out.docx", "word/document.xml");
    for expected in ["V001", "指标“养护桥梁数量”没有填写指标值", "national"] {
        assert!(strings.contains(expected), "{expected}");
        assert!(document.contains(expected), "{expected}");
    }
    assert!(
        sheets.contains("问题") && sheets.contains("汇总"),
        "{sheets}"
    );
    assert!(document.contains("<w:tblHeader/>"));
}

#[test]
fn statistics_count_by_rule_and_by_document() {
    let folder = Folder::with(&[("a.txt", &blank()), ("b.txt", FORM)]);
    let text = check(&folder, &[".", "--statistics"]);
    assert_eq!(text.code, 1);
    for expected in [
        "V001 指标值为空",
        "a.txt 1. 桥梁养护",
        "没有发现问题的文档：1 份",
    ] {
        assert!(text.out.contains(expected), "{expected} in\n{}", text.out);
    }
    let counts = json(&check(&folder, &[".", "--statistics", "--format", "json"]).out);
    assert_eq!(counts["by_rule"][0]["error"], 1);
    assert_eq!(counts["by_document"].as_array().map(Vec::len), Some(2));
    let csv = check(&folder, &[".", "--statistics", "--format", "csv"]);
    assert_eq!(csv.code, 2);
}

#[test]
fn the_level_decides_what_is_shown_and_how_it_ends() {
    let folder = Folder::with(&[("a.txt", &blank())]);
    for (level, code) in [("info", 1), ("warning", 1), ("error", 1)] {
        let run = check(&folder, &["a.txt", "--level", level]);
        assert_eq!(run.code, code, "{level}");
    }
    let clean = Folder::with(&[("a.txt", FORM)]);
    assert_eq!(check(&clean, &["a.txt", "--level", "info"]).code, 0);
    let wrong = check(&clean, &["a.txt", "--level", "fatal"]);
    assert_eq!(wrong.code, 2);
}

#[test]
fn a_bad_file_is_named_and_the_others_are_checked() {
    let folder = Folder::with(&[("a.txt", &blank()), ("empty.txt", "")]);
    let run = check(&folder, &[".", "missing.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.out.contains("错误[V001]"), "{}", run.out);
    assert!(run.err.contains("empty.txt：文件是空的"), "{}", run.err);
    assert!(run.err.contains("missing.txt：找不到"), "{}", run.err);
}

#[test]
fn nothing_to_check_is_not_said_to_be_without_findings() {
    let folder = Folder::with(&[("a.txt", "今天开会。\n")]);
    let run = check(&folder, &["."]);
    assert!(
        run.out.contains("1 个文件、0 份文档：没有可查的文档"),
        "{}",
        run.out
    );
    let run = check(&folder, &["a.txt", "--out", "a.txt/findings.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("路径中有一处是文件"), "{}", run.err);
}

#[test]
fn wrong_rules_and_profiles_are_refused_with_what_there_is() {
    let folder = Folder::with(&[("a.txt", FORM)]);
    for (args, expected) in [
        (
            ["--select", "blank-valeu"].as_slice(),
            "blank-valeu：没有这样的规则或类别；是不是想写 blank-value",
        ),
        (
            &["--select", "V001", "--ignore", "value"],
            "选出来一条规则也没有",
        ),
        (&["--profile", "mars"], "没有这个规则集；可以用：national"),
    ] {
        let args = [&["check", "a.txt"], args].concat();
        let run = run(&folder, &args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(expected), "{expected} in\n{}", run.err);
    }
}

#[test]
fn the_profile_that_is_asked_for_is_the_one_that_is_said() {
    let folder = Folder::with(&[("a.txt", FORM)]);
    let run = check(&folder, &["a.txt", "--profile", "cost-level1"]);
    assert!(run.out.contains("规则集 cost-level1"), "{}", run.out);
}

#[test]
fn standard_input_and_our_own_json_are_checked() {
    let folder = Folder::new();
    let args = ["check", "--select", "V001", "-"];
    let text = run_with(&folder.0, &args, blank().as_bytes());
    assert_eq!(text.code, 1);
    assert!(text.out.contains("标准输入"), "{}", text.out);
    let read = run_with(
        &folder.0,
        &["read", "-", "--format", "json"],
        blank().as_bytes(),
    );
    let from_json = run_with(&folder.0, &args, read.out.as_bytes());
    assert_eq!(from_json.code, 1, "{}", from_json.err);
    let expected = "documents[0].indicators[0].value（原文第8行）";
    assert!(from_json.out.contains(expected), "{}", from_json.out);
}

#[test]
fn any_number_of_jobs_gives_the_same_bytes() {
    let folder = Folder::new();
    for number in 0..40 {
        let form = if number % 3 == 0 {
            blank()
        } else {
            FORM.to_owned()
        };
        folder.write(&format!("{}/{number}.txt", number % 7), form.as_bytes());
    }
    for format in ["text", "json", "jsonl", "sarif", "csv", "markdown"] {
        let written = |jobs: &str| {
            let run = run(&folder, &["check", ".", "--format", format, "--jobs", jobs]);
            assert_eq!(run.code, 1, "{}", run.err);
            run.out
        };
        assert!(written("1") == written("8"), "{format}");
    }
}

#[test]
fn findings_go_to_a_file_or_into_a_folder() {
    let folder = Folder::with(&[("a.txt", &blank()), ("sub/b.txt", FORM)]);
    for format in ["json", "sarif"] {
        let out = format!("out-{format}/");
        let run = check(
            &folder,
            &["a.txt", "sub", "--format", format, "--out", &out],
        );
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        assert!(run.err.contains("结果在 out"), "{}", run.err);
        for name in ["a.txt", "b.txt"] {
            let path = folder.0.join(&out).join(format!("{name}.{format}"));
            json(&fs::read_to_string(path).expect("written"));
        }
    }
}

#[test]
fn changes_are_shown_and_made_in_our_own_json_only() {
    let folder = Folder::with(&[("a.txt", &blank())]);
    let diff = check(&folder, &["a.txt", "--diff"]);
    assert_eq!(
        (diff.code, diff.out.as_str()),
        (0, ""),
        "nothing is certain"
    );
    let source = check(&folder, &["a.txt", "--fix"]);
    assert_eq!(source.code, 2);
    assert!(
        source.err.contains("这是原始文件，程序不改它"),
        "{}",
        source.err
    );
    let written = run(&folder, &["read", "a.txt", "--format", "json"]).out;
    folder.write("a.json", written.as_bytes());
    let in_place = check(&folder, &["a.json", "--fix"]);
    assert_eq!(
        (in_place.code, in_place.out.as_str()),
        (0, "a.json：改了 0 处\n")
    );
    let out = check(&folder, &["a.json", "--fix", "--out", "b.json"]);
    assert_eq!((out.code, out.out.as_str()), (0, ""));
    for name in ["a.json", "b.json"] {
        let text = fs::read_to_string(folder.0.join(name)).expect("written");
        assert!(text == written, "{name}");
    }
    for wrong in [
        ["--fix", "--diff"].as_slice(),
        &["--fix", "--format", "json"],
        &["--fix", "a.json", "--out", "c.json"],
    ] {
        let args = [&["a.json"], wrong].concat();
        assert_eq!(check(&folder, &args).code, 2, "{wrong:?}");
    }
}
