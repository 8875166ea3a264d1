//! Two projects pay different prices for the same.

use crate::facts::prices;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::Severity;

/// Two projects pay different prices for the same.
pub static RULE: Rule = Rule {
    code: "C031",
    name: "prices-differ",
    title: text(
        "两个项目的同类支出标准不同",
        "two projects pay different prices for the same",
    ),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Funding,
    basis: &[Basis::Practice(text(
        "审核实践：同一部门同类支出执行同一标准",
        "reviewers ask that a department pay the same for the same",
    ))],
    why: text(
        "同类支出标准不同，又没有说明，看不出哪个是对的。",
        "Two prices for the same, without a reason, leave open which is right.",
    ),
    remedy: text(
        "统一标准，或在指标描述、依据中说明差异。",
        "Use one price, or give the reason in description or basis.",
    ),
    finds: &["项目: 老年人体检\n\
成本 | 体检成本 | 420元 | 描述=每个老年人体检费用\n\
---\n\
项目: 护林员体检\n\
成本 | 体检标准 | 380元 | 描述=平均每人体检的费用 <<\n\
"],
    passes: &["项目: 老年人体检\n\
成本 | 体检成本 | 420元 | 描述=每个老年人体检费用\n\
---\n\
项目: 护林员体检\n\
成本 | 体检标准 | 420元 | 描述=平均每人体检的费用\n\
---\n\
项目: 驾驶员体检\n\
成本 | 体检标准 | 420元 | 描述=平均每人体检的费用 | 依据=云卫发〔2024〕6号\n\
---\n\
项目: 护林员培训\n\
成本 | 培训标准 | 1万元 | 描述=每次培训的费用\n\
"],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    for (kind, prices) in prices::prices(volume) {
        let Some(first) = prices.first().filter(|_| prices::usual(&prices).is_none()) else {
            continue;
        };
        for price in prices.iter().filter(|price| price.yuan != first.yuan) {
            let row = price.row;
            let (other, value) = (first.case.project_name(), first.row.printed);
            findings.report_in(
                price.case.number,
                row.spot(Part::Value),
                format!(
                    "{}标准“{}”，与项目“{other}”的“{value}”不同",
                    kind.subject, row.printed
                ),
                format!(
                    "the price of {}, “{}”, is not that of the project “{other}”, “{value}”",
                    kind.english, row.printed
                ),
            );
        }
    }
}
