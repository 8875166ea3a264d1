//! A time of response or repair is so long that it promises nothing.

use crate::case::Case;
use crate::facts::dates::months;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Decimal, Relation, Severity};

/// A time of response or repair is so long that it promises nothing.
pub static RULE: Rule = Rule {
    code: "T024",
    name: "response-far-too-slow",
    title: text(
        "响应、修复时间过长或为零",
        "a time of response that promises nothing",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Adequacy,
    basis: &[Basis::Practice(text(
        "对公开表格的审核意见中常见此类时间安排问题",
        "opinions on published forms often raise such timing",
    ))],
    why: text(
        "响应和修复以分钟、小时计；以周、月计或为零的，没有约束力或不可能做到。",
        "One responds within minutes or hours; weeks promise nothing, and zero is impossible.",
    ),
    remedy: text(
        "按服务合同或规程写明响应、修复时间。",
        "State the time of the service contract or the rules.",
    ),
    finds: &[
        "时效 | 系统故障响应时间 | ≤15天 <<",
        "时效 | 报警响应时间 | 0分钟 <<",
    ],
    passes: &[
        "时效 | 系统故障响应时间 | ≤10分钟",
        "时效 | 水毁路段修复时间 | ≤7天",
        "时效 | 故障响应率 | 100%",
        "数量 | 响应次数 | 0次",
    ],
    check: Check::Indicator(check),
};

/// Longest time in which one still responds or repairs: 10 days.
const LONGEST: Decimal = Decimal::from_parts(3333, 0, 0, false, 4);

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity().filter(|_| row.words.has(Word::Response)) else {
        return;
    };
    let is_at_least = matches!(quantity.relation, Relation::AtLeast | Relation::MoreThan);
    let Some(length) = months(quantity).filter(|_| !is_at_least) else {
        return;
    };
    if length.is_zero() || length > LONGEST {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”的值“{}”起不到约束作用，请核对数值和单位",
                row.name, row.printed
            ),
            format!(
                "“{}” with “{}” promises nothing; are number and unit right?",
                row.name, row.printed
            ),
        );
    }
}
