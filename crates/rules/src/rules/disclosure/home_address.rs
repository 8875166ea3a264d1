//! A text gives an address down to the room.

use crate::case::Case;
use crate::facts::private;
use crate::findings::Findings;
use crate::mask;
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// A text gives an address down to the room.
pub static RULE: Rule = Rule {
    code: "D008",
    name: "home-address",
    title: text("文本中有具体住址", "the address of a home in the text"),
    severity: Severity::Warning,
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
        Basis::Act {
            act: "information-disclosure",
            says: text(
                "涉及个人隐私、公开会损害他人权益的信息不公开",
                "what touches on privacy and would harm others is not made public",
            ),
            mark: Mark::Known,
        },
    ],
    why: text("住址可以对应到具体的人。", "An address leads to a person."),
    remedy: text(
        "公开版本只写到乡镇、街道或村。",
        "Name no more than the township, street or village.",
    ),
    finds: &["目标: 改造云溪小区3号楼2单元501室 <<"],
    passes: &["目标: 改造云溪小区3号楼2个单元"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for passage in case
        .passages()
        .iter()
        .filter(|passage| passage.words.has(Word::Address))
    {
        let found = private::homes(passage.text);
        if let Some((shown, spot)) = passage.hiding(case, &found, mask::number) {
            findings.report(
                spot,
                format!("文本中有住址“{shown}”，公开前请核实是否应隐去"),
                format!("the text gives an address, {shown}; please check before it is published"),
            );
        }
    }
}
