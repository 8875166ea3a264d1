//! A cause is ticked and not explained.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// A cause is ticked and not explained.
pub static RULE: Rule = Rule {
    code: "N011",
    name: "cause-without-explanation",
    title: text(
        "勾选偏差原因而未说明",
        "cause ticked without an explanation",
    ),
    severity: Severity::Warning,
    applies: Applies::MONITORING,
    criterion: Criterion::Outside,
    basis: &[
        Basis::Act {
            act: "monitoring-2019",
            says: text(
                "监控表逐项填写执行情况、全年预计完成情况、偏差原因和完成目标可能性",
                "the form asks for progress, forecast, reasons and likelihood of each indicator",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "有的地区的在用系统要求对所选原因作出说明",
            "the system of one region demands an explanation of each cause",
        )),
    ],
    why: text(
        "只勾选原因类别，看不出发生了什么。",
        "A ticked class of causes does not say what happened.",
    ),
    remedy: text(
        "在“原因说明”中写明具体情况和措施。",
        "State what happened and what is being done.",
    ),
    finds: &["\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=20人 | 起因=人员保障 | 原因= <<
"],
    passes: &[
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=20人 | 起因=人员保障 | 原因=教员调离，已补充2人
",
        "\
种类: 监控
数量 | 培训人数 | ≥50人 | 完成=20人 | 原因=
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let causes = &row.indicator.causes;
    if causes.is_empty() || !row.indicator.reason.is_blank() {
        return;
    }
    let causes: Vec<&str> = causes.iter().map(|cause| cause.value.as_str()).collect();
    let causes = causes.join("、");
    findings.report(
        row.spot(Part::Reason),
        format!("指标“{}”勾选了“{causes}”，没有写原因说明", row.name),
        format!(
            "the indicator “{}” ticks {causes} and explains nothing",
            row.name
        ),
    );
}
