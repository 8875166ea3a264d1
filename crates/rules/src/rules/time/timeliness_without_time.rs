//! A timeliness indicator names neither a date nor a length of time nor a frequency.

use crate::case::Case;
use crate::facts::dates::speaks_of_time;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Mention;
use plumbline_model::{Dimension, Reason, Severity, TargetValue};

/// A timeliness indicator names neither a date nor a length of time nor a frequency.
pub static RULE: Rule = Rule {
    code: "T009",
    name: "timeliness-without-time",
    title: text(
        "时效指标没有时间",
        "a timeliness indicator without any time",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Act {
        act: "indicators-2021",
        says: text(
            "时效指标应写明完成的时间或频次，取值要便于考核",
            "timeliness indicators state by when or how often, so that they can be checked",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "“按时”“及时”没有说明何时，年底无法判断是否做到。",
        "“In time” does not say when; nobody can tell at the end of the year whether it was.",
    ),
    remedy: text(
        "写明完成日期、频次或时长，如“2025年9月底前”“每月10日前”“≤2小时”。",
        "State a date, a frequency or a length of time, such as `2025年9月底前`, `每月10日前`, `≤2小时`.",
    ),
    finds: &[
        "时效 | 水渠维修时效 | 按时 <<",
        "时效 | 苗木补植时间 | 按计划进度推进 <<",
        "时效 | 灾情统计时效性 | 及时 <<",
        "时效 | 林木管护 | 100% <<",
    ],
    passes: &[
        "时效 | 任务完成时间 | 2025年9月底前",
        "时效 | 发放频率 | 每月",
        "时效 | 故障响应时间 | ≤2小时",
        "时效 | 补助发放及时率 | 100%",
        "时效 | 活动开展及时性 | 100%",
        "时效 | 简报编印 | 每月3期",
        "时效 | 完成时间 | 第一季度",
        "时效 | 生态时效 | 不适用",
        "时效 | 完成时间 | 2025年4月、7月、11月",
        "时效 | 救援到达 | 接警后15分钟到场",
        "时效 | 完工时间 | ",
        "时效 | 上半年完成演出 | 不少于50场",
        "时效 | 堤防巡查 | 汛期每日",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if row.level2 != Some(Level2::Timeliness) || !row.has_value() || speaks_of_time(row.value()) {
        return;
    }
    let is_share = row
        .quantity()
        .is_some_and(|quantity| matches!(quantity.dimension(), Dimension::Share | Dimension::None));
    // A share of what was done in time is accepted practice.
    let is_share_in_time = is_share
        && row
            .all_words()
            .has_any(&[Word::InTime, Word::TimePoint, Word::Completion]);
    if is_share_in_time {
        return;
    }
    let is_dated_by_name = ["上半年", "下半年", "季度", "月", "年底", "年内", "每"]
        .iter()
        .any(|word| row.name.contains(word));
    let is_impossible = matches!(row.value(), TargetValue::Unclear(unclear) if unclear.reason == Reason::ImpossibleDate);
    let names_time = Mention::all(row.printed)
        .iter()
        .any(|mention| mention.quantity.dimension() == Dimension::Time);
    let may_be_date = row.printed.contains(['月', '日', '季', '年'])
        && row.printed.contains(|c: char| c.is_ascii_digit());
    const SOME_TIME: &[&str] = &[
        "每日", "每天", "每周", "每月", "每季", "每年", "全年", "汛期", "期间", "当天", "当日",
        "当月", "当年",
    ];
    let says_when = SOME_TIME.iter().any(|word| row.printed.contains(word));
    if says_when || is_dated_by_name || names_time || may_be_date || is_impossible {
        return;
    }
    let reported = findings.report(
        row.spot(Part::Value),
        format!(
            "时效指标“{}”的值“{}”没有日期、频次或时长",
            row.name, row.printed
        ),
        format!(
            "the timeliness indicator “{}” has the value “{}”, which names no time",
            row.name, row.printed
        ),
    );
    if is_share {
        reported.weighing(Severity::Info);
    }
}
