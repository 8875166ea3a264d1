//! `check` with what a bureau brings of its own: rules, waivers, a baseline.

use crate::support::{FORM, Folder, blank, run};

const RULES: &str = include_str!("../data/local.toml");

/// A waiver of the finding in [`blank`].
fn waiver(until: &str) -> String {
    format!(
        "[[waiver]]\ncode = \"V001\"\nproject = \"桥梁养护\"\nreason = \"单位补报中\"\n\
         by = \"绩效股\"\nuntil = {until}\n"
    )
}

#[test]
fn local_rules_are_asked_beside_ours_and_explained_in_their_own_words() {
    let rule = RULES.replace("indicator.level2 == \"成本指标\"", "true");
    let rule = rule.replace(
        "indicator.value.is_measured && indicator.value.high == null",
        "true",
    );
    let folder = Folder::with(&[("表.txt", FORM), ("local.toml", &rule)]);
    let run = run(
        &folder,
        &[
            "check",
            "表.txt",
            "--select",
            "V001",
            "--rules",
            "local.toml",
        ],
    );
    assert_eq!(run.code, 1, "{}", run.err);
    for expected in [
        "警告[YX-001] 本地规则",
        "问题：成本指标没有写上限",
        "原因：县里要求成本指标写明不超过多少",
        "依据：云财绩〔2025〕3号〔本地规则自述〕",
    ] {
        assert!(run.out.contains(expected), "{expected} in\n{}", run.out);
    }
}

#[test]
fn bad_files_of_ones_own_are_refused_with_file_line_and_remedy() {
    for (name, text, option, expected) in [
        (
            "r.toml",
            "[[rule]]\ncode = \"V001\"\n",
            "--rules",
            "r.toml 第 1 行",
        ),
        (
            "r.toml",
            &RULES.replace("value.high", "valu.high"),
            "--rules",
            "表达式不能用",
        ),
        (
            "r.toml",
            &RULES.replace("YX-001", "M008"),
            "--rules",
            "编号“M008”已被占用",
        ),
        (
            "w.toml",
            &waiver("2999-01-01").replace("V001", "V999"),
            "--waivers",
            "w.toml 第 2 行：没有编号",
        ),
        (
            "w.toml",
            &waiver("2999-01-01").replace("绩效股", ""),
            "--waivers",
            "by 不能为空",
        ),
        ("b.jsonl", "{}\n", "--baseline", "b.jsonl 第 1 行"),
    ] {
        let folder = Folder::with(&[("表.txt", FORM), (name, text)]);
        let run = run(&folder, &["check", "表.txt", option, name]);
        assert_eq!(run.code, 2, "{name}: {}", run.out);
        assert!(run.err.contains(expected), "{expected} in\n{}", run.err);
    }
}

#[test]
fn a_waiver_holds_back_its_finding_and_says_so_until_it_is_over() {
    let folder = Folder::with(&[
        ("表.txt", &blank()),
        ("plumbline.toml", &waiver("2999-12-31")),
    ]);
    let held = run(&folder, &["check", "表.txt", "--select", "V001"]);
    assert_eq!(held.code, 0, "{}", held.err);
    assert!(
        held.out
            .contains("V001 的问题 1 个已豁免：单位补报中（绩效股，至 2999-12-31）"),
        "{}",
        held.out
    );
    let folder = Folder::with(&[
        ("表.txt", &blank()),
        ("plumbline.toml", &waiver("2020-12-31")),
    ]);
    let over = run(&folder, &["check", "表.txt", "--select", "V001"]);
    assert_eq!(over.code, 1);
    assert!(over.err.contains("已于 2020-12-31 到期"), "{}", over.err);
}

#[test]
fn a_baseline_leaves_new_findings_only() {
    let folder = Folder::with(&[("表.txt", &blank())]);
    let written = run(
        &folder,
        &[
            "check",
            "表.txt",
            "--select",
            "V001",
            "--write-baseline",
            "b.jsonl",
        ],
    );
    assert_eq!(written.code, 0, "{}", written.err);
    let again = [
        "check",
        "表.txt",
        "--select",
        "V001",
        "--baseline",
        "b.jsonl",
    ];
    let known = run(&folder, &again);
    assert_eq!(known.code, 0, "{}", known.out);
    assert!(
        known.out.contains("基线里已有的问题 1 个，未列出"),
        "{}",
        known.out
    );
    let moved = format!("\n\n{}", blank()).replace("桥梁养护", "隧道养护");
    folder.write("表.txt", moved.as_bytes());
    assert_eq!(run(&folder, &again).code, 1, "another project is new");
}
