//! A target has fewer indicators than it takes to judge a project.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// A target has fewer indicators than it takes to judge a project.
pub static RULE: Rule = Rule {
    code: "F027",
    name: "too-few-indicators",
    title: text("指标太少", "too few indicators"),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "有的地方规定每个项目不少于三条三级指标",
        "local rules want at least three level 3 indicators",
    ))],
    why: text(
        "只有一两条指标，看不出项目的数量、质量和效果。",
        "One or two indicators do not show quantity, quality and effect.",
    ),
    remedy: text(
        "按产出和效益补充关键指标。",
        "Add the key indicators of output and outcome.",
    ),
    finds: &["\
项目: 农技培训 <<
数量 | 培训人数 | ≥50人
满意度 | 学员满意度 | ≥90%
"],
    passes: &["\
项目: 农技培训
数量 | 培训人数 | ≥50人
质量 | 合格率 | ≥95%
满意度 | 学员满意度 | ≥90%
"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let n_stated = case.rows.iter().filter(|row| row.has_value()).count();
    let n_named = case
        .rows
        .iter()
        .filter(|row| row.indicator.value.is_blank())
        .count();
    let least = case.profile.thresholds.indicators_min;
    if n_stated + n_named < least {
        findings.report(
            case.name_spot(),
            format!("只有{}条指标，不足{least}条", n_stated + n_named),
            format!(
                "{} indicators; at least {least} are expected",
                n_stated + n_named
            ),
        );
    }
}
