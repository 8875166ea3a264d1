//! Amounts of money that goals and purpose name as the money of the project.

use plumbline_model::{Decimal, Dimension, Mention, Spot};

use crate::case::{Case, Prose};

/// An amount named in running text.
#[derive(Clone, Debug)]
pub struct NamedMoney<'c> {
    /// In yuan.
    pub yuan: Decimal,
    /// As written.
    pub written: &'c str,
    /// The text it stands in.
    pub spot: Spot,
}

/// Words before an amount that make it a limit, a price or another's money.
const NOT_OWN: [&str; 15] = [
    "额度", "限额", "高于", "低于", "超过", "不足", "产值", "收入", "增收", "奖励", "每人", "每户",
    "每次", "标准", "保额",
];
/// How far before an amount such words may stand, in bytes.
const REACH: usize = 24;

/// The amounts that the goals and the purpose of a case name flatly (`安排经费5万元`): no limits, no
/// prices, each amount once.
pub fn named_money<'c>(case: &'c Case<'_>) -> Vec<NamedMoney<'c>> {
    let mut all: Vec<NamedMoney<'c>> = Vec::new();
    for text in case.goals.iter().chain(&case.purpose) {
        for mention in &text.mentions {
            let Some(found) = named(text, mention) else {
                continue;
            };
            // Said again as the purpose, or in another unit, it is the same money.
            let is_said = all.iter().any(|known| {
                known.yuan == found.yuan && (is_purpose(text) || known.written != found.written)
            });
            if !is_said {
                all.push(found);
            }
        }
    }
    all
}

fn is_purpose(text: &Prose<'_>) -> bool {
    text.is_purpose()
}

fn named<'c>(text: &'c Prose<'_>, mention: &Mention) -> Option<NamedMoney<'c>> {
    let quantity = &mention.quantity;
    let is_flat = quantity.dimension() == Dimension::Money
        && quantity.unit.per.is_empty()
        && quantity.change.is_none()
        && quantity.relation == plumbline_model::Relation::Unstated
        && !quantity.assumes_currency();
    let mut from = mention.start.saturating_sub(REACH);
    while !text.text.is_char_boundary(from) {
        from += 1;
    }
    let before = text.text[from..mention.start]
        .rsplit(['，', ',', '。', '；', ';', '、'])
        .next()?;
    if !is_flat
        || NOT_OWN.iter().any(|word| before.contains(word))
        || text.text[mention.end..].starts_with(['/', '每'])
    {
        return None;
    }
    let written = text.text[mention.start..mention.end].trim();
    Some(NamedMoney {
        yuan: crate::arithmetic::yuan_of(quantity)?,
        written,
        spot: text.spot(),
    })
}
