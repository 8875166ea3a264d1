//! A name of person-times has a value in persons, or the reverse.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Dimension, Severity};

/// A name of person-times has a value in persons, or the reverse.
pub static RULE: Rule = Rule {
    code: "V015",
    name: "persons-and-person-times-mixed-up",
    title: text("人数与人次混用", "persons and person-times mixed up"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "绩效目标审核人员的通常要求",
        "what reviewers of targets ask for",
    ))],
    why: text(
        "同一人参加三次，是1人、3人次；口径不同，完成值不可比。",
        "One person who comes three times is 1人 and 3人次.",
    ),
    remedy: text("统一为“人数—人”或“人次—人次”。", "Let name and unit agree."),
    finds: &[
        "数量 | 活动参与人次 | ≥500人 <<",
        "数量 | 培训人数 | ≥200人次 <<",
    ],
    passes: &[
        "数量 | 活动参与人次 | ≥500人次",
        "数量 | 培训人数 | ≥200人",
        "数量 | 人均培训次数 | 2次",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity().filter(|q| q.unit.per.is_empty()) else {
        return;
    };
    let name = row.bare_name;
    let expected = match quantity.dimension() {
        Dimension::Persons if name.ends_with("人次") => "人次",
        Dimension::PersonTimes if name.ends_with("人数") => "人",
        _ => return,
    };
    findings.report(
        row.spot(Part::Value),
        format!(
            "指标“{}”的值为“{}”，人数与人次口径不同，单位宜为“{expected}”或改名称",
            row.name, row.printed
        ),
        format!(
            "“{}” and its value “{}” do not count the same: persons or person-times",
            row.name, row.printed
        ),
    );
}
