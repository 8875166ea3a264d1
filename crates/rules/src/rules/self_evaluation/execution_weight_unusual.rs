//! Budget execution has another weight than is usual.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Budget execution has another weight than is usual.
pub static RULE: Rule = Rule {
    code: "S020",
    name: "execution-weight-unusual",
    title: text(
        "预算执行率分值与统一规定不同",
        "unusual weight of budget execution",
    ),
    severity: Severity::Warning,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[Basis::Act {
        act: "evaluation-2020",
        says: text(
            "预算执行率和一级指标的权重原则上统一设置，预算执行率为10%，特殊情况可以调整",
            "the weights of execution, 10 %, and of levels 1 are in principle uniform; special cases may differ",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "分值不统一，不同项目的自评结果不能比较。",
        "With weights of their own, projects cannot be compared.",
    ),
    remedy: text(
        "一般改为10分；确需调整的，说明依据。",
        "Use 10 points, or state the ground for another weight.",
    ),
    finds: &["\
种类: 自评
预算: 60.00万元 | 执行=60.00 | 分值=20 | 得分=20 <<
"],
    passes: &[
        "\
种类: 自评
预算: 60.00万元 | 执行=60.00 | 分值=10.00 | 得分=10
",
        "\
种类: 自评
预算: 60.00万元 | 执行=60.00
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let weight = &case.document.funding.total.weight;
    let usual = case.profile.scoring.execution_weight;
    if let Some(number) = weight.get().filter(|weight| weight.value != usual) {
        findings.report(
            case.number_spot("funding.total.weight", weight),
            format!("预算执行分值为{}，一般为{usual}", number.printed),
            format!(
                "budget execution weighs {}, as a rule {usual}",
                number.printed
            ),
        );
    }
}
