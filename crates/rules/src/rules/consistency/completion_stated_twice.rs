//! A task has both a statement of completion and a rate.

use crate::case::Case;
use crate::facts::likeness::Pairs;
use crate::findings::Findings;
use crate::row::{List, Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Dimension;
use plumbline_model::Severity;

/// A task has both a statement of completion and a rate.
pub static RULE: Rule = Rule {
    code: "C013",
    name: "completion-stated-twice",
    title: text(
        "同一任务既写“完成”又列完成率",
        "a task has both a statement of completion and a rate",
    ),
    severity: Severity::Info,
    applies: Applies::PROJECTS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "审核实践：同一事项不重复计量",
        "reviewers ask that a thing be counted once",
    ))],
    why: text(
        "“全部完成”就是完成率100%，列两条等于计两次。",
        "All done is a rate of 100 percent; two rows count it twice.",
    ),
    remedy: text(
        "保留完成率，另一条改为数量（几个、几次）。",
        "Keep the rate and let the other row state a quantity.",
    ),
    finds: &["数量 | 农机综合检验 | 全部完成 <<\n\
质量 | 检验完成率 | 100%\n\
"],
    passes: &[
        "数量 | 农机综合检验 | 全部完成\n\
质量 | 培训完成率 | 100%\n\
",
        "数量 | 农机综合检验 | 700台\n\
质量 | 检验完成率 | 100%\n\
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let is_statement =
        row.list == List::Annual && row.value().is_grade() && row.value_words.has(Word::Completion);
    if !is_statement {
        return;
    }
    let own = Pairs::of(row.name);
    let mut alike = case.subject_index().alike(&own).into_iter();
    let rate = alike.find_map(|(number, _)| {
        let other = case.rows.get(number)?;
        let is_share = other.quantity()?.dimension() == Dimension::Share;
        let is_rate = other.words.has(Word::Completion) && other.words.has(Word::Rate);
        (is_share && is_rate).then_some(other)
    });
    if let Some(rate) = rate {
        findings
            .report(
                row.spot(Part::Value),
                format!(
                    "“{}：{}”与“{}：{}”重复",
                    row.name, row.printed, rate.name, rate.printed
                ),
                format!(
                    "“{}: {}” says the same as “{}: {}”",
                    row.name, row.printed, rate.name, rate.printed
                ),
            )
            .with(rate.spot(Part::Value), "完成率", "rate of completion");
    }
}
