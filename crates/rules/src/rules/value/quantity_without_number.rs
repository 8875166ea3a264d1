//! A quantity indicator has a phrase for its value.

use crate::case::Case;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{GradeAbout, Reason, Severity, TargetValue};

/// A quantity indicator has a phrase for its value.
pub static RULE: Rule = Rule {
    code: "V022",
    name: "quantity-without-number",
    title: text(
        "数量指标的值不是数字",
        "a quantity indicator without a number",
    ),
    severity: Severity::Error,
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
        "数量指标反映提供多少产品和服务，没有数字就不是数量指标。",
        "A quantity indicator says how many goods or services; without a number it is none.",
    ),
    remedy: text(
        "填写数量和单位；完成情况、质量要求放到相应的二级指标。",
        "State number and unit; put completion and quality under their own level 2.",
    ),
    finds: &["数量 | 完成年度考核 | 全部完成 <<"],
    passes: &[
        "数量 | 完成年度考核 | ≥300人",
        "数量 | 受检村、社区 | 162个村、36个社区",
        "数量 | 培训人数 | 不适用",
        "质量 | 完成年度考核 | 全部完成",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if row.level2 != Some(Level2::Quantity) {
        return;
    }
    let is_phrase = match row.value() {
        TargetValue::Grade(grade) => {
            let is_absence = grade.sense.about == Some(GradeAbout::Absence);
            !is_absence && !row.printed.contains(['*', '_'])
        }
        TargetValue::Unclear(unclear) => unclear.reason == Reason::UnknownText,
        _ => false,
    };
    if is_phrase {
        findings.report(
            row.spot(Part::Value),
            format!("数量指标“{}”的值“{}”没有数字", row.name, row.printed),
            format!(
                "the quantity indicator “{}” has no number but “{}”",
                row.name, row.printed
            ),
        );
    }
}
