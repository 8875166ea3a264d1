//! A text says of itself that it is unfinished.

use std::collections::BTreeSet;

use crate::findings::Findings;
use crate::rule::*;
use crate::volume::Volume;
use crate::words::{Word, Words};
use plumbline_model::Severity;
use plumbline_model::Spot;

/// A text says of itself that it is unfinished.
pub static RULE: Rule = Rule {
    code: "D011",
    name: "draft-published",
    title: text("文本注明是草案", "marked as a draft"),
    severity: Severity::Info,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Outside,
    basis: &[
        Basis::Act {
            act: "disclosure-2016",
            says: text(
                "公开的是批复后的预算",
                "what is published is the approved budget",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "评审专家要求公开文本说明是否为批复稿",
            "reviewers ask whether a published text is the approved one",
        )),
    ],
    why: text(
        "公开的应是批复稿，草案与批复稿可能不同。",
        "The approved edition is published; a draft may differ from it.",
    ),
    remedy: text(
        "公开批复稿；确需公开草案的，说明其性质。",
        "Publish the approved edition, or say what the draft is.",
    ),
    finds: &["草案: （草案） <<", "标题: 项目绩效目标表（征求意见稿） <<"],
    passes: &["标题: 项目绩效目标表"],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    let mut told = BTreeSet::new();
    for case in volume.iter() {
        let document = case.document;
        let mark = &document.draft_mark;
        let title = document.title.text();
        let (spot, text) = if mark.is_written() {
            (Spot::of_text("draft_mark", mark), mark.text())
        } else if Words::of(title).has(Word::Draft) {
            (Spot::of_text("title", &document.title), title)
        } else {
            continue;
        };
        // The mark of a cover holds for all documents behind it.
        if told.insert((spot.place, text)) {
            findings.report_in(
                case.number,
                spot,
                format!("文本注明“{text}”，公开的应是批复稿"),
                format!(
                    "the text is marked “{text}”; what is published should be the approved edition"
                ),
            );
        }
    }
}
