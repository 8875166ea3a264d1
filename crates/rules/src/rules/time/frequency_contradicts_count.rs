//! So many times a year do not give the number stated.

use crate::case::Case;
use crate::facts::dates::times_a_year;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::KnownUnit;
use plumbline_model::{Decimal, Dimension, Measure, PerUnit, Quantity, Severity};

/// So many times a year do not give the number stated.
pub static RULE: Rule = Rule {
    code: "T023",
    name: "frequency-contradicts-count",
    title: text("频次与数量对不上", "frequency and count differ"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Arithmetic],
    why: text(
        "同一产出一处按频次、一处按总数，乘起来不相等，考核时无所适从。",
        "The same output is stated by frequency and as a total; multiplied out they differ, so one of them cannot hold.",
    ),
    remedy: text(
        "按频次核算全年总数，统一两处的数值，或只保留一处。",
        "Work out the year’s total from the frequency and correct one of the two, or keep only one.",
    ),
    finds: &[
        "\
年度: 2025
数量 | 河道水质监测数据数量 | ≥1000条
时效 | 水质监测数据报送频次 | ≥3条/每日 <<
",
        "\
年度: 2025
数量 | 编印农技简报数量 | ≥40期
时效 | 农技简报编印频次 | 每月3期 <<
",
    ],
    passes: &[
        "\
年度: 2025
数量 | 河道水质监测数据数量 | ≥1095条
时效 | 水质监测数据报送频次 | ≥3条/每日
",
        "\
年度: 2025
数量 | 农技简报数量 | ≥36期
数量 | 墒情短讯条数 | ≥90条
时效 | 农技简报编印频次 | 每月3期
",
        "\
年度: 2025
数量 | 巡查路段 | 30次
时效 | 会议召开 | 每月1次
",
        "\
年度: 2025
数量 | 公路养护里程 | 120公里
成本 | 养护标准 | 300元/公里/月
",
        "\
年度: 2025
数量 | 河道水质监测数据数量 | ≥700条
时效 | 水质监测数据报送频次 | ≥3条/工作日
",
    ],
    check: Check::Document(check),
};

/// Most count rows a frequency is held against.
const MOST: usize = 40;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let per_time = case
        .annual_rows()
        .filter_map(|row| Some((row, in_a_year(row, case.year)?)));
    for (row, (a_year, unit, shown)) in per_time.take(MOST) {
        let counts = case
            .annual_rows()
            .take(MOST)
            .filter(|other| counts(other, unit));
        let alike = counts.map(|other| (common_chars(row.name, other.name), other));
        let best = alike
            .filter(|(common, _)| *common >= 2)
            .max_by_key(|(common, _)| *common);
        let Some((_, count)) = best else {
            continue;
        };
        let Some(total) = count
            .quantity()
            .and_then(stated)
            .filter(|total| *total != a_year)
        else {
            continue;
        };
        findings
            .report(
                row.spot(Part::Value),
                format!(
                    "“{}”为“{}”，全年{shown}，而“{}”为“{}”（{total}）",
                    row.name, row.printed, count.name, count.printed
                ),
                format!(
                    "“{}” is “{}”, which makes {shown} a year, but “{}” is “{}”",
                    row.name, row.printed, count.name, count.printed
                ),
            )
            .with(count.spot(Part::Value), "全年数量", "the year’s number");
    }
}

/// How many a year a number per time makes, of which unit, and the sum that shows it.
fn in_a_year<'r>(row: &Row<'r>, year: Option<u16>) -> Option<(Decimal, KnownUnit, String)> {
    let quantity = row.quantity()?;
    let (Measure::Known(unit), [per]) = (&quantity.unit.measure, quantity.unit.per.as_slice())
    else {
        return None;
    };
    let PerUnit::Known(time) = per.unit else {
        return None;
    };
    let is_count = unit.dimension() == Dimension::Count && per.count == 1;
    let times = times_a_year(time, year).filter(|times| is_count && *times > 1)?;
    let each = stated(quantity)?;
    let total = each.checked_mul(Decimal::from(times))?;
    let symbol = unit.symbol();
    Some((total, *unit, format!("{each}×{times}={total}{symbol}")))
}

fn counts(row: &Row<'_>, unit: KnownUnit) -> bool {
    let quantity = row.quantity();
    row.level2 == Some(Level2::Quantity)
        && quantity.is_some_and(|quantity| {
            quantity.unit.per.is_empty()
                && matches!(&quantity.unit.measure, Measure::Known(other) if *other == unit)
        })
}

fn stated(quantity: &Quantity) -> Option<Decimal> {
    let (low, high) = quantity.bounds();
    low.or(high).map(|number| number.normalize())
}

/// How many different characters two names share, leaving out those that many names contain.
fn common_chars(one: &str, other: &str) -> usize {
    const COMMON: &str = "数量时间频次率的个次发布完成开展";
    let mut chars: Vec<char> = one
        .chars()
        .filter(|c| !COMMON.contains(*c) && other.contains(*c))
        .collect();
    chars.sort_unstable();
    chars.dedup();
    chars.len()
}
