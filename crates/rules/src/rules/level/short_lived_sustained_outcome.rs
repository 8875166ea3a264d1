//! A sustained outcome lasts only days or months.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// A sustained outcome lasts only days or months.
pub static RULE: Rule = Rule {
    code: "L016",
    name: "short-lived-sustained-outcome",
    title: text(
        "可持续影响不足一年",
        "a sustained outcome of less than a year",
    ),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Act {
        act: "indicators-2021",
        says: text(
            "数量、质量、时效反映产出，成本指标反映投入，效益和满意度反映结果",
            "quantity, quality and timeliness speak of output, cost of what is spent, outcome and satisfaction of what comes of it",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "可持续影响看项目之后的长期作用，几个月说明不了。",
        "Sustained influence is what remains after the project; a few months show nothing.",
    ),
    remedy: text(
        "改填能长期发挥的作用，或不设该指标。",
        "State what lasts, or leave the row out.",
    ),
    finds: &["可持续 | 平台持续运行时间 | ≥6个月 <<"],
    passes: &[
        "可持续 | 设备使用年限 | ≥5年",
        "可持续 | 渠道延长使用年限 | ≥3个月",
        "可持续 | 站点运营满3个月的比例 | ≥95%",
        "可持续 | 平台持续运行时间 | 24个月",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row
        .quantity()
        .filter(|_| row.level2 == Some(Level2::SustainedOutcome))
    else {
        return;
    };
    let (low, high) = quantity.bounds();
    let longest = high.or(low).unwrap_or_default();
    let is_short = (measure::is_in(quantity, "月") && longest < Decimal::from(12))
        || (measure::is_in(quantity, "天") && longest < Decimal::from(365))
        || (measure::is_in(quantity, "季度") && longest < Decimal::from(4));
    // A year's name with months is asked about as such.
    let names_years = measure::ends_with_any(row.bare_name, &["年限", "年数"]);
    if is_short && !names_years && quantity.unit.per.is_empty() {
        findings.report(
            row.spot(Part::Value),
            format!("可持续影响指标“{}”的值“{}”不足一年", row.name, row.printed),
            format!(
                "the sustained outcome “{}” lasts “{}”, less than a year",
                row.name, row.printed
            ),
        );
    }
}
