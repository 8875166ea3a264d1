//! A target of the year is far exceeded already and nothing explains it.

use crate::case::Case;
use crate::facts::achievement::{Achievement, Aim};
use crate::findings::Findings;
use crate::row::{Part, Row, printed};
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// A target of the year is far exceeded already and nothing explains it.
pub static RULE: Rule = Rule {
    code: "N010",
    name: "ahead-unexplained",
    title: text(
        "监控期已大幅超过年度指标值而未说明",
        "far ahead within the year without a reason",
    ),
    severity: Severity::Warning,
    applies: Applies::MONITORING,
    criterion: Criterion::Outside,
    basis: &[Basis::Practice(text(
        "在用系统对超过界限的完成值要求填写原因，界限各地不同",
        "systems in use demand a reason beyond a limit, which differs by region",
    ))],
    why: text(
        "年度中就大幅超过，多半是指标值定得过低。",
        "A target far exceeded within the year was mostly set too low.",
    ),
    remedy: text(
        "说明原因；指标值偏低的，按程序调整。",
        "Give the reason; have the target changed by the procedure if it was too low.",
    ),
    finds: &[
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=90人 | 原因= <<
",
        "\
种类: 监控
编码: 13000024T000000000001
数量 | 培训人数 | ≥50人 | 完成=58人 | 原因= <<
数量 | 培训期数 | =5期 | 完成=6期 | 原因= <<
",
    ],
    passes: &[
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=58人 | 原因=
数量 | 培训期数 | =5期 | 完成=5期 | 原因=
",
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=90人 | 原因=上级追加一期
",
        "\
种类: 监控
数量 | 故障次数 | ≤5次 | 完成=2次 | 原因=
",
        "\
种类: 监控
编码: 13000024T000000000001
数量 | 培训人数 | ≥100人 | 完成=115人 | 原因=
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let indicator = row.indicator;
    let is_explained = !indicator.causes.is_empty() || indicator.remark.is_written();
    if is_explained || !indicator.reason.is_blank() {
        return;
    }
    let Some(achieved) = Achievement::of(row, &indicator.actual) else {
        return;
    };
    let monitoring = &case.profile.monitoring;
    let limit = match achieved.aim {
        Aim::Down => return,
        Aim::Exact if !monitoring.exact_may_be_exceeded => Decimal::ONE_HUNDRED,
        Aim::Exact | Aim::Up => monitoring.over_percent,
    };
    if let Some(percent) = achieved.percent().filter(|percent| *percent > limit) {
        let percent = percent.round_dp(1).normalize();
        let actual = printed(&indicator.actual);
        findings
            .report(
                row.spot(Part::Actual),
                format!(
                    "指标“{}”的年度指标值为“{}”，监控期已完成“{actual}”（{percent}%，界限{limit}%），没有说明原因",
                    row.name, row.printed
                ),
                format!(
                    "the indicator “{}” aims at “{}” for the year and has “{actual}” already ({percent} %, limit {limit} %), without a reason",
                    row.name, row.printed
                ),
            )
            .with(row.spot(Part::Value), "指标值", "target");
    }
}
