//! The box for the project's money is blank.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// The box for the project's money is blank.
pub static RULE: Rule = Rule {
    code: "F005",
    name: "missing-funds",
    title: text("没有填写资金总额", "no money stated"),
    severity: Severity::Error,
    applies: Applies::PROJECTS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "资金匹配性审核以项目资金为前提",
        "whether money fits performance cannot be reviewed without the money",
    ))],
    why: text(
        "不填资金，就无法判断目标与资金是否匹配。",
        "Without the money nobody can tell whether it fits the target.",
    ),
    remedy: text(
        "按预算填写年度资金总额及其来源。",
        "State the year's money and its sources as in the budget.",
    ),
    finds: &["\
项目: 农技培训
预算: <<
数量 | 培训人数 | ≥50人
"],
    passes: &[
        "\
项目: 农技培训
预算: 6.00万元
数量 | 培训人数 | ≥50人
",
        "\
项目: 农技培训
数量 | 培训人数 | ≥50人
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    if case.document.funding.total.budget.is_blank() {
        findings.report(
            case.budget_spot(),
            "“资金总额”没有填写",
            "the total of the project's money is blank",
        );
    }
}
