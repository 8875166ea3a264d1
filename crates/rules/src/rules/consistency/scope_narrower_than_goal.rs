//! An indicator covers less than the goal.

use crate::case::Case;
use crate::facts::likeness::Pairs;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// An indicator covers less than the goal.
pub static RULE: Rule = Rule {
    code: "C033",
    name: "scope-narrower-than-goal",
    title: text(
        "指标的对象范围小于目标",
        "an indicator covers less than the goal",
    ),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Relevance,
    basis: &[Basis::Act {
        act: "targets-2015",
        says: text(
            "绩效目标要细化为绩效指标，指标与目标直接相关、相互对应",
            "goals are to be broken down into indicators that bear on them and answer to them",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "目标说的是全域，指标只算直属单位，其余部分就没有考核。",
        "The goal speaks of the whole region, the indicator of what stands directly under it: the rest is not judged.",
    ),
    remedy: text(
        "统一目标和指标的对象范围，或补充其余部分的指标。",
        "Give both the same scope, or add indicators for the rest.",
    ),
    finds: &["目标: 举办培训班，提高全县护林员的能力。\n\
数量 | 培训县直护林员人次 | ≥90人次 <<\n\
"],
    passes: &[
        "目标: 举办培训班，提高全县护林员的能力，其中县直护林员90人次。\n\
数量 | 培训县直护林员人次 | ≥90人次\n\
",
        "目标: 提高全县护林员的能力。\n\
数量 | 县直单位绿化面积 | ≥90亩\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let narrow = |row: &&Row<'_>| row.words.has(Word::DirectlyUnder);
    let mut rows = case.annual_rows().filter(narrow).peekable();
    let texts = case.goals.iter().chain(&case.purpose);
    let says_so = texts
        .clone()
        .any(|text| text.words.has(Word::DirectlyUnder));
    if rows.peek().is_none() || says_so {
        return;
    }
    let Some(wide) = texts.clone().find(|text| text.words.has(Word::WholeArea)) else {
        return;
    };
    let about = Pairs::of(wide.text);
    for row in rows.filter(|row| Pairs::of(row.name).common(&about) >= 2) {
        findings
            .report(
                row.spot(Part::Name),
                format!("目标说的是全域，指标“{}”只算直属单位", row.name),
                format!(
                    "the goal speaks of the whole region, “{}” only of what stands directly under it",
                    row.name
                ),
            )
            .with(wide.spot(), "目标", "goal");
    }
}
