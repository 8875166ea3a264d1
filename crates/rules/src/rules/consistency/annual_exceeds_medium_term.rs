//! An annual value exceeds the medium-term value.

use crate::case::Case;
use crate::facts::figures;
use crate::findings::Findings;
use crate::row::{List, Part, Row};
use crate::rule::*;
use plumbline_model::Severity;
use plumbline_model::{Dimension, Quantity};
use std::collections::HashMap;

/// An annual value exceeds the medium-term value.
pub static RULE: Rule = Rule {
    code: "C018",
    name: "annual-exceeds-medium-term",
    title: text(
        "年度指标值大于中期指标值",
        "an annual value exceeds the medium-term value",
    ),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Adequacy,
    basis: &[Basis::Arithmetic],
    why: text(
        "一年的数量不会超过包括这一年在内的整个期间的数量。",
        "One year cannot bring more than the whole period of which it is part.",
    ),
    remedy: text(
        "核实两个值，改正写错的一个。",
        "Find out which of the two is wrong and correct it.",
    ),
    finds: &["中期 数量 | 养护里程 | ≥300公里\n\
数量 | 养护里程 | 320公里 <<\n\
"],
    passes: &[
        "中期 数量 | 养护里程 | ≥300公里\n\
数量 | 养护里程 | ≥100公里\n\
",
        "中期 质量 | 优良率 | ≥90%\n\
质量 | 优良率 | ≥92%\n\
",
        "中期 成本 | 养护单价 | ≤5000元/公里\n\
成本 | 养护单价 | ≤5200元/公里\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let medium = case.rows.iter().filter(|row| row.list == List::MediumTerm);
    let by_name: HashMap<&str, &Row<'_>> = medium.map(|row| (row.name, row)).collect();
    if by_name.is_empty() {
        return;
    }
    for row in case.annual_rows() {
        let Some(whole) = by_name.get(row.name).filter(|_| !row.name.is_empty()) else {
            continue;
        };
        let (Some(year), Some(total)) = (row.quantity(), whole.quantity()) else {
            continue;
        };
        let exceeds = match (figures::number(year), figures::number(total)) {
            (Some(year), Some(total)) => year > total,
            _ => false,
        };
        if adds_up(year) && figures::same_measure(year, total) && exceeds {
            findings
                .report(
                    row.spot(Part::Value),
                    format!(
                        "“{}”年度为“{}”，整个中期才“{}”",
                        row.name, row.printed, whole.printed
                    ),
                    format!(
                        "“{}” is “{}” for the year and only “{}” for the whole period",
                        row.name, row.printed, whole.printed
                    ),
                )
                .with(whole.spot(Part::Value), "中期指标值", "medium-term value");
        }
    }
}

/// Whether quantities of several years add up: not rates, prices, times and ceilings.
fn adds_up(quantity: &Quantity) -> bool {
    let is_sum = !matches!(
        quantity.dimension(),
        Dimension::Share
            | Dimension::Time
            | Dimension::Score
            | Dimension::Physical
            | Dimension::None
    );
    is_sum
        && quantity.unit.per.is_empty()
        && !quantity.relation.is_ceiling()
        && quantity.change.is_none()
}
