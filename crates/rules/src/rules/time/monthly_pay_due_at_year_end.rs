//! What is paid by the month is due at the end of the year.

use crate::case::Case;
use crate::facts::dates::{dates, deadline, is_per_month, recurs};
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::Part;
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// What is paid by the month is due at the end of the year.
pub static RULE: Rule = Rule {
    code: "T019",
    name: "monthly-pay-due-at-year-end",
    title: text(
        "按月计发的补助以年末为时限",
        "monthly payments due at the end of the year",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Adequacy,
    basis: &[Basis::Practice(text(
        "对公开表格的审核意见中常见此类时间安排问题",
        "opinions on published forms often raise such timing",
    ))],
    why: text(
        "标准按月计算，时限却是年末，年内拖欠也算完成，时限没有约束力。",
        "With a monthly rate and a deadline in December, paying nothing all year still counts as in time.",
    ),
    remedy: text(
        "时效写成“每月××日前”或“按季发放”。",
        "State the rhythm of payment: `每月10日前`, or by the quarter.",
    ),
    finds: &["\
年度: 2025
时效 | 补助拨付时间 | 2025年12月31日前 <<
成本 | 护林补助标准 | 800元/人/月
"],
    passes: &[
        "\
年度: 2025
时效 | 补助拨付时间 | 每月10日前
成本 | 护林补助标准 | 800元/人/月
",
        "\
年度: 2025
时效 | 补助拨付时间 | 2025年12月31日前
成本 | 补助标准 | 9600元/人/年
",
        "\
年度: 2025
计划: 3月底 25 | 6月底 50 | 9月底 75 | 12月底 100
时效 | 补助拨付时间 | 2025年12月31日前
成本 | 补助标准 | 800元/人/月
",
        "\
年度: 2025
时效 | 路灯改造完成时间 | 2025年12月31日前
成本 | 电费 | 1500元/盏/月
",
        "\
年度: 2025
时效 | 补助发放时间 | 2025年6月底前、12月底前
成本 | 补助标准 | 300元/人/月
",
    ],
    check: Check::Document(check),
};

/// A plan with so many dates shows that money is paid through the year.
const SPREAD: usize = 3;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let year = case.year.unwrap_or_default();
    let timely = || {
        case.annual_rows()
            .filter(|row| row.level2 == Some(Level2::Timeliness))
    };
    if case.plan.len() >= SPREAD || timely().any(|row| recurs(row.value())) {
        return;
    }
    let mut costs = case
        .annual_rows()
        .filter(|row| row.level2.is_some_and(Level2::is_money_cost));
    let Some(cost) = costs.find(|row| row.quantities().any(is_per_month)) else {
        return;
    };
    let pays = [Word::Spending, Word::Cost];
    let late = timely().find(|row| {
        let due = deadline(row, year);
        row.words.has_any(&pays)
            && dates(row).len() == 1
            && due.is_some_and(|(_, month, _)| month == 12)
    });
    if let Some(row) = late {
        findings
            .report(
                row.spot(Part::Value),
                format!(
                    "“{}”的标准按月计算（{}），“{}”却只要求“{}”",
                    cost.name, cost.printed, row.name, row.printed
                ),
                format!(
                    "“{}” is paid by the month ({}), but “{}” is due “{}”",
                    cost.name, cost.printed, row.name, row.printed
                ),
            )
            .with(cost.spot(Part::Value), "按月计算的标准", "monthly rate");
    }
}
