//! A project that happens once runs without end.

use crate::case::Case;
use crate::facts::period::Period;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::{Word, Words};
use plumbline_model::{Severity, Spot};

/// A project that happens once runs without end.
pub static RULE: Rule = Rule {
    code: "T018",
    name: "one-time-without-end",
    title: text("一次性项目的项目期为长期", "a one-time project without end"),
    severity: Severity::Warning,
    applies: Applies::PROJECTS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "审核常指出一次性项目按长期项目填报",
        "reviewers point out one-time projects filled in as lasting ones",
    ))],
    why: text(
        "一次性项目有明确的完成时间，与“长期”矛盾，目标和指标也会跟着错。",
        "A one-time project ends; 长期 contradicts that, and its targets go wrong with it.",
    ),
    remedy: text(
        "核对项目属性与项目期，改正其中一处。",
        "Correct attribute or period.",
    ),
    finds: &[
        "\
属性: 一次性项目
项目期: 长期 <<
",
        "\
属性: 一次性项目
项目期: 3年 <<
",
    ],
    passes: &[
        "\
属性: 一次性项目
项目期: 一年
",
        "\
属性: 延续性项目
项目期: 长期
",
        "\
属性: 一次性项目
项目期: 2024.07-2025.06
",
        "项目期: 长期",
    ],
    check: Check::Document(check),
};

/// A one-time project may take this many months.
const TWO_YEARS: u32 = 24;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let attribute = &case.document.project.attribute;
    let is_long = case.period.is_some_and(|period| {
        period == Period::Open || period.months().is_some_and(|months| months > TWO_YEARS)
    });
    if is_long && Words::of(attribute.text()).has(Word::OneTime) {
        let printed = case.document.project.period.text();
        findings
            .report(
                case.period_spot(),
                format!("项目属性是“{}”，项目期却是“{printed}”", attribute.text()),
                format!(
                    "the project is “{}” and its period is “{printed}”",
                    attribute.text()
                ),
            )
            .with(
                Spot::of_text("project.attribute", attribute),
                "项目属性",
                "attribute",
            );
    }
}
