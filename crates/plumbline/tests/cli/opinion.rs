//! `opinion`: what a reviewer gets to go through and sign.

use crate::support::{FORM, Folder, blank, json, part, run};

#[test]
fn an_opinion_is_drafted_point_by_point_and_left_to_a_person() {
    let folder = Folder::with(&[("a.txt", &blank())]);
    let text = run(&folder, &["opinion", "a.txt"]);
    assert_eq!((text.code, text.err.as_str()), (0, ""));
    for expected in [
        "绩效目标审核意见（草拟）",
        "项目：桥梁养护",
        "规则集：national",
        "1.1 规范完整性　建议：",
        "[V001] 第8行：指标“养护桥梁数量”没有填写指标值",
        "4.2 条件充分性",
        "□ 盖章、签字齐全",
        "综合评定建议：",
        "签字后才有效",
        "审核人（签字）：",
    ] {
        assert!(text.out.contains(expected), "{expected} in\n{}", text.out);
    }
    let english = run(
        &folder,
        &["--lang", "en", "opinion", "a.txt", "--format", "markdown"],
    );
    assert!(english.out.contains("## completeness"), "{}", english.out);
}

#[test]
fn an_opinion_is_data_too() {
    let folder = Folder::with(&[("a.txt", &blank())]);
    let opinions = json(&run(&folder, &["opinion", "a.txt", "--format", "json"]).out);
    assert_eq!(opinions["status"], "proposal");
    let opinion = &opinions["opinions"][0];
    let points = opinion["points"].as_array().expect("points");
    assert_eq!(points.len(), 8);
    let first = points[0]["findings"].as_array().expect("findings");
    assert!(first.iter().any(|finding| finding["code"] == "V001"));
    assert!(
        ["fair", "poor"]
            .map(Into::into)
            .contains(&points[0]["grade"])
    );
}

#[test]
fn an_opinion_is_a_word_document_to_sign() {
    let folder = Folder::with(&[("a.txt", FORM)]);
    let on_screen = run(&folder, &["opinion", "a.txt", "--format", "docx"]);
    assert_eq!(on_screen.code, 2);
    let args = ["opinion", "a.txt", "--format", "docx", "--out", "意见.docx"];
    let written = run(&folder, &args);
    assert_eq!((written.code, written.out.as_str()), (0, ""));
    let document = part(&folder, "意见.docx", "word/document.xml");
    for expected in [
        "绩效目标审核意见",
        "审核人评定",
        "需要人工核实的事项",
        "签字",
    ] {
        assert!(document.contains(expected), "{expected}");
    }
}

#[test]
fn a_file_without_targets_has_no_opinion() {
    let folder = Folder::with(&[("a.txt", "今天天气很好。\n")]);
    let run = run(&folder, &["opinion", "a.txt"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("里面没有绩效目标表"), "{}", run.err);
}
