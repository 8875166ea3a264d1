//! `explain` and `rules`: what is said of rules, and of what no rule checks.

use crate::support::{Folder, json, run};

#[test]
fn a_rule_is_explained_by_code_name_and_family() {
    let folder = Folder::new();
    for rule in ["V001", "v001", "blank-value"] {
        let run = run(&folder, &["explain", rule]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{rule}");
        for expected in [
            "V001 指标值为空  blank-value",
            "1.1 规范完整性",
            "原因      没有指标值",
            "〔实践做法，非条文〕",
            "数量 | 培训人数 | <<",
        ] {
            assert!(run.out.contains(expected), "{expected} in\n{}", run.out);
        }
    }
    let family = json(&run(&folder, &["explain", "指标值", "--format", "json"]).out);
    let pages = match family {
        serde_json::Value::Array(pages) => pages,
        only => vec![only],
    };
    assert!(pages.iter().all(|page| page["family"] == "value"));
    let all = run(
        &folder,
        &["--lang", "en", "explain", "all", "--format", "markdown"],
    );
    assert!(all.out.contains("</a>V001 no target value"), "{}", all.out);
}

#[test]
fn an_unknown_rule_is_refused_with_the_nearest_ones() {
    let folder = Folder::new();
    let slip = run(&folder, &["explain", "blnak-value"]);
    assert_eq!((slip.code, slip.out.as_str()), (2, ""));
    assert!(slip.err.contains("是不是想写 blank-value"), "{}", slip.err);
}

#[test]
fn the_catalogue_has_all_rules_and_what_is_left_to_a_person() {
    let folder = Folder::new();
    let text = run(&folder, &["rules"]);
    assert!(text.out.contains("V001  错误  指标值为空"), "{}", text.out);
    assert!(text.out.contains("机器查不了"), "{}", text.out);
    let catalogue = json(&run(&folder, &["rules", "--format", "json"]).out);
    let rules = catalogue["rules"].as_array().expect("rules").len();
    let by_hand = catalogue["by_hand"].as_array().expect("by hand").len();
    assert!(by_hand >= 20);
    let csv = run(&folder, &["rules", "--format", "csv"]).out;
    let csv = csv.strip_prefix('\u{FEFF}').expect("byte order mark");
    let rows = csv::Reader::from_reader(csv.as_bytes()).into_records();
    let rows: Result<Vec<_>, _> = rows.collect();
    assert_eq!(rows.expect("even rows").len(), rules + by_hand);
    let markdown = run(&folder, &["rules", "--format", "markdown"]).out;
    assert!(markdown.contains("[V001](value.md#v001)"), "{markdown}");
}
