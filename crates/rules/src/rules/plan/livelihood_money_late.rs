//! Payments on which people live begin only in the second half of the year.

use crate::case::Case;
use crate::facts::monthly_pay::MonthlyPay;
use crate::facts::plan;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// Payments on which people live begin only in the second half of the year.
pub static RULE: Rule = Rule {
    code: "P011",
    name: "livelihood-money-late",
    title: text(
        "生活类补助下半年才支出",
        "livelihood payments that begin late",
    ),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Funding,
    basis: &[Basis::Practice(text(
        "财政部门按月、按季考核支出进度，不主张年底突击花钱",
        "finance bureaus watch spending through the year and discourage spending at its end",
    ))],
    why: text(
        "生活补助、救助类资金用于当期生活，下半年才开始支出，与保障生活的目标不符。",
        "People live on these payments; paying from the second half of the year on does not serve that.",
    ),
    remedy: text(
        "按发放时间提前安排支出。",
        "Plan the payments for when they are needed.",
    ),
    finds: &[
        "\
项目: 乡镇医师生活补助
计划: 10月底 50 | 12月底 100 <<
",
        "\
项目: 困难群众救助
计划: 12月底 100 <<
",
    ],
    passes: &[
        "\
项目: 乡镇医师生活补助
计划: 3月底 25 | 6月底 50 | 10月底 75 | 12月底 100
",
        "\
项目: 平台运行费
计划: 10月底 50 | 12月底 100
",
        "\
项目: 特困供养工资
计划: 12月底 100
",
    ],
    check: Check::Document(check),
};

/// The last month of the first half of the year.
const JUNE: u8 = 6;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let words = case.all_words();
    if !words.has(Word::Livelihood) || words.has_any(&[Word::Salary, Word::Festival]) {
        return;
    }
    let Some(first) = plan::first_spending(&case.plan) else {
        return;
    };
    if plan::is_all_at_year_end(&case.plan) && MonthlyPay::of(case).is_some() {
        return;
    }
    if first.month.is_some_and(|month| month > JUNE) {
        findings.report(
            first.spot(),
            format!(
                "用于生活保障的资金到“{}”才开始支出，请核实是否影响发放",
                first.by
            ),
            format!(
                "this money is for people’s living, and nothing is spent before “{}”",
                first.by
            ),
        );
    }
}
