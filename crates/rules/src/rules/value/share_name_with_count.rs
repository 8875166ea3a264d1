//! A name of a share has a value that is a count, an amount or a time.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Dimension, Severity};

/// A name of a share has a value that is a count, an amount or a time.
pub static RULE: Rule = Rule {
    code: "V018",
    name: "share-name-with-count",
    title: text("名称为比率，值不是比率", "a share whose value is none"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Practice(text(
            "绩效目标审核人员的通常要求",
            "what reviewers of targets ask for",
        )),
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "指标名称简明、指向单一，量化易评，数值写在指标值里",
                "a name is short and points to one thing, the indicator is easy to measure, and the number stands in the value",
            ),
            mark: Mark::Known,
        },
    ],
    why: text(
        "名称和值口径不同，完成情况没有办法计算。",
        "Name and value are of different kinds, and nothing can be computed.",
    ),
    remedy: text(
        "按名称填百分比，或按数值改名称。",
        "Give a percentage, or rename the indicator.",
    ),
    finds: &["质量 | 设备完好率 | ≥30台 <<"],
    passes: &[
        "质量 | 设备完好率 | ≥95%",
        "社会 | 传染病发病率 | ≤10例/10万人",
        "效益 | 工作效率 | 提升",
        "质量 | 成活率 | 95",
        "质量 | 库存周转率 | ≥5次",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity().filter(|q| q.unit.per.is_empty()) else {
        return;
    };
    let is_other = matches!(
        quantity.dimension(),
        Dimension::Count
            | Dimension::Persons
            | Dimension::PersonTimes
            | Dimension::Money
            | Dimension::Time
            | Dimension::Area
            | Dimension::Length
    );
    let is_turnover = || row.name.contains("周转");
    if is_other && quantity.of.is_none() && measure::names_share(row) && !is_turnover() {
        findings.report(
            row.spot(Part::Value),
            format!("指标“{}”是比率，值“{}”却不是百分比", row.name, row.printed),
            format!(
                "“{}” is a share, its value “{}” is not",
                row.name, row.printed
            ),
        );
    }
}
