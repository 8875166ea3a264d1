//! An amount spent stands under quantity, quality or timeliness.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::together::report_together;
use crate::words::Word;
use plumbline_model::{Dimension, Severity};

/// An amount spent stands under quantity, quality or timeliness.
pub static RULE: Rule = Rule {
    code: "L001",
    name: "money-outside-cost",
    title: text(
        "费用填在产出的数量、质量、时效下",
        "an amount spent outside cost",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "数量、质量、时效反映产出，成本指标反映投入，效益和满意度反映结果",
                "quantity, quality and timeliness speak of output, cost of what is spent, outcome and satisfaction of what comes of it",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "审计和评审常指出产出、效益、成本混填",
            "auditors and reviewers often find output, outcome and cost mixed up",
        )),
    ],
    why: text(
        "费用是投入，列为产出等于把花钱当成绩。",
        "Money spent is input; listed as output it makes spending an achievement.",
    ),
    remedy: text(
        "移到成本指标；数量指标填写这笔钱办成的事。",
        "Move it to cost; state under quantity what the money buys.",
    ),
    finds: &["\
数量 | 差旅费 | 3万元 <<
数量 | 印刷费 | 1万元"],
    passes: &[
        "成本 | 差旅费 | 3万元",
        "数量 | 担保贷款金额 | ≥500万元",
        "经济 | 销售收入 | ≥50万元",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    report_together(case, findings, Part::Name, is_spending, |row| {
        (
            format!(
                "“{}”（{}）是费用，应列在成本指标，不是{}",
                row.name,
                row.printed,
                row.indicator.level2.text()
            ),
            format!(
                "“{}” ({}) is an amount spent and belongs to cost",
                row.name, row.printed
            ),
        )
    });
}

fn is_spending(row: &Row<'_>) -> bool {
    let is_output = matches!(
        row.level2,
        Some(Level2::Quantity | Level2::Quality | Level2::Timeliness)
    );
    let is_money = row
        .quantity()
        .is_some_and(|q| q.dimension() == Dimension::Money);
    let repays = || measure::contains_any(row.name, &["偿还", "债务", "本金"]);
    is_output && is_money && !row.words.has(Word::Gained) && !repays()
}
