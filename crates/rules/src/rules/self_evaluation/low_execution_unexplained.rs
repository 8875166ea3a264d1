//! Little of the budget was spent and nothing explains it.

use crate::case::Case;
use crate::facts::achievement::shown;
use crate::facts::execution::{Executed, is_unexplained};
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Little of the budget was spent and nothing explains it.
pub static RULE: Rule = Rule {
    code: "S014",
    name: "low-execution-unexplained",
    title: text(
        "预算执行率偏低而未说明原因",
        "low execution without a reason",
    ),
    severity: Severity::Warning,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Funding,
    basis: &[Basis::Practice(text(
        "审计部门的公开核查规则对执行率低于80%的提请说明；有的地区自评表对低于90%的要求填写原因",
        "a public audit rule set asks about execution below 80 %; the form of one region demands a reason below 90 %",
    ))],
    why: text(
        "执行率低而没有原因，下年预算难以安排。",
        "Without a reason for low execution the next budget can hardly be settled.",
    ),
    remedy: text(
        "写明未支出的原因、结转或收回的金额和下一步措施。",
        "State why the money was not spent, what is carried over or returned, and what comes next.",
    ),
    finds: &[
        "\
种类: 自评
预算: 60.00万元 | 执行=30.00 | 原因= <<
",
        "\
种类: 自评
预算: 60.00万元 | 执行=30.00 <<
完成情况: 完成培训2期。
",
        "\
种类: 自评
年度: 2023
编码: 51000023T000000000001
预算: 60.00万元 | 执行=52.00 | 原因= <<
",
    ],
    passes: &[
        "\
种类: 自评
预算: 60.00万元 | 执行=30.00 | 原因=项目跨年实施，余款次年支付
",
        "\
种类: 自评
预算: 60.00万元 | 执行=30.00
完成情况: 完成培训2期，结余30万元已收回。
",
        "\
种类: 自评
预算: 60.00万元 | 执行=52.00 | 原因=
",
        "\
种类: 自评
预算: 60.00万元 | 执行=30.00
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let line = &case.document.funding.total;
    let Some(executed) = Executed::of_line(line, &case.document.funding.unit) else {
        return;
    };
    let limit = case.profile.scoring.reason_below_rate;
    let rate = executed.rate().filter(|rate| *rate < limit);
    if let Some(rate) = rate.filter(|_| is_unexplained(line, case)) {
        let rate = shown(rate);
        findings
            .report(
                case.amount_spot("funding.total", "executed", &line.executed),
                format!("预算执行率{rate}%，低于{limit}%，没有说明原因"),
                format!("execution is {rate} %, below {limit} %, and no reason is given"),
            )
            .with(
                case.amount_spot("funding.total", executed.column, executed.budget),
                "预算数",
                "budget",
            );
    }
}
