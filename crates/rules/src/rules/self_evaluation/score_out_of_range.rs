//! A score is below zero or above its weight.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::{Decimal, Field, Number, Severity};

/// A score is below zero or above its weight.
pub static RULE: Rule = Rule {
    code: "S001",
    name: "score-out-of-range",
    title: text("得分超出分值范围", "score outside its weight"),
    severity: Severity::Error,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[
        Basis::Arithmetic,
        Basis::Practice(text(
            "在用系统对得分大于分值的自评表不予提交",
            "systems in use refuse a score above its weight",
        )),
    ],
    why: text(
        "得分超过分值，总分随之虚高。",
        "A score above its weight inflates the total.",
    ),
    remedy: text(
        "得分应在0和该指标分值之间，请改正并重算总分。",
        "Keep each score between 0 and its weight, and add up the total again.",
    ),
    finds: &[
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=60人 | 得分=12 <<
",
        "\
种类: 自评
预算: 50万元 | 执行=50 | 分值=10 | 得分=11 <<
",
        "\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=0人 | 得分=-2 <<
",
        "\
种类: 自评
总分: 105 <<
",
    ],
    passes: &["\
种类: 自评
数量 | 培训人数 | ≥50人 | 分值=10 | 完成=60人 | 得分=10.00
总分: 100
"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for row in case.annual_rows() {
        if let Some((zh, en)) = fault(&row.indicator.score, &row.indicator.weight) {
            findings.report(
                row.spot(Part::Score),
                format!("指标“{}”{zh}", row.name),
                format!("the indicator “{}” {en}", row.name),
            );
        }
    }
    let total = &case.document.funding.total;
    if let Some((zh, en)) = fault(&total.score, &total.weight) {
        findings.report(
            case.number_spot("funding.total.score", &total.score),
            format!("预算执行{zh}"),
            format!("budget execution {en}"),
        );
    }
    let all = case.profile.scoring.weights_total;
    let score = &case.document.score;
    if let Some(number) = score.get().filter(|score| score.value > all) {
        findings.report(
            case.number_spot("score", score),
            format!("总分{}超过满分{all}", number.printed),
            format!("the total of {} exceeds {all}", number.printed),
        );
    }
}

fn fault(score: &Field<Number>, weight: &Field<Number>) -> Option<(String, String)> {
    let (score, weight) = (score.get()?, weight.get()?);
    if score.value < Decimal::ZERO {
        let zh = format!("得分{}为负数", score.printed);
        return Some((zh, format!("scores {}, less than nothing", score.printed)));
    }
    (score.value > weight.value).then(|| {
        let (score, weight) = (&score.printed, &weight.printed);
        let zh = format!("分值{weight}，得分{score}，得分高于分值");
        (zh, format!("weighs {weight} and scores {score}"))
    })
}
