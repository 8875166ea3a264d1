//! The basis of a value stands in brackets as a whole.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// The basis of a value stands in brackets as a whole.
pub static RULE: Rule = Rule {
    code: "F042",
    name: "basis-in-brackets",
    title: text("依据外面多了括号", "a basis in brackets"),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "评审专家要求同一依据在各处写法一致",
        "reviewers ask that a basis is written the same way everywhere",
    ))],
    why: text(
        "括号使同一依据看起来像两个，不便查找。",
        "Brackets make one basis look like two.",
    ),
    remedy: text("去掉外面的括号。", "Leave the brackets out."),
    finds: &["成本 | 补贴标准 | 0.5万元/人 | 依据=(云农发〔2025〕3号) <<"],
    passes: &[
        "成本 | 补贴标准 | 0.5万元/人 | 依据=云农发〔2025〕3号",
        "成本 | 补贴标准 | 0.5万元/人 | 依据=补贴方案（第二版）",
        "成本 | 补贴标准 | 0.5万元/人 | 依据=（一）补贴方案；（二）合同（复印件）",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let text = row.indicator.basis.text();
    let Some(inside) = text
        .strip_prefix(['(', '（'])
        .and_then(|rest| rest.strip_suffix([')', '）']))
    else {
        return;
    };
    if !inside.contains(['(', '（', ')', '）']) {
        findings
            .report(
                row.spot(Part::Basis),
                format!("指标“{}”的依据整个写在括号里：{text}", row.name),
                format!(
                    "the basis of “{}” stands in brackets as a whole: {text}",
                    row.name
                ),
            )
            .fix(inside);
    }
}
