//! A word stands twice in a row.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::{Sign, is_han, is_particle};
use plumbline_model::Severity;

/// A word stands twice in a row.
pub static RULE: Rule = Rule {
    code: "F036",
    name: "doubled-word",
    title: text("词语重复", "a word twice"),
    severity: Severity::Warning,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "评审专家把重复的字词列为应修改的问题",
        "reviewers send back words that stand twice",
    ))],
    why: text(
        "重复的词多半是改稿的残留。",
        "A word that stands twice is mostly the rest of an older text.",
    ),
    remedy: text("删去重复的词。", "Delete one of them."),
    finds: &[
        "成本 | 清淤机械费用费用 | ≤15万元 <<",
        "目标: 更好的的服务农户 <<",
        "目标: 开展农技培训，，推广新品种 <<",
    ],
    passes: &[
        "成本 | 面试阶段费用 | ≤15万元",
        "数量 | 工作工作站数量 | 3个",
        "目标: 人人参与，天天打扫",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for passage in case.passages() {
        let words = passage.words;
        if !(words.has_sign(Sign::DoubledWord) || words.has_sign(Sign::DoubledSign)) {
            continue;
        }
        if let Some(word) = doubled(passage.text) {
            findings.report(
                passage.spot(case),
                format!("“{}”中“{word}”重复", passage.text),
                format!("“{word}” stands twice in “{}”", passage.text),
            );
        }
    }
}

/// Characters that after a word make another word of it: 服务服务业, 管理管理员.
const MAKES_A_WORD: &str = "业员者站室日量费班人处局科组器机率度所院厅点网法类面期型";

/// The first word of a text that stands twice in a row.
fn doubled(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let twice = chars.windows(2).find(|pair| {
        let c = pair[0];
        c == pair[1] && (is_particle(c) || matches!(c, '，' | '。' | '、' | '；' | '：'))
    });
    let pair = chars.windows(4).enumerate().find(|(at, four)| {
        let is_pair = four[0] == four[2] && four[1] == four[3] && four[0] != four[1];
        let makes_a_word = chars.get(at + 4).is_some_and(|c| MAKES_A_WORD.contains(*c));
        is_pair && is_han(four[0]) && is_han(four[1]) && !makes_a_word
    });
    match (twice, pair) {
        (Some(twice), _) => Some(twice[..1].iter().collect()),
        (None, Some((_, four))) => Some(four[..2].iter().collect()),
        (None, None) => None,
    }
}
