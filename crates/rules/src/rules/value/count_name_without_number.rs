//! A name of a count has a phrase for its value.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{GradeAbout, Severity};

/// A name of a count has a phrase for its value.
pub static RULE: Rule = Rule {
    code: "V021",
    name: "count-name-without-number",
    title: text("名称为数量，值没有数字", "a count without a number"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Act {
        act: "targets-2015",
        says: text(
            "绩效指标要细化、量化，不能量化的用具体的定性表述",
            "indicators are detailed and quantified, or else described in concrete terms",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "数量要用数字说明，“提高”“增加”无法考核。",
        "A count is stated by a number; 提高 cannot be judged.",
    ),
    remedy: text("填写具体数量。", "State the number."),
    finds: &[
        "产出/- | 维护终端数量 | 逐年提高 <<",
        "社会 | 受益人数 | 明显增加 <<",
    ],
    passes: &["社会 | 受益人数 | ≥500人", "数量 | 维护终端数量 | 逐年提高"],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(grade) = row.grade().filter(|_| row.level2 != Some(Level2::Quantity)) else {
        return;
    };
    if measure::names_count(row) && grade.sense.about != Some(GradeAbout::Absence) {
        findings.report(
            row.spot(Part::Value),
            format!("指标“{}”是数量，值“{}”没有数字", row.name, row.printed),
            format!(
                "“{}” is a count, and “{}” is no number",
                row.name, row.printed
            ),
        );
    }
}
