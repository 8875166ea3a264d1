//! A numbering begins and does not go on, or leaves out a number.

use crate::case::Case;
use crate::facts::naming;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// A numbering begins and does not go on, or leaves out a number.
pub static RULE: Rule = Rule {
    code: "F019",
    name: "broken-numbering",
    title: text("序号不连续", "broken numbering"),
    severity: Severity::Warning,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "评审专家把孤立的、跳号的序号列为应修改的问题",
        "reviewers send back numberings with one item or with gaps",
    ))],
    why: text(
        "序号断开，可能漏了一条，也可能是改稿的残留。",
        "A broken numbering shows a missing item or the rest of an older text.",
    ),
    remedy: text(
        "补上漏掉的一条，或删去多余的序号。",
        "Put in what is missing, or delete the number.",
    ),
    finds: &[
        "目标: 1通过项目实施，培训农户50人次 <<",
        "目标: 一是培训农户；三是评选示范户。 <<",
    ],
    passes: &[
        "目标: 3套视频系统建成",
        "目标: 1个服务中心建成",
        "目标: 一是培训农户；二是评选示范户。",
        "\
目标: 1通过项目实施，培训农户50人次
目标: 2评选示范户
",
        "目标: 第一是安全，质量是根本",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    if let [only] = case.goals.as_slice()
        && is_lone_one(only.text)
    {
        findings.report(
            only.spot(),
            format!("目标“{}”以序号“1”开头，后面没有“2”", only.text),
            format!(
                "the goal “{}” begins with the number 1, and no 2 follows",
                only.text
            ),
        );
    }
    let goals = case.goals.iter().chain(&case.purpose);
    for goal in goals {
        if let Some((before, after)) = gap(goal.text) {
            findings.report(
                goal.spot(),
                format!("“{before}是”之后是“{after}是”，序号不连续"),
                format!("the number after “{before}是” is “{after}是”"),
            );
        }
    }
}

/// Whether a text begins with the number 1 and a verb, not with one of something.
fn is_lone_one(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('1') else {
        return false;
    };
    let rest = rest.trim_start_matches(['.', '、', '．', ' ']);
    let verbs = [
        "通过", "为", "按照", "围绕", "根据", "依托", "组织", "支持", "提高", "提升", "促进",
    ];
    let is_verb = verbs.iter().any(|verb| rest.starts_with(verb));
    is_verb || naming::opening(rest).has_any(&[Word::Doing, Word::Urging])
}

const NUMBERS: &str = "一二三四五六七八九十";

/// The first two markers 一是, 二是, … that do not follow each other.
fn gap(text: &str) -> Option<(char, char)> {
    let mut last: Option<(usize, char)> = None;
    for (at, _) in text.match_indices('是') {
        let mut before = text[..at].chars().rev();
        let (number, ahead) = (before.next()?, before.next());
        let is_marker =
            ahead.is_none_or(|c| matches!(c, '。' | '；' | '：' | '，' | ';' | ':' | ','));
        let Some(index) = NUMBERS
            .chars()
            .position(|c| c == number)
            .filter(|_| is_marker)
        else {
            continue;
        };
        if let Some((last, before)) = last
            && index != last + 1
            && index != 0
        {
            return Some((before, number));
        }
        last = Some((index, number));
    }
    None
}
