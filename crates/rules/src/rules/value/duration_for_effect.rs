//! A value says how long, where the name asks for an effect.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::together::report_together;
use crate::words::Word;
use plumbline_model::{GradeAbout, Severity};

/// A value says how long, where the name asks for an effect.
pub static RULE: Rule = Rule {
    code: "V046",
    name: "duration-for-effect",
    title: text("定性指标填了“长期”", "a duration in place of an effect"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "绩效目标审核人员的通常要求",
        "what reviewers of targets ask for",
    ))],
    why: text(
        "名称是动作或效果，“长期”只说了时间，没有说达到什么程度。",
        "The name asks for an effect, and 长期 says only how long.",
    ),
    remedy: text(
        "填写要达到的程度；确要考核期限的，名称改为“……年限”。",
        "State what is to be reached, or rename it to ask for a duration.",
    ),
    finds: &["\
可持续 | 建立健全人才机制 | 长期 <<
可持续 | 增强组织凝聚力 | 长期"],
    passes: &[
        "可持续 | 设备使用年限 | 长期",
        "可持续 | 政策影响时间 | 长期",
        "可持续 | 对产业发展的影响 | 长期",
        "可持续 | 人才机制 | 健全",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    report_together(case, findings, Part::Value, is_duration_of_effect, |row| {
        (
            format!(
                "指标“{}”的值“{}”只说了时间，没有说达到什么程度",
                row.name, row.printed
            ),
            format!(
                "“{}” says how long, not what “{}” is to reach",
                row.printed, row.name
            ),
        )
    });
}

fn is_duration_of_effect(row: &Row<'_>) -> bool {
    let is_duration = row
        .grade()
        .is_some_and(|grade| grade.sense.about == Some(GradeAbout::Duration));
    let is_other_level = matches!(row.level2, Some(Level2::Quantity | Level2::Timeliness));
    is_duration && !is_other_level && !asks_how_long(row)
}

fn asks_how_long(row: &Row<'_>) -> bool {
    row.words.has_any(&[Word::Duration, Word::TimePoint])
        || measure::contains_any(row.name, &["时间", "期限", "影响期", "持续性"])
        || measure::ends_with_any(row.name, &["影响", "作用", "效果", "效益"])
}
