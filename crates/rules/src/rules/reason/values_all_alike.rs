//! All indicators have the same value.

use crate::case::Case;
use crate::facts::shares::lowest_percent;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// All indicators have the same value.
pub static RULE: Rule = Rule {
    code: "R011",
    name: "values-all-alike",
    title: text("所有指标值相同", "all values alike"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "公开样本中有整表填同一数值的模板残留",
        "published forms show templates with one number in every row",
    ))],
    why: text(
        "整张表填同一个值，多为模板残留或批量填充。",
        "One value in every row was mostly left over from a template.",
    ),
    remedy: text("逐个指标核对填写。", "Fill in each indicator on its own."),
    finds: &["\
数量 | 培训人数 | 88 <<
质量 | 合格率 | 88
时效 | 完成时间 | 88
成本 | 培训成本 | 88
社会 | 知晓率 | 88
"],
    passes: &[
        "\
数量 | 培训人数 | 88人
质量 | 合格率 | 88%
时效 | 完成时间 | 10月
成本 | 培训成本 | 88元
社会 | 知晓率 | 88%
",
        "\
质量 | 发放率 | 100%
质量 | 覆盖率 | 100%
时效 | 发放及时率 | 100%
社会 | 政策知晓率 | 100%
满意度 | 群众满意度 | 100%
",
        "\
数量 | 甲 | 88
质量 | 乙 | 88
",
    ],
    check: Check::Document(check),
};

/// Fewest indicators for which it is no chance.
const FEWEST: usize = 5;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let valued = || case.annual_rows().filter(|row| row.has_value());
    let Some(first) = valued().next() else {
        return;
    };
    let count = valued().count();
    let all_alike = valued().all(|row| row.printed == first.printed);
    // That every share is 100 % is reported on its own.
    let is_full = lowest_percent(first) == Some(Decimal::ONE_HUNDRED);
    if all_alike && count >= FEWEST && !is_full {
        findings.report(
            first.spot(Part::Value),
            format!("全部{count}个指标的值都是“{}”", first.printed),
            format!("all {count} indicators have the value “{}”", first.printed),
        );
    }
}
