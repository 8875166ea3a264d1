//! A text has a wrong character whose right form is certain.

use crate::case::Case;
use crate::facts::misprints;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::Sign;
use plumbline_model::Severity;

/// A text has a wrong character whose right form is certain.
pub static RULE: Rule = Rule {
    code: "F035",
    name: "misprint",
    title: text("错别字", "misprint"),
    severity: Severity::Warning,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "公开的审核规则和评审专家都检查错别字",
        "published checkers and reviewers look for misprints",
    ))],
    why: text(
        "公开文本中的错别字影响严肃性，有的还会改变意思。",
        "Misprints in a published text are embarrassing, and some change the meaning.",
    ),
    remedy: text("改正文字。", "Correct the text."),
    finds: &[
        "目标: 推动各项指标保持全省靠前列次 <<",
        "目标: 参加40分时岗前培训 <<",
        "项目: 县政协协会选举经费 <<",
    ],
    passes: &[
        "目标: 推动各项指标保持全省靠前位次",
        "目标: 完成50学时培训任务",
        "目标: 分时段开展培训",
        "目标: 开展政协协商议事",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let passages = case.passages().iter();
    for passage in passages.filter(|passage| passage.words.has_sign(Sign::Misprint)) {
        let found = misprints::misprints(passage.text);
        let Some(first) = found.first() else {
            continue;
        };
        let wrong = &passage.text[first.at.clone()];
        let reported = findings.report(
            passage.spot(case),
            format!("“{wrong}”疑为“{}”之误", first.right),
            format!("“{wrong}” should probably read “{}”", first.right),
        );
        if found.iter().all(|misprint| misprint.is_certain) {
            reported.fix(misprints::corrected(passage.text, &found));
        }
    }
}
