//! The name of an output is a demand or a task, not something to measure.

use crate::case::Case;
use crate::facts::naming;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::{Word, Words};
use plumbline_model::Dimension;
use plumbline_model::Severity;

/// The name of an output is a demand or a task, not something to measure.
pub static RULE: Rule = Rule {
    code: "F021",
    name: "name-is-a-task",
    title: text("三级指标名称是工作要求", "a name that is a task"),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "评审专家要求三级指标写成可以计量的名词",
        "reviewers ask for a noun that can be measured",
    ))],
    why: text(
        "工作要求没有分子分母，填什么值都说不清完成得怎样。",
        "A task has nothing to count; no value says how far it was met.",
    ),
    remedy: text(
        "改成名词，如把“督促学员完成课时”改为“人均完成课时数”。",
        "Use a noun: 人均完成课时数 in place of 督促学员完成课时.",
    ),
    finds: &[
        "数量 | 督促各站按月巡库 | ≥36次 <<",
        "质量 | 保证巡查不断档 | 基本保证 <<",
        "质量 | 完成设备安装和调试 | 100% <<",
    ],
    passes: &[
        "数量 | 完成惠民演出 | 120场",
        "数量 | 保障村级组织数量 | 120个",
        "质量 | 保障率 | 100%",
        "社会 | 提升服务水平 | 提升",
        "数量 | 培训人数 | ≥50人",
        "质量 | 完成及时率 | 100%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let is_output = matches!(
        row.level2,
        Some(Level2::Quantity | Level2::Quality | Level2::Timeliness)
    );
    if !is_output || !row.has_value() {
        return;
    }
    let first = Words::of(first_two(row.name));
    if !first.has_any(&[Word::Urging, Word::Doing]) {
        return;
    }
    let opening = naming::opening(row.name);
    let counts = row.quantity().is_some_and(|quantity| {
        !matches!(quantity.dimension(), Dimension::Share | Dimension::None)
    });
    let is_task = opening.has(Word::Doing) && !counts && !naming::ends_in_measure(row.name);
    let begins_with = |word| opening.has(word) && first.has(word);
    if begins_with(Word::Urging) || (is_task && begins_with(Word::Doing)) {
        findings.report(
            row.spot(Part::Name),
            format!(
                "三级指标名称“{}”开头是动词，说的是要求做的事，不是可以计量的名称",
                row.name
            ),
            format!(
                "“{}” begins with a verb: a task, not something to measure",
                row.name
            ),
        );
    }
}

fn first_two(name: &str) -> &str {
    let end = name.char_indices().nth(2).map_or(name.len(), |(at, _)| at);
    &name[..end]
}
