//! A share is stated as 1 or 0.95 without a sign of per cent.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Decimal, Dimension, Severity};

/// A share is stated as 1 or 0.95 without a sign of per cent.
pub static RULE: Rule = Rule {
    code: "V010",
    name: "share-without-percent-sign",
    title: text("比率写成小数，没有百分号", "a share stated without %"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "在用系统要求比较符号后有数值和计量单位",
        "systems in use demand a number and a unit after a comparison sign",
    ))],
    why: text(
        "“1”可以理解为1%也可以理解为100%，系统取数后会算错得分。",
        "`1` may mean 1% or 100%, and a system computes a wrong score from it.",
    ),
    remedy: text(
        "写成百分数，如“100%”。",
        "Write it in per cent, such as `100%`.",
    ),
    finds: &["时效 | 故障响应率 | 1 <<", "质量 | 设备完好率 | ≥0.95 <<"],
    passes: &[
        "质量 | 设备完好率 | ≥95%",
        "数量 | 培训次数 | 1次",
        "质量 | 差错率 | 0",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity() else {
        return;
    };
    let is_bare = quantity.dimension() == Dimension::None && quantity.unit.per.is_empty();
    let is_share =
        measure::names_share(row) || row.name.ends_with("及时性") || row.name.ends_with("满意度");
    if !is_bare || !is_share {
        return;
    }
    let bound = quantity.bounds();
    let number = bound.1.or(bound.0).unwrap_or_default();
    if number > Decimal::ZERO && number <= Decimal::ONE {
        let percent = (number * Decimal::ONE_HUNDRED).normalize();
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”是比率，值“{}”没有百分号，是否指{percent}%",
                row.name, row.printed
            ),
            format!(
                "“{}” is a share and its value “{}” has no sign of per cent; is {percent}% meant?",
                row.name, row.printed
            ),
        );
    }
}
