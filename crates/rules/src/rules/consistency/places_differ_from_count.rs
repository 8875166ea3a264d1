//! The places listed do not add up to the count.

use crate::case::Case;
use crate::facts::figures;
use crate::facts::likeness::Pairs;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;
use plumbline_model::{Decimal, Dimension, Quantity, TargetValue};

/// The places listed do not add up to the count.
pub static RULE: Rule = Rule {
    code: "C015",
    name: "places-differ-from-count",
    title: text(
        "名额合计与数量指标不一致",
        "the places listed do not add up to the count",
    ),
    severity: Severity::Error,
    applies: Applies::PROJECTS,
    criterion: Criterion::Adequacy,
    basis: &[Basis::Arithmetic],
    why: text(
        "按列出的名额办，数量指标必然完不成或超出。",
        "If the places are given out as listed, the count cannot come out as set.",
    ),
    remedy: text(
        "核实名额和数量，改为一致。",
        "Find out which is right and make them agree.",
    ),
    finds: &["数量 | 评选优秀乡镇和优秀村数量 | ≥30个 <<\n\
成本 | 优秀乡镇奖补标准 | 一等奖2个,8万元;二等奖4个,5万元;三等奖6个,3万元\n\
成本 | 优秀村奖补标准 | 一等奖1个,6万元;二等奖5个,4万元;三等奖7个,2万元\n\
"],
    passes: &[
        "数量 | 评选优秀乡镇数量 | 12个\n\
成本 | 优秀乡镇奖补标准 | 一等奖2个,8万元;二等奖4个,5万元;三等奖6个,3万元\n\
",
        "数量 | 养护桥梁 | ≥30个\n\
成本 | 优秀乡镇奖补标准 | 一等奖2个,8万元;二等奖4个,5万元;三等奖6个,3万元\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let lists: Vec<(&Row<'_>, &Quantity, Decimal)> = case
        .annual_rows()
        .filter(|row| row.level2 != Some(Level2::Quantity))
        .filter_map(|row| places(row).map(|(one, total)| (row, one, total)))
        .collect();
    let Some((_, one, _)) = lists.first() else {
        return;
    };
    let speaks_of_all = |count: &Row<'_>| {
        let own = Pairs::of(count.name);
        lists
            .iter()
            .all(|(list, _, _)| own.touch(&Pairs::of(list.name)))
    };
    let mut counts = case.annual_rows().filter(|row| {
        row.level2 == Some(Level2::Quantity)
            && row
                .quantity()
                .is_some_and(|q| figures::same_measure(q, one))
    });
    let (Some(count), None) = (counts.next(), counts.next()) else {
        return;
    };
    let total: Decimal = lists.iter().map(|(_, _, total)| *total).sum();
    let Some((low, high)) = count.quantity().map(Quantity::bounds) else {
        return;
    };
    let is_off = low.is_some_and(|low| total < low) || high.is_some_and(|high| total > high);
    if case.row_subjects().is_empty() || !is_off || !speaks_of_all(count) {
        return;
    }
    let terms: Vec<String> = lists
        .iter()
        .map(|(_, _, total)| total.normalize().to_string())
        .collect();
    let mut finding = findings.report(
        count.spot(Part::Value),
        format!(
            "“{}”为“{}”，而列出的名额合计为{}（{}）",
            count.name,
            count.printed,
            total.normalize(),
            terms.join("+")
        ),
        format!(
            "“{}” is “{}”, but the places listed add up to {} ({})",
            count.name,
            count.printed,
            total.normalize(),
            terms.join("+")
        ),
    );
    for (list, _, total) in &lists {
        let total = total.normalize();
        finding = finding.with(
            list.spot(Part::Value),
            format!("名额{total}"),
            format!("{total} places"),
        );
    }
}

/// The places that a list of prizes names, with one of them for its unit.
fn places<'a>(row: &Row<'a>) -> Option<(&'a Quantity, Decimal)> {
    let TargetValue::List(items) = row.value() else {
        return None;
    };
    let mut first = None;
    let mut total = Decimal::ZERO;
    for item in items {
        item.label.as_ref()?;
        let mut quantities = item.values.iter().filter_map(TargetValue::quantity);
        let count =
            quantities.find(|q| q.dimension() == Dimension::Count && q.unit.per.is_empty())?;
        total = total.checked_add(figures::number(count)?)?;
        first = first.or(Some(count));
    }
    Some((first.filter(|_| items.len() >= 2)?, total))
}
