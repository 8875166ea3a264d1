//! What a template holds ready was left standing where something should be filled in.

use crate::case::Case;
use crate::facts::passage::Holder;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use crate::words::{Sign, Word};
use plumbline_model::Severity;

/// What a template holds ready was left standing where something should be filled in.
pub static RULE: Rule = Rule {
    code: "F013",
    name: "template-residue",
    title: text("留有模板里的占位文字", "template text left in"),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "在用系统不接受含“*”“_”等占位符的指标；公开文本的审核规则检查占位符",
        "systems in use refuse values with marks such as `*`; checks of published texts look for them",
    ))],
    why: text(
        "占位文字说明这一处没有填写，公开出去很不严肃。",
        "Such marks show that a place was never filled in.",
    ),
    remedy: text(
        "填写实际内容；不适用的写“不适用”。",
        "Fill in what is meant, or 不适用 where nothing is.",
    ),
    finds: &[
        "数量 | 培训人数 | XX人 <<",
        "目标: 举办XXX培训班**期 <<",
        "数量 | 受益人数 | 88 100 <<",
        "项目: （填写项目名称） <<",
    ],
    passes: &[
        "数量 | 采购XXL号工装 | 20套",
        "数量 | 购置4K直播背包 | 2套",
        "目标: 培训农户50人次",
        "数量 | 受益人数 | 88100人",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for passage in case.passages() {
        let is_value = matches!(passage.holder, Holder::Row(_, Part::Value));
        let is_sample = is_value && matches!(passage.text, "88 100" | "68 100");
        let may_be = passage.words.has_sign(Sign::DoubledSign) || passage.words.has(Word::Residue);
        if is_sample || (may_be && passage.words.has(Word::Residue)) {
            findings.report(
                passage.spot(case),
                format!("“{}”留有模板的占位文字，没有填写实际内容", passage.text),
                format!("“{}” still holds what a template had ready", passage.text),
            );
        }
    }
}
