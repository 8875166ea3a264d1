//! Sums written out in running text: `200人×50元/天×3天=3万元`.

use plumbline_model::{Decimal, Dimension, Quantity, TargetValue};

use super::price::yuan_factor;

/// A sum as written and what it comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula<'a> {
    /// As written.
    pub written: &'a str,
    /// What the left side comes to, in yuan where it is money.
    pub comes_to: Decimal,
    /// What the right side says, in the same unit.
    pub says: Decimal,
    /// Whether both are money.
    pub is_money: bool,
}

/// Most factors of one sum.
const MAX_FACTORS: usize = 8;

/// The sums of a text in which every term is understood.
pub fn formulas(text: &str) -> Vec<Formula<'_>> {
    // Most texts have none, and are done with here.
    if !text.contains(['=', '＝']) || !text.contains(['×', '*', '＊', '✕']) {
        return Vec::new();
    }
    let clauses = text.split([
        '，', '。', '；', ';', '、', '（', '）', '(', ')', '+', '＋', '\n',
    ]);
    clauses.filter_map(formula).collect()
}

fn formula(clause: &str) -> Option<Formula<'_>> {
    let (left, right) = clause.split_once(['=', '＝'])?;
    let factors: Vec<&str> = left.split(['×', '*', '＊', '✕']).collect();
    if !(2..=MAX_FACTORS).contains(&factors.len()) {
        return None;
    }
    let mut comes_to = Decimal::ONE;
    let mut is_money = false;
    for factor in factors {
        let quantity = term(factor)?;
        let yuan = yuan_factor(&quantity);
        is_money |= yuan.is_some();
        let number = quantity
            .value()?
            .checked_mul(yuan.unwrap_or(Decimal::ONE))?;
        comes_to = comes_to.checked_mul(number)?;
    }
    let right = term(right)?;
    let yuan = yuan_factor(&right);
    if is_money != yuan.is_some() || right.dimension() == Dimension::Share {
        return None;
    }
    Some(Formula {
        written: clause.trim(),
        comes_to,
        says: right.value()?.checked_mul(yuan.unwrap_or(Decimal::ONE))?,
        is_money,
    })
}

/// A term, with words before its number left out (`培训费200元`).
fn term(text: &str) -> Option<Quantity> {
    let from = text.find(|c: char| c.is_ascii_digit())?;
    match TargetValue::compile(&text[from..]) {
        TargetValue::Quantity(quantity) if quantity.change.is_none() => Some(quantity),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_computed_as_written() {
        let all = formulas("培训费200元/人×30人×2天=1.2万元，会议费100元×5次=600元。");
        let shown: Vec<_> = all.iter().map(|f| (f.comes_to, f.says)).collect();
        assert_eq!(
            shown,
            [
                (Decimal::from(12_000), Decimal::from(12_000)),
                (500.into(), 600.into())
            ]
        );
        assert!(formulas("覆盖率=参训人数÷应训人数×100%").is_empty());
    }
}
