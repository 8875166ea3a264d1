//! A quantity of output has a ceiling.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Dimension, Severity};

/// A quantity of output has a ceiling.
pub static RULE: Rule = Rule {
    code: "V036",
    name: "output-count-ceiling",
    title: text("产出数量用了“≤”", "a quantity of output with a ceiling"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "绩效目标审核人员的通常要求",
        "what reviewers of targets ask for",
    ))],
    why: text(
        "产出数量设上限，少做、漏做也算完成。",
        "With a ceiling, doing less or leaving some out counts as done.",
    ),
    remedy: text(
        "改为确定值或“≥”；意在控制规模的，在描述中说明。",
        "State the number or a floor; say so where the scale is to be limited.",
    ),
    finds: &[
        "数量 | 补助人数 | ≤14人 <<",
        "数量 | 受补毕业生人数 | 小于199人 <<",
    ],
    passes: &[
        "数量 | 补助人数 | 14人",
        "数量 | 会议人数控制 | ≤300人",
        "数量 | 事故起数 | ≤2起",
        "成本 | 参会人数 | ≤300人",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity().filter(|q| q.relation.is_ceiling()) else {
        return;
    };
    let is_count = matches!(
        quantity.dimension(),
        Dimension::Count | Dimension::Persons | Dimension::PersonTimes
    );
    let is_limit = || {
        row.words.has(Word::Adverse)
            || measure::contains_any(
                row.name,
                &[
                    "控制", "限额", "上限", "编制", "减少", "压减", "不超", "调整", "变更",
                ],
            )
    };
    if row.level2 == Some(Level2::Quantity) && is_count && !is_limit() {
        findings.report(
            row.spot(Part::Value),
            format!(
                "数量指标“{}”的值“{}”用了上限，少完成也算达标",
                row.name, row.printed
            ),
            format!(
                "the quantity “{}” is capped (“{}”): less would do",
                row.name, row.printed
            ),
        );
    }
}
