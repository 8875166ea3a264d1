//! A basis names no document, or one without its full name and number.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::{Word, Words};
use plumbline_model::Severity;

/// A basis names no document, or one without its full name and number.
pub static RULE: Rule = Rule {
    code: "F040",
    name: "incomplete-basis",
    title: text("依据没有写全", "a basis not named in full"),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "评审专家要求依据写明文件全称和文号",
        "reviewers ask for the full name and number of a document",
    ))],
    why: text(
        "“相关文件”查不到，简称对不上号。",
        "`Relevant documents` cannot be looked up, and short names may mean several.",
    ),
    remedy: text("写明文件全称和文号。", "State the full name and number."),
    finds: &[
        "\
数量 | 培训人数 | ≥50人 | 依据=相关文件 <<
质量 | 合格率 | ≥95% | 依据=相关文件
",
        "质量 | 执行率 | ≥95% | 依据=《农技考核办法》 <<",
    ],
    passes: &[
        "数量 | 培训人数 | ≥50人 | 依据=云农发〔2025〕3号",
        "质量 | 执行率 | ≥95% | 依据=《云溪县农技人员考核办法》",
        "质量 | 执行率 | ≥95% | 依据=《预算法》",
        "质量 | 执行率 | ≥95% | 依据=《农技考核办法》（云农发〔2025〕3号）",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let stated = case.annual_rows().filter(|row| row.has_value());
    let vague: Vec<&Row<'_>> = stated
        .filter(|row| is_incomplete(row.indicator.basis.text()))
        .collect();
    let Some((first, others)) = vague.split_first() else {
        return;
    };
    let text = first.indicator.basis.text();
    let mut reported = findings.report(
        first.spot(Part::Basis),
        format!("依据“{text}”没有写明文件全称和文号；共{}处", vague.len()),
        format!(
            "the basis “{text}” gives no full name and number; {} places",
            vague.len()
        ),
    );
    for row in others {
        reported = reported.with(row.spot(Part::Basis), "同样没有写全", "not in full either");
    }
}

/// Longest title of an act that is a short name without region or issuer, in characters.
const MAX_SHORT_NAME: usize = 6;
/// Longest basis that names nothing but relevant documents, in characters.
const MAX_SHORT: usize = 8;

fn is_incomplete(basis: &str) -> bool {
    if basis.is_empty() {
        return false;
    }
    let title = basis
        .strip_prefix('《')
        .and_then(|rest| rest.strip_suffix('》'));
    let is_short_name = title.is_some_and(|title| {
        let ends = ["办法", "条例", "规定", "方案", "制度"];
        title.chars().count() <= MAX_SHORT_NAME && ends.iter().any(|end| title.ends_with(end))
    });
    let is_short = basis.chars().nth(MAX_SHORT).is_none();
    let is_vague = is_short && Words::of(basis).has(Word::VagueBasis);
    let has_number = || basis.contains(|c: char| c.is_ascii_digit());
    (is_short_name || is_vague) && !has_number()
}
