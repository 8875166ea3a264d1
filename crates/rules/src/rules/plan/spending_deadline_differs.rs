//! Plan and timeliness indicator disagree on when the money is spent.

use crate::case::Case;
use crate::facts::dates::deadline;
use crate::facts::plan;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// Plan and timeliness indicator disagree on when the money is spent.
pub static RULE: Rule = Rule {
    code: "P012",
    name: "spending-deadline-differs",
    title: text(
        "支出计划与支出时限不一致",
        "plan and spending deadline disagree",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Funding,
    basis: &[Basis::Arithmetic],
    why: text(
        "时效指标说某月支出完毕，支出计划却在另一时间才到100%，同一件事两个时间。",
        "One box says when all is spent, the other says another time.",
    ),
    remedy: text("统一两处的时间。", "Let both say the same."),
    finds: &[
        "\
计划: 6月底 50 | 12月底 100 <<
时效 | 资金支出完成时间 | 6月底
",
        "\
计划: 3月底 50 | 6月底 100 <<
时效 | 资金支出完成时间 | 12月底
",
    ],
    passes: &[
        "\
计划: 6月底 50 | 12月底 100
时效 | 资金支出完成时间 | 12月底
",
        "\
计划: 6月底 100
时效 | 资金支出完成时间 | 6月底
",
        "\
计划: 9月底 100
时效 | 资金支出完成时间 | 12月底
",
        "\
计划: 6月底 50 | 12月底 100
时效 | 培训完成时限 | 6月底
",
        "\
计划: 6月底 50 | 12月底 100
时效 | 经费支出时间 | 每月
",
        "\
计划: 6月底 50 | 12月底 100
时效 | 经费下拨时间 | 6月底、12月底
",
    ],
    check: Check::Document(check),
};

/// Months by which the money may be spent ahead of its deadline.
const MARGIN: u8 = 4;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(all) = plan::all_spent(&case.plan) else {
        return;
    };
    let year = case.year.unwrap_or_default();
    let completes = |row: &&Row<'_>| {
        row.level2 == Some(Level2::Timeliness)
            && row.words.has(Word::Spending)
            && !row.words.has(Word::HandOut)
    };
    let dated = case
        .annual_rows()
        .filter(completes)
        .filter_map(|row| Some((row, deadline(row, year)?)));
    let Some((row, (due_year, due, _))) = dated.max_by_key(|(_, due)| *due) else {
        return;
    };
    // To be done somewhat early is no contradiction; to plan for June what is due in December is.
    let differs = |month| month > due || month + MARGIN <= due;
    if due_year == year && all.month.is_some_and(differs) {
        findings
            .report(
                all.spot(),
                format!(
                    "“{}”为“{}”，支出计划在“{}”到100%，两处不一致",
                    row.name, row.printed, all.by
                ),
                format!(
                    "“{}” is “{}”, but the plan reaches 100 % by “{}”",
                    row.name, row.printed, all.by
                ),
            )
            .with(row.spot(Part::Value), "支出时限", "spending deadline");
    }
}
