//! Deadlines are stated without their year.

use crate::case::Case;
use crate::facts::dates::dates;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Precision;
use plumbline_model::{Date, DatePart, Severity, Year};

/// Deadlines are stated without their year.
pub static RULE: Rule = Rule {
    code: "T010",
    name: "date-without-year",
    title: text("时限没有写明年份", "deadlines without a year"),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "对公开表格的审核意见中常见此类时间安排问题",
        "opinions on published forms often raise such timing",
    ))],
    why: text(
        "公开和存档后，没有年份的时限要靠表头推断；表格沿用到下一年时容易出错。",
        "Once published, a deadline without its year must be guessed from the heading, and is easily carried into the next form.",
    ),
    remedy: text(
        "写成“2025年10月底前”这样的完整时间。",
        "Write the whole date, as in `2025年10月底前`.",
    ),
    finds: &[
        "\
年度: 2025
时效 | 经费拨付时间 | 8月底前 <<
",
        "\
年度: 2025
时效 | 检查时间 | 第一季度 <<
时效 | 补助发放时间 | 5月底和11月底前
",
    ],
    passes: &[
        "\
年度: 2025
时效 | 经费拨付时间 | 2025年8月底前
",
        "\
年度: 2025
时效 | 经费拨付时间 | 当年完成
",
        "\
年度: 2025
时效 | 发放时间 | 每月10日前
",
        "\
年度: 2025
时效 | 维护时间 | 全年
",
        "\
年度: 2025
时效 | 宣传时间 | 2025年4月、7月、11月
",
        "\
年度: 2025
时效 | 慰问时间 | 春节前
",
        "\
年度: 2025
时效 | 补助发放时间 | 12月底前
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let lacks_year = |row: &&Row<'_>| {
        let dates = dates(row);
        let is_bare = |date: &&Date| {
            let is_day = date.from.precision() != Precision::Season;
            let is_year_itself = date.from.precision() == Precision::Year;
            // The end of December is the end of the budget year.
            let is_year_end = date.from.part == DatePart::Month(12) && case.year.is_some();
            date.from.year == Year::Unstated && is_day && !is_year_itself && !is_year_end
        };
        let states_one = dates.iter().any(|date| date.from.year != Year::Unstated);
        !states_one && dates.iter().any(is_bare)
    };
    let mut bare = case.annual_rows().filter(lacks_year);
    let Some(first) = bare.next() else {
        return;
    };
    let others: Vec<&Row<'_>> = bare.collect();
    let more = match others.len() {
        0 => String::new(),
        count => format!("（另有{count}处）"),
    };
    let mut reported = findings.report(
        first.spot(Part::Value),
        format!(
            "指标“{}”的时限“{}”没有写明年份{more}",
            first.name, first.printed
        ),
        format!(
            "“{}” is due “{}”, without a year",
            first.name, first.printed
        ),
    );
    for row in others {
        reported = reported.with(row.spot(Part::Value), "同样没有年份", "no year either");
    }
}
