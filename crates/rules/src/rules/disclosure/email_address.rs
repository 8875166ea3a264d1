//! A text gives an address of electronic mail.

use crate::case::Case;
use crate::facts::private;
use crate::findings::Findings;
use crate::mask;
use crate::rule::*;
use crate::words::Sign;
use plumbline_model::Severity;

/// A text gives an address of electronic mail.
pub static RULE: Rule = Rule {
    code: "D006",
    name: "email-address",
    title: text("文本中有电子邮箱", "an e-mail address in the text"),
    severity: Severity::Info,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Outside,
    basis: &[Basis::Act {
        act: "personal-information",
        says: text(
            "个人信息的公开要有法定依据，并限于必要范围",
            "personal data is made public only on a legal basis and no more than necessary",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "个人邮箱属于联系方式，不是绩效目标的公开内容。",
        "A private address is no part of a target.",
    ),
    remedy: text(
        "公开版本删去，或改为单位公开邮箱。",
        "Leave it out, or give the unit's public address.",
    ),
    finds: &["联系人: office@example.org <<"],
    passes: &["目标: 发布信息@全县"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for passage in case
        .passages()
        .iter()
        .filter(|passage| passage.words.has_sign(Sign::At))
    {
        let found = private::emails(passage.text);
        if let Some((shown, spot)) = passage.hiding(case, &found, mask::email) {
            findings.report(
                spot,
                format!("文本中有电子邮箱“{shown}”，公开前请核实是否应隐去"),
                format!(
                    "the text gives an e-mail address, {shown}; please check before it is published"
                ),
            );
        }
    }
}
