//! A length of time is printed as if it were a month of the year.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Measure, Severity};

/// A length of time is printed as if it were a month of the year.
pub static RULE: Rule = Rule {
    code: "T012",
    name: "month-for-months",
    title: text(
        "时长写成“36月”，缺“个”",
        "a length of time printed like a month",
    ),
    severity: Severity::Info,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "对公开表格的审核意见中常见此类时间安排问题",
        "opinions on published forms often raise such timing",
    ))],
    why: text(
        "“36月”是月份的写法，表示时长应为“36个月”。",
        "36月 reads like a month of the year; a length of time is 36个月.",
    ),
    remedy: text(
        "在数字与“月”之间加“个”。",
        "Put 个 between the number and 月.",
    ),
    finds: &["质量 | 水泵连续运行 | ≥30月 <<"],
    passes: &[
        "质量 | 水泵连续运行 | ≥30个月",
        "时效 | 完成时间 | 6月",
        "时效 | 完成时间 | 2025年6月底",
        "成本 | 补助标准 | ≤180月/人/天",
        "成本 | 补助标准 | 300元/人/月",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row
        .quantity()
        .filter(|quantity| quantity.unit.per.is_empty())
    else {
        return;
    };
    let is_months = matches!(&quantity.unit.measure, Measure::Known(unit) if unit.symbol() == "月");
    if !is_months {
        return;
    }
    let Some((before, after)) = row.printed.trim_end().split_once('月') else {
        return;
    };
    if before.ends_with(|c: char| c.is_ascii_digit()) && !after.starts_with('份') {
        findings
            .report(
                row.spot(Part::Value),
                format!(
                    "指标“{}”的值“{}”表示时长，宜写作“{before}个月{after}”",
                    row.name, row.printed
                ),
                format!(
                    "“{}” states a length of time as “{}”; 个 is missing",
                    row.name, row.printed
                ),
            )
            .fix(format!("{before}个月{after}"));
    }
}
