//! What was reached is the goals word for word.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::{Placed, Severity, Spot};

/// What was reached is the goals word for word.
pub static RULE: Rule = Rule {
    code: "S026",
    name: "results-copy-goals",
    title: text("完成情况照抄预期目标", "results copy the goals"),
    severity: Severity::Warning,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[Basis::Practice(text(
        "核查和审计中把照抄目标的完成情况视为没有自评",
        "reviewers and auditors take copied goals for no self-evaluation",
    ))],
    why: text(
        "照抄目标看不出实际完成了什么。",
        "A copy of the goals does not show what was reached.",
    ),
    remedy: text(
        "用实际完成的数量、质量和时间改写。",
        "Rewrite it with the numbers, quality and dates reached.",
    ),
    finds: &["\
种类: 自评
目标: 培训50人，合格率达到95%以上。
完成情况: 培训50人，合格率达到95%以上 <<
"],
    passes: &[
        "\
种类: 自评
目标: 培训50人，合格率达到95%以上。
完成情况: 培训53人，合格率97%。
",
        "\
种类: 自评
目标:
完成情况:
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let (goals, Some(results)) = (&case.document.goals, &case.document.results) else {
        return;
    };
    let Some(first) = results.first().filter(|_| !goals.is_empty()) else {
        return;
    };
    if letters(goals).eq(letters(results)) {
        findings.report(
            Spot::of_placed("results[0]", first),
            "实际完成情况与预期目标一字不差，看不出完成了什么",
            "what was reached is the goals word for word",
        );
    }
}

/// The text without punctuation and blanks.
fn letters(texts: &[Placed<String>]) -> impl Iterator<Item = char> {
    let chars = texts.iter().flat_map(|text| text.value.chars());
    chars.filter(|c| c.is_alphanumeric())
}
