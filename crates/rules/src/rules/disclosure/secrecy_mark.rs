//! A text carries a mark of secrecy or of internal use.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// A text carries a mark of secrecy or of internal use.
pub static RULE: Rule = Rule {
    code: "D010",
    name: "secrecy-mark",
    title: text("文本中有密级或内部标识", "a mark of secrecy"),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Outside,
    basis: &[Basis::Act {
        act: "disclosure-2016",
        says: text(
            "涉及国家秘密的内容不公开",
            "what is a state secret is not published",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "带密级或内部标识的内容不得公开。",
        "What is marked as secret or internal must not be published.",
    ),
    remedy: text(
        "核实后删除有关内容，或停止公开。",
        "Check, and delete it or stop publishing.",
    ),
    finds: &[
        "标题: 项目绩效目标表 秘密★1年 <<",
        "备注: 内部资料，注意保存 <<",
    ],
    passes: &[
        "目标: 规范内部文件管理，建设档案保密库房1间",
        "数量 | 编印连续性内部资料 | 4期",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for passage in case
        .passages()
        .iter()
        .filter(|passage| passage.words.has(Word::Secrecy))
    {
        findings.report(
            passage.spot(case),
            format!("“{}”带有密级或内部标识，公开前请核实", passage.text),
            format!(
                "“{}” is marked as secret or internal; please check before publishing",
                passage.text
            ),
        );
    }
}
