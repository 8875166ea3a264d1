//! The grade in words is not that of the total score.

use crate::case::Case;
use crate::findings::Findings;
use crate::profile::GradeBand;
use crate::rule::*;
use plumbline_model::{Severity, Spot};

/// The grade in words is not that of the total score.
pub static RULE: Rule = Rule {
    code: "S021",
    name: "grade-contradicts-score",
    title: text("评价等级与总分不符", "grade does not fit the total score"),
    severity: Severity::Error,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[
        Basis::Act {
            act: "evaluation-2020",
            says: text(
                "90（含）—100分为优，80（含）—90分为良，60（含）—80分为中，60分以下为差",
                "90 and above is 优, 80 良, 60 中, below 差",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "在用系统核对等级与分数",
            "systems in use compare grade and score",
        )),
    ],
    why: text(
        "等级由总分决定，两者不一致时必有一处填错。",
        "The score decides the grade; where they disagree, one is wrong.",
    ),
    remedy: text(
        "按总分改正等级，或核对总分。",
        "Correct the grade by the score, or check the score.",
    ),
    finds: &[
        "\
种类: 自评
总分: 85.00
评价等级: 优 <<
",
        "\
种类: 自评
总分: 92.00
完成情况: 完成培训2期，自评等级为“良”。 <<
",
    ],
    passes: &[
        "\
种类: 自评
总分: 90.00
评价等级: 优秀
",
        "\
种类: 自评
总分: 79.99
评价等级: 中
",
        "\
种类: 自评
总分: 92.00
完成情况: 路况等级为良以上的占九成，自评结果为优。
",
        "\
种类: 自评
总分: 92.00
评价等级: 一级
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let grades = &case.profile.scoring.grades;
    let Some(score) = case.document.score.get() else {
        return;
    };
    let Some(due) = case.profile.scoring.grade(score.value) else {
        return;
    };
    for (spot, name) in stated(case, grades) {
        if !due.names.iter().any(|known| known == name) {
            findings
                .report(
                    spot,
                    format!("总分{}对应“{}”，填写“{name}”", score.printed, due.names[0]),
                    format!(
                        "a total of {} is {}, the form says {name}",
                        score.printed, due.names[0]
                    ),
                )
                .with(
                    case.number_spot("score", &case.document.score),
                    "总分",
                    "total",
                );
        }
    }
}

/// The grades that a form states: in a box of its own, or in what it says of the results.
fn stated<'a>(case: &Case<'a>, grades: &'a [GradeBand]) -> Vec<(Spot, &'a str)> {
    let mut stated = Vec::new();
    for (number, detail) in case.document.details.iter().enumerate() {
        let text = detail.text.text().trim();
        let is_grade = detail.label.contains("评价等级") || detail.label.contains("评定等级");
        let alone = grade_at(text, grades).filter(|name| is_grade && *name == text);
        if let Some(name) = alone.or_else(|| grade_in(text, grades)) {
            let path = format!("details[{number}].text");
            stated.push((Spot::of_text(path, &detail.text), name));
        }
    }
    for (number, result) in case.document.results.iter().flatten().enumerate() {
        if let Some(name) = grade_in(&result.value, grades) {
            stated.push((Spot::of_placed(format!("results[{number}]"), result), name));
        }
    }
    stated
}

/// The grade that a running text gives.
fn grade_in<'a>(text: &str, grades: &'a [GradeBand]) -> Option<&'a str> {
    let after = ["自评等级为", "自评结果为", "评价等级为", "评定等级为"];
    let mut rests = after.iter().filter_map(|words| text.split_once(words));
    rests.find_map(|(_, rest)| grade_at(rest, grades))
}

/// The longest name of a grade with which a text begins, quotation marks left aside.
fn grade_at<'a>(text: &str, grades: &'a [GradeBand]) -> Option<&'a str> {
    let text = text.trim_start_matches(['“', '"', '「', '：', ' ']);
    let names = grades.iter().flat_map(|grade| &grade.names);
    let names = names.filter(|name| text.starts_with(name.as_str()));
    names.max_by_key(|name| name.len()).map(String::as_str)
}
