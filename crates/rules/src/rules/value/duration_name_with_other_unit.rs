//! A name of years, months or days has a value in another unit.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Dimension, Severity};

/// A name of years, months or days has a value in another unit.
pub static RULE: Rule = Rule {
    code: "V024",
    name: "duration-name-with-other-unit",
    title: text(
        "年限、天数与单位不符",
        "a duration in another unit than its name",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "绩效目标审核人员的通常要求",
        "what reviewers of targets ask for",
    ))],
    why: text(
        "名称与单位不符，多半是口径没有想清楚。",
        "Where name and unit differ the measure was not thought through.",
    ),
    remedy: text("统一名称与单位。", "Let name and unit agree."),
    finds: &[
        "可持续 | 生活补助年限 | ≥3个月 <<",
        "数量 | 培训天数 | ≥12个月 <<",
    ],
    passes: &[
        "可持续 | 设备使用年限 | ≥5年",
        "数量 | 培训天数 | ≥12天",
        "数量 | 办理天数 | ≤10个工作日",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity().filter(|q| q.unit.per.is_empty()) else {
        return;
    };
    let name = row.bare_name;
    const UNITS: [(&str, &[&str]); 5] = [
        ("年限", &["年", "半年", "学年"]),
        ("年数", &["年", "半年", "学年"]),
        ("天数", &["天", "工作日", "人天"]),
        ("日数", &["天", "工作日", "人天"]),
        ("月数", &["月"]),
    ];
    let Some((_, units)) = UNITS.iter().find(|(ending, _)| name.ends_with(ending)) else {
        return;
    };
    let is_known = !matches!(quantity.dimension(), Dimension::None | Dimension::Unknown);
    if is_known && !units.iter().any(|unit| measure::is_in(quantity, unit)) {
        findings.report(
            row.spot(Part::Value),
            format!("指标“{}”的值是“{}”，名称与单位不符", row.name, row.printed),
            format!(
                "“{}” is stated as “{}”: name and unit do not agree",
                row.name, row.printed
            ),
        );
    }
}
