//! A text ends in the middle of a phrase, or a bracket or quotation mark has no partner.

use crate::case::Case;
use crate::facts::passage::Holder;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use crate::words::Sign;
use plumbline_model::Severity;

/// A text ends in the middle of a phrase, or a bracket or quotation mark has no partner.
pub static RULE: Rule = Rule {
    code: "F014",
    name: "text-cut-off",
    title: text("文字不完整", "text cut off"),
    severity: Severity::Warning,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "评审专家把语句残缺、名称不完整列为应修改的问题",
        "reviewers send back sentences and names that are incomplete",
    ))],
    why: text(
        "缺了后半句，读的人不知道要做什么、衡量什么。",
        "Without its end nobody knows what a sentence promises or a name measures.",
    ),
    remedy: text("补全文字或标点。", "Complete the text or its punctuation."),
    finds: &[
        "目标: 开展农技培训， <<",
        "数量 | 培训（含外聘人数 | ≥50人 <<",
        "质量 | 考核合格的 | ≥95% <<",
        "项目: “农家书屋维护费 <<",
        "可持续 | 对提高村级治理水平 | 较为明显 <<",
    ],
    passes: &[
        "目标: 1）开展农技培训；2）评选示范户",
        "目标: 实现项目总目的。",
        "数量 | 培训（含外聘）人数 | ≥50人",
        "质量 | 群众参与 | ≥95%",
        "数量 | 公路（K1+200)里程 | ≥5公里",
        "目标: 做到“早发现、早处置”",
        "可持续 | 对提高护林能力的影响程度 | 比较明显",
        "质量 | 对村级组织考核 | 全部完成",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for passage in case.passages() {
        let is_prose_value = matches!(
            passage.holder,
            Holder::Row(_, Part::Value | Part::Reason | Part::Remark)
        );
        let text = passage.text;
        let is_name = matches!(passage.holder, Holder::Row(_, Part::Name));
        if is_name && lacks_its_noun(text) {
            findings.report(
                passage.spot(case),
                format!("“{text}”似缺后半句，如“的影响程度”"),
                format!("“{text}” seems to lack its end, such as 的影响程度"),
            );
        } else if let Some(end) = loose_end(text).filter(|_| !is_prose_value) {
            findings.report(
                passage.spot(case),
                format!("“{text}”以“{end}”结尾，似不完整"),
                format!("“{text}” ends in “{end}” and seems incomplete"),
            );
        } else if passage.words.has_sign(Sign::Bracket)
            && let Some(lone) = lone_bracket(text)
        {
            findings.report(
                passage.spot(case),
                format!("“{text}”中的“{lone}”没有配对"),
                format!("the “{lone}” in “{text}” has no partner"),
            );
        }
    }
}

/// Whether a name begins with 对提高 and the like and never says what of it is measured.
fn lacks_its_noun(name: &str) -> bool {
    let verbs = ["提高", "提升", "促进", "加强", "推动", "增强", "改善"];
    let Some(object) = name.strip_prefix('对') else {
        return false;
    };
    let nouns = ["影响", "作用", "贡献", "程度", "效果", "意义", "满意", "率"];
    verbs.iter().any(|verb| object.starts_with(verb))
        && !nouns.iter().any(|noun| object.contains(noun))
}

/// Words that end in a character which otherwise joins what follows.
const WHOLE_WORDS: &[&str] = &[
    "目的", "总和", "饱和", "缓和", "温和", "调和", "参与", "给与", "普及", "涉及", "提及", "波及",
    "危及",
];

/// What stands at the end of a text and joins it to something that does not follow.
fn loose_end(text: &str) -> Option<char> {
    let last = text.chars().next_back()?;
    let joins = matches!(
        last,
        '，' | ',' | '、' | '的' | '和' | '与' | '及' | '（' | '(' | '《' | '“'
    );
    let is_word = || WHOLE_WORDS.iter().any(|word| text.ends_with(word));
    (joins && !is_word()).then_some(last)
}

const PAIRS: [(char, char); 6] = [
    ('（', '）'),
    ('【', '】'),
    ('〔', '〕'),
    ('《', '》'),
    ('“', '”'),
    ('[', ']'),
];

/// A bracket without its partner. Half-width and full-width round brackets are partners; `1）` opens
/// an item and needs none.
fn lone_bracket(text: &str) -> Option<char> {
    let mut open: [(i32, char); 6] = [(0, ' '); 6];
    let mut before = ' ';
    for c in text.chars() {
        let narrow = match c {
            '(' => '（',
            ')' => '）',
            c => c,
        };
        for (i, (left, right)) in PAIRS.iter().enumerate() {
            if narrow == *left {
                open[i] = (open[i].0 + 1, c);
            } else if narrow == *right && open[i].0 > 0 {
                open[i].0 -= 1;
            } else if narrow == *right && !is_item_number(before) {
                return Some(c);
            }
        }
        before = c;
    }
    open.iter().find(|(n, _)| *n > 0).map(|(_, c)| *c)
}

fn is_item_number(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(
            c,
            '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
        )
}
