//! A name of promptness (及时性) has a date or a length of time for its value.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::together::report_together;
use plumbline_model::{Dimension, Severity, TargetValue};

/// A name of promptness (及时性) has a date or a length of time for its value.
pub static RULE: Rule = Rule {
    code: "V026",
    name: "promptness-name-with-date",
    title: text("“及时性”填了日期或时长", "promptness stated as a date"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "绩效目标审核人员的通常要求",
        "what reviewers of targets ask for",
    ))],
    why: text(
        "“及时性”“时效性”是程度，日期和时长对应的名称是“完成时间”“响应时间”。",
        "Promptness is a degree; a date belongs to 完成时间, a duration to 响应时间.",
    ),
    remedy: text(
        "改名称为“完成时间”“响应时间”，或改值为及时率。",
        "Rename it, or state a rate of promptness.",
    ),
    finds: &["\
时效 | 报汛电话接听时效性 | ≤10分钟 <<
时效 | 经费支出时效性 | 2025年6月底前"],
    passes: &[
        "时效 | 系统故障响应时间 | ≤10分钟",
        "时效 | 资金发放及时性 | 100%",
        "时效 | 水泵抢修时效 | ≤2小时",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    report_together(case, findings, Part::Name, is_date, |row| {
        (
            format!(
                "指标“{}”的值“{}”是日期或时长，名称宜改为“完成时间”“响应时间”等",
                row.name, row.printed
            ),
            format!(
                "“{}” names a degree, and “{}” is a date or a duration",
                row.name, row.printed
            ),
        )
    });
}

fn is_date(row: &Row<'_>) -> bool {
    let is_time = match row.value() {
        TargetValue::Date(_) => true,
        TargetValue::Quantity(quantity) => quantity.dimension() == Dimension::Time,
        _ => false,
    };
    is_time && measure::ends_with_any(row.bare_name, &["时效性", "及时性"])
}
