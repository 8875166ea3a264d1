//! A time of response or repair is to be at least so long.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Dimension, Severity};

/// A time of response or repair is to be at least so long.
pub static RULE: Rule = Rule {
    code: "V037",
    name: "reaction-time-floor",
    title: text("响应、办结时间用了“≥”", "a time of response with a floor"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Arithmetic],
    why: text(
        "按字面，响应越慢越好；多为符号写反。",
        "Read literally, slower is better; mostly the sign is wrong.",
    ),
    remedy: text("改为“≤”。", "Write `≤`."),
    finds: &["时效 | 故障响应时间 | ≥30分钟 <<"],
    passes: &[
        "时效 | 故障响应时间 | ≤30分钟",
        "时效 | 平均无故障时间 | ≥22小时",
        "时效 | 预警信息提前发布时限 | ≥5天",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity().filter(|q| q.dimension() == Dimension::Time) else {
        return;
    };
    let names_time = measure::ends_with_any(row.bare_name, &["时间", "时限", "时长", "时效"]);
    let is_reaction = row.words.has(Word::Reaction)
        && !measure::contains_any(row.name, &["无故障", "提前", "提升", "保障"]);
    if measure::is_floor(quantity) && names_time && is_reaction {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”越短越好，值却是“{}”，方向疑似写反",
                row.name, row.printed
            ),
            format!(
                "shorter is better of “{}”, yet its value is “{}”",
                row.name, row.printed
            ),
        );
    }
}
