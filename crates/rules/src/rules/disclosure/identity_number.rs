//! A text gives an identity number.

use crate::case::Case;
use crate::facts::private;
use crate::facts::private::Private;
use crate::findings::Findings;
use crate::mask;
use crate::rule::*;
use crate::words::Sign;
use plumbline_model::Severity;

/// A text gives an identity number.
pub static RULE: Rule = Rule {
    code: "D004",
    name: "identity-number",
    title: text("文本中有身份证号", "an identity number in the text"),
    severity: Severity::Error,
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
    why: text(
        "身份证号公开后可被冒用，属于应当隐去的个人信息。",
        "An identity number can be abused; it must not be published.",
    ),
    remedy: text(
        "公开版本删去或隐去中间各位。",
        "Leave it out, or hide its middle.",
    ),
    finds: &["目标: 救助人员身份证号990101190001010018 <<"],
    passes: &[
        "目标: 救助人员身份证号990101190001010019",
        "编码: 990101190001010019",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for passage in case
        .passages()
        .iter()
        .filter(|passage| passage.words.has_sign(Sign::LongNumber))
    {
        let found = private::numbers_of(passage.text, &[Private::Identity]);
        if let Some((shown, spot)) = passage.hiding(case, &found, mask::number) {
            findings.report(
                spot,
                format!("文本中有身份证号“{shown}”，公开前应隐去"),
                format!("the text gives an identity number, {shown}, which must not be published"),
            );
        }
    }
}
