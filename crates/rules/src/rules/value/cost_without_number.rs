//! A cost indicator has a phrase for its value.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Reason, Severity, TargetValue};

/// A cost indicator has a phrase for its value.
pub static RULE: Rule = Rule {
    code: "V023",
    name: "cost-without-number",
    title: text("成本指标没有数额", "a cost indicator without an amount"),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "targets-2015",
            says: text(
                "绩效指标要细化、量化，不能量化的用具体的定性表述",
                "indicators are detailed and quantified, or else described in concrete terms",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "审核中常见“预算内标准”“控制在预算内”",
            "reviews often meet 预算内标准 and 控制在预算内",
        )),
    ],
    why: text(
        "只写“预算内”等于没有成本指标：不超预算本来就是法定要求。",
        "“Within the budget” is no target: the law demands that anyway.",
    ),
    remedy: text(
        "填写单价、定额或费用上限，如“≤320元/人”。",
        "State a price, a quota or a ceiling, such as `≤320元/人`.",
    ),
    finds: &["成本 | 绿化单项支出 | 在预算之内 <<"],
    passes: &[
        "成本 | 考核成本 | ≤320元/人",
        "成本 | 社会成本 | 不适用",
        "产出/- | 产品价格 | 合理低价",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if !row.level2.is_some_and(|level| level.is_money_cost()) {
        return;
    }
    let is_phrase = match row.value() {
        TargetValue::Grade(_) => !row.printed.contains(['*', '_']),
        TargetValue::Unclear(unclear) => unclear.reason == Reason::UnknownText,
        TargetValue::Frequency(_) => true,
        _ => false,
    };
    if is_phrase {
        findings.report(
            row.spot(Part::Value),
            format!("成本指标“{}”的值“{}”没有数额", row.name, row.printed),
            format!(
                "the cost indicator “{}” has no amount but “{}”",
                row.name, row.printed
            ),
        );
    }
}
