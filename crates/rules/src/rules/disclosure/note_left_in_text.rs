//! A note of a reviewer or writer was left in the text.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// A note of a reviewer or writer was left in the text.
pub static RULE: Rule = Rule {
    code: "D012",
    name: "note-left-in-text",
    title: text("文本中留有批注或修改意见", "a note left in the text"),
    severity: Severity::Warning,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Outside,
    basis: &[Basis::Practice(text(
        "公开文本的审核规则检查批注和疑问标记",
        "checks of published texts look for notes and marks of doubt",
    ))],
    why: text(
        "批注是内部意见，留在公开文本中会引起误解。",
        "Notes are internal; in a published text they mislead.",
    ),
    remedy: text("处理后删去批注。", "Deal with the note and delete it."),
    finds: &[
        "目标: 培训农户50人次（此处数据待核实） <<",
        "数量 | 培训人数？？ | ≥50人 <<",
    ],
    passes: &[
        "目标: 培训农户50人次，因此处理及时率提高",
        "数量 | 文档批注系统 | 1套",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for passage in case
        .passages()
        .iter()
        .filter(|passage| passage.words.has(Word::NoteLeft))
    {
        findings.report(
            passage.spot(case),
            format!("“{}”疑为留在文本中的批注或未定内容", passage.text),
            format!(
                "“{}” looks like a note that was left in the text",
                passage.text
            ),
        );
    }
}
