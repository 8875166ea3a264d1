//! A target is stated as about so much.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Relation, Severity};

/// A target is stated as about so much.
pub static RULE: Rule = Rule {
    code: "V051",
    name: "approximate-value",
    title: text("指标值用“约”“左右”", "an approximate value"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "在用系统的比较符号没有“约”",
        "the signs of systems in use have no “about”",
    ))],
    why: text(
        "“约”没有界线，完成与否会有争议。",
        "“About” draws no line between met and missed.",
    ),
    remedy: text("用“≥”“≤”或区间表示。", "Use a bound or a range."),
    finds: &["数量 | 参训人数 | 约200人 <<"],
    passes: &["数量 | 参训人数 | ≥200人", "数量 | 参训人数 | 180-220人"],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let is_about = row
        .quantity()
        .is_some_and(|q| q.relation == Relation::About);
    if is_about {
        findings.report(
            row.spot(Part::Value),
            format!("指标“{}”的值“{}”没有明确界线", row.name, row.printed),
            format!(
                "the value “{}” of “{}” draws no line",
                row.printed, row.name
            ),
        );
    }
}
