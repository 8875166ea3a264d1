//! A cost indicator has a floor and no ceiling.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Dimension, Severity};

/// A cost indicator has a floor and no ceiling.
pub static RULE: Rule = Rule {
    code: "V035",
    name: "cost-floor",
    title: text("成本指标用了“≥”或“＞”", "a cost with a floor"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Practice(text(
            "在用系统和评审都提示成本指标不用≥、＞",
            "systems in use and reviewers warn of ≥ and > in cost indicators",
        )),
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "成本指标控制支出，不超过支出标准",
                "cost indicators cap spending by the standard",
            ),
            mark: Mark::Known,
        },
    ],
    why: text(
        "下限不能控制成本，花得越多越算完成。",
        "A floor does not control cost: the more is spent the better it looks.",
    ),
    remedy: text(
        "改为确定值或“≤”；如为政策规定的最低保障标准，在描述中写明。",
        "State the amount or a ceiling; where a policy sets a minimum say so in the description.",
    ),
    finds: &[
        "成本 | 办公费标准 | ≥12万元 <<",
        "成本 | 补贴标准 | >0.05万元 <<",
    ],
    passes: &[
        "成本 | 办公费标准 | ≤12万元",
        "成本 | 补贴标准 | 500元/人",
        "成本 | 节约维修费用 | ≥3万元",
        "经济 | 农户增收 | ≥500元",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if !row.level2.is_some_and(|level| level.is_money_cost()) || row.words.has(Word::Gained) {
        return;
    }
    let Some(quantity) = row.quantity().filter(|q| measure::is_floor(q)) else {
        return;
    };
    if quantity.dimension() != Dimension::Money && quantity.dimension() != Dimension::None {
        return;
    }
    let is_minimum = [row.name, row.description, row.indicator.basis.text()]
        .iter()
        .any(|text| measure::contains_any(text, &["最低", "下限", "不低于"]));
    let reported = findings.report(
        row.spot(Part::Value),
        format!(
            "成本指标“{}”的值“{}”只设下限，不能控制成本",
            row.name, row.printed
        ),
        format!(
            "the cost “{}” has only a floor, “{}”",
            row.name, row.printed
        ),
    );
    if is_minimum {
        reported.weighing(Severity::Info);
    }
}
