//! Work for a festival precedes the first spending by months.

use crate::case::Case;
use crate::facts::festivals;
use crate::facts::plan;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::{Word, Words};
use plumbline_model::Severity;

/// Work for a festival precedes the first spending by months.
pub static RULE: Rule = Rule {
    code: "P010",
    name: "festival-before-first-share",
    title: text(
        "节日活动早于首次支出",
        "a festival long before the first spending",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Funding,
    basis: &[Basis::Arithmetic],
    why: text(
        "节日活动在节日前后进行，支出计划却数月后才开始，两者不符。",
        "What is done at a festival is paid about then; a plan that begins months later does not fit.",
    ),
    remedy: text(
        "按活动时间填写支出计划。",
        "Let the plan follow the events.",
    ),
    finds: &[
        "\
项目: 元宵、中秋文艺演出经费
计划: 10月底 40 | 12月底 100 <<
",
        "\
项目: 慰问经费
目标: 春节、七一走访慰问困难群众。
计划: 12月底 100 <<
",
    ],
    passes: &[
        "\
项目: 元宵、中秋文艺演出经费
计划: 3月底 50 | 12月底 100
",
        "\
项目: 重阳节活动经费
计划: 10月底 40 | 12月底 100
",
        "\
项目: 六一慰问经费
计划: 6月底 40 | 12月底 100
",
        "\
项目: 文艺演出经费
计划: 12月底 100
",
        "\
项目: 国庆安保维护
计划: 12月底 100
",
    ],
    check: Check::Document(check),
};

/// Months after a festival by which its bills are paid.
const MARGIN: u8 = 3;
/// Months after it from which the plan contradicts it outright.
const FAR: u8 = 6;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(first) = plan::first_spending(&case.plan) else {
        return;
    };
    let Some(month) = first.month else {
        return;
    };
    let name = case.project_name();
    let name_words = Words::of(name);
    let in_name = festivals::named(name, name_words);
    let in_texts = case
        .purpose
        .iter()
        .chain(&case.goals)
        .filter(|text| text.words.has(Word::FestiveEvent))
        .flat_map(|text| festivals::named(text.text, text.words));
    let Some(festival) = in_name.chain(in_texts).min_by_key(|festival| festival.last) else {
        return;
    };
    if month <= festival.last + MARGIN {
        return;
    }
    let is_named = festival
        .names
        .iter()
        .any(|named| name.contains(named.as_str()));
    let last = festival.last;
    let reported = findings
        .report(
            first.spot(),
            format!(
                "“{}”最迟在{last}月，支出计划到“{}”才有支出",
                festival.name(),
                first.by
            ),
            format!(
                "{} falls in month {last} at the latest, but nothing is spent before “{}”",
                festival.name(),
                first.by
            ),
        )
        .with(case.name_spot(), "项目名称", "project name");
    if is_named && month > last + FAR && name_words.has(Word::FestiveEvent) {
        reported.weighing(Severity::Error);
    }
}
