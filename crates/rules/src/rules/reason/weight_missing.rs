//! Some indicators have points and others have none.

use crate::case::Case;
use crate::facts::weights;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::Severity;

/// Some indicators have points and others have none.
pub static RULE: Rule = Rule {
    code: "R015",
    name: "weight-missing",
    title: text("部分指标没有分值", "indicators without points"),
    severity: Severity::Warning,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "在用系统和公开检查工具核对权重合计",
        "systems in use check the total of the weights",
    ))],
    why: text(
        "有的指标没有分值，评价时不知道占多少分。",
        "What an indicator without points counts cannot be said when it is scored.",
    ),
    remedy: text(
        "给每个适用的指标填写分值。",
        "Give points to every indicator that applies.",
    ),
    finds: &["\
数量 | 培训人数 | 50人 | 分值=30
质量 | 合格率 | ≥90% | 分值= <<
"],
    passes: &[
        "\
数量 | 培训人数 | 50人 | 分值=30
质量 | 合格率 | ≥90% | 分值=60
",
        "\
数量 | 培训人数 | 50人
质量 | 合格率 | ≥90%
",
        "\
数量 | 培训人数 | 50人 | 分值=30
生态 | 生态效益 | 不适用 | 分值=
",
        "\
数量 | 培训人数 | 50人 | 分值=
质量 | 合格率 | ≥90% | 分值=
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    if weights::stated(case).next().is_none() {
        return;
    }
    for row in case.annual_rows() {
        if row.has_value() && row.indicator.weight.is_blank() {
            findings.report(
                row.spot(Part::Weight),
                format!("指标“{}”没有填写分值，其他指标有分值", row.name),
                format!("“{}” has no points, while others have", row.name),
            );
        }
    }
}
