//! The weight of an indicator is not the one of the approved target.

use crate::facts::pairs::{Pair, by_name, name_of, reports_with_targets};
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::Severity;

/// The weight of an indicator is not the one of the approved target.
pub static RULE: Rule = Rule {
    code: "S030",
    name: "weights-differ-from-target",
    title: text(
        "分值与批复的绩效目标不一致",
        "weights differ from the target",
    ),
    severity: Severity::Warning,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[Basis::Act {
        act: "indicators-2021",
        says: text(
            "分值权重批复后原则上不变",
            "weights once approved are in principle not changed",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "事后改分值可以抬高总分，审核时会对照目标表。",
        "Weights changed afterwards can raise the total; reviewers compare them.",
    ),
    remedy: text(
        "恢复批复的分值；经批准调整的，附批准文件。",
        "Restore the approved weights, or attach the approval of the change.",
    ),
    finds: &["\
年度: 2024
项目: 农村公路养护
数量 | 养护里程 | ≥120公里 | 分值=50
质量 | 优良率 | ≥92% | 分值=40
---
种类: 自评
年度: 2024
项目: 农村公路养护
数量 | 养护里程 | ≥120公里 | 分值=30 <<
质量 | 优良率 | ≥92% | 分值=60 <<
"],
    passes: &[
        "\
年度: 2024
项目: 农村公路养护
数量 | 养护里程 | ≥120公里 | 分值=50
质量 | 优良率 | ≥92% | 分值=40
---
种类: 自评
年度: 2024
项目: 农村公路养护
数量 | 养护里程 | ≥120公里 | 分值=50.0
质量 | 优良率 | ≥92% | 分值=40
",
        "\
年度: 2024
项目: 农村公路养护
数量 | 养护里程 | ≥120公里
---
种类: 自评
年度: 2024
项目: 农村公路养护
数量 | 养护里程 | ≥120公里 | 分值=90
",
    ],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    for Pair { report, target } in reports_with_targets(volume) {
        let approved = by_name(target);
        for row in by_name(report).into_values() {
            let Some(approved) = approved.get(&name_of(row)) else {
                continue;
            };
            let weights = (row.indicator.weight.get(), approved.indicator.weight.get());
            let (Some(weight), Some(approved)) = weights else {
                continue;
            };
            if weight.value != approved.value {
                findings.report_in(
                    report.number,
                    row.spot(Part::Weight),
                    format!(
                        "指标“{}”分值为{}，目标表中为{}",
                        row.name, weight.printed, approved.printed
                    ),
                    format!(
                        "the indicator “{}” weighs {}, in the target {}",
                        row.name, weight.printed, approved.printed
                    ),
                );
            }
        }
    }
}
