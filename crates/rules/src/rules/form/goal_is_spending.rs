//! A goal says that spending secures spending.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// A goal says that spending secures spending.
pub static RULE: Rule = Rule {
    code: "F025",
    name: "goal-is-spending",
    title: text("目标只说花钱保障花钱", "a goal that is only spending"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "评审专家要求目标写清做的事和成效，不写“用经费保障支出”",
        "reviewers ask for work and effect, not for `spending secures the necessary spending`",
    ))],
    why: text(
        "这样的目标只要把钱花完就算完成，什么也没有承诺。",
        "Such a goal is met as soon as the money is spent; it promises nothing.",
    ),
    remedy: text("写明这笔钱办成什么事。", "Say what the money brings about."),
    finds: &["目标: 通过经费支出保障农技推广必要的经费支出。 <<"],
    passes: &[
        "目标: 通过经费支出保障农技培训按时开展。",
        "目标: 培训农户50人次。",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for goal in &case.goals {
        let text = goal.text.trim_end_matches(['。', '；', ';']);
        let by_money = ["通过经费", "通过资金", "通过项目经费"]
            .iter()
            .any(|lead| text.starts_with(lead));
        let ends = [
            "必要支出",
            "必要的支出",
            "经费支出",
            "办公费用",
            "办公支出",
            "必要经费",
        ];
        if by_money && goal.words.has(Word::Keep) && ends.iter().any(|end| text.ends_with(end)) {
            findings.report(
                goal.spot(),
                format!("目标“{text}”只说花钱保障支出，没有说办成什么事"),
                format!(
                    "the goal “{text}” says that spending secures spending, not what comes of it"
                ),
            );
        }
    }
}
