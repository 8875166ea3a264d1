//! A score is below its weight and no reason is given.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// A score is below its weight and no reason is given.
pub static RULE: Rule = Rule {
    code: "S002",
    name: "low-score-unexplained",
    title: text("未得满分而未说明原因", "points lost without a reason"),
    severity: Severity::Error,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[
        Basis::Act {
            act: "evaluation-2020",
            says: text(
                "未完成绩效目标的，应分析并说明原因，提出改进措施",
                "where a target was not reached, the reasons are analysed and improvements proposed",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "在用系统和公开的核查工具对扣分无原因的自评表不予通过",
            "systems in use and a public checker refuse points lost without a reason",
        )),
    ],
    why: text(
        "扣分而不说明原因，就无法改进，审核时会退回。",
        "Without the reason nothing can be improved, and the form comes back.",
    ),
    remedy: text(
        "在“偏差原因分析及改进措施”栏写明具体原因和改进措施。",
        "State the actual cause and what will be done about it.",
    ),
    finds: &["\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=45人 | 得分=9 | 原因= <<
"],
    passes: &[
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=45人 | 得分=9 | 原因=汛期停训一期，已安排补训
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=50人 | 得分=10 | 原因=
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=45人 | 得分=9
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let (Some(weight), Some(score)) = (row.indicator.weight.get(), row.indicator.score.get())
    else {
        return;
    };
    if score.value < weight.value && row.indicator.reason.is_blank() {
        findings
            .report(
                row.spot(Part::Reason),
                format!(
                    "指标“{}”分值{}，得分{}，没有说明扣分原因和改进措施",
                    row.name, weight.printed, score.printed
                ),
                format!(
                    "the indicator “{}” scores {} of {} and gives no reason",
                    row.name, score.printed, weight.printed
                ),
            )
            .with(row.spot(Part::Score), "得分", "score");
    }
}
