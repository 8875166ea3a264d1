//! The items of a list state a part that the last item lacks.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// The items of a list state a part that the last item lacks.
pub static RULE: Rule = Rule {
    code: "F015",
    name: "list-item-incomplete",
    title: text(
        "并列的最后一项缺内容",
        "the last item of a list lacks a part",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECTS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "评审专家要求并列各项的写法一致、内容齐全",
        "reviewers ask that the items of a list state the same parts",
    ))],
    why: text(
        "前几项都有小计，最后一项没有，合计就对不上。",
        "Where all items but the last state a subtotal, the total cannot be checked.",
    ),
    remedy: text("补上最后一项缺的内容。", "Add what the last item lacks."),
    finds: &[
        "成本 | 评选奖补标准 | 一等奖2个,5万元/村,10万元;二等奖3个,3万元/村,9万元;三等奖5个,1万元/村 <<",
    ],
    passes: &[
        "成本 | 评选奖补标准 | 一等奖2个,5万元/村,10万元;二等奖3个,3万元/村,9万元;三等奖5个,1万元/村,5万元",
        "成本 | 评选奖补标准 | 一等奖5万元/村;二等奖3万元/村;三等奖1万元/村",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if !row.printed.contains([';', '；']) {
        return;
    }
    let items = row
        .printed
        .split([';', '；'])
        .filter(|item| item.contains("元/"));
    let items: Vec<&str> = items.collect();
    let Some((last, others)) = items.split_last() else {
        return;
    };
    let n_parts = |item: &str| item.split([',', '，']).count();
    let expected = others.first().map_or(0, |item| n_parts(item));
    let is_regular = others.len() >= 2 && others.iter().all(|item| n_parts(item) == expected);
    if is_regular && n_parts(last) < expected {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”的前几项都有{expected}部分内容，最后一项“{last}”少一部分",
                row.name
            ),
            format!(
                "the items of “{}” have {expected} parts each, the last one, “{last}”, has fewer",
                row.name
            ),
        );
    }
}
