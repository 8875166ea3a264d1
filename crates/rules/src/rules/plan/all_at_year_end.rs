//! All the money is to be spent at the end of the year.

use crate::case::Case;
use crate::facts::monthly_pay::MonthlyPay;
use crate::facts::plan;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// All the money is to be spent at the end of the year.
pub static RULE: Rule = Rule {
    code: "P008",
    name: "all-at-year-end",
    title: text(
        "全部资金年底一次支出",
        "everything spent at the end of the year",
    ),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Funding,
    basis: &[Basis::Practice(text(
        "财政部门按月、按季考核支出进度，不主张年底突击花钱",
        "finance bureaus watch spending through the year and discourage spending at its end",
    ))],
    why: text(
        "一到九月一分未花，达不到支出进度的要求，常年的运行维护更不该如此。",
        "Nothing is spent in three quarters; that suits neither even spending nor its monitoring, least of all for services that run all year.",
    ),
    remedy: text(
        "按任务进度分时点填写；确需年底一次支付的，说明原因。",
        "Spread the shares by the progress of the work, or say why all is paid in December.",
    ),
    finds: &[
        "\
项目: 平台运行维护费
计划: 12月底 100 <<
",
        "计划: 3月底 0 | 6月底 0 | 12月底 100 <<",
    ],
    passes: &[
        "计划: 6月底 50 | 12月底 100",
        "计划: 6月底 100",
        "\
项目: 网格员工资
计划: 12月底 100
",
        "\
项目: 农技报刊征订费
计划: 12月底 100
",
        "\
项目: 春节慰问经费
计划: 12月底 100
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let words = case.all_words();
    let is_particular = case.name_words.has(Word::Subscription)
        || words.has(Word::Festival)
        || MonthlyPay::of(case).is_some();
    let point = plan::first_spending(&case.plan);
    let Some(point) = point.filter(|_| plan::is_all_at_year_end(&case.plan) && !is_particular)
    else {
        return;
    };
    let (zh, en) = match case.name_words.has(Word::Operation) {
        true => (
            "，而用途是全年运行维护",
            ", though it is for services that run all year",
        ),
        false => ("", ""),
    };
    findings.report(
        point.spot(),
        format!("支出计划只有“{}”100%，此前没有支出{zh}", point.by),
        format!("everything is spent by “{}”, nothing before{en}", point.by),
    );
}
