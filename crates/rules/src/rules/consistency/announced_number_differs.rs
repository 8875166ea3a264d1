//! Fewer things follow than were announced.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Fewer things follow than were announced.
pub static RULE: Rule = Rule {
    code: "C016",
    name: "announced-number-differs",
    title: text(
        "说了几个，列出的不是几个",
        "fewer things follow than were announced",
    ),
    severity: Severity::Info,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Clarity,
    basis: &[Basis::Arithmetic],
    why: text(
        "标题与正文不一致，读者会以为漏写了一项。",
        "Heading and text disagree, and a reader will think that something was left out.",
    ),
    remedy: text(
        "补齐缺少的一项，或改正标题里的数。",
        "Add what is missing or correct the number.",
    ),
    finds: &[
        "种类: 部门\n\
目标: 实现“三个突破”，建好队伍。一是引种实现新突破。二是培养实现新突破。三是服务实现新变化。 <<\n\
",
        "目标: 坚持四个加强。一是加强养护。二是加强绿化。三是加强执法。 <<\n\
",
    ],
    passes: &[
        "种类: 部门\n\
目标: 围绕“三个改进”，建好队伍。一是改进质量。二是改进效率。三是改进作风。\n\
",
        "目标: 落实“三个结合”。加强养护。\n\
",
        "目标: 开展两个项目。一是养护公路。二是检测桥梁。\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for goal in &case.goals {
        let Some((number, word)) = announced(goal.text) else {
            continue;
        };
        let items = items(goal.text);
        let with_word = items.iter().filter(|item| item.contains(word)).count();
        if items.len() < 2 || with_word == 0 {
            continue;
        }
        let digit = NUMERALS[number - 2];
        if items.len() != number {
            findings.report(
                goal.spot(),
                format!("写的是“{digit}个{word}”，列出的是{}项", items.len()),
                format!("it says {number} “{word}”, and {} follow", items.len()),
            );
        } else if with_word < number && with_word * 2 > number {
            findings.report(
                goal.spot(),
                format!("写的是“{digit}个{word}”，其中只有{with_word}项写了“{word}”"),
                format!("it says {number} “{word}”, but only {with_word} of the items speak of it"),
            );
        }
    }
}

const NUMERALS: [char; 9] = ['两', '三', '四', '五', '六', '七', '八', '九', '十'];
const ORDINALS: [&str; 10] = [
    "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是",
];

/// The number and the word of 三个突破 in the first sentence.
fn announced(text: &str) -> Option<(usize, &str)> {
    let sentence = &text[..text.find("一是").unwrap_or(text.len())];
    let at = sentence.find('个')?;
    let digit = sentence[..at].chars().next_back()?;
    let digit = if digit == '二' { '两' } else { digit };
    let number = NUMERALS.iter().position(|numeral| *numeral == digit)? + 2;
    let rest = &sentence[at + '个'.len_utf8()..];
    let end = rest.char_indices().nth(2).map(|(at, _)| at)?;
    Some((number, &rest[..end]))
}

/// What follows 一是, 二是, and so on, as long as none is left out.
fn items(text: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let mut rest = text;
    for ordinal in ORDINALS {
        let Some(at) = rest.find(ordinal) else {
            break;
        };
        if !items.is_empty() {
            items.push(&rest[..at]);
        } else {
            items.push("");
        }
        rest = &rest[at + ordinal.len()..];
    }
    if items.is_empty() {
        return items;
    }
    items.push(rest);
    items.remove(0);
    items
}
