//! A price differs from that of the department’s other projects.

use crate::facts::prices;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::Severity;

/// A price differs from that of the department’s other projects.
pub static RULE: Rule = Rule {
    code: "C030",
    name: "price-out-of-line",
    title: text(
        "同类支出标准与本部门其他项目不同",
        "a price differs from that of the department’s other projects",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Funding,
    basis: &[Basis::Practice(text(
        "审核实践：同一部门同类支出执行同一标准",
        "reviewers ask that a department pay the same for the same",
    ))],
    why: text(
        "同一部门同一年度的培训、体检等，应执行同一标准。",
        "Training, physical examinations and the like should cost one department the same in one year.",
    ),
    remedy: text(
        "按规定的标准改为一致；确需不同的，在指标描述或依据中说明。",
        "Use the prescribed price throughout, or give the reason in description or basis.",
    ),
    finds: &["项目: 党员培训\n\
成本 | 培训费标准 | ≤260元/人/天\n\
---\n\
项目: 农民培训\n\
成本 | 培训费标准 | ≤260元/人/天\n\
---\n\
项目: 骨干培训\n\
成本 | 人均培训成本 | ≤340元/人/天 <<\n\
"],
    passes: &["项目: 党员培训\n\
成本 | 培训费标准 | ≤260元/人/天\n\
---\n\
项目: 农民培训\n\
成本 | 培训费标准 | ≤260元/人/天\n\
---\n\
项目: 网络培训\n\
成本 | 学员费用 | 100元/人/年\n\
---\n\
项目: 专题培训\n\
成本 | 一类培训 | ≤280元/人/天\n\
---\n\
项目: 会议\n\
成本 | 会场租金 | ≤3000元/天\n\
"],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    for (kind, prices) in prices::prices(volume) {
        let Some((usual, count)) = prices::usual(&prices) else {
            continue;
        };
        for odd in prices.iter().filter(|price| price.yuan != usual.yuan) {
            let (row, subject, english) = (odd.row, kind.subject, kind.english);
            let (other, value) = (usual.case.project_name(), usual.row.printed);
            findings.report_in(
                odd.case.number,
                row.spot(Part::Value),
                format!("“{}”为“{}”，而另有{count}处{subject}标准为“{value}”（如项目“{other}”）", row.name, row.printed),
                format!(
                    "“{}” is “{}”, while {count} other prices of {english} are “{value}” (as in “{other}”)",
                    row.name, row.printed
                ),
            );
        }
    }
}
