//! The same effect is listed twice.

use crate::case::Case;
use crate::facts::likeness::{Index, Pairs};
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// The same effect is listed twice.
pub static RULE: Rule = Rule {
    code: "C012",
    name: "same-effect-twice",
    title: text("同一效果列了两次", "the same effect is listed twice"),
    severity: Severity::Info,
    applies: Applies::PROJECTS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "审核实践：同一效果不在几个效益指标下重复计量",
        "reviewers ask that one effect not be counted under several outcomes",
    ))],
    why: text(
        "换一个二级指标再写一遍，并没有多考核一件事。",
        "Writing an effect again under another heading judges nothing more.",
    ),
    remedy: text(
        "保留一条，另一条改为反映其他效果的指标，确无其他效果的不列。",
        "Keep one and let the other state another effect, or leave it out.",
    ),
    finds: &[
        "社会 | 提升灌溉效率 | 明显提升\n\
可持续 | 提升灌溉效率的长远影响 | 明显提升 <<\n\
",
        "经济 | 对全县茶叶产业的影响程度 | 有效提升\n\
社会 | 促进茶叶产业发展的影响程度 | 较为明显 <<\n\
",
    ],
    passes: &[
        "社会 | 提升村民收入 | 明显提升\n\
可持续 | 公路使用年限 | ≥10年\n\
",
        "社会 | 行政村通车率 | ≥98%\n\
可持续 | 行政村通车率保持年限 | ≥5年\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let outcomes: Vec<(&Row<'_>, Pairs)> = case
        .annual_rows()
        .filter(|row| row.level2.is_some_and(Level2::is_outcome) && row.value().is_grade())
        .map(|row| (row, Pairs::with_general(row.name)))
        .collect();
    if outcomes.len() < 2 {
        return;
    }
    let index = Index::new(outcomes.iter().map(|(_, pairs)| pairs));
    for (number, (row, pairs)) in outcomes.iter().enumerate() {
        let alike = index.alike(pairs);
        let earlier = alike.iter().find_map(|(other, common)| {
            let (earlier, all) = outcomes.get(*other).filter(|_| *other < number)?;
            let few = pairs.len().min(all.len());
            let is_same = few >= LEAST_PAIRS && common * 4 >= few * 3;
            (is_same && earlier.level2 != row.level2 && earlier.name != row.name).then_some(earlier)
        });
        if let Some(earlier) = earlier {
            findings
                .report(
                    row.spot(Part::Name),
                    format!("“{}”与“{}”说的是同一效果", row.name, earlier.name),
                    format!(
                        "“{}” and “{}” state the same effect",
                        row.name, earlier.name
                    ),
                )
                .with(earlier.spot(Part::Name), "同一效果", "the same effect");
        }
    }
}

/// Names with fewer pairs of characters are too short to tell.
const LEAST_PAIRS: usize = 4;
