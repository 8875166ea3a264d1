//! A rate of failure may be more than a half.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// A rate of failure may be more than a half.
pub static RULE: Rule = Rule {
    code: "V033",
    name: "adverse-share-nearly-unbounded",
    title: text(
        "负向比率的上限过宽",
        "a rate of failure that may exceed a half",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Adequacy,
    basis: &[Basis::Practice(text(
        "绩效目标审核人员的通常要求",
        "what reviewers of targets ask for",
    ))],
    why: text(
        "故障率不超过98%等于没有要求，多为把完好率的值填到了故障率。",
        "A ceiling of 98% for failures asks for nothing; mostly the value of the opposite rate was entered.",
    ),
    remedy: text(
        "核对名称和数值，如“故障率≤2%”或“畅通率≥98%”。",
        "Check name and value, as in 故障率 `≤2%`.",
    ),
    finds: &["质量 | 专线故障率 | ≤98% <<"],
    passes: &[
        "质量 | 专线故障率 | ≤2%",
        "质量 | 专线畅通率 | ≥98%",
        "质量 | 差错率 | ≤1‰",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity().filter(|q| q.change.is_none()) else {
        return;
    };
    if !measure::is_adverse(row) {
        return;
    }
    let (_, high) = measure::percent_bounds(quantity).unwrap_or_default();
    if high.is_some_and(|high| high > Decimal::from(50)) {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”越低越好，“{}”等于没有约束，是否与正向指标混淆",
                row.name, row.printed
            ),
            format!(
                "“{}” of “{}” excludes hardly anything",
                row.printed, row.name
            ),
        );
    }
}
