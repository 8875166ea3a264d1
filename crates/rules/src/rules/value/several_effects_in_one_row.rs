//! One row names several effects.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::together::report_together;
use crate::words::{Word, Words};
use plumbline_model::Severity;

/// One row names several effects.
pub static RULE: Rule = Rule {
    code: "V042",
    name: "several-effects-in-one-row",
    title: text("一条效益指标写了几件事", "several effects in one row"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "指标名称简明、指向单一，量化易评，数值写在指标值里",
                "a name is short and points to one thing, the indicator is easy to measure, and the number stands in the value",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "绩效目标审核人员的通常要求",
            "what reviewers of targets ask for",
        )),
    ],
    why: text(
        "一条写几件事，一个值说不清是哪一件做到了。",
        "With several effects in one row, nobody knows which of them the value speaks of.",
    ),
    remedy: text("一条只写一项效益，分列考核。", "One effect a row."),
    finds: &[
        "社会 | 提高干部教育水平,增强干部整体素质 | 影响较大 <<",
        "社会 | 茶农种植技术水平、销售能力 | 有效提升 <<",
    ],
    passes: &[
        "社会 | 提高干部教育水平 | 明显提高",
        "社会 | 村、社区干部素质 | 明显提高",
        "可持续 | “传、帮、带”机制 | 健全",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    report_together(case, findings, Part::Name, names_several, |row| {
        (
            format!(
                "“{}”一条写了几件事，一个值“{}”无法分别考核",
                row.name, row.printed
            ),
            format!(
                "“{}” names several effects under one value, “{}”",
                row.name, row.printed
            ),
        )
    });
}

/// Shortest clause that says something of its own, in characters.
const CLAUSE_CHARS: usize = 6;

fn names_several(row: &Row<'_>) -> bool {
    let is_phrase = row.grade().is_some() && row.level2.is_some_and(|level| level.is_outcome());
    // A set phrase speaks of one thing, and so may what is quoted.
    let is_one = || row.name.contains(['“', '"']) || row.name.ends_with("凝聚力、战斗力");
    // Steps of work are asked about as such.
    if !is_phrase || row.words.has(Word::WorkStep) || is_one() {
        return false;
    }
    let clauses = row.name.split([',', '，', ';', '；']);
    let full = clauses.filter(|clause| clause.chars().count() >= CLAUSE_CHARS);
    if full.count() > 1 {
        return true;
    }
    let qualities = row.bare_name.split('、').filter(|part| {
        part.ends_with('性') || Words::of(measure::ending(part)).has(Word::Attitude)
    });
    qualities.count() > 1
}
