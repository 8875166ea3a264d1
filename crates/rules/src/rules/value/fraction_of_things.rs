//! A number of people or things is not whole.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// A number of people or things is not whole.
pub static RULE: Rule = Rule {
    code: "V049",
    name: "fraction-of-things",
    title: text("个数不是整数", "a number of things that is not whole"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Attainability,
    basis: &[Basis::Arithmetic],
    why: text(
        "人和次没有小数，这样的指标值不可能恰好完成。",
        "People and events come whole.",
    ),
    remedy: text("核对数值或单位。", "Check number and unit."),
    finds: &["数量 | 开展讲座次数 | ≥2.7次 <<"],
    passes: &[
        "数量 | 开展讲座次数 | ≥3次",
        "数量 | 办结事件数量 | ≥22.5万件",
        "社会 | 人均借阅 | ≥2.7次/人",
        "社会 | 户均人口 | 3.2人",
        "生态 | pH值提高幅度 | ≥0.2个单位",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row
        .quantity()
        .filter(|q| q.unit.per.is_empty() && q.of.is_none() && q.change.is_none())
    else {
        return;
    };
    let counts_whole = [
        "人", "名", "位", "人次", "次", "场", "个", "户", "件", "台", "辆", "期", "家",
    ];
    let is_counted = counts_whole
        .iter()
        .any(|symbol| measure::is_in(quantity, symbol));
    let (low, high) = quantity.bounds();
    let is_whole = [low, high]
        .into_iter()
        .flatten()
        .all(|bound| bound.is_integer());
    if is_counted && !is_whole && !row.words.has(Word::Averaged) {
        findings.report(
            row.spot(Part::Value),
            format!("指标“{}”的值“{}”不是整数", row.name, row.printed),
            format!(
                "the value “{}” of “{}” is not a whole number",
                row.printed, row.name
            ),
        );
    }
}
