//! Money for a whole year’s service or wages is spent by the middle of the year.

use crate::case::Case;
use crate::facts::period::Period;
use crate::facts::plan;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// Money for a whole year’s service or wages is spent by the middle of the year.
pub static RULE: Rule = Rule {
    code: "P016",
    name: "year-of-work-paid-early",
    title: text("全年性支出上半年付清", "a year’s service paid by midyear"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Funding,
    basis: &[Basis::Practice(text(
        "对公开表格的审核意见中常见此类时间安排问题",
        "opinions on published forms often raise such timing",
    ))],
    why: text(
        "运行维护、工资等按全年提供的服务，上半年付清等于预付。",
        "To pay for a year’s service by the middle of it is to pay in advance.",
    ),
    remedy: text(
        "按服务进度安排支出；合同约定预付的，说明依据。",
        "Pay as the service is given, or state the contract that says otherwise.",
    ),
    finds: &[
        "\
项目: 护林员工资
计划: 3月底 50 | 6月底 100 <<
",
        "\
项目: 平台运维费
计划: 3月底 100 <<
",
    ],
    passes: &[
        "\
项目: 护林员工资
计划: 3月底 25 | 6月底 50 | 12月底 100
",
        "\
项目: 运动会经费
计划: 6月底 100
",
        "\
项目: 平台运维费
项目期: 2024.07-2025.06
计划: 3月底 50 | 6月底 100
",
    ],
    check: Check::Document(check),
};

/// The last month of the first half of the year.
const JUNE: u8 = 6;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let name = case.name_words;
    let is_span = matches!(case.period, Some(Period::Span(..)));
    if is_span || !name.has_any(&[Word::Salary, Word::Operation]) {
        return;
    }
    let all = plan::all_spent(&case.plan);
    if let Some(all) = all.filter(|point| point.month.is_some_and(|month| month <= JUNE)) {
        findings.report(
            all.spot(),
            format!(
                "“{}”是全年性支出，支出计划“{}”就到100%",
                case.project_name(),
                all.by
            ),
            format!(
                "“{}” runs all year, but the plan reaches 100 % by “{}”",
                case.project_name(),
                all.by
            ),
        );
    }
}
