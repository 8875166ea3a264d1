//! A value says that something gets better, not by how much.

use crate::case::Case;
use crate::facts::measure;
use crate::facts::phrase;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// A value says that something gets better, not by how much.
pub static RULE: Rule = Rule {
    code: "V045",
    name: "vague-value",
    title: text("指标值只有程度词", "a value of degree words alone"),
    severity: Severity::Info,
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
            "审计和审核意见常列的问题",
            "what auditors and reviewers often list",
        )),
    ],
    why: text(
        "“明显”“不断提高”没有等级和标准，无法考核。",
        "Words such as 明显 or 不断提高 set no grade and no standard.",
    ),
    remedy: text(
        "能量化的用数字；不能量化的，写明“好、一般、差”各是什么情形。",
        "State a number, or say what is good, fair and poor.",
    ),
    finds: &[
        "社会 | 护林员巡护本领 | 不断提高 <<",
        "社会 | 基层组织建设 | 较为明显 <<",
        "经济 | 村集体经济 | 有效增长 <<",
    ],
    passes: &[
        "社会 | 护林员巡护本领 | 优秀",
        "社会 | 安全事故 | 无事故",
        "社会 | 参训率 | ≥95%",
        "社会 | 提升工作效率 | 提升",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if matches!(
        row.level2,
        Some(Level2::Quantity | Level2::Timeliness | Level2::Cost | Level2::EconomicCost)
    ) {
        return;
    }
    if row.grade().is_some_and(phrase::is_vague) && !is_asked_elsewhere(row) {
        let reported = findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”的值“{}”只有程度词，没有可考核的标准",
                row.name, row.printed
            ),
            format!(
                "“{}” of “{}” sets no standard that can be checked",
                row.printed, row.name
            ),
        );
        // Economic effects can be counted in money.
        if row.level2 == Some(Level2::EconomicOutcome) {
            reported.weighing(Severity::Warning);
        }
    }
}

/// Counts and satisfaction in words are asked about by rules of their own, and so is a value that
/// repeats its name.
fn is_asked_elsewhere(row: &Row<'_>) -> bool {
    measure::names_count(row) || row.words.has(Word::Satisfaction) || phrase::repeats_name(row)
}
