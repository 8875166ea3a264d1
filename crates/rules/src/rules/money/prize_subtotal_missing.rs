//! One item of a prize table lacks its subtotal.

use crate::arithmetic::{Prize, prizes_of};
use crate::case::Case;
use crate::case::shown_yuan;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Decimal;
use plumbline_model::Severity;

/// One item of a prize table lacks its subtotal.
pub static RULE: Rule = Rule {
    code: "M017",
    name: "prize-subtotal-missing",
    title: text(
        "奖补表缺一项小计",
        "one item of a prize table lacks its subtotal",
    ),
    severity: Severity::Info,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "审核人员要求同一格内各项写法一致",
        "reviewers ask that the items of one cell be written alike",
    ))],
    why: text(
        "其他各项都有小计，唯独一项没有，可能是文字被截断。",
        "Where all others have a subtotal and one has none, the text may have been cut off.",
    ),
    remedy: text("补上这一项的小计。", "Add the missing subtotal."),
    finds: &[
        "成本 | 评优补助 | 一等奖1个,20万元;二等奖2个,15万元,30万元;三等奖3个,10万元,30万元;优秀奖9个,3万元 <<",
    ],
    passes: &[
        "成本 | 评优补助 | 一等奖1个,20万元;二等奖2个,15万元",
        "成本 | 评优补助 | 一等奖1个,20万元;二等奖2个,15万元,30万元;三等奖3个,10万元,30万元",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let prizes = prizes_of(row.value()).unwrap_or_default();
    let with_subtotal = prizes
        .iter()
        .filter(|prize| prize.subtotal.is_some())
        .count();
    // One of one needs no subtotal.
    let is_one = |prize: &Prize<'_>| prize.count.as_ref().is_none_or(|(n, _)| *n == Decimal::ONE);
    let lacking: Vec<_> = prizes
        .iter()
        .filter(|p| p.subtotal.is_none() && !is_one(p))
        .collect();
    if let ([prize], true) = (lacking.as_slice(), with_subtotal >= 2) {
        let sum = prize.sum().map(shown_yuan).unwrap_or_default();
        findings.report(
            row.spot(Part::Value),
            format!("“{}”没有小计（应为{sum}），其他各项都有", prize.label),
            format!(
                "“{}” has no subtotal (it would be {sum}), though the others have",
                prize.label
            ),
        );
    }
}
