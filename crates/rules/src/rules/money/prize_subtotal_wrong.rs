//! A subtotal differs from number times amount.

use crate::arithmetic::prizes_of;
use crate::case::Case;
use crate::case::shown_yuan;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// A subtotal differs from number times amount.
pub static RULE: Rule = Rule {
    code: "M016",
    name: "prize-subtotal-wrong",
    title: text(
        "奖补小计不等于个数×标准",
        "a subtotal differs from number times amount",
    ),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Funding,
    basis: &[Basis::Arithmetic],
    why: text(
        "同一格内的小计与个数、标准不符，必有一处填错。",
        "A subtotal that its own number and amount contradict is wrong somewhere.",
    ),
    remedy: text("重新计算小计。", "Compute the subtotal again."),
    finds: &["成本 | 评优补助 | 一等奖1个,20万元;二等奖2个,15万元/镇,35万元 <<"],
    passes: &["成本 | 评优补助 | 一等奖1个,20万元;二等奖2个,15万元/镇,30万元"],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    for prize in prizes_of(row.value()).unwrap_or_default() {
        let (Some((_, count)), Some(printed), Some(sum)) =
            (&prize.count, prize.subtotal, prize.sum())
        else {
            continue;
        };
        if sum != printed {
            let (each, sum, printed) =
                (shown_yuan(prize.each), shown_yuan(sum), shown_yuan(printed));
            findings.report(
                row.spot(Part::Value),
                format!("“{}”{count}×{each}＝{sum}，小计却是{printed}", prize.label),
                format!(
                    "“{}”: {count} × {each} = {sum}, but the subtotal says {printed}",
                    prize.label
                ),
            );
        }
    }
}
