//! A count lumps all kinds of something together.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Dimension, Severity};

/// A count lumps all kinds of something together.
pub static RULE: Rule = Rule {
    code: "V056",
    name: "kinds-lumped-together",
    title: text("数量名称笼统", "a count of all kinds together"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "指标名称简明、指向单一，量化易评，数值写在指标值里",
                "a name is short and points to one thing, the indicator is easy to measure, and the number stands in the value",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "绩效目标审核人员的通常要求",
            "what reviewers of targets ask for",
        )),
    ],
    why: text(
        "“各类”“相关”不说明有哪些、各多少，完成后无法核对。",
        "All kinds together: nobody can check which and how many of each.",
    ),
    remedy: text(
        "写明是哪几类、各多少，与年度目标用语一致。",
        "Say which kinds and how many of each, in the words of the goal.",
    ),
    finds: &["数量 | 各类示范点 | ≥40个 <<"],
    passes: &[
        "数量 | 党建示范点数量 | ≥40个",
        "数量 | 各类示范点 | ≥40个 | 描述=村级30个、社区10个",
        "满意度 | 各类人才满意度 | ≥95%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let is_count = row
        .quantity()
        .is_some_and(|q| q.dimension() == Dimension::Count);
    let is_bare_count =
        row.level2 == Some(Level2::Quantity) && is_count && row.description.is_empty();
    if is_bare_count && lumps_kinds(row.name) {
        findings.report(
            row.spot(Part::Name),
            format!(
                "“{}”没有说明是哪几类、各多少，值为“{}”",
                row.name, row.printed
            ),
            format!(
                "“{}” ({}) does not say which kinds and how many of each",
                row.name, row.printed
            ),
        );
    }
}

fn lumps_kinds(name: &str) -> bool {
    let kinds = ["各类", "各种", "各项", "其他各"];
    name.starts_with("相关") || name.contains('各') && measure::contains_any(name, &kinds)
}
