//! A project of several years leaves the medium-term goals blank.

use crate::case::Case;
use crate::facts::period::Period;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// A project of several years leaves the medium-term goals blank.
pub static RULE: Rule = Rule {
    code: "T016",
    name: "medium-term-goals-blank",
    title: text(
        "跨年项目没有填中期目标",
        "a project of several years without medium-term goals",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Act {
        act: "targets-2015",
        says: text(
            "跨年度项目既设中期目标，也设年度目标",
            "projects of several years have medium-term and annual goals",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "项目期超过一年，只有年度目标无法反映整个实施期要达到什么。",
        "For a project of several years the annual goals alone do not say what is to be reached in the end.",
    ),
    remedy: text(
        "在中期（实施期）目标栏写明整个实施期的目标。",
        "Fill in what the whole project is to reach.",
    ),
    finds: &["\
项目期: 3年 <<
中期目标: 
目标: 年内建成2个站点。
"],
    passes: &[
        "\
项目期: 3年
中期目标: 三年建成6个站点。
目标: 年内建成2个站点。
",
        "\
项目期: 3年
目标: 年内建成2个站点。
",
        "\
项目期: 1年
中期目标: 
目标: 年内建成2个站点。
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let is_long = case.period.is_some_and(Period::is_multi_year);
    let document = case.document;
    let is_blank = document
        .medium_term_goals
        .as_ref()
        .is_some_and(Vec::is_empty);
    if is_long && is_blank && document.medium_term_indicators.is_empty() {
        let printed = document.project.period.text();
        findings.report(
            case.period_spot(),
            format!("项目期为“{printed}”，表中有中期（实施期）目标栏而没有填写"),
            format!("the project runs for “{printed}”, and the box for medium-term goals is blank"),
        );
    }
}
