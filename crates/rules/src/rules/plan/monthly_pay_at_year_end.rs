//! Pay that falls due every month is planned for the end of the year.

use crate::case::Case;
use crate::facts::monthly_pay::MonthlyPay;
use crate::facts::plan;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::Severity;

/// Pay that falls due every month is planned for the end of the year.
pub static RULE: Rule = Rule {
    code: "P009",
    name: "monthly-pay-at-year-end",
    title: text(
        "按月发放的资金计划年底一次支出",
        "monthly pay planned for the end of the year",
    ),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Funding,
    basis: &[
        Basis::Arithmetic,
        Basis::Practice(text(
            "财政部门按月、按季考核支出进度，不主张年底突击花钱",
            "finance bureaus watch spending through the year and discourage spending at its end",
        )),
    ],
    why: text(
        "工资、保险等按月发放，支出计划却全部在年底，与发放频率矛盾。",
        "Wages are paid month by month; a plan that spends everything in December contradicts that.",
    ),
    remedy: text(
        "按月（季）均衡填写，如25%、50%、75%、100%。",
        "Spread the shares evenly: 25 %, 50 %, 75 %, 100 %.",
    ),
    finds: &[
        "\
项目: 渡口值守人员工资
计划: 12月底 100 <<
时效 | 发放频率 | 每月
",
        "\
项目: 网格员生活补助
计划: 12月底 100 <<
成本 | 补助标准 | 300元/人/月
",
        "\
项目: 护林员工资
计划: 12月底 100 <<
",
    ],
    passes: &[
        "\
项目: 渡口值守人员工资
计划: 3月底 25 | 6月底 50 | 9月底 75 | 12月底 100
时效 | 发放频率 | 每月
",
        "\
项目: 体检费
计划: 12月底 100
时效 | 体检时间 | 10月底
",
        "\
项目: 工资管理系统维护费
计划: 12月底 100
",
        "\
项目: 巡查经费
计划: 12月底 100
时效 | 巡查频率 | 每月
",
        "\
项目: 系统升级改造
计划: 12月底 100
时效 | 巡检频率 | 每月
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let point = plan::first_spending(&case.plan);
    let Some(point) = point.filter(|_| plan::is_all_at_year_end(&case.plan)) else {
        return;
    };
    match MonthlyPay::of(case) {
        Some(MonthlyPay::Stated(row)) => {
            findings
                .report(
                    point.spot(),
                    format!(
                        "“{}”为“{}”，支出计划却只有“{}”100%，两者矛盾",
                        row.name, row.printed, point.by
                    ),
                    format!(
                        "“{}” is “{}”, but everything is spent by “{}”",
                        row.name, row.printed, point.by
                    ),
                )
                .with(row.spot(Part::Value), "按月发放", "paid by the month");
        }
        Some(MonthlyPay::Named) => {
            let name = case.project_name();
            findings
                .report(
                    point.spot(),
                    format!("“{name}”是工资类支出，支出计划却只有“{}”100%", point.by),
                    format!(
                        "“{name}” is for wages, and everything is spent by “{}”",
                        point.by
                    ),
                )
                .with(case.name_spot(), "项目名称", "project name")
                .weighing(Severity::Warning);
        }
        None => {}
    }
}
