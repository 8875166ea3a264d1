//! The value repeats what the name says.

use crate::case::Case;
use crate::facts::phrase;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// The value repeats what the name says.
pub static RULE: Rule = Rule {
    code: "V044",
    name: "value-repeats-name",
    title: text("指标值重复名称", "a value that repeats the name"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Practice(text(
            "审计和审核意见常列的问题",
            "what auditors and reviewers often list",
        )),
        Basis::Act {
            act: "targets-2015",
            says: text(
                "绩效指标要细化、量化，不能量化的用具体的定性表述",
                "indicators are detailed and quantified, or else described in concrete terms",
            ),
            mark: Mark::Known,
        },
    ],
    why: text(
        "“提升工作效率—提升”什么标准也没有，任何结果都算完成。",
        "提升工作效率 with the value 提升 sets no standard.",
    ),
    remedy: text(
        "名称写考核什么（名词），值写达到什么程度，尽量用数字。",
        "Let the name be a noun and the value a degree, best a number.",
    ),
    finds: &[
        "社会 | 提升工作效率 | 提升 <<",
        "社会 | 灌区管护水平逐年提升 | 有所提升 <<",
        "质量 | 清淤质量达到要求 | 达到要求 <<",
        "社会 | 保障水库度汛安全 | 安全度汛 <<",
        "可持续 | 保障渠道全年正常通水 | 持续保障 <<",
        "可持续 | 林分树种结构 | 继续保持林分树种结构合理 <<",
        "可持续 | 增强治理水平 | 提升 <<",
    ],
    passes: &[
        "社会 | 工作效率 | 提升",
        "质量 | 经费使用合规性 | 合规",
        "时效 | 按时完成 | 按时",
        "社会 | 提升工作效率 | ≥20%",
        "质量 | 设备运行正常情况 | 正常",
        "社会 | 公共服务水平 | 较高",
        "可持续 | 长效机制 | 健全",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if phrase::repeats_name(row) {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”的值“{}”只是重复名称的意思，没有标准",
                row.name, row.printed
            ),
            format!(
                "the value “{}” only repeats the name “{}”",
                row.printed, row.name
            ),
        );
    }
}
