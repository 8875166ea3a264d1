//! A target of the year lasts longer than the project.

use crate::case::Case;
use crate::facts::dates::{is_annual, months};
use crate::facts::period::Period;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Decimal, Severity};

/// A target of the year lasts longer than the project.
pub static RULE: Rule = Rule {
    code: "T011",
    name: "longer-than-period",
    title: text(
        "指标时长超过项目期",
        "a target that lasts longer than the project",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Attainability,
    basis: &[
        Basis::Practice(text(
            "年度绩效目标只管一个预算年度；在用系统和公开检查工具核对年度",
            "an annual target covers one budget year; published checkers compare the years",
        )),
        Basis::Practice(text(
            "在用系统核对项目起止时间，指标时限不得晚于项目结束",
            "systems in use compare project start, end and deadlines",
        )),
    ],
    why: text(
        "时长超过项目期或预算年度的指标，在考核时点无法判断是否达到。",
        "What lasts beyond the project or the year cannot be judged when the year ends.",
    ),
    remedy: text(
        "改为年度内可考核的时长或频次；质保、使用年限类要求写进合同条款。",
        "State what can be judged within the year; put guarantees into the contract.",
    ),
    finds: &[
        "\
项目期: 1年
质量 | 水泵连续运行 | ≥30个月 <<
",
        "时效 | 巡查周期 | 18个月 <<",
    ],
    passes: &[
        "\
项目期: 1年
质量 | 水泵连续运行 | ≥12个月
",
        "\
项目期: 3年
质量 | 水泵连续运行 | ≥30个月
",
        "\
项目期: 1年
质量 | 设备质保期 | ≥36个月
",
        "\
项目期: 1年
可持续影响 | 水泵使用年限 | ≥5年
",
        "\
项目期: 长期
时效 | 巡查周期 | 18个月
",
        "\
项目期: 2024.07-2026.06
时效 | 工期 | 20个月
",
        "时效 | 故障修复时间 | ≤24小时",
        "数量 | 值守天数 | 365天",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let is_output = matches!(
        row.level2,
        Some(Level2::Quantity | Level2::Quality | Level2::Timeliness)
    );
    if !is_output || !is_annual(row) || row.all_words().has(Word::Lasting) {
        return;
    }
    let Some(length) = row.quantity().and_then(months) else {
        return;
    };
    let available = match case.period {
        Some(Period::Open) => return,
        Some(period) => period.months().unwrap_or(12),
        None => 12,
    };
    if length <= Decimal::from(available) {
        return;
    }
    let is_stated = case.period.is_some_and(|period| period.months().is_some());
    let (zh, en) = match is_stated {
        true => (
            format!("项目期“{}”", case.document.project.period.text()),
            "the project period",
        ),
        false => ("预算年度".to_owned(), "the budget year"),
    };
    let reported = findings.report(
        row.spot(Part::Value),
        format!(
            "指标“{}”的时长“{}”超过{zh}，期内无法考核",
            row.name, row.printed
        ),
        format!("“{}” lasts “{}”, longer than {en}", row.name, row.printed),
    );
    if is_stated {
        reported
            .with(case.period_spot(), "项目期", "project period")
            .weighing(Severity::Error);
    }
}
