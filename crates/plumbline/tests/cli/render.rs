//! `render`, `convert` and `forms`: documents in official forms.

use crate::support::{FORM, Folder, LETTER, json, part, run};

/// A form with what the public may not see.
fn private() -> String {
    let goal = "年度目标\t保障桥梁安全通行，投诉电话13900000000\t\t";
    let form = FORM.replace("年度目标\t保障桥梁安全通行\t\t", goal);
    form + "填表人：张云溪　　联系电话：0999-1234567\n"
}

#[test]
fn a_document_is_set_in_a_form_and_what_has_no_room_is_said() {
    let folder = Folder::with(&[("a.txt", FORM)]);
    let page = run(&folder, &["render", "a.txt", "--to", "html"]);
    assert_eq!((page.code, page.err.as_str()), (0, ""));
    for expected in [
        "<h1>项目支出绩效目标表</h1>",
        "桥梁养护",
        "（2024年度）",
        "≥12座",
    ] {
        assert!(page.out.contains(expected), "{expected} in\n{}", page.out);
    }
    let review = ["render", "a.txt", "--form", "review", "--to", "markdown"];
    let told = run(&folder, &review);
    assert_eq!(told.code, 0);
    assert!(
        told.err.contains("没有位置放：") && told.err.contains("指标值（2 处）"),
        "{}",
        told.err
    );
    let strict = run(&folder, &[&review[..], &["--strict"]].concat());
    assert_eq!((strict.code, strict.out.as_str()), (1, ""));
}

#[test]
fn a_file_is_converted_by_its_name() {
    let folder = Folder::with(&[("a.txt", FORM)]);
    for (name, inside) in [
        ("a.docx", "word/document.xml"),
        ("a.xlsx", "xl/sharedStrings.xml"),
    ] {
        let run = run(&folder, &["convert", "a.txt", name]);
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(
            part(&folder, name, inside).contains("养护桥梁数量"),
            "{name}"
        );
    }
    for name in ["a.pdf", "a.ofd", "a.html", "a.md"] {
        let converted = run(&folder, &["convert", "a.txt", name]);
        assert_eq!(converted.code, 0, "{}", converted.err);
    }
    let again = run(&folder, &["read", "a.md", "--format", "json"]);
    let read = json(&again.out);
    assert_eq!(read["documents"][0]["project"]["name"], "桥梁养护");
    let unknown = run(&folder, &["convert", "a.txt", "a.xyz"]);
    assert_eq!(unknown.code, 2);
}

#[test]
fn what_is_for_the_public_hides_numbers_and_contacts_and_says_so() {
    let folder = Folder::with(&[("a.txt", &private())]);
    let page = run(
        &folder,
        &["render", "a.txt", "--to", "markdown", "--public"],
    );
    assert_eq!(page.code, 0, "{}", page.err);
    let all = page.out + &page.err;
    for secret in ["13900000000", "1234567", "张云溪"] {
        assert!(!all.contains(secret), "{secret} in\n{all}");
    }
    assert!(
        all.contains("已遮盖：第 1 份文档，年度目标，手机号码 139****0000"),
        "{all}"
    );
}

#[test]
fn a_blank_form_needs_no_document() {
    let folder = Folder::new();
    let args = [
        "render",
        "--blank",
        "--form",
        "self-evaluation",
        "--to",
        "xlsx",
        "--out",
        "b.xlsx",
    ];
    let blank = run(&folder, &args);
    assert_eq!(blank.code, 0, "{}", blank.err);
    let sheet = part(&folder, "b.xlsx", "xl/worksheets/sheet1.xml");
    for expected in ["<sheetProtection", "<dataValidation", "数量指标,质量指标"] {
        assert!(sheet.contains(expected), "{expected}");
    }
}

#[test]
fn forms_are_listed() {
    let folder = Folder::new();
    let text = run(&folder, &["forms"]);
    assert!(
        text.out
            .contains("performance-volume\n    部门预算绩效文本"),
        "{}",
        text.out
    );
    let forms = json(&run(&folder, &["forms", "--format", "json"]).out);
    let forms = forms.as_array().expect("an array");
    assert_eq!(forms.len(), 12);
    for form in forms {
        assert!(
            !form["fields"].as_array().expect("fields").is_empty(),
            "{form}"
        );
    }
}

#[test]
fn what_cannot_be_rendered_is_said() {
    let folder = Folder::with(&[("a.txt", FORM), ("letter.txt", LETTER)]);
    for (args, cause) in [
        (
            &["render", "letter.txt", "--to", "html"][..],
            "没有绩效文档",
        ),
        (
            &["render", "a.txt", "--form", "x", "--to", "html"],
            "没有这种版式",
        ),
        (
            &["render", "a.txt", "--form", "monitoring", "--to", "html"],
            "没有这种版式能放的文档",
        ),
        (&["render", "a.txt"], "不能写到屏幕上"),
        (&["render"], "缺少"),
    ] {
        let failed = run(&folder, args);
        assert_eq!(failed.code, 2, "{args:?}");
        assert!(failed.err.contains(cause), "{args:?}: {}", failed.err);
    }
}
