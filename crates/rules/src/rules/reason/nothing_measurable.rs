//! No indicator of the form can be measured.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::Severity;

/// No indicator of the form can be measured.
pub static RULE: Rule = Rule {
    code: "R010",
    name: "nothing-measurable",
    title: text("没有一个可量化的指标", "no indicator that can be measured"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Act {
        act: "targets-2015",
        says: text(
            "绩效目标要细化、量化，不能量化的用定性表述并可衡量",
            "goals are detailed and quantified, or at least measurable",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "全部指标都是定性表述，年底无法判断完成程度。",
        "With words alone nobody can tell at the end of the year how much was reached.",
    ),
    remedy: text(
        "至少产出数量、时效、成本指标填写数值和单位。",
        "State numbers with units at least for quantity, time and cost.",
    ),
    finds: &["\
数量 | 养护任务 | 全部完成 <<
质量 | 养护质量 | 良好
社会 | 出行条件 | 明显改善
"],
    passes: &[
        "\
数量 | 养护里程 | 20公里
质量 | 养护质量 | 良好
社会 | 出行条件 | 明显改善
",
        "产出/- | 专线 | 正常运转",
        "数量 | 养护任务 | 全部完成",
    ],
    check: Check::Document(check),
};

/// Fewest indicators for which it can be said.
const FEWEST: usize = 3;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let valued = || case.annual_rows().filter(|row| row.has_value());
    if !case.is_table || valued().any(|row| row.value().is_measured()) {
        return;
    }
    let count = valued().count();
    if let Some(first) = valued().next().filter(|_| count >= FEWEST) {
        findings.report(
            first.spot(Part::Value),
            format!("全部{count}个指标都是定性表述，没有一个有数值、日期或频次"),
            format!("none of the {count} indicators has a number, a date or a frequency"),
        );
    }
}
