//! All the work of a year is due long before its end.

use crate::case::Case;
use crate::facts::dates::deadline;
use crate::facts::period::Period;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// All the work of a year is due long before its end.
pub static RULE: Rule = Rule {
    code: "T020",
    name: "year-of-work-ends-early",
    title: text("全年工作的时限过早", "the work of a whole year due early"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Adequacy,
    basis: &[Basis::Practice(text(
        "对公开表格的审核意见中常见此类时间安排问题",
        "opinions on published forms often raise such timing",
    ))],
    why: text(
        "全年的工作或经费要求在年中就完成，其后几个月的任务没有时限。",
        "If all the work of a year is due before autumn ends, the months after have no deadline.",
    ),
    remedy: text(
        "按任务分别写明节点，或把时限改到年末。",
        "State the dates of the single tasks, or a date at the end of the year.",
    ),
    finds: &["\
年度: 2025
时效 | 全部工作完成时间 | 9月底前 <<
"],
    passes: &[
        "\
年度: 2025
时效 | 全部工作完成时间 | 2025年12月底
",
        "\
年度: 2025
时效 | 春耕培训完成时间 | 10月底前
",
        "\
年度: 2025
项目期: 2025年1月-10月
时效 | 全部工作完成时间 | 2025年10月底
",
    ],
    check: Check::Indicator(check),
};

/// The last month in which a deadline is early for a year's work.
const EARLY: u8 = 10;

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let year = case.year.unwrap_or_default();
    let is_span = matches!(case.period, Some(Period::Span(..)));
    if row.level2 != Some(Level2::Timeliness) || is_span || !row.all_words().has(Word::AllWork) {
        return;
    }
    let is_early = deadline(row, year).is_some_and(|(due, month, _)| due == year && month <= EARLY);
    if is_early {
        findings.report(
            row.spot(Part::Value),
            format!(
                "“{}”要求“{}”全部完成，其后几个月的工作没有时限",
                row.name, row.printed
            ),
            format!(
                "“{}” is due “{}”, which leaves the rest of the year without a deadline",
                row.name, row.printed
            ),
        );
    }
}
