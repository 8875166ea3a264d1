//! Every share in the form is set at 100 %.

use crate::case::Case;
use crate::facts::shares::lowest_percent;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::{Decimal, Severity};

/// Every share in the form is set at 100 %.
pub static RULE: Rule = Rule {
    code: "R007",
    name: "all-targets-full",
    title: text("比率类指标全部为100%", "every share at 100 %"),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Attainability,
    basis: &[Basis::Practice(text(
        "审核和审计常指出此类指标值",
        "reviewers and auditors point out such values",
    ))],
    why: text(
        "所有比率都定为100%，没有区分难易，多为套用模板。",
        "Where every share is 100 % nothing is told apart; mostly a template was filled in.",
    ),
    remedy: text(
        "按任务性质和以往完成情况分别设定。",
        "Set each by the kind of work and by earlier results.",
    ),
    finds: &["\
质量 | 发放率 | 100% <<
质量 | 覆盖率 | 100%
时效 | 发放及时率 | 100%
社会 | 政策知晓率 | 100%
满意度 | 群众满意度 | 100%
"],
    passes: &[
        "\
质量 | 发放率 | 100%
质量 | 覆盖率 | 100%
时效 | 发放及时率 | 100%
社会 | 政策知晓率 | ≥90%
满意度 | 群众满意度 | 100%
",
        "\
质量 | 发放率 | 100%
时效 | 发放及时率 | 100%
满意度 | 群众满意度 | ≥95%
",
    ],
    check: Check::Document(check),
};

/// Fewest shares from which a habit is concluded.
const FEWEST: usize = 5;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let shares = || {
        case.annual_rows()
            .filter_map(|row| Some((row, lowest_percent(row)?)))
    };
    let count = shares().count();
    let all_full = shares().all(|(_, percent)| percent == Decimal::ONE_HUNDRED);
    let Some((first, _)) = shares().next().filter(|_| count >= FEWEST && all_full) else {
        return;
    };
    findings.report(
        first.spot(Part::Value),
        format!("{count}个比率类指标（含满意度）全部为100%"),
        format!("all {count} shares of the form, satisfaction included, are 100 %"),
    );
}
