//! Work for a festival is due months after it.

use crate::case::Case;
use crate::facts::dates::deadline;
use crate::facts::festivals;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// Work for a festival is due months after it.
pub static RULE: Rule = Rule {
    code: "T022",
    name: "after-the-festival",
    title: text("节日活动的时限晚于节日", "work for a festival due after it"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Attainability,
    basis: &[Basis::Arithmetic],
    why: text(
        "节日慰问、茶话会等在节日前后进行，时限却在数月之后，两者矛盾。",
        "What is done at a festival is done around its day; a deadline months later contradicts that.",
    ),
    remedy: text(
        "按节日写明时间，如“春节前”“10月重阳节前”。",
        "State the time by the festival, such as 春节前.",
    ),
    finds: &["\
年度: 2025
时效 | 春节慰问完成时间 | 2025年6月底前 <<
"],
    passes: &[
        "\
年度: 2025
时效 | 春节慰问完成时间 | 2025年2月底前
",
        "\
年度: 2025
时效 | 春节、重阳节慰问时间 | 2025年11月底前
",
        "\
年度: 2025
时效 | 春节慰问经费支出完成时间 | 12月底
",
        "\
年度: 2025
时效 | 春节慰问完成时间 | 春节前
",
    ],
    check: Check::Indicator(check),
};

/// Months after a festival within which its work may end.
const MARGIN: u8 = 2;

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let words = row.words;
    if row.level2 != Some(Level2::Timeliness) || words.has_any(&[Word::Spending, Word::Cost]) {
        return;
    }
    let year = case.year.unwrap_or_default();
    let Some(festival) = festivals::named(row.name, words).max_by_key(|festival| festival.last)
    else {
        return;
    };
    let last = festival.last;
    let due = deadline(row, year).filter(|(due, month, _)| *due == year && *month > last + MARGIN);
    if due.is_some() {
        findings.report(
            row.spot(Part::Value),
            format!(
                "“{}”最迟在{last}月，时限却是“{}”",
                festival.name(),
                row.printed
            ),
            format!(
                "{} falls in month {last} at the latest, but “{}” is due “{}”",
                festival.name(),
                row.name,
                row.printed
            ),
        );
    }
}
