//! A value is a demand on work.

use crate::case::Case;
use crate::facts::measure;
use crate::facts::phrase;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{GradeAbout, Severity};

/// A value is a demand on work.
pub static RULE: Rule = Rule {
    code: "V047",
    name: "work-demand-as-value",
    title: text("指标值是工作要求", "a demand on work as a value"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "targets-2015",
            says: text(
                "绩效指标要细化、量化，不能量化的用具体的定性表述",
                "indicators are detailed and quantified, or else described in concrete terms",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "绩效目标审核人员的通常要求",
            "what reviewers of targets ask for",
        )),
    ],
    why: text(
        "“严格执行制度”“按程序开展”是工作要求，不是可考核的结果。",
        "Following rules and procedures is how work is done, not a result.",
    ),
    remedy: text(
        "改为可核实的结果，如“违规问题0起”“审核通过率100%”。",
        "State a result that can be verified, such as `0起` or a rate of approvals.",
    ),
    finds: &["质量 | 经费使用情况 | 严格执行财务制度 <<"],
    passes: &[
        "质量 | 经费使用违规问题 | 0起",
        "质量 | 施工质量 | 符合国家标准",
        "成本 | 培训成本 | 按标准执行",
        "质量 | 运维工作 | 规范",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if !matches!(
        row.level2,
        Some(
            Level2::Quality
                | Level2::SocialOutcome
                | Level2::SustainedOutcome
                | Level2::EconomicOutcome
        )
    ) {
        return;
    }
    let Some(grade) = row.grade() else {
        return;
    };
    let is_demand = || {
        grade.sense.about == Some(GradeAbout::Compliance)
            && measure::contains_any(
                &grade.phrase,
                &["严格", "按照", "执行", "依法", "遵守", "落实"],
            )
    };
    let names_standard = || {
        measure::contains_any(
            &grade.phrase,
            &["国家", "行业", "国标", "GB", "技术标准", "规范要求", "合同"],
        )
    };
    if is_demand() && !names_standard() && !phrase::repeats_name(row) {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”的值“{}”是工作要求，不是结果",
                row.name, row.printed
            ),
            format!(
                "“{}” of “{}” demands work and names no result",
                row.printed, row.name
            ),
        );
    }
}
