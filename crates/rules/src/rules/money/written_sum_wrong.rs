//! A sum written in the text is wrong.

use crate::arithmetic::formulas;
use crate::case::Case;
use crate::case::shown_yuan;
use crate::facts::passage::{Holder, Passage};
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use crate::words::Sign;
use plumbline_model::Severity;
use plumbline_model::Spot;

/// A sum written in the text is wrong.
pub static RULE: Rule = Rule {
    code: "M021",
    name: "written-sum-wrong",
    title: text("文字中的算式不成立", "a sum written in the text is wrong"),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Funding,
    basis: &[Basis::Arithmetic],
    why: text(
        "测算依据里的算式算不出所写的结果。",
        "The sum given as a basis does not come to what it says.",
    ),
    remedy: text(
        "重新计算，并核对预算。",
        "Compute it again and check the budget.",
    ),
    finds: &[
        "目标: 培训费200元/人×30人×2天=1.5万元。 <<",
        "成本项: 培训费 | 1.5万元 | 200元×30人×2天=1.5万元 <<",
    ],
    passes: &[
        "目标: 培训费200元/人×30人×2天=1.2万元。",
        "目标: 覆盖率=参训人数÷应训人数×100%。",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let passages = case.passages().iter();
    for passage in
        passages.filter(|passage| passage.words.has_sign(Sign::Equals) && is_meant(passage))
    {
        check_text(passage.text, || passage.spot(case), findings);
    }
    for (i, item) in case.document.cost_items.iter().enumerate() {
        let spot = || Spot::of_text(format!("cost_items[{i}].basis"), &item.basis);
        check_text(item.basis.text(), spot, findings);
    }
}

/// Whether a text says how money or quantities are reckoned.
fn is_meant(passage: &Passage<'_>) -> bool {
    matches!(
        passage.holder,
        Holder::Goal(_)
            | Holder::Purpose
            | Holder::Row(_, Part::Name | Part::Description | Part::Basis)
    )
}

fn check_text(text: &str, spot: impl Fn() -> Spot, findings: &mut Findings<'_>) {
    for formula in formulas(text).into_iter().filter(|f| f.comes_to != f.says) {
        let shown = |value| match formula.is_money {
            true => shown_yuan(value),
            false => value.normalize().to_string(),
        };
        let (written, comes_to) = (formula.written, shown(formula.comes_to));
        findings.report(
            spot(),
            format!("“{written}”应等于{comes_to}"),
            format!("“{written}” comes to {comes_to}"),
        );
    }
}
