//! A share is more than 100 per cent.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Decimal, Severity};

/// A share is more than 100 per cent.
pub static RULE: Rule = Rule {
    code: "V038",
    name: "share-over-hundred",
    title: text("比率超过100%", "a share over 100 per cent"),
    severity: Severity::Warning,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Arithmetic,
        Basis::Practice(text(
            "在用检查把超过100%的比率列为疑点，增长率除外",
            "checks in use question shares over 100% other than growth",
        )),
    ],
    why: text(
        "部分不会大于整体；多为数值或单位误录。",
        "A part is not more than the whole; mostly number or unit is wrong.",
    ),
    remedy: text(
        "核对数值；增长、超额类指标在名称中写明。",
        "Check the number; name growth and excess as such.",
    ),
    finds: &[
        "质量 | 培训合格率 | ≥980% <<",
        "社会 | 政策覆盖面 | 120% <<",
    ],
    passes: &[
        "经济 | 产值增长率 | ≥120%",
        "质量 | 任务完成率 | ≥110%",
        "质量 | 培训合格率 | 100%",
        "经济 | 亩均收益 | 增加150%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity().filter(|q| q.change.is_none()) else {
        return;
    };
    let largest = || measure::largest_percent(quantity);
    let is_share = row.ending.has_any(&[Word::Rate, Word::GoodRate]);
    let is_bounded = is_share && !row.words.has(Word::Growth);
    if is_bounded && largest().is_some_and(|percent| percent > Decimal::ONE_HUNDRED) {
        findings.report(
            row.spot(Part::Value),
            format!("指标“{}”的值“{}”超过100%", row.name, row.printed),
            format!("the value “{}” of “{}” is over 100%", row.printed, row.name),
        );
    }
}
