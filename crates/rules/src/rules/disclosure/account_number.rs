//! A text gives the number of a bank account or card.

use crate::case::Case;
use crate::facts::private;
use crate::facts::private::Private;
use crate::findings::Findings;
use crate::mask;
use crate::rule::*;
use crate::words::Sign;
use plumbline_model::Severity;

/// A text gives the number of a bank account or card.
pub static RULE: Rule = Rule {
    code: "D005",
    name: "account-number",
    title: text("文本中有银行账号", "a bank account in the text"),
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
        "账号公开后有资金风险，属于应当隐去的信息。",
        "A published account puts money at risk.",
    ),
    remedy: text(
        "公开版本删去账号。",
        "Leave it out of the published edition.",
    ),
    finds: &["目标: 拨付至账号1234567890123456 <<"],
    passes: &["编码: 99012725T305001007310", "目标: 新开账户12个"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for passage in case
        .passages()
        .iter()
        .filter(|passage| passage.words.has_sign(Sign::LongNumber))
    {
        let found = private::numbers_of(passage.text, &[Private::Account]);
        if let Some((shown, spot)) = passage.hiding(case, &found, mask::number) {
            findings.report(
                spot,
                format!("文本中有银行账号“{shown}”，公开前应隐去"),
                format!("the text gives a bank account, {shown}, which must not be published"),
            );
        }
    }
}
