//! A share stands under quantity.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::together::report_together;
use plumbline_model::Severity;

/// A share stands under quantity.
pub static RULE: Rule = Rule {
    code: "L003",
    name: "share-under-quantity",
    title: text("比率填在数量指标下", "a share under quantity"),
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
        "数量指标应是绝对量；比率反映质量或效益，看不出做了多少。",
        "A quantity is an absolute number; a share does not say how much was done.",
    ),
    remedy: text(
        "移到质量指标，数量指标改填份数、人数、台数等。",
        "Move it to quality and state a number.",
    ),
    finds: &["\
数量 | 事项填报率 | 100% <<
数量 | 设备维护覆盖率 | 100%"],
    passes: &[
        "数量 | 填报份数 | ≥300份",
        "质量 | 事项填报率 | 100%",
        "数量 | 新增床位数 | 增长5%",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    report_together(case, findings, Part::Name, is_share, |row| {
        (
            format!(
                "数量指标“{}”的值“{}”是比率，数量应填绝对数",
                row.name, row.printed
            ),
            format!("the quantity “{}” is a share ({})", row.name, row.printed),
        )
    });
}

fn is_share(row: &Row<'_>) -> bool {
    let is_percent = row
        .quantity()
        .is_some_and(|q| q.change.is_none() && measure::is_in_percent(q));
    row.level2 == Some(Level2::Quantity) && is_percent
}
