//! A yearly subscription is paid for at the end of its year.

use crate::case::Case;
use crate::facts::plan;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// A yearly subscription is paid for at the end of its year.
pub static RULE: Rule = Rule {
    code: "P013",
    name: "subscription-paid-late",
    title: text(
        "年度征订费年底支出",
        "a yearly subscription paid in December",
    ),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Funding,
    basis: &[Basis::Practice(text(
        "对公开表格的审核意见中常见此类时间安排问题",
        "opinions on published forms often raise such timing",
    ))],
    why: text(
        "报刊一般在头年年底或当年年初交费，年底才付的，可能是订明年的。",
        "Papers are subscribed to and paid around New Year; a payment in December may be for the next year.",
    ),
    remedy: text(
        "核实费用所属年度和付款时间。",
        "Check for which year the money is and when it is paid.",
    ),
    finds: &["\
项目: 农技报刊征订费
计划: 12月底 100 <<
"],
    passes: &[
        "\
项目: 农技报刊征订费
计划: 3月底 100
",
        "\
项目: 农技报刊征订费
计划: 6月底 50 | 12月底 100
",
        "\
项目: 体检费
计划: 12月底 100
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let point = plan::first_spending(&case.plan);
    let is_subscription = case.name_words.has(Word::Subscription);
    if let Some(point) = point.filter(|_| is_subscription && plan::is_all_at_year_end(&case.plan)) {
        findings.report(
            point.spot(),
            format!(
                "“{}”全部在“{}”支出，请核实费用是否属于本年度",
                case.project_name(),
                point.by
            ),
            format!(
                "“{}” is paid in full by “{}”; is it this year’s?",
                case.project_name(),
                point.by
            ),
        );
    }
}
