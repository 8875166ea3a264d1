//! The attribute of a project is none that forms in use offer.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::{Word, Words};
use plumbline_model::Severity;
use plumbline_model::Spot;

/// The attribute of a project is none that forms in use offer.
pub static RULE: Rule = Rule {
    code: "F032",
    name: "unknown-attribute",
    title: text("项目属性不在常用范围内", "an unknown project attribute"),
    severity: Severity::Warning,
    applies: Applies::PROJECTS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "公开的审核规则：项目属性应在本地的选项内",
        "published checkers want an attribute of the region's list",
    ))],
    why: text(
        "属性决定是否要填总目标、能否结转。",
        "The attribute decides on long-term goals and carry-over.",
    ),
    remedy: text(
        "改为表中的选项，如“延续性项目”“新增项目”“一次性项目”。",
        "Use one of the form's choices.",
    ),
    finds: &["属性: 已批复 <<"],
    passes: &["属性: 延续性项目", "属性: 新增", "属性: "],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let attribute = &case.document.project.attribute;
    let text = attribute.text();
    if !text.is_empty() && !Words::of(text).has(Word::ProjectAttribute) {
        findings.report(
            Spot::of_text("project.attribute", attribute),
            format!("项目属性“{text}”不是常用的选项"),
            format!("“{text}” is none of the attributes that forms offer"),
        );
    }
}
