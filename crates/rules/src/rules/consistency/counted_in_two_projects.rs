//! The same count stands in two projects.

use crate::facts::copies;
use crate::facts::figures;
use crate::facts::likeness::Pairs;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::Severity;
use plumbline_model::{Decimal, Dimension};
use std::collections::HashSet;

/// The same count stands in two projects.
pub static RULE: Rule = Rule {
    code: "C026",
    name: "counted-in-two-projects",
    title: text(
        "同一数量列在两个项目中",
        "the same count stands in two projects",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "审核实践：同一成果不在两个项目中重复计量",
        "reviewers ask that one result not be counted in two projects",
    ))],
    why: text(
        "名称和数量都相同，可能是同一批对象被计了两次。",
        "With the same name and number, the same things may be counted twice.",
    ),
    remedy: text(
        "确属同一批的只在一个项目中计量；不是的，在名称中写明区别。",
        "Count them in one project only; where they are different things, say so in the name.",
    ),
    finds: &["项目: 农机管理经费\n\
数量 | 登记农机数量 | ≥350台\n\
---\n\
项目: 农机监理经费\n\
数量 | 登记农机数量 | ≥350台 <<\n\
"],
    passes: &[
        "项目: 农机管理经费\n\
数量 | 登记农机数量 | ≥350台\n\
---\n\
项目: 农机监理经费\n\
数量 | 登记农机数量 | ≥200台\n\
",
        "项目: 干部培训\n\
数量 | 活动次数 | ≥12次\n\
---\n\
项目: 农民培训\n\
数量 | 活动次数 | ≥12次\n\
",
        "项目: 农机经费\n\
数量 | 登记农机数量 | ≥350台\n\
---\n\
项目: 农机经费\n\
数量 | 登记农机数量 | ≥350台\n\
",
    ],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    let twins = copies::twins(volume, is_own_count);
    if twins.is_empty() {
        return;
    }
    let copied = copies::closest(volume);
    let copied: HashSet<usize> = copied.iter().map(|copy| copy.second.number).collect();
    for twins in twins
        .iter()
        .filter(|twins| !copied.contains(&twins.second.number))
    {
        for row in &twins.rows {
            let other = twins.first.project_name();
            findings.report_in(
                twins.second.number,
                row.spot(Part::Value),
                format!(
                    "“{}：{}”在项目“{other}”中也有，可能重复计数",
                    row.name, row.printed
                ),
                format!(
                    "“{}: {}” stands in the project “{other}” too and may be counted twice",
                    row.name, row.printed
                ),
            );
        }
    }
}

/// Whether a row counts many of something that its name tells.
fn is_own_count(row: &Row<'_>) -> bool {
    let is_many = row.quantity().is_some_and(|quantity| {
        let is_count = matches!(
            quantity.dimension(),
            Dimension::Count | Dimension::Persons | Dimension::PersonTimes
        );
        let number = figures::number(quantity);
        is_count && number.is_some_and(|number| number >= Decimal::ONE_HUNDRED)
    });
    is_many && Pairs::of(row.name).len() >= 2
}
