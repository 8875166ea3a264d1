//! A name of a time has a value that is a count or a share.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Dimension, Severity};

/// A name of a time has a value that is a count or a share.
pub static RULE: Rule = Rule {
    code: "V025",
    name: "time-name-without-time",
    title: text("名称为时间，值不是时间", "a time whose value is none"),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Arithmetic],
    why: text(
        "名称问的是什么时候，值答的是多少，时效无从考核。",
        "The name asks when and the value says how many, so nothing can be judged.",
    ),
    remedy: text(
        "按名称填日期或时限，或把名称改为“频次”“及时率”。",
        "Give a date, or rename the indicator (频次, 及时率).",
    ),
    finds: &[
        "时效 | 汛情简报发出时间 | 每月2部 <<",
        "时效 | 验收完成时间 | 100% <<",
    ],
    passes: &[
        "时效 | 汛情简报发出时间 | 每月5日前",
        "时效 | 补贴发放时间 | 每月",
        "时效 | 短视频发布频次 | 每月2部",
        "时效 | 响应时间 | ≤2小时",
        "时效 | 完成时间及时率 | 100%",
        "数量 | 学习时间 | ≥40学时",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let name = row.bare_name;
    let names_time = measure::ends_with_any(name, &["时间", "时限", "日期", "时点"]);
    let Some(quantity) = row.quantity().filter(|_| names_time) else {
        return;
    };
    let is_other = matches!(
        quantity.dimension(),
        Dimension::Count
            | Dimension::Persons
            | Dimension::PersonTimes
            | Dimension::Money
            | Dimension::Share
    );
    let is_class_time = measure::is_in(quantity, "课时") || measure::is_in(quantity, "课");
    // 时间缩短20% is a change.
    if is_other && !is_class_time && quantity.change.is_none() && !row.words.has(Word::Growth) {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”问的是时间，值“{}”却是数量或比率",
                row.name, row.printed
            ),
            format!(
                "“{}” asks for a time, and “{}” is a count or a share",
                row.name, row.printed
            ),
        );
    }
}
