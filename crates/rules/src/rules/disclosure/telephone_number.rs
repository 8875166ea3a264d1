//! A text gives the number of a telephone.

use crate::case::Case;
use crate::facts::private;
use crate::facts::private::Private;
use crate::findings::Findings;
use crate::mask;
use crate::rule::*;
use crate::words::Sign;
use plumbline_model::Severity;

/// A text gives the number of a telephone.
pub static RULE: Rule = Rule {
    code: "D003",
    name: "telephone-number",
    title: text("文本中有电话号码", "a telephone number in the text"),
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
        Basis::Practice(text(
            "公开文本中的联系方式应限于办公电话并放在规定位置",
            "published texts keep contact numbers to offices and to their place",
        )),
    ],
    why: text(
        "个人手机号公开后会被滥用；办公电话也不属于绩效目标的公开内容。",
        "Private numbers are abused once published, and office numbers are no part of a target.",
    ),
    remedy: text(
        "公开版本删去号码。",
        "Leave the number out of the published edition.",
    ),
    finds: &[
        "目标: 设立热线，联系13900000000 <<",
        "联系电话: 0999-1234567 <<",
    ],
    passes: &[
        "\
编码: 99012725T305001007310
目标: 办好12345热线
",
        "数量 | 补贴金额 | 13900000000元",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for passage in case
        .passages()
        .iter()
        .filter(|passage| passage.words.has_sign(Sign::LongNumber))
    {
        let found = private::numbers_of(passage.text, &[Private::Mobile, Private::Telephone]);
        if let Some((shown, spot)) = passage.hiding(case, &found, mask::number) {
            findings.report(
                spot,
                format!("文本中有电话号码“{shown}”，公开前应隐去"),
                format!("the text gives a telephone number, {shown}, which must not be published"),
            );
        }
    }
}
