//! A new project has carry-over.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;
use plumbline_model::Spot;

/// A new project has carry-over.
pub static RULE: Rule = Rule {
    code: "M025",
    name: "carry-over-of-new-project",
    title: text("新增项目填了上年结转", "a new project has carry-over"),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Arithmetic],
    why: text(
        "当年新增的项目没有上年，也就没有结转。",
        "A project that is new has no year before to carry over from.",
    ),
    remedy: text(
        "核对项目属性，或把资金改列其他来源。",
        "Check the attribute, or the source of the money.",
    ),
    finds: &["属性: 新增项目\n\
         预算: 10万元\n\
         结转: 3.00 <<"],
    passes: &[
        "属性: 新增项目\n\
         预算: 10万元\n\
         结转: 0.00",
        "属性: 延续项目\n\
         预算: 10万元\n\
         结转: 3.00",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let line = &case.document.funding.carryover;
    let carried = line
        .budget
        .get()
        .is_some_and(|amount| !amount.number.value.is_zero());
    if carried && case.document.project.attribute.text().contains("新增") {
        findings
            .report(
                case.amount_spot("funding.carryover", "budget", &line.budget),
                "项目属性是新增，却有上年结转资金",
                "the project is new, yet money is carried over from the year before",
            )
            .with(
                Spot::of_text("project.attribute", &case.document.project.attribute),
                "项目属性",
                "the attribute",
            );
    }
}
