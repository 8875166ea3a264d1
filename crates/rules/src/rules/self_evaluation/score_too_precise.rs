//! A score has more decimals than scores have.

use crate::case::Case;
use crate::facts::achievement::shown;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::{Field, Number, Severity, Spot};

/// A score has more decimals than scores have.
pub static RULE: Rule = Rule {
    code: "S031",
    name: "score-too-precise",
    title: text("得分小数位数过多", "score with too many decimals"),
    severity: Severity::Info,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[Basis::Act {
        act: "evaluation-2020",
        says: text("得分保留两位小数", "scores have two decimals"),
        mark: Mark::Known,
    }],
    why: text(
        "得分统一保留两位小数，便于复核。",
        "With two decimals scores can be checked alike.",
    ),
    remedy: text("四舍五入到两位小数。", "Round to two decimals."),
    finds: &["\
种类: 自评
数量 | 培训人数 | ≥60人 | 分值=10 | 完成=50人 | 得分=8.3333 <<
"],
    passes: &[
        "\
种类: 自评
数量 | 培训人数 | ≥60人 | 分值=10 | 完成=50人 | 得分=8.33
",
        "\
种类: 自评
数量 | 培训人数 | ≥60人 | 分值=10 | 完成=60人 | 得分=10.0000
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let max = case.profile.scoring.decimals_max;
    for row in case.annual_rows() {
        if let Some(score) = too_precise(&row.indicator.score, max) {
            report(score, max, row.spot(Part::Score), findings);
        }
    }
    let document = case.document;
    let others = [
        ("funding.total.score", &document.funding.total.score),
        ("score", &document.score),
    ];
    for (path, field) in others {
        if let Some(score) = too_precise(field, max) {
            report(score, max, case.number_spot(path, field), findings);
        }
    }
}

fn too_precise(score: &Field<Number>, max: u32) -> Option<&Number> {
    let score = score.get()?;
    let prints_more = score.value.scale() > max;
    (prints_more && score.value.normalize().scale() > max).then_some(score)
}

fn report(score: &Number, max: u32, spot: Spot, findings: &mut Findings<'_>) {
    let rounded = shown(score.value);
    findings.report(
        spot,
        format!("得分{}超过{max}位小数，应为{rounded}", score.printed),
        format!(
            "the score {} has more than {max} decimals; it is {rounded}",
            score.printed
        ),
    );
}
