//! A figure in the purpose differs from the target value.

use crate::case::Case;
use crate::facts::figures;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::Severity;

/// A figure in the purpose differs from the target value.
pub static RULE: Rule = Rule {
    code: "C002",
    name: "purpose-figure-differs",
    title: text(
        "资金用途中的数字与指标值不一致",
        "a figure in the purpose differs from the target value",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECTS,
    criterion: Criterion::Adequacy,
    basis: &[Basis::Arithmetic],
    why: text(
        "用途说明的数量就是测算预算的数量，与指标值不同，预算和绩效就对不上。",
        "The purpose states the quantity the budget was worked out from; if the indicator has another, money and performance do not match.",
    ),
    remedy: text(
        "核实后把用途和指标写成同一个数；确属两件事的，写明各指什么。",
        "Find out which is right and write it in both places; where they mean two things, say which.",
    ),
    finds: &["用途: 用于120个行政村的路灯维修。\n\
数量 | 路灯维修行政村个数 | 90个 <<\n\
"],
    passes: &[
        "用途: 用于120个行政村的路灯维修。\n\
数量 | 路灯维修行政村个数 | 120个\n\
",
        "用途: 用于120个行政村的路灯维修。\n\
数量 | 垃圾清运点个数 | 90个\n\
数量 | 公厕个数 | 30个\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(purpose) = &case.purpose else {
        return;
    };
    let all = purpose.named();
    for named in all {
        let Some((answer, stand)) = figures::contradiction(case, named, all) else {
            continue;
        };
        if !answer.is_sure {
            continue;
        }
        let (zh, en) = figures::difference(named, &answer, stand);
        let row = answer.row;
        findings
            .report(
                row.spot(Part::Value),
                format!(
                    "资金用途写“{}”，指标“{}”的值为“{}”{zh}",
                    named.clause, row.name, row.printed
                ),
                format!(
                    "the purpose says “{}”, the indicator “{}” is set at “{}”{en}",
                    named.clause, row.name, row.printed
                ),
            )
            .with(purpose.spot(), "资金用途", "purpose");
    }
}
