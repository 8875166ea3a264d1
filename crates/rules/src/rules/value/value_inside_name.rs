//! The name of an indicator contains its value.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::together::report_together;
use crate::words::Sign;
use plumbline_model::{Dimension, Mention, Relation, Severity};

/// The name of an indicator contains its value.
pub static RULE: Rule = Rule {
    code: "V043",
    name: "value-inside-name",
    title: text("指标名称里写了数值", "a value inside a name"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Act {
        act: "indicators-2021",
        says: text(
            "指标名称简明、指向单一，量化易评，数值写在指标值里",
            "a name is short and points to one thing, the indicator is easy to measure, and the number stands in the value",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "名称里有数值，与指标值容易不一致，也无法与其他项目比较。",
        "A number in the name soon differs from the value, and the indicator cannot be compared.",
    ),
    remedy: text(
        "数值写到“指标值”，名称只写考核什么。",
        "Put the number into the value; the name says only what is measured.",
    ),
    finds: &[
        "\
成本 | 委员按每月100元的标准发放 | 1200元/人/年 <<
成本 | 组长按每月200元的标准发放 | 2400元/人/年",
        "成本 | 在职书记17人 | 600元/人/年 <<",
    ],
    passes: &[
        "成本 | 委员津贴标准 | 1200元/人/年",
        "社会 | 样本24小时出报告率 | ≥95%",
        "数量 | 任职满20年村干部人数 | 18名",
        "社会 | 12345热线办结率 | ≥98%",
        "数量 | 1000元以下小额补助户数 | 20户",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    report_together(case, findings, Part::Name, contains_value, |row| {
        (
            format!("名称“{}”里写了数值，数值应写在指标值里", row.name),
            format!("the name “{}” contains a value", row.name),
        )
    });
}

fn contains_value(row: &Row<'_>) -> bool {
    if !row.words.has_sign(Sign::Digit) || !row.has_value() {
        return false;
    }
    Mention::all(row.bare_name).iter().any(|mention| {
        let quantity = &mention.quantity;
        let is_value = matches!(
            quantity.dimension(),
            Dimension::Money | Dimension::Persons | Dimension::Share
        );
        // 1000元以下 tells cases apart.
        let tells_apart = quantity.relation != Relation::Unstated;
        measure::unit(quantity).is_some() && is_value && !tells_apart
    })
}
