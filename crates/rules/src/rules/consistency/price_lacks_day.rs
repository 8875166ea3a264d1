//! A price lacks “per day”.

use crate::facts::prices::{self, Kind, Time};
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::Severity;

/// A price lacks “per day”.
pub static RULE: Rule = Rule {
    code: "C032",
    name: "price-lacks-day",
    title: text("同类支出标准缺“/天”", "a price lacks “per day”"),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Funding,
    basis: &[Basis::Practice(text(
        "审核实践：同一部门同类支出执行同一标准",
        "reviewers ask that a department pay the same for the same",
    ))],
    why: text(
        "金额与其他项目的每天标准相同，却没有写每天，按字面少算了天数。",
        "The amount is that of other projects per day, but does not say so, and taken literally leaves out the days.",
    ),
    remedy: text("补上“/天”。", "Add “/天”."),
    finds: &["项目: 党员培训\n\
成本 | 培训费标准 | ≤260元/人/天\n\
---\n\
项目: 农民培训\n\
成本 | 培训费标准 | ≤260元/人/天\n\
---\n\
项目: 骨干培训\n\
成本 | 培训标准 | ≤260元/人 <<\n\
"],
    passes: &["项目: 党员培训\n\
成本 | 培训费标准 | ≤260元/人/天\n\
---\n\
项目: 农民培训\n\
成本 | 培训费标准 | ≤260元/人/天\n\
---\n\
项目: 骨干培训\n\
成本 | 培训标准 | ≤900元/人\n\
"],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    let all = prices::prices(volume);
    for (kind, unsaid) in all.iter().filter(|(kind, _)| kind.per == Time::Unsaid) {
        let by_day = Kind {
            per: Time::Day,
            ..*kind
        };
        let Some((usual, _)) = all.get(&by_day).and_then(|prices| prices::usual(prices)) else {
            continue;
        };
        for price in unsaid.iter().filter(|price| price.yuan == usual.yuan) {
            let row = price.row;
            let (other, value) = (usual.case.project_name(), usual.row.printed);
            findings.report_in(
                price.case.number,
                row.spot(Part::Value),
                format!("“{}”为“{}”，而项目“{other}”为“{value}”，疑缺“/天”", row.name, row.printed),
                format!(
                    "“{}” is “{}”, in the project “{other}” it is “{value}”: “per day” seems to be missing",
                    row.name, row.printed
                ),
            );
        }
    }
}
