//! A project code resembles a code of the integrated budget system, and is none.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;
use plumbline_model::Spot;

/// A project code resembles a code of the integrated budget system, and is none.
pub static RULE: Rule = Rule {
    code: "F030",
    name: "code-shape",
    title: text("项目编码不合编码规则", "a code of the wrong shape"),
    severity: Severity::Warning,
    applies: Applies::PROJECTS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "在用系统的项目编码为21位：区划六位、年度两位、类别字母一位，其余十二位",
        "codes in systems in use have 21 places: six of the region, two of the year, a letter, twelve more",
    ))],
    why: text(
        "编码多一位少一位，就对不上项目库。",
        "With a place too many or too few the code is not found in the project pool.",
    ),
    remedy: text("从项目库复制编码。", "Copy the code from the project pool."),
    finds: &["编码: 99010125P30500100731 <<"],
    passes: &[
        "编码: 99010125P305001007310",
        "编码: 99010125P3050010073 1X",
        "编码: XM-2025-07",
    ],
    check: Check::Document(check),
};

/// Region, year, letter, twelve more places.
const LENGTH: usize = 21;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let code = &case.document.project.code;
    let places: Vec<char> = code.text().chars().filter(|c| !c.is_whitespace()).collect();
    let begins_right = places.len() > 9
        && places[..8].iter().all(char::is_ascii_digit)
        && places[8].is_ascii_uppercase();
    let is_plain = places
        .iter()
        .all(|c| c.is_ascii_digit() || c.is_ascii_uppercase());
    if begins_right && (places.len() != LENGTH || !is_plain) {
        findings.report(
            Spot::of_text("project.code", code),
            format!(
                "项目编码“{}”有{}位，应为{LENGTH}位数字和大写字母",
                code.text(),
                places.len()
            ),
            format!(
                "the code “{}” has {} places; it should be {LENGTH} digits and capital letters",
                code.text(),
                places.len()
            ),
        );
    }
}
