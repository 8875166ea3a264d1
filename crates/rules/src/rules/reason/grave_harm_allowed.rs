//! A target allows harm of which none is acceptable.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Decimal, Dimension, Relation, Severity};

/// A target allows harm of which none is acceptable.
pub static RULE: Rule = Rule {
    code: "R009",
    name: "grave-harm-allowed",
    title: text("安全事故类指标没有定为零", "harm that is allowed for"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Adequacy,
    basis: &[Basis::Practice(text(
        "审核和审计常指出此类指标值",
        "reviewers and auditors point out such values",
    ))],
    why: text(
        "安全责任事故、失泄密等指标不应预留发生次数。",
        "No accident, death or leak should be allowed for beforehand.",
    ),
    remedy: text("定为0起（0次）。", "Set it at zero."),
    finds: &["质量 | 安全责任事故发生次数 | ≤2次 <<"],
    passes: &[
        "质量 | 安全责任事故发生次数 | 0次",
        "质量 | 安全事故发生率 | 0",
        "社会 | 安全事故起数下降 | ≥10%",
        "质量 | 安全事故处置率 | 100%",
        "数量 | 安全事故应急演练次数 | ≥2次",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if !row.words.has(Word::GraveHarm) {
        return;
    }
    let Some(quantity) = row.quantity().filter(|quantity| quantity.change.is_none()) else {
        return;
    };
    let is_ceiling = matches!(quantity.relation, Relation::AtMost | Relation::LessThan);
    let allowed = quantity
        .bounds()
        .1
        .filter(|_| is_ceiling && quantity.dimension() != Dimension::Money);
    let least = match quantity.relation {
        Relation::LessThan => Decimal::ONE,
        _ => Decimal::ZERO,
    };
    if allowed.is_some_and(|allowed| allowed > least) {
        findings.report(
            row.spot(Part::Value),
            format!("“{}”为“{}”，等于允许发生", row.name, row.printed),
            format!(
                "“{}” of “{}” allows for what must not happen",
                row.name, row.printed
            ),
        );
    }
}
