//! The standard in the name contradicts the value.

use crate::arithmetic::yuan_of;
use crate::case::Case;
use crate::case::shown_yuan;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Sign;
use plumbline_model::Severity;
use plumbline_model::{Decimal, Dimension, Mention, PerUnit, Quantity};

/// The standard in the name contradicts the value.
pub static RULE: Rule = Rule {
    code: "M022",
    name: "standard-in-name-differs-from-value",
    title: text(
        "名称里的标准与指标值不符",
        "the standard in the name contradicts the value",
    ),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Clarity,
    basis: &[Basis::Arithmetic],
    why: text(
        "同一行里名称说的标准折算后与指标值不等。",
        "In one row the standard of the name does not come to the value.",
    ),
    remedy: text(
        "核对标准、月数和指标值。",
        "Check standard, months and value.",
    ),
    finds: &["成本 | 站长按280元/月补贴 | 2800元/人/年 <<"],
    passes: &[
        "成本 | 站长按280元/月补贴 | 3360元/人/年",
        "成本 | 站长按280元/月补贴，另发取暖费500元 | 3860元/人/年",
        "成本 | 每人1000元/月补贴标准 | 1000元/人/月",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if !row.words.has_sign(Sign::Digit) {
        return;
    }
    let (Some(value), Some(yearly)) = (row.quantity(), row.quantity().and_then(yuan_in_a_year))
    else {
        return;
    };
    let amounts = Mention::all(row.name)
        .into_iter()
        .filter(|m| m.quantity.dimension() == Dimension::Money);
    let amounts: Vec<Mention> = amounts.collect();
    // Several amounts may be added in ways the name only hints at.
    let [standard] = amounts.as_slice() else {
        return;
    };
    let per_time = |q: &Quantity| q.unit.is_per(Dimension::Time);
    let (true, true, Some(named)) = (
        per_time(value),
        per_time(&standard.quantity),
        yuan_in_a_year(&standard.quantity),
    ) else {
        return;
    };
    if named != yearly {
        let (named, yearly) = (shown_yuan(named), shown_yuan(yearly));
        findings
            .report(
                row.spot(Part::Value),
                format!("名称里的标准折合每年{named}，指标值折合每年{yearly}"),
                format!("the standard in the name is {named} a year, the value {yearly} a year"),
            )
            .with(
                row.spot(Part::Name),
                "名称里的标准",
                "the standard in the name",
            );
    }
}

/// An amount for a month or a year, in yuan for a year.
fn yuan_in_a_year(quantity: &Quantity) -> Option<Decimal> {
    let yuan = yuan_of(quantity)?;
    let times = quantity.unit.per.iter().find_map(|per| match &per.unit {
        PerUnit::Known(unit) if per.count == 1 && unit.dimension() == Dimension::Time => {
            match unit.symbol() {
                "月" => Some(12u32),
                "季度" => Some(4),
                "年" => Some(1),
                _ => None,
            }
        }
        _ => None,
    })?;
    yuan.checked_mul(Decimal::from(times))
}
