//! A result is far above its target and nothing explains it.

use crate::case::Case;
use crate::facts::achievement::{Achievement, Aim};
use crate::findings::Findings;
use crate::row::{Part, Row, printed};
use crate::rule::*;
use plumbline_model::Severity;

/// A result is far above its target and nothing explains it.
pub static RULE: Rule = Rule {
    code: "S007",
    name: "far-above-target-unexplained",
    title: text(
        "完成值远超指标值而未说明",
        "far above the target without an explanation",
    ),
    severity: Severity::Warning,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[
        Basis::Act {
            act: "evaluation-2020",
            says: text(
                "实际完成值明显超过指标值的，应分析原因；因指标值明显偏低的，按偏离程度调减分值",
                "results well above the target are analysed; where the target was clearly too low, points are reduced",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "在用系统默认以120%为界，有的地区为130%",
            "systems in use take 120 % as the limit, one region 130 %",
        )),
    ],
    why: text(
        "远超指标值，多半是指标值定得过低，或者完成值口径不同。",
        "A result far above the target mostly means a target set too low, or counted otherwise.",
    ),
    remedy: text(
        "说明超额原因；指标值偏低的，按规定扣分并在下年提高指标值。",
        "Explain the excess; if the target was too low, deduct points and raise it next year.",
    ),
    finds: &["\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=110人 | 得分=10 | 原因= <<
"],
    passes: &[
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=55人 | 得分=10 | 原因=
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=110人 | 得分=10 | 原因=上级追加一期培训
",
        "\
种类: 自评
编码: 45000024T000000000001
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=63人 | 得分=10 | 原因=
",
        "\
种类: 自评
社会 | 投诉件数 | ≤2件 | 分值=10 | 完成=0件 | 得分=10 | 原因=
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let limit = case.profile.scoring.over_percent;
    if !row.indicator.reason.is_blank() {
        return;
    }
    let achieved = Achievement::of(row, &row.indicator.actual).filter(|a| a.aim != Aim::Down);
    let Some(percent) = achieved.and_then(|achieved| achieved.percent()) else {
        return;
    };
    if percent >= limit {
        let (target, actual) = (row.printed, printed(&row.indicator.actual));
        let percent = percent.round_dp(1).normalize();
        findings
            .report(
                row.spot(Part::Actual),
                format!(
                    "指标“{}”的指标值为“{target}”，实际完成“{actual}”，是指标值的{percent}%（界限{limit}%），没有说明原因",
                    row.name
                ),
                format!(
                    "the indicator “{}” aims at “{target}” and reached “{actual}”, {percent} % of it (limit {limit} %), without a reason",
                    row.name
                ),
            )
            .with(row.spot(Part::Value), "指标值", "target");
    }
}
