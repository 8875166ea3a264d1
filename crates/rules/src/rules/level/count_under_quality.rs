//! A count of things stands under quality.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Dimension, Severity};

/// A count of things stands under quality.
pub static RULE: Rule = Rule {
    code: "L008",
    name: "count-under-quality",
    title: text("数量填在质量指标下", "a count under quality"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "数量、质量、时效反映产出，成本指标反映投入，效益和满意度反映结果",
                "quantity, quality and timeliness speak of output, cost of what is spent, outcome and satisfaction of what comes of it",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "审计和评审常指出产出、效益、成本混填",
            "auditors and reviewers often find output, outcome and cost mixed up",
        )),
    ],
    why: text(
        "质量指标反映达到的标准，件数、人数看不出质量。",
        "Quality says which standard is met; a number of things does not.",
    ),
    remedy: text(
        "移到数量指标，质量指标改填合格率、完整率等。",
        "Move it to quantity; state a rate of quality.",
    ),
    finds: &["质量 | 档案数据完整、内容真实 | 830卷 <<"],
    passes: &[
        "数量 | 档案卷数 | 830卷",
        "质量 | 重大差错次数 | 0次",
        "质量 | 系统故障次数 | ≤3次",
        "质量 | 省级以上获奖数量 | ≥2项",
        "质量 | 绿化等级 | 2级",
        "质量 | 系统稳定运行 | ≥36个月",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row
        .quantity()
        .filter(|_| row.level2 == Some(Level2::Quality))
    else {
        return;
    };
    let is_count = matches!(
        quantity.dimension(),
        Dimension::Count | Dimension::Persons | Dimension::PersonTimes
    );
    let limits_harm = row.words.has(Word::Adverse)
        || quantity.relation.is_ceiling()
        || measure::is_zero(quantity)
        || !quantity.unit.per.is_empty();
    let shows_quality = row.words.has(Word::Quality)
        || row.name.contains(['奖', '优', '级'])
        || measure::contains_any(row.name, &["专利", "论文", "认证", "示范", "标准"]);
    if is_count && !shows_quality && !limits_harm && !measure::names_share(row) {
        findings.report(
            row.spot(Part::Name),
            format!(
                "质量指标“{}”的值“{}”是数量，看不出质量",
                row.name, row.printed
            ),
            format!("the quality “{}” is a count ({})", row.name, row.printed),
        );
    }
}
