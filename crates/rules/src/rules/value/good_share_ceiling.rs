//! A share of which more is better is to be at most so much.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Decimal, Quantity, Severity};

/// A share of which more is better is to be at most so much.
pub static RULE: Rule = Rule {
    code: "V034",
    name: "good-share-ceiling",
    title: text("正向比率用了“≤”", "a good share with a ceiling"),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Arithmetic],
    why: text(
        "按字面，合格的越少越好；多为符号写反。",
        "Read literally, fewer passes are better; mostly the sign is wrong.",
    ),
    remedy: text("改为“≥”。", "Write `≥`."),
    finds: &[
        "质量 | 培训合格率 | ≤95% <<",
        "满意度 | 群众满意度 | <90% <<",
    ],
    passes: &[
        "质量 | 培训合格率 | ≥95%",
        "质量 | 产品不合格率 | ≤2%",
        "质量 | 培训合格率 | ≤100%",
        "社会 | 投诉率 | ≤2%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let is_ceiling = |q: &&Quantity| q.change.is_none() && q.relation.is_ceiling();
    let Some(quantity) = row.quantity().filter(is_ceiling) else {
        return;
    };
    let is_below_all = match measure::percent_bounds(quantity) {
        Some((None, Some(high))) => high < Decimal::ONE_HUNDRED,
        _ => false,
    };
    let is_good = row.ending.has(Word::GoodRate);
    // 不合格率 and 未完成率 end like good ones.
    let is_negated = row.words.has(Word::Adverse) || row.name.contains(['不', '未', '无', '非']);
    if is_below_all && is_good && !is_negated {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”越高越好，值却是“{}”，方向疑似写反",
                row.name, row.printed
            ),
            format!(
                "more is better of “{}”, yet its value is “{}”",
                row.name, row.printed
            ),
        );
    }
}
