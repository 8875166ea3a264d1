//! Bought goods need not all pass acceptance.

use crate::case::Case;
use crate::facts::shares::lowest_percent;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Decimal, Severity};

/// Bought goods need not all pass acceptance.
pub static RULE: Rule = Rule {
    code: "R006",
    name: "goods-qualification-low",
    title: text("采购验收合格率偏低", "a low rate of acceptance of goods"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Adequacy,
    basis: &[Basis::Practice(text(
        "采购合同以全部验收合格为付款条件",
        "contracts make acceptance of all goods the condition of payment",
    ))],
    why: text(
        "采购的货物验收合格才能付款，允许一部分不合格没有道理。",
        "Goods are paid for when they pass acceptance; there is no reason to allow a share that fails.",
    ),
    remedy: text(
        "验收合格率一般为100%。",
        "The rate of acceptance is mostly 100 %.",
    ),
    finds: &[
        "\
用途: 购置冲锋舟。
质量 | 冲锋舟合格率 | ≥85% | 描述=购置的冲锋舟合格的比例 <<
",
        "质量 | 设备验收合格率 | ≥90% <<",
    ],
    passes: &[
        "质量 | 设备验收合格率 | 100%",
        "质量 | 设备验收合格率 | ≥98%",
        "质量 | 考试合格率 | ≥80%",
        "质量 | 水质抽检合格率 | ≥90%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let buys = case
        .purpose
        .iter()
        .any(|purpose| purpose.words.has(Word::Goods));
    let is_goods = row.all_words().has(Word::Goods) || (buys && row.description.contains("购置"));
    if !is_goods || row.all_words().has(Word::Training) || !row.name.contains("合格率") {
        return;
    }
    let least = case.profile.thresholds.goods_qualification_percent_min;
    if let Some(percent) = lowest_percent(row).filter(|percent| *percent < least) {
        let failing = Decimal::ONE_HUNDRED - percent;
        findings.report(
            row.spot(Part::Value),
            format!(
                "“{}”为“{}”，等于允许{failing}%不合格",
                row.name, row.printed
            ),
            format!(
                "“{}” of “{}” allows {failing} % to fail",
                row.name, row.printed
            ),
        );
    }
}
