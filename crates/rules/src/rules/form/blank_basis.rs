//! The form asks for the basis of each value, and some are blank.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// The form asks for the basis of each value, and some are blank.
pub static RULE: Rule = Rule {
    code: "F038",
    name: "blank-basis",
    title: text("没有填写指标值确定依据", "no basis for a value"),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "设有“指标值确定依据”栏的地区要求逐条填写",
        "regions whose forms ask for the basis of a value want it in every row",
    ))],
    why: text(
        "没有依据，就不知道目标值是怎么定出来的。",
        "Without a basis nobody knows where a value came from.",
    ),
    remedy: text(
        "填写计划、标准、合同、历史数据等依据。",
        "State the plan, standard, contract or past figures.",
    ),
    finds: &["\
数量 | 培训人数 | ≥50人 | 依据=培训计划
质量 | 合格率 | ≥95% | 依据= <<
"],
    passes: &[
        "数量 | 培训人数 | ≥50人 | 依据=培训计划",
        "数量 | 培训人数 | ≥50人",
        "生态 | 生态效益 | 不适用 | 依据=",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let stated = case.annual_rows().filter(|row| row.has_value());
    let blank: Vec<&Row<'_>> = stated
        .filter(|row| row.indicator.basis.is_blank())
        .collect();
    let Some((first, others)) = blank.split_first() else {
        return;
    };
    let names: Vec<&str> = blank.iter().map(|row| row.name).collect();
    let mut reported = findings.report(
        first.spot(Part::Basis),
        format!("没有填写指标值确定依据：{}", names.join("；")),
        format!("no basis is stated for: {}", names.join("; ")),
    );
    for row in others {
        reported = reported.with(row.spot(Part::Basis), "没有填写依据", "no basis");
    }
}
