//! The name of an indicator could stand for anything.

use crate::case::Case;
use crate::facts::naming;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// The name of an indicator could stand for anything.
pub static RULE: Rule = Rule {
    code: "F022",
    name: "vague-name",
    title: text(
        "三级指标名称没有说清衡量什么",
        "a name that does not say what is measured",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "三级指标名称应能明确指向所衡量的内容",
                "the name of a level 3 points to what it measures",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "评审专家把“具体数量”“各类示范点”一类的名称退回",
            "reviewers send back names such as 具体数量",
        )),
    ],
    why: text(
        "名称空泛，产出无法核实。",
        "What is not named cannot be verified.",
    ),
    remedy: text(
        "写明是什么的数量，几类的分开写。",
        "Say what is counted, kind by kind.",
    ),
    finds: &[
        "数量 | 具体数量 | 2项 <<",
        "数量 | 各类示范点 | ≥40个 <<",
        "数量 | 管理系统 | 1个 | 描述=公务用车管理系统数量 <<",
    ],
    passes: &[
        "数量 | 农技示范点数量 | ≥40个",
        "数量 | 各类人员培训数 | ≥40人",
        "数量 | 监测点数量 | 36个 | 描述=监测点数量",
        "数量 | 各类垃圾桶采购数 | 40个 | 描述=厨余、可回收、有害和其他垃圾桶的采购数",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if row.level2 != Some(Level2::Quantity) || !row.has_value() {
        return;
    }
    let begins_empty = naming::opening(row.name).has(Word::EmptyName);
    let says_more = row.description.chars().count() > row.name.chars().count() + 6;
    if begins_empty && !says_more {
        findings.report(
            row.spot(Part::Name),
            format!("三级指标名称“{}”没有说清是什么的数量", row.name),
            format!("“{}” does not say what is counted", row.name),
        );
    } else if let Some(description) = counting_description(row) {
        findings
            .report(
                row.spot(Part::Name),
                format!(
                    "三级指标名称“{}”没有写出衡量的是什么，描述为“{description}”",
                    row.name
                ),
                format!(
                    "“{}” does not say what is measured; its description is “{description}”",
                    row.name
                ),
            )
            .with(row.spot(Part::Description), "指标描述", "the description")
            .weighing(Severity::Info);
    }
}

/// The description of a bare noun that alone says that the noun is counted.
fn counting_description<'a>(row: &Row<'a>) -> Option<&'a str> {
    let is_bare = row.name.chars().count() <= 4 && !naming::ends_in_measure(row.name);
    let rest = row
        .description
        .strip_suffix("数量")
        .or(row.description.strip_suffix("个数"))?;
    (is_bare && rest.ends_with(row.name)).then_some(row.description)
}
