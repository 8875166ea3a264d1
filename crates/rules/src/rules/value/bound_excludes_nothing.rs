//! A bound excludes nothing.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Decimal, Relation, Severity};

/// A bound excludes nothing.
pub static RULE: Rule = Rule {
    code: "V040",
    name: "bound-excludes-nothing",
    title: text("指标值没有约束", "a bound that excludes nothing"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Adequacy,
    basis: &[Basis::Practice(text(
        "绩效目标审核人员的通常要求",
        "what reviewers of targets ask for",
    ))],
    why: text(
        "“≥0”“≤100%”任何结果都满足，等于没有目标。",
        "Every result meets `≥0` and `≤100%`.",
    ),
    remedy: text(
        "填写真正要达到的数值。",
        "State what is really to be reached.",
    ),
    finds: &["数量 | 培训人数 | ≥0人 <<", "质量 | 培训合格率 | ≤100% <<"],
    passes: &[
        "质量 | 培训合格率 | ≥95%",
        "社会 | 安全事故起数 | 0起",
        "社会 | 安全事故起数 | ≤0起",
        "成本 | 预算控制率 | ≤100%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity().filter(|q| q.change.is_none()) else {
        return;
    };
    let is_no_floor = measure::is_floor(quantity)
        && quantity.relation == Relation::AtLeast
        && measure::is_zero(quantity)
        && !row.words.has_any(&[Word::Growth, Word::Adverse]);
    let is_no_ceiling = quantity.relation.is_ceiling()
        && row.ending.has(Word::GoodRate)
        && measure::largest_percent(quantity) == Some(Decimal::ONE_HUNDRED);
    if is_no_floor || is_no_ceiling {
        findings.report(
            row.spot(Part::Value),
            format!("指标“{}”的值“{}”任何结果都能满足", row.name, row.printed),
            format!("every result meets “{}” of “{}”", row.printed, row.name),
        );
    }
}
