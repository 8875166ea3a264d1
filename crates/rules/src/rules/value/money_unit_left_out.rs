//! An amount of money leaves out 元.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::together::report_together;
use crate::words::Word;
use plumbline_model::{Dimension, Magnitude, Multiplier, Severity};

/// An amount of money leaves out 元.
pub static RULE: Rule = Rule {
    code: "V011",
    name: "money-unit-left-out",
    title: text("金额漏写“元”", "an amount of money without 元"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "在用系统要求比较符号后有数值和计量单位",
        "systems in use demand a number and a unit after a comparison sign",
    ))],
    why: text(
        "金额单位不完整，元、万元容易相差一万倍。",
        "With an incomplete unit, yuan and ten thousand yuan are easily confused.",
    ),
    remedy: text(
        "写全单位，如“万元”“元/人/年”。",
        "Write the unit in full, such as `万元` or `元/人/年`.",
    ),
    finds: &[
        "成本 | 座谈会成本 | ≤1万 <<",
        "\
成本 | 书记津贴 | 1200/人/年 <<
成本 | 委员津贴 | 600/人/年",
    ],
    passes: &[
        "成本 | 座谈会成本 | ≤1万元",
        "数量 | 服务群众数 | ≥1万人",
        "数量 | 宣传品发放量 | ≥1万",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    report_together(case, findings, Part::Value, leaves_out_yuan, |row| {
        (
            format!("指标“{}”的值“{}”漏写金额单位“元”", row.name, row.printed),
            format!(
                "the value “{}” of “{}” leaves out 元",
                row.printed, row.name
            ),
        )
    });
}

fn leaves_out_yuan(row: &Row<'_>) -> bool {
    let is_money =
        row.level2.is_some_and(|level| level.is_money_cost()) || row.words.has(Word::Cost);
    row.quantities().any(|quantity| {
        let is_bare = is_money && quantity.dimension() == Dimension::None;
        let multiplied =
            matches!(quantity.magnitude, Magnitude::One(f) if f.multiplier != Multiplier::One);
        quantity.assumes_currency() || (is_bare && multiplied)
    })
}
