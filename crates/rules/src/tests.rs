//! What must hold for every rule.

use std::collections::BTreeSet;

use plumbline_model::{Finding, Place};

use crate::acts;
use crate::example::documents;
use crate::rule::{Basis, Family, Rule};
use crate::{Checker, ProfileChoice, Selection, rules};

/// The findings of one rule in an example.
fn findings(rule: &Rule, example: &str) -> (Vec<Finding>, Vec<u32>) {
    let only = Selection::new(&[rule.name.to_owned()], &[]).expect("a known name");
    let (documents, marked) = documents(example);
    let checked = Checker::new(&only, ProfileChoice::Shown).check(&documents);
    (checked.findings, marked)
}

fn lines(findings: &[Finding]) -> Vec<u32> {
    let mut lines: Vec<u32> = findings
        .iter()
        .filter_map(|f| f.spot.place.line())
        .collect();
    lines.dedup();
    lines
}

#[test]
fn examples_are_found_where_they_are_marked_and_nowhere_else() {
    let mut wrong = Vec::new();
    for rule in rules::ALL {
        for example in rule.finds {
            let (found, marked) = findings(rule, example);
            if marked.is_empty() || lines(&found) != marked {
                wrong.push(format!(
                    "{} {} finds {:?} instead of {marked:?} in\n{example}\n{found:#?}",
                    rule.code,
                    rule.name,
                    lines(&found),
                ));
            }
        }
        for example in rule.passes {
            let (found, _) = findings(rule, example);
            if !found.is_empty() {
                wrong.push(format!(
                    "{} {} speaks in\n{example}\n{found:#?}",
                    rule.code, rule.name
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_rule_is_declared_in_full() {
    let mut codes = BTreeSet::new();
    let mut names = BTreeSet::new();
    for rule in rules::ALL {
        let who = format!("{} {}", rule.code, rule.name);
        assert!(codes.insert(rule.code), "{who}: the code is taken");
        assert!(names.insert(rule.name), "{who}: the name is taken");
        let digits = rule.code.get(1..).unwrap_or_default();
        assert!(
            digits.len() == 3 && digits.parse::<u16>().is_ok(),
            "{who}: letter and three digits"
        );
        assert!(Family::of_code(rule.code).is_some(), "{who}: no family");
        for text in [rule.title, rule.why, rule.remedy] {
            assert!(
                !text.zh.is_empty() && !text.en.is_empty(),
                "{who}: a text is missing"
            );
            let is_chinese = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
            assert!(
                text.zh.contains(is_chinese),
                "{who}: `{}` is not Chinese",
                text.zh
            );
        }
        assert!(
            !rule.title.zh.ends_with('。'),
            "{who}: a title is no sentence"
        );
        assert!(!rule.basis.is_empty(), "{who}: rests on nothing");
        assert!(
            !rule.finds.is_empty() && !rule.passes.is_empty(),
            "{who}: examples are missing"
        );
        for basis in rule.basis {
            if let Basis::Act { act, .. } = basis {
                assert!(acts::act(act).is_some(), "{who}: no act `{act}`");
            }
        }
    }
}

#[test]
fn messages_are_in_both_languages_and_say_where() {
    for rule in rules::ALL {
        for example in rule.finds {
            for finding in findings(rule, example).0 {
                let who = format!("{} {}", rule.code, rule.name);
                assert!(!finding.message.zh.is_empty(), "{who}: no Chinese");
                assert!(!finding.message.en.is_empty(), "{who}: no English");
                assert_ne!(finding.spot.place, Place::Whole, "{who}: no place");
                assert!(!finding.spot.path.is_empty(), "{who}: no path");
            }
        }
    }
}

/// A form to which a careful reviewer has nothing to say.
const CLEAN: &str = "\
年度: 2025
项目: 农村公路养护
单位: 云溪县交通运输局
项目期: 1年
预算: 60.00万元
财政: 60.00
结转: 0.00
其他: 0.00
计划: 3月底 20 | 6月底 50 | 9月底 75 | 12月底 100
目标: 全年养护县乡道路120公里，路况优良率达到92%以上，改善沿线群众出行条件，群众满意度达到90%以上。
数量 | 养护县乡道路里程 | 120公里
质量 | 路况优良率 | ≥92%
时效 | 养护任务完成时间 | 2025年11月30日前
成本 | 每公里养护成本 | ≤5000元/公里
社会 | 沿线行政村通车保障率 | ≥98%
满意度 | 沿线群众满意度 | ≥90%
";

#[test]
fn a_clean_form_yields_nothing() {
    let (documents, _) = documents(CLEAN);
    let checker = Checker::new(&Selection::all(), ProfileChoice::Shown);
    let found = checker.check(&documents).findings;
    assert!(found.is_empty(), "{found:#?}");
}

/// A document may print numbers of any size, and none may stop a check.
#[test]
fn numbers_of_any_size_are_checked() {
    for number in [
        "79228162514264337593543950335",
        "0.0000000000000000000000000001",
        "-9",
    ] {
        let money = format!("{number} | 调整={number} | 执行={number} | 预计={number}");
        let row =
            format!("{number}人 | 分值={number} | 完成={number}人 | 预计=9人 | 得分={number}");
        for kind in ["目标", "自评", "监控"] {
            let example = format!(
                "种类: {kind}\n年度: 2025\n金额单位: 万元\n预算: {money} | 执行率={number} | 分值={number} | 得分=9\n\
                 财政: {money}\n结转: {money}\n其他: {money}\n总分: {number}\n\
                 数量 | 培训人数 | ≥{row}\n数量 | 参训人数 | ≤{row}\n质量 | 完成人数 | {row} | 原因=无\n\
                 社会 | 改善情况 | 明显改善 | 分值={number} | 完成=达成 | 得分=9\n"
            );
            let (documents, _) = documents(&example);
            Checker::new(&Selection::all(), ProfileChoice::Shown).check(&documents);
        }
    }
}
