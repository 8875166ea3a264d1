//! Amounts stand without a unit, or one block of money uses two units.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Decimal;
use plumbline_model::Severity;

/// Amounts stand without a unit, or one block of money uses two units.
pub static RULE: Rule = Rule {
    code: "F028",
    name: "money-unit-unclear",
    title: text(
        "没有写明金额单位或单位混用",
        "unit of money missing or mixed",
    ),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "公开的审核规则：未注明金额单位或同一张表混用元与万元，不予通过",
        "published checkers refuse a form without a unit of money or with yuan and ten thousand yuan mixed",
    ))],
    why: text(
        "元与万元相差一万倍，单位不明就无法核对。",
        "Yuan and ten thousand yuan differ ten-thousand-fold; without a unit nothing can be checked.",
    ),
    remedy: text(
        "在资金栏注明单位，全表用同一单位。",
        "State the unit with the money, and use one unit throughout.",
    ),
    finds: &["\
项目: 农技培训
预算: 6.00 <<
"],
    passes: &[
        "\
项目: 农技培训
预算: 6.00万元
财政: 6.00
",
        "\
项目: 农技培训
预算: 
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let form_unit = case.document.funding.unit.get();
    let amounts: Vec<_> = case
        .funding_lines()
        .into_iter()
        .filter_map(|(path, line)| Some((path, line, line.budget.get()?)))
        .collect();
    let is_zero = |number: &Decimal| *number == Decimal::ZERO;
    let without = amounts.iter().find(|(_, _, amount)| {
        form_unit.is_none() && amount.unit.is_none() && !is_zero(&amount.number.value)
    });
    if let Some((path, line, amount)) = without {
        findings.report(
            case.amount_spot(path, "budget", &line.budget),
            format!("金额“{}”没有写明单位（元或万元）", amount.number.printed),
            format!(
                "the amount “{}” has no unit (元 or 万元)",
                amount.number.printed
            ),
        );
        return;
    }
    let with_unit: Vec<_> = amounts
        .iter()
        .filter_map(|(path, line, amount)| {
            let unit = amount.unit.or(form_unit.copied())?;
            (!is_zero(&amount.number.value)).then_some((path, line, unit))
        })
        .collect();
    let Some((first, others)) = with_unit.split_first() else {
        return;
    };
    if let Some((path, line, unit)) = others.iter().find(|(_, _, unit)| *unit != first.2) {
        findings
            .report(
                case.amount_spot(path, "budget", &line.budget),
                format!(
                    "同一资金栏既用“{}”又用“{}”",
                    first.2.printed(),
                    unit.printed()
                ),
                format!(
                    "one block of money uses both {} and {}",
                    first.2.printed(),
                    unit.printed()
                ),
            )
            .with(
                case.amount_spot(first.0, "budget", &first.1.budget),
                "另一单位的金额",
                "the amount in the other unit",
            );
    }
}
