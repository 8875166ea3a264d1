//! A form with contact fields keeps a name or number in them.

use crate::case::Case;
use crate::facts::private;
use crate::findings::Findings;
use crate::mask;
use crate::rule::*;
use plumbline_model::Severity;
use plumbline_model::Spot;

/// A form with contact fields keeps a name or number in them.
pub static RULE: Rule = Rule {
    code: "D009",
    name: "contact-in-published-form",
    title: text(
        "公开的表中留有联系人或电话",
        "contact fields in a published form",
    ),
    severity: Severity::Info,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Outside,
    basis: &[
        Basis::Act {
            act: "personal-information",
            says: text(
                "个人信息的公开要有法定依据，并限于必要范围",
                "personal data is made public only on a legal basis and no more than necessary",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "公开版式不带负责人、联系电话等栏目",
            "the public layout has no boxes for contacts",
        )),
    ],
    why: text(
        "负责人、填报人和电话用于内部联系，不需要公开。",
        "Names and numbers of those who fill in forms serve the office, not the public.",
    ),
    remedy: text(
        "公开前清空这些栏目。",
        "Empty these boxes before publishing.",
    ),
    finds: &["联系电话: 某某办公室 <<"],
    passes: &["联系电话: ", "备注: 分两期实施"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let keys = ["telephone", "contact_person", "compiler", "unit_head"];
    for (i, detail) in case.document.details.iter().enumerate() {
        let text = detail.text.text();
        // Numbers are told of by the rule for numbers.
        let is_number = !private::numbers(text).is_empty() || !private::emails(text).is_empty();
        if keys.contains(&detail.key.as_str()) && !text.is_empty() && !is_number {
            let place = detail.text.place().unwrap_or(case.document.extent.from);
            findings.report(
                Spot::new(format!("details[{i}].text"), place, mask::name(text)),
                format!("“{}”一栏填有内容，公开版本宜清空", detail.label),
                format!(
                    "the box “{}” is filled in; empty it in the published edition",
                    detail.label
                ),
            );
        }
    }
}
