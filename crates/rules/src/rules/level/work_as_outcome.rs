//! Work done is listed as an outcome.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::together::report_together;
use crate::words::Word;
use plumbline_model::Severity;

/// Work done is listed as an outcome.
pub static RULE: Rule = Rule {
    code: "L010",
    name: "work-as-outcome",
    title: text("工作量列为效益", "work listed as an outcome"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "数量、质量、时效反映产出，成本指标反映投入，效益和满意度反映结果",
                "quantity, quality and timeliness speak of output, cost of what is spent, outcome and satisfaction of what comes of it",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "审计和评审常指出产出、效益、成本混填",
            "auditors and reviewers often find output, outcome and cost mixed up",
        )),
    ],
    why: text(
        "次数、人数是做了什么，效益要说带来了什么。",
        "How often and for how many is work; an outcome says what came of it.",
    ),
    remedy: text(
        "移到数量指标，效益改填受益结果。",
        "Move it to quantity; state what those served gained.",
    ),
    finds: &["\
可持续 | 增加调研次数 | ≥1次 <<
社会 | 可培训人数 | ≥160人"],
    passes: &[
        "数量 | 调研次数 | ≥1次",
        "社会 | 受益群众人数 | ≥160人",
        "社会 | 人均指导次数 | ≥30次/人",
        "社会 | 参训人员半年内就业率 | ≥60%",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    report_together(case, findings, Part::Name, is_work, |row| {
        (
            format!(
                "“{}”（{}）是工作量，属产出，列在{}下",
                row.name,
                row.printed,
                row.indicator.level2.text()
            ),
            format!(
                "“{}” ({}) is work done and no outcome",
                row.name, row.printed
            ),
        )
    });
}

fn is_work(row: &Row<'_>) -> bool {
    let is_outcome = row.level2.is_some_and(|level| level.is_outcome());
    let is_total = row.quantity().is_some_and(|q| q.unit.per.is_empty());
    is_outcome && is_total && row.words.has(Word::WorkDone) && !row.words.has(Word::Adverse)
}
